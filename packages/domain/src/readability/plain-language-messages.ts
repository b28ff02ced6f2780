import type { PlainLanguageFinding, PlainLanguageRule } from './plain-language-finding.js';

/** What a rule says to the author: what was found, and what to do. `{word}` is filled in by `plainLanguageAdvice`. */
export interface RuleMessage {
  readonly title: string;
  readonly advice: string;
}

/** German first, English second; after the rules of Netzwerk Leichte Sprache and DIN SPEC 33429:2025. */
export const PLAIN_LANGUAGE_MESSAGES: Readonly<Record<PlainLanguageRule, Readonly<Record<'de' | 'en', RuleMessage>>>> = {
  'long-sentence': {
    de: { title: 'Langer Satz', advice: 'Teilen Sie den Satz. Höchstens 8 Wörter sind gut, mehr als 12 sind zu viele.' },
    en: { title: 'Long sentence', advice: 'Divide the sentence. Up to 8 words are good, more than 12 are too many.' },
  },
  'several-statements': {
    de: { title: 'Mehr als eine Aussage', advice: 'Machen Sie aus dem Nebensatz einen eigenen Satz.' },
    en: { title: 'More than one statement', advice: 'Make the subordinate clause a sentence of its own.' },
  },
  genitive: {
    de: { title: 'Genitiv', advice: 'Schreiben Sie „von“ oder „vom“: das Haus vom Verein.' },
    en: { title: 'Genitive', advice: 'Write “von” or “vom” instead.' },
  },
  subjunctive: {
    de: { title: 'Konjunktiv', advice: 'Schreiben Sie es ohne „{word}“. Nicht: „Morgen könnte es regnen.“ Sondern: „Morgen regnet es vielleicht.“' },
    en: { title: 'Subjunctive', advice: 'Say it without “{word}”. Not: “Morgen könnte es regnen.” But: “Morgen regnet es vielleicht.”' },
  },
  passive: {
    de: { title: 'Passiv', advice: 'Schreiben Sie, wer etwas tut.' },
    en: { title: 'Passive', advice: 'Say who does it.' },
  },
  negation: {
    de: { title: 'Verneinung', advice: 'Sagen Sie es ohne „{word}“, wenn das geht. Sonst heben Sie „{word}“ hervor.' },
    en: { title: 'Negation', advice: 'Say it without “{word}” where possible; otherwise emphasise “{word}”.' },
  },
  'long-compound': {
    de: { title: 'Langes Wort', advice: 'Trennen Sie das Wort mit Bindestrich oder Mediopunkt.' },
    en: { title: 'Long word', advice: 'Divide the word by a hyphen or Mediopunkt.' },
  },
  'number-word': {
    de: { title: 'Zahl als Wort', advice: 'Schreiben Sie die Zahl als Ziffer.' },
    en: { title: 'Number as a word', advice: 'Write the number in digits.' },
  },
  abbreviation: {
    de: { title: 'Abkürzung', advice: 'Schreiben Sie das Wort aus.' },
    en: { title: 'Abbreviation', advice: 'Write it out.' },
  },
  'several-sentences-in-line': {
    de: { title: 'Mehrere Sätze in einer Zeile', advice: 'Beginnen Sie jeden Satz in einer neuen Zeile.' },
    en: { title: 'Several sentences in one line', advice: 'Begin each sentence on a new line.' },
  },
  'difficult-word': {
    de: { title: 'Schweres Wort', advice: 'Nehmen Sie ein leichteres Wort oder erklären Sie es.' },
    en: { title: 'Difficult word', advice: 'Take an easier word or explain it.' },
  },
  'large-number': {
    de: { title: 'Große oder schwere Zahl', advice: 'Ungenau ist oft leichter: „viele“, „einige“, „vor langer Zeit“.' },
    en: { title: 'Large or difficult number', advice: 'Vague is often easier: “viele”, “einige”, “vor langer Zeit”.' },
  },
  'special-character': {
    de: { title: 'Sonderzeichen', advice: 'Vermeiden Sie „{word}“ oder schreiben Sie es als Wort.' },
    en: { title: 'Special character', advice: 'Avoid “{word}” or write it as a word.' },
  },
  'indirect-address': {
    de: { title: 'Keine direkte Anrede', advice: 'Sprechen Sie die Leserin oder den Leser an: „Sie“ statt „man“.' },
    en: { title: 'No direct address', advice: 'Address the reader: “Sie” instead of “man”.' },
  },
};

/**
 * What to do about one finding, as one sentence or more: the advice of its rule with the words that were found, and with what to
 * write instead where that is known.
 */
export function plainLanguageAdvice({ rule, word, replacement }: Pick<PlainLanguageFinding, 'rule' | 'word' | 'replacement'>, language: 'de' | 'en'): string {
  const advice = PLAIN_LANGUAGE_MESSAGES[rule][language].advice.replaceAll('{word}', () => word);
  return replacement === null ? advice : advice.replace(/\.$/, () => `: ${replacement}`);
}
