import { lintPlainLanguage } from './lint-plain-language.js';
import type { PlainLanguageRule } from './plain-language-finding.js';
import { PLAIN_LANGUAGE_MESSAGES, plainLanguageAdvice } from './plain-language-messages.js';

const wordsOf = (rule: PlainLanguageRule, text: string): string[] => lintPlainLanguage(text).flatMap((found) => (found.rule === rule ? [found.word] : []));

interface Examples {
  /** Sentences the rule must fire on. */
  readonly fires: readonly string[];
  /** Sentences it must leave alone. */
  readonly silent: readonly string[];
}

const EXAMPLES: Readonly<Record<PlainLanguageRule, Examples>> = {
  'long-sentence': {
    fires: [
      'Wir wollen im nächsten Jahr mehr Angebote für Kinder machen.',
      'Sie können am Montag und am Dienstag in das Haus kommen.',
      'Die Menschen im Stadtteil haben viele gute Ideen für den Platz.',
      'Ich weiß: Hier in der Nähe gibt es Beratung für ältere Menschen.',
      'Das Amt zahlt im Monat 120,50 Euro für den Kurs und die Fahrt.',
    ],
    silent: [
      'Sie können am Montag kommen.',
      'Ich weiß: Wer leitet das Stadtteil-Haus?',
      'Wir haben genug Räume, Geräte und Geld.',
      'Das Haus ist am 3. Mai offen.',
      'Wir wollen die Hilfe im Stadtteil besser machen.',
      'Das ist gut: Alle kommen. Und zwar: Sie auch.',
    ],
  },
  'several-statements': {
    fires: [
      'Ich weiß, dass es Hilfe gibt.',
      'Wenn Sie Fragen haben, rufen Sie an.',
      'Das ist das Haus, das am Markt steht.',
      'Wir fragen, um besser zu helfen.',
      'Das Haus ist offen; alle kommen.',
      'Niemand weiß, welche Antworten von Ihnen sind.',
    ],
    silent: [
      'Wir haben Räume, Geräte und Geld.',
      'Wege, zum Beispiel zum Arzt',
      'Ja, löschen',
      'Damit können Sie die Antworten löschen.',
      'Dort sind die Schule, die Kita und das Amt.',
      'Ich weiß: Was ist geplant?',
      'Während der Ferien ist das Haus offen.',
    ],
  },
  genitive: {
    fires: [
      'Das ist die Tür des Hauses.',
      'Die Angebote der Stadt sind gut.',
      'Wegen der Ferien ist das Haus zu.',
      'Das ist der Plan unseres Vereins.',
      'Die Leitung des neuen Treffs ist da.',
      'Die Ideen der Menschen sind wichtig.',
    ],
    silent: [
      'Das ist die Tür vom Haus.',
      'Ich bin in der Stadt.',
      'Jedes Haus hat eine Tür.',
      'Dieses Ergebnis ist wichtig.',
      'Deshalb fragen wir.',
      'Hilft der Verein in der Not?',
      'Was macht der Verein?',
      'Ist der Weg gut?',
    ],
  },
  subjunctive: {
    fires: ['Ich würde gern kommen.', 'Das wäre gut.', 'Hätten Sie Zeit?', 'Könnten Sie helfen?', 'Sie müssten anrufen.', 'Ich bräuchte Hilfe.'],
    silent: ['Ich will kommen.', 'Möchten Sie kommen?', 'Wir gingen nach Hause.', 'Sie können kommen.', 'Der Käse ist alt.', 'Die Würde ist wichtig.'],
  },
  passive: {
    fires: [
      'Das Haus wird gebaut.',
      'Die Antworten werden gelöscht.',
      'Der Platz wurde verbessert.',
      'Die Ideen werden vorgestellt.',
      'Wir wissen, was gebraucht wird.',
      'Hier werden Kurse angeboten.',
    ],
    silent: [
      'Wir werden das Haus bauen.',
      'Das Wetter wird gut.',
      'Er wird gehen.',
      'Wir haben das Haus gebaut.',
      'Das Haus wird größer.',
      'Die Menschen werden älter.',
      'Das Fest wird gelingen.',
    ],
  },
  negation: {
    fires: ['Es gibt keine Hindernisse.', 'Das Haus ist nicht offen.', 'Niemand hilft mir.', 'Wir speichern keinen Namen.', 'Mir fehlt nichts.', 'Das passiert nie im Sommer.'],
    silent: ['Das weiß ich nicht', 'Das will ich nicht sagen', 'Nicht wichtig', 'Nichts davon', 'Nie', 'Das Haus ist offen.', 'Die Nichte kommt.'],
  },
  'long-compound': {
    fires: ['Das Stadtteilzentrum ist offen.', 'Die Öffnungszeiten passen.', 'Das ist die Familienberatung.', 'Der Jugendtreffpunktausschuss kommt.', 'Das Gesundheitsamt hilft.', 'Wo ist die Bushaltestelle?'],
    silent: ['Das Stadtteil-Zentrum ist offen.', 'Die Öffnungs·zeiten passen.', 'Der Stadtteil ist schön.', 'Jugendliche sind hier.', 'Die Veranstaltungen sind gut.', 'Die Einrichtungen sind gut.', 'Das ist die Verantwortlichkeit.'],
  },
  'number-word': {
    fires: ['Wir haben drei Räume.', 'Zwei Menschen kommen.', 'Es dauert zwölf Minuten.', 'Das kostet zwanzig Euro.', 'Hier leben hundert Menschen.'],
    silent: ['Wir haben 3 Räume.', 'Ein Mensch kommt.', 'Bitte Acht geben.', 'Das ist eine Umfrage.', 'Die Elfe tanzt.', 'Alle achten auf den Weg.'],
  },
  abbreviation: {
    fires: ['Es gibt z. B. Kurse.', 'Das ist d.h. gut.', 'Kurse, Feste usw. sind hier.', 'Das kostet ca. 5 Euro.', 'Der ASD hilft.', 'Nach dem SGB geht das.'],
    silent: ['Es gibt zum Beispiel Kurse.', 'Ich habe einen PC.', 'Das ist in der EU.', 'MEINE ANTWORTEN', 'Das Haus ist am 3. Mai offen.', 'Hat Frau B. Zeit?'],
  },
  'several-sentences-in-line': {
    fires: ['Das ist gut. Wir kommen.', 'Kommen Sie? Ja!', 'Hallo! Wie geht es?', 'Eins ist da.\nZwei ist da. Drei ist da.', 'Er sagt: „Gut.“ Dann geht er.'],
    silent: ['Das ist gut.\nWir kommen.', 'Das ist am 3. Mai.', 'Es gibt z. B. Kurse.', 'Wir wollen wissen:\nWas ist gut?', 'Ich weiß: Wer leitet das Haus?', 'Bitte warten …'],
  },
  'difficult-word': {
    fires: ['Partizipation ist wichtig.', 'Wir evaluieren die Angebote.', 'Das ist niedrigschwellig.', 'Die Kooperation ist gut.', 'Wir haben Ressourcen.', 'Die Situation ist gut.'],
    silent: ['Mitmachen ist wichtig.', 'Wir prüfen die Angebote.', 'Die Beratung ist gut.', 'Das Internet geht.', 'Wir haben Geld.', 'Der Computer ist an.'],
  },
  'large-number': {
    fires: ['Hier leben 14.795 Menschen.', 'Das sind 20 % der Menschen.', 'Das sind 20 Prozent.', 'Das Haus ist von 1867.', 'Es kamen 2500 Menschen.'],
    silent: ['Es kamen 12 Menschen.', 'Die Umfrage ist von 2026.', 'Rufen Sie an: 04131 309.', 'Wir sind in 21335 Lüneburg.', 'Am 12.03.2026 ist das Fest.', '18 bis 29 Jahre'],
  },
  'special-character': {
    fires: ['Kinder & Eltern', 'Das sind 20 %.', 'Nach § 5 geht das.', 'Eltern/Kinder kommen.', 'Das Haus (am Markt) ist offen.', 'Bürger*innen kommen.'],
    silent: ['Kinder und Eltern', 'Er sagt: „Gut!“', 'Das Stadtteil-Haus – hier', 'Die Stadt heißt {name}.', 'Bitte warten …', 'Am 3/5 oder +49 4131'],
  },
  'indirect-address': {
    fires: ['Man kann hier lernen.', 'Hier lernt man Deutsch.', 'Das weiß man nicht.', 'Was kann man tun?', 'Wenn man fragt, hilft das Amt.'],
    silent: ['Sie können hier lernen.', 'Ein Mann kommt.', 'Manche Menschen kommen.', 'Manchmal hilft das Amt.', 'Jemand hilft.', 'Das Man-Wort'],
  },
};

