import type { Codebook, LanguageCode } from '@stadtteilstimme/domain';
import { surveyTexts } from '../parity/survey-texts.js';

/** What a comparison needs of a published version: both halves are frozen with it. */
export interface PublishedVersion {
  readonly codebook: Codebook;
  /** SurveyJS JSON as residents saw it. */
  readonly survey: Readonly<Record<string, unknown>>;
  /** Languages residents could choose. */
  readonly languages: readonly LanguageCode[];
}

/** Languages that have at least one text in a survey, in order of appearance; for versions that list none. */
export function surveyLanguages(survey: Readonly<Record<string, unknown>>): readonly LanguageCode[] {
  return [...new Set(surveyTexts(survey).flatMap((text) => Object.keys(text.texts)))];
}
