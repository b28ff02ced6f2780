import type { DistrictId } from '../taxonomy/taxonomy.js';
import type { Codebook } from '../survey/codebook.js';
import type { Language, LanguageCode, LocalizedText, WordingState } from './language.js';
import type { ProblemDetail } from './problems.js';

/** How people come into the sample: the most important fact about any number (Erhebungsdesign). */
export const SAMPLING_DESIGNS = ['census', 'random', 'quota', 'open'] as const;
export type SamplingDesign = (typeof SAMPLING_DESIGNS)[number];

export const LEGAL_BASES = ['consent', 'public-task'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** Erhebungsweg: how an answer reached us. */
export const COLLECTION_MODES = ['online', 'tablet', 'paper', 'interview', 'interpreter'] as const;
export type CollectionMode = (typeof COLLECTION_MODES)[number];

/** Modes a respondent's own device may claim; the others are entered by staff. */
export const SELF_REPORTED_MODES = ['online', 'tablet'] as const satisfies readonly CollectionMode[];

export type QuestionnaireState = 'draft' | 'open' | 'closed';

/** What staff compose; becomes an immutable version on publishing. */
export interface QuestionnaireDraft {
  /** Public address `/u/<slug>`: lower-case letters, digits and hyphens, 3 to 60 characters. */
  readonly slug: string;
  readonly title: LocalizedText;
  readonly welcome: LocalizedText;
  readonly thanks: LocalizedText;
  readonly targetGroupId: string;
  readonly districtIds: readonly DistrictId[];
  readonly languages: readonly LanguageCode[];
  readonly samplingDesign: SamplingDesign;
  /** In German; residents read it in the consent text. */
  readonly purpose: string;
  /** The same in other languages, where somebody has translated it; residents of the others read the German. */
  readonly purposeTranslations?: LocalizedText;
  readonly legalBasis: LegalBasis;
  /** Handlungsfelder that fill criterion 7; none, one or two. */
  readonly focus: readonly string[];
  readonly itemIds: readonly string[];
  readonly demographicIds: readonly string[];
}

/** One row of the overview. */
export interface QuestionnaireSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly state: QuestionnaireState;
  readonly targetGroupId: string;
  readonly samplingDesign: SamplingDesign;
  readonly languages: readonly LanguageCode[];
  readonly itemCount: number;
  /** Number of the newest published version; null while never published. */
  readonly publishedVersion: number | null;
  /** The draft is no longer what the newest version was made from: a next version is being worked on. */
  readonly newVersionBegun: boolean;
  /** Answers stored; null where the viewer's scope does not cover the whole questionnaire. */
  readonly responseCount: number | null;
  /** Example data: must be labelled wherever it is shown. */
  readonly synthetic: boolean;
}

export interface QuestionnaireDetail extends QuestionnaireSummary {
  readonly draft: QuestionnaireDraft;
  /** Increases with every saved change; sent back on save so that nobody overwrites a colleague. */
  readonly revision: number;
  readonly taxonomyVersion: number;
}

/** What still stands between a draft and publishing, and what a reader should know about its texts. */
export interface Readiness {
  /** Empty = may be published. */
  readonly problems: readonly ProblemDetail[];
  readonly languages: readonly LanguageReadiness[];
}

export interface LanguageReadiness {
  readonly language: LanguageCode;
  readonly wordings: number;
  readonly missing: number;
  /** How many wordings stand in which state. */
  readonly states: Readonly<Partial<Record<WordingState, number>>>;
}

/** Id of the consent paragraph with the purpose of this one questionnaire, in the words of those who made it (Art. 13(1)(c) GDPR). */
export const SURVEY_PURPOSE = 'survey-purpose';

/** One consent paragraph as the respondent reads it, placeholders already filled. */
export interface ConsentText {
  readonly id: string;
  readonly type: 'heading' | 'text' | 'checkbox';
  readonly onlyWithArt9Items: boolean;
  readonly texts: LocalizedText;
}

/** All a respondent's device needs; the same for everyone, cacheable. */
export interface PublishedQuestionnaire {
  readonly versionId: string;
  readonly slug: string;
  readonly state: 'open' | 'closed';
  readonly synthetic: boolean;
  readonly languages: readonly PublishedLanguage[];
  readonly title: LocalizedText;
  readonly welcome: LocalizedText;
  readonly thanks: LocalizedText;
  readonly consent: readonly ConsentText[];
  readonly hasArt9Items: boolean;
  /** Whole months after closing that the consent text promises to keep free texts; missing in versions published before it was written down. */
  readonly freeTextMonths?: number;
  /** About how long it takes, whole minutes. */
  readonly minutes: number;
  /** SurveyJS JSON; one page per item. */
  readonly survey: Record<string, unknown>;
  readonly codebook: Codebook;
  /** Respondent screen texts in the languages of this questionnaire. */
  readonly interfaceTexts: Readonly<Record<string, LocalizedText>>;
  /** District aliases, so that people find their Stadtteil by the name they use. */
  readonly districtAliases: Readonly<Record<DistrictId, readonly string[]>>;
}

export interface PublishedLanguage extends Language {
  /** Every wording of this language was confirmed by a person. */
  readonly reviewed: boolean;
}

/** Entry of the public list. */
export interface OpenQuestionnaire {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly languages: readonly Language[];
  readonly synthetic: boolean;
}

export interface QuestionnaireVersionSummary {
  readonly id: string;
  readonly number: number;
  /** ISO date, day precision. */
  readonly publishedOn: string;
  readonly taxonomyVersion: number;
  readonly languages: readonly LanguageCode[];
  /** Why wordings changed since the version before: id of the item or demographic question → reason. */
  readonly wordingNotes: Readonly<Record<string, string>>;
}