const RULES = Object.keys(EXAMPLES) as PlainLanguageRule[];

describe.each(RULES)('lintPlainLanguage: %s', (rule) => {
  const { fires, silent } = EXAMPLES[rule];

  it('has at least five examples of each kind', () => {
    expect(fires.length).toBeGreaterThanOrEqual(5);
    expect(silent.length).toBeGreaterThanOrEqual(5);
  });

  it.each(fires)('fires on: %s', (text) => {
    const found = lintPlainLanguage(text).filter((each) => each.rule === rule);
    expect(found).not.toEqual([]);
    for (const { start, end, word } of found) expect(text.slice(start, end)).toBe(word);
  });

  it.each(silent)('is silent on: %s', (text) => {
    expect(wordsOf(rule, text)).toEqual([]);
  });

  it('has German and English advice for everything it finds, whole also where nothing is known to write instead', () => {
    for (const language of ['de', 'en'] as const) {
      expect(PLAIN_LANGUAGE_MESSAGES[rule][language].title.length).toBeGreaterThan(3);
      for (const finding of fires.flatMap(lintPlainLanguage)) {
        const advice = plainLanguageAdvice(finding, language);
        expect(advice).not.toMatch(/[{}]|null/);
        if (finding.replacement === null) expect(advice).toMatch(/[.”“]$/);
        else expect(advice.endsWith(`: ${finding.replacement}`)).toBe(true);
      }
    }
  });
});

