import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';

/** What can be wrong with one wording beside the others; a `hint` may be right, somebody should look. */
export const PARITY_LEVELS = {
  'text-missing': 'problem',
  'source-missing': 'problem',
  'message-broken': 'problem',
  'placeholder-missing': 'problem',
  'placeholder-unknown': 'problem',
  'select-form-differs': 'problem',
  'option-missing': 'problem',
  'option-unknown': 'problem',
  'option-order-differs': 'problem',
  'plural-form-missing': 'hint',
  'translation-stale': 'hint',
  'same-as-source': 'hint',
  'edge-space': 'hint',
  'numbers-differ': 'hint',
  'addresses-differ': 'hint',
  'markup-unbalanced': 'hint',
  'markup-differs': 'hint',
  'direction-open': 'hint',
} as const;
export type ParityCode = keyof typeof PARITY_LEVELS;

/** What the sentence names beside the language: a placeholder, a form, an option, numbers. */
type Sentence = (language: LanguageCode, what: string) => string;

const GERMAN: Readonly<Record<ParityCode, Sentence>> = {
  'text-missing': (language) => `Der Text fehlt in der Sprache ${language}.`,
  'source-missing': (language) => `Der Ausgangstext (${language}) fehlt, eine Übersetzung ist da.`,
  'message-broken': (language) => `Die geschweiften Klammern im Text (${language}) sind fehlerhaft; er könnte nicht angezeigt werden.`,
  'placeholder-missing': (language, what) => `In ${language} fehlt der Platzhalter {${what}}.`,
  'placeholder-unknown': (language, what) => `In ${language} steht der Platzhalter {${what}}, den der Ausgangstext nicht hat.`,
  'select-form-differs': (language, what) => `In ${language} stehen bei {${what}} andere Fälle als im Ausgangstext.`,
  'option-missing': (language, what) => `In ${language} fehlt die Antwort „${what}“.`,
  'option-unknown': (language, what) => `In ${language} steht die Antwort „${what}“, die es im Ausgang nicht gibt.`,
  'option-order-differs': (language) => `In ${language} stehen die Antworten in anderer Reihenfolge.`,
  'plural-form-missing': (language, what) => `In ${language} fehlt die Mehrzahlform „${what}“.`,
  'translation-stale': (language) => `Der Ausgangstext hat sich geändert, seit er nach ${language} übersetzt wurde.`,
  'same-as-source': (language) => `Der Text in ${language} ist gleich dem Ausgangstext; vielleicht ist er noch nicht übersetzt.`,
  'edge-space': (language) => `Der Text in ${language} beginnt oder endet mit einem Leerzeichen.`,
  'numbers-differ': (language, what) => `In ${language} stehen andere Zahlen als im Ausgangstext (${what}).`,
  'addresses-differ': (language, what) => `In ${language} stehen andere Adressen als im Ausgangstext (${what}).`,
  'markup-unbalanced': (language, what) => `In ${language} ist die Auszeichnung <${what}> nicht geschlossen oder nicht geöffnet.`,
  'markup-differs': (language, what) => `In ${language} stehen andere Auszeichnungen als im Ausgangstext (${what}).`,
  'direction-open': (language) => `In ${language} ist ein Zeichen für die Schreibrichtung nicht abgeschlossen; der Rest könnte verdreht erscheinen.`,
};

const ENGLISH: Readonly<Record<ParityCode, Sentence>> = {
  'text-missing': (language) => `The text is missing in the language ${language}.`,
  'source-missing': (language) => `The source text (${language}) is missing, a translation exists.`,
  'message-broken': (language) => `The braces of the text (${language}) are not valid; it could not be shown.`,
  'placeholder-missing': (language, what) => `The placeholder {${what}} is missing in ${language}.`,
  'placeholder-unknown': (language, what) => `${language} has the placeholder {${what}}, which the source does not have.`,
  'select-form-differs': (language, what) => `The cases of {${what}} in ${language} differ from the source.`,
  'option-missing': (language, what) => `The option “${what}” is missing in ${language}.`,
  'option-unknown': (language, what) => `${language} has the option “${what}”, which the source does not have.`,
  'option-order-differs': (language) => `The options stand in another order in ${language}.`,
  'plural-form-missing': (language, what) => `The plural form “${what}” is missing in ${language}.`,
  'translation-stale': (language) => `The source text changed since it was translated to ${language}.`,
  'same-as-source': (language) => `The text in ${language} equals the source; perhaps it is not translated yet.`,
  'edge-space': (language) => `The text in ${language} begins or ends with a space.`,
  'numbers-differ': (language, what) => `The numbers in ${language} differ from the source (${what}).`,
  'addresses-differ': (language, what) => `The addresses in ${language} differ from the source (${what}).`,
  'markup-unbalanced': (language, what) => `The tag <${what}> is not closed or not opened in ${language}.`,
  'markup-differs': (language, what) => `The tags in ${language} differ from the source (${what}).`,
  'direction-open': (language) => `A mark of writing direction is not ended in ${language}; what follows could appear turned round.`,
};

/** German and English sentence of a finding. */
export function paritySentences(code: ParityCode, language: LanguageCode, what = ''): LocalizedText {
  return { de: GERMAN[code](language, what), en: ENGLISH[code](language, what) };
}
