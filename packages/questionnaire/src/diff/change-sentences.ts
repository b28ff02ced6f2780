import type { LocalizedText } from '@stadtteilstimme/domain';
import { partInWords, placeInWords, termInWords } from './change-words.js';

/** Every way in which an item can differ between two versions, and what it does to a comparison. */
export const CHANGE_EFFECTS = {
  'type-changed': 'break',
  'scale-changed': 'break',
  'codes-changed': 'break',
  'code-meaning-changed': 'break',
  'nothing-in-common': 'break',
  'missing-kind-changed': 'break',
  'option-role-changed': 'break',
  'limit-changed': 'break',
  'base-changed': 'break',
  'direction-changed': 'break',
  'wording-changed': 'limited',
  'wording-in-one-version-only': 'limited',
  'option-added': 'limited',
  'option-removed': 'limited',
  'option-order-changed': 'limited',
  'part-added': 'limited',
  'part-removed': 'limited',
  'base-question-changed': 'limited',
  'required-changed': 'limited',
  'value-range-changed': 'limited',
} as const;
export type ChangeCode = keyof typeof CHANGE_EFFECTS;

/** Changes whose before and after are terms of ours, not texts or codes of the questionnaire. */
const IN_TERMS: ReadonlySet<ChangeCode> = new Set(['type-changed', 'missing-kind-changed', 'option-role-changed', 'direction-changed', 'required-changed', 'part-added', 'part-removed', 'nothing-in-common']);

/** What a sentence may name: never an answer, only parts of the questionnaire. */
export interface ChangeFacts {
  readonly place: string;
  readonly language?: string;
  readonly before?: string;
  readonly after?: string;
  /** Labels of `before` and `after` where these are codes: sentences quote what people read. */
  readonly labels?: { readonly before?: LocalizedText; readonly after?: LocalizedText };
}

type Sentence = (facts: ChangeFacts) => string;

const german = (value: string | undefined, none: string): string => (value === undefined || value === '' ? none : `„${value}“`);
const english = (value: string | undefined, none: string): string => (value === undefined || value === '' ? none : `“${value}”`);
const germanValues = ({ before, after }: ChangeFacts, none: string): string => `${german(before, none)} → ${german(after, none)}`;
const englishValues = ({ before, after }: ChangeFacts, none: string): string => `${english(before, none)} → ${english(after, none)}`;

const GERMAN: Readonly<Record<ChangeCode, Sentence>> = {
  'type-changed': (facts) => `Die Frageart hat sich geändert (${germanValues(facts, 'keine')}). Die Reihe bricht hier ab.`,
  'scale-changed': (facts) => `Die Skala hat sich geändert (${germanValues(facts, 'keine')}). Die Reihe bricht hier ab.`,
  'codes-changed': (facts) => `Die Codes der Skala haben sich geändert (${germanValues(facts, 'keine')}). Die Reihe bricht hier ab.`,
  'code-meaning-changed': (facts) => `Der Code steht für eine andere Antwort der Liste (${germanValues(facts, 'keine')}). Die Reihe bricht hier ab.`,
  'nothing-in-common': (facts) => `Kein Teil der Frage steht in beiden Fassungen (${germanValues(facts, 'keiner')}). Die Reihe bricht hier ab.`,
  'missing-kind-changed': (facts) => `Ein Code zählt nicht mehr gleich als fehlende Angabe (${germanValues(facts, 'gültige Angabe')}). Die Reihe bricht hier ab.`,
  'option-role-changed': (facts) => `Die Antwort hat eine andere Rolle, ausschließend oder fehlende Angabe (${germanValues(facts, 'gewöhnlich')}). Die Reihe bricht hier ab.`,
  'limit-changed': (facts) => `Es durften verschieden viele Antworten gewählt werden (${germanValues(facts, 'ohne Grenze')}). Die Reihe bricht hier ab.`,
  'base-changed': (facts) =>
    facts.before === facts.after
      ? `Der Filter ${german(facts.after, '')} liest eine Frage, die jetzt eine andere ist. Die Reihe bricht hier ab.`
      : `Die Frage wurde anderen Personen gezeigt (${germanValues(facts, 'allen')}). Die Reihe bricht hier ab.`,
  'direction-changed': (facts) => `Die Aussage zählt in umgekehrter Richtung (${germanValues(facts, 'gewöhnlich')}). Die Reihe bricht hier ab.`,
  'wording-changed': (facts) => `Der Wortlaut (${facts.language ?? ''}) hat sich geändert. Der Vergleich gilt eingeschränkt.`,
  'wording-in-one-version-only': (facts) => `Der Wortlaut (${facts.language ?? ''}) steht nur in einer der beiden Fassungen. Der Vergleich gilt eingeschränkt.`,
  'option-added': (facts) => `Die Antwort „${facts.after ?? ''}“ gab es vorher nicht. Der Vergleich gilt eingeschränkt.`,
  'option-removed': (facts) => `Die Antwort „${facts.before ?? ''}“ gibt es nicht mehr. Der Vergleich gilt eingeschränkt.`,
  'option-order-changed': () => `Die Antworten stehen in anderer Reihenfolge. Der Vergleich gilt eingeschränkt.`,
  'part-added': (facts) => `Zu dieser Frage gehört ein neuer Teil (${facts.after ?? ''}). Der Vergleich der übrigen gilt eingeschränkt.`,
  'part-removed': (facts) => `Ein Teil dieser Frage entfällt (${facts.before ?? ''}). Der Vergleich der übrigen gilt eingeschränkt.`,
  'base-question-changed': (facts) => `Die Filterfrage „${facts.after ?? ''}“ hat sich geändert. Der Vergleich gilt eingeschränkt.`,
  'required-changed': (facts) => `Die Antwort war nicht in beiden Fassungen Pflicht (${germanValues(facts, 'freiwillig')}). Der Vergleich gilt eingeschränkt.`,
  'value-range-changed': (facts) => `Der erlaubte Bereich hat sich geändert (${germanValues(facts, 'ohne Grenze')}). Der Vergleich gilt eingeschränkt.`,
};

