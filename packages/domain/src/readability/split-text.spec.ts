import { splitSentences, splitWords } from './split-text.js';

const sentences = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);
const words = (text: string): string[] => splitWords(text).map((word) => word.text);

describe('splitSentences', () => {
  it.each([
    ['Das Haus ist offen. Sie können kommen!', 2],
    ['Es gibt viel, z. B. Kurse und Feste. Das ist gut.', 2],
    ['Am 3. Mai beginnt die 2. Runde. Alle kommen.', 2],
    ['Die Umfrage endet am 12.03.2026 um 18.30 Uhr.', 1],
    ['Das war 2025. Dann kam die Umfrage.', 2],
    ['Es kamen 12. Das war gut.', 2],
    ['Er fragte: „Kommen Sie?“ Dann ging er.', 2],
    ['„Kommen Sie?“, fragte er.', 1],
    ['Kommen Sie (auch abends)? Ja.', 2],
    ['Kurse, Feste usw. Das ist gut.', 2],
    ['Kurse, Feste usw. sind hier.', 1],
    ['Die Miete kostet ca. 500,50 Euro bzw. 1.200 Euro.', 1],
    ['Fragen Sie Dr. Muster oder Frau B. Beispiel.', 1],
    ['Bitte warten …', 1],
    ['Wir wollen wissen:\nWas ist gut?\nUnd was fehlt?', 3],
    ['Angebote für Kinder\nund Jugendliche', 1],
    ['Schulen und Kitas\r\nPolizei', 2],
    ['1. Die Stadt plant.\n2. Wir helfen.', 2],
    ['Was?! Wirklich.', 2],
    ['… – !', 0],
    ['Der Verein e. V. Lüneburg hilft i. d. R. abends.', 1],
  ])('%s', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it('gives places in the text', () => {
    const text = '  Eins zwei.  „Drei!“ \n vier: Fünf-Sechs';
    for (const sentence of splitSentences(text)) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      for (const word of sentence.words) expect(text.slice(word.start, word.end)).toBe(word.text);
    }
    expect(sentences(text)).toEqual(['Eins zwei.', '„Drei!“', 'vier: Fünf-Sechs']);
  });
});

describe('splitWords', () => {
  it.each([
    ['Stadtteil-Haus, Bürger*innen und Lehrer:innen', ['Stadtteil-Haus', 'Bürger*innen', 'und', 'Lehrer:innen']],
    ['am 12.03.2026 um 18:30 Uhr', ['am', '12.03.2026', 'um', '18:30', 'Uhr']],
    ['1.200,50 €', ['1.200,50']],
    ['Wie geht’s? – Gut.', ['Wie', 'geht’s', 'Gut']],
    ['Leichte·Sprache', ['Leichte·Sprache']],
    ['z. B. „Café“', ['z', 'B', 'Café']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});