describe('what a finding carries', () => {
  it('its place, its words, how serious it is and what to write instead', () => {
    expect(lintPlainLanguage('Die Öffnungszeiten passen.')).toEqual([
      { rule: 'long-compound', severity: 'hint', start: 4, end: 18, word: 'Öffnungszeiten', replacement: 'Öffnungs-Zeiten' },
    ]);
    const [long] = lintPlainLanguage('Die Menschen im Stadtteil haben sehr viele gute Ideen für den großen Platz am Markt.');
    expect(long).toMatchObject({ rule: 'long-sentence', severity: 'problem' });
    expect(wordsOf('long-compound', 'Donaudampfschifffahrtsgesellschaft')).toHaveLength(1);
    expect(lintPlainLanguage('Donaudampfschifffahrtsgesellschaft')[0]?.replacement).toBeNull();
  });

  it('advice with the words found and what to write instead, if that is known', () => {
    const adviceOn = (text: string) => lintPlainLanguage(text).map((finding) => plainLanguageAdvice(finding, 'de'));
    expect(adviceOn('Die Öffnungszeiten passen.')).toEqual(['Trennen Sie das Wort mit Bindestrich oder Mediopunkt: Öffnungs-Zeiten']);
    expect(adviceOn('Der ASD hilft.')).toEqual(['Schreiben Sie das Wort aus.']);
    expect(plainLanguageAdvice({ rule: 'special-character', word: '$&', replacement: null }, 'en')).toBe('Avoid “$&” or write it as a word.');
  });

  it('the words of the text, also where placeholders were left out', () => {
    expect(wordsOf('several-sentences-in-line', 'Das ist gut. Fragen Sie {contact} oder hilfe@example.org.')).toEqual(['Fragen Sie {contact} oder hilfe@example.org.']);
    expect(wordsOf('special-character', 'Fragen: {contact_person}, https://example.org/a?b=1&c=2')).toEqual([]);
  });

  it('nothing for an empty text, and places in order', () => {
    expect(lintPlainLanguage('')).toEqual([]);
    const starts = lintPlainLanguage('Man kann z. B. drei Kurse machen; das wäre gut. Die Tür des Hauses wird gebaut.').map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((left, right) => left - right));
    expect(starts.length).toBeGreaterThanOrEqual(7);
  });
});