const ENGLISH: Readonly<Record<ChangeCode, Sentence>> = {
  'type-changed': (facts) => `the type of question changed (${englishValues(facts, 'none')}). The series breaks here.`,
  'scale-changed': (facts) => `the scale changed (${englishValues(facts, 'none')}). The series breaks here.`,
  'codes-changed': (facts) => `the codes of the scale changed (${englishValues(facts, 'none')}). The series breaks here.`,
  'code-meaning-changed': (facts) => `the code stands for another answer of the list (${englishValues(facts, 'none')}). The series breaks here.`,
  'nothing-in-common': (facts) => `no part of the question is in both versions (${englishValues(facts, 'none')}). The series breaks here.`,
  'missing-kind-changed': (facts) => `a code no longer counts as missing in the same way (${englishValues(facts, 'a valid answer')}). The series breaks here.`,
  'option-role-changed': (facts) => `the option has another role, exclusive or missing (${englishValues(facts, 'ordinary')}). The series breaks here.`,
  'limit-changed': (facts) => `a different number of answers could be chosen (${englishValues(facts, 'no limit')}). The series breaks here.`,
  'base-changed': (facts) =>
    facts.before === facts.after
      ? `the filter ${english(facts.after, '')} reads a question that is another one now. The series breaks here.`
      : `the question was shown to other people (${englishValues(facts, 'everyone')}). The series breaks here.`,
  'direction-changed': (facts) => `the statement counts in the opposite direction (${englishValues(facts, 'ordinary')}). The series breaks here.`,
  'wording-changed': (facts) => `the wording (${facts.language ?? ''}) changed. The comparison is limited.`,
  'wording-in-one-version-only': (facts) => `the wording (${facts.language ?? ''}) stands in only one of the two versions. The comparison is limited.`,
  'option-added': (facts) => `the option “${facts.after ?? ''}” was not offered before. The comparison is limited.`,
  'option-removed': (facts) => `the option “${facts.before ?? ''}” is no longer offered. The comparison is limited.`,
  'option-order-changed': () => `the options stand in another order. The comparison is limited.`,
  'part-added': (facts) => `the question has a new part (${facts.after ?? ''}). The comparison of the others is limited.`,
  'part-removed': (facts) => `a part of the question is gone (${facts.before ?? ''}). The comparison of the others is limited.`,
  'base-question-changed': (facts) => `the filter question “${facts.after ?? ''}” changed. The comparison is limited.`,
  'required-changed': (facts) => `an answer was not demanded in both versions (${englishValues(facts, 'voluntary')}). The comparison is limited.`,
  'value-range-changed': (facts) => `the allowed range changed (${englishValues(facts, 'no limit')}). The comparison is limited.`,
};

/** The sentence of a change for staff, in German and English, behind its place: `district: Die Antwort „Rettmer“ …`. */
export function changeSentences(code: ChangeCode, facts: ChangeFacts): LocalizedText {
  return {
    de: `${placeInWords(facts.place, 'de')}: ${GERMAN[code](inWords(code, facts, 'de'))}`,
    en: `${placeInWords(facts.place, 'en')}: ${ENGLISH[code](inWords(code, facts, 'en'))}`,
  };
}

/** The same for a reader who sees the question above it: only the part of the question is named, if it is about one. */
export function changeStatements(code: ChangeCode, facts: ChangeFacts): LocalizedText {
  const statement = (language: 'de' | 'en'): string => {
    const part = partInWords(facts.place, language);
    const words = (language === 'de' ? GERMAN : ENGLISH)[code](inWords(code, facts, language));
    return capitalized(part === '' ? words : `${part}: ${words}`);
  };
  return { de: statement('de'), en: statement('en') };
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The facts as a person reads them; the change itself keeps the terms and codes. */
function inWords(code: ChangeCode, facts: ChangeFacts, language: 'de' | 'en'): ChangeFacts {
  const { labels, before, after } = facts;
  const isTerm = IN_TERMS.has(code) || code === 'codes-changed';
  const said = (value: string, label: LocalizedText | undefined): string => label?.[language] ?? label?.['de'] ?? (isTerm ? termInWords(value, language) : value);
  return {
    ...facts,
    ...(before === undefined ? {} : { before: said(before, labels?.before) }),
    ...(after === undefined ? {} : { after: said(after, labels?.after) }),
  };
}
