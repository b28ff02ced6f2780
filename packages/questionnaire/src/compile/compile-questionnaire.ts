import type { Codebook, ItemBank, QuestionnaireDraft, Taxonomy } from '@stadtteilstimme/domain';
import { codebookFromSurvey } from '../codebook/codebook-from-survey.js';
import { QuestionnaireError } from '../questionnaire-error.js';
import { structureProblems } from '../readiness/structure-problems.js';
import { registerStadtteilProperties } from '../survey-model/stadtteil-properties.js';
import { estimateMinutes } from './estimate-minutes.js';
import { planPages } from './question-plan.js';
import { surveyJson } from './survey-json.js';
import { createVariableNames } from './variable-names.js';

export interface CompileInput {
  readonly draft: QuestionnaireDraft;
  readonly taxonomy: Taxonomy;
  readonly itemBank: ItemBank;
}

export interface CompiledQuestionnaire {
  /** SurveyJS JSON: one page per item, demographics last; nothing is required. */
  readonly survey: Record<string, unknown>;
  /** Every column of the data, read from the survey. */
  readonly codebook: Codebook;
  /** At least one question falls under Art. 9 GDPR and needs its own consent. */
  readonly hasArt9Items: boolean;
  /** About how long it takes, whole minutes. */
  readonly minutes: number;
}

/**
 * Compiles a draft to the survey residents see and to the codebook of its answers.
 * Missing wordings do not stop it (a preview may show half a translation); `checkReadiness` finds them.
 * The same input always gives the same output.
 * @throws {QuestionnaireError} when the draft names something that does not exist or cannot be coded.
 */
export function compileQuestionnaire({ draft, taxonomy, itemBank }: CompileInput): CompiledQuestionnaire {
  const problems = structureProblems({ draft, taxonomy, itemBank });
  if (problems.length > 0) throw new QuestionnaireError(problems);
  registerStadtteilProperties();
  const pages = planPages({ draft, taxonomy, itemBank, languages: draft.languages, names: createVariableNames() });
  const survey = surveyJson(pages, itemBank, draft.languages);
  const { codebook, unsupported } = codebookFromSurvey(survey, { languages: draft.languages });
  if (unsupported.length > 0) throw new QuestionnaireError(unsupported.map(({ place }) => ({ code: 'questionnaire-incomplete', place })));
  return {
    survey,
    codebook,
    hasArt9Items: pages.some((page) => page.item?.art9 === true),
    minutes: estimateMinutes(pages),
  };
}
