import type { LanguageCode, LocalizedText, Language, WordingState } from './language.js';

/** Code as stored in an answer: numbers on scales, words in choices. Never reused for another meaning. */
export type AnswerCode = number | string;

/** Why a code does not count as a judgement: both are missing for scoring, both are reported. */
export type MissingKind = 'dont-know' | 'prefer-not';

export interface ScalePoint {
  readonly code: number;
  readonly labels: LocalizedText;
}

export interface ScaleMissing extends ScalePoint {
  readonly key: MissingKind;
}

/** An answer scale shared by items, for example `ZUST5` (agreement, 1 to 5). */
export interface Scale {
  readonly id: string;
  readonly use: 'bestand' | 'bedarf';
  readonly ordered: boolean;
  readonly min: number;
  readonly max: number;
  /** The question put under a statement, for example "Stimmt das heute?". */
  readonly prompt: LocalizedText | null;
  readonly points: readonly ScalePoint[];
  readonly missing: readonly ScaleMissing[];
}

export interface ChoiceOption {
  readonly code: string;
  /** Cannot be combined with another option ("Nichts davon"). */
  readonly exclusive: boolean;
  /** Opens a free-text field. */
  readonly freeText: boolean;
  readonly missing: boolean;
  readonly labels: LocalizedText;
}

export interface Choice {
  readonly multiple: boolean;
  /** Most options a person may tick; null = no limit. */
  readonly max: number | null;
  readonly options: readonly ChoiceOption[];
}

export interface Wording {
  readonly text: string;
  readonly help?: string;
  readonly state: WordingState;
  /** The German text changed after this translation was made, and nobody has looked at it since. */
  readonly stale?: true;
}

export type Wordings = Readonly<Record<LanguageCode, Wording>>;

/** `pair`: one statement asked twice, how true it is today (Bestand) and how important (Bedarf). */
export type ItemKind = 'pair' | 'bestand' | 'bedarf';

/** A question of the item bank; its identity holds across questionnaires, versions and waves. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly audience: readonly string[];
  readonly criterion: string | null;
  readonly fieldOfAction: string | null;
  readonly scales: { readonly bestand: string | null; readonly bedarf: string | null };
  readonly reverse: boolean;
  /** Special category of personal data (Art. 9 GDPR): own consent, k = 10. */
  readonly art9: boolean;
  readonly sensitive: boolean;
  readonly twinOf: string | null;
  readonly choice: Choice | null;
  readonly wordings: Wordings;
}

/** A question about the person. `optionsFrom: 'districts'` lists the questionnaire's districts first. */
export interface Demographic {
  readonly id: string;
  readonly audience: 'all' | readonly string[];
  readonly optional: boolean;
  readonly optionsFrom: 'districts' | null;
  readonly options: readonly ChoiceOption[];
  readonly wordings: Wordings;
}

/** One paragraph or checkbox of the consent text; `{placeholders}` are filled from the city's settings. */
export interface ConsentBlock {
  readonly id: string;
  readonly type: 'heading' | 'text' | 'checkbox';
  readonly audience: 'all' | readonly string[];
  readonly onlyWithArt9Items: boolean;
  readonly texts: LocalizedText;
}

/** Everything questionnaires are composed from. */
export interface ItemBank {
  readonly languages: readonly Language[];
  readonly scales: readonly Scale[];
  readonly items: readonly Item[];
  readonly demographics: readonly Demographic[];
  readonly consent: readonly ConsentBlock[];
  /** Texts of the respondent's screens (ICU MessageFormat), key → language → text. */
  readonly interfaceTexts: Readonly<Record<string, LocalizedText>>;
}
