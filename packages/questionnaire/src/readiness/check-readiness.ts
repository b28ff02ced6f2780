import type {
  ItemBank,
  LanguageCode,
  LanguageReadiness,
  ProblemDetail,
  QuestionnaireDraft,
  Readiness,
  Taxonomy,
  WordingState,
} from '@stadtteilstimme/domain';
import { textIn } from '../chosen-texts.js';
import type { OfferedServices } from './consent-texts.js';
import { chosenEntries, requiredTexts } from './required-texts.js';
import { structureProblems } from './structure-problems.js';

export interface ReadinessInput {
  readonly draft: QuestionnaireDraft;
  readonly taxonomy: Taxonomy;
  readonly itemBank: ItemBank;
  /** Another questionnaire already has this slug. */
  readonly slugTaken?: boolean;
  /** Services the consent text may promise; default: none. */
  readonly offered?: OfferedServices;
}

/** Criterion 7 takes one or two Handlungsfelder (evaluation programme of the city). */
const MAX_FOCUS_FIELDS = 2;

const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,58})[a-z0-9]$/;

/**
 * What still keeps a draft from being published, and how far its wordings have come in each language.
 * A wording nobody has reviewed is no problem, but it is counted. An item meant for another audience is allowed.
 */
export function checkReadiness(input: ReadinessInput): Readiness {
  return {
    problems: [...compositionProblems(input), ...structureProblems(input), ...wordingProblems(input)],
    languages: [...new Set(input.draft.languages)].map((language) => languageReadiness(input, language)),
  };
}

function compositionProblems({ draft, taxonomy, slugTaken }: ReadinessInput): readonly ProblemDetail[] {
  const incomplete: readonly (readonly [boolean, string])[] = [
    [!SLUG.test(draft.slug), 'slug'],
    [draft.itemIds.length === 0, 'items'],
    [draft.districtIds.length === 0, 'districtIds'],
    // German is the language of the record: the version others are translated from and fall back to.
    [!draft.languages.includes('de'), 'languages'],
    [draft.focus.length > MAX_FOCUS_FIELDS, 'focus'],
    [draft.purpose.trim() === '', 'purpose'],
    [!taxonomy.targetGroups.some((group) => group.id === draft.targetGroupId), 'targetGroupId'],
  ];
  return [
    ...incomplete
      .filter(([isProblem]) => isProblem)
      .map(([, place]) => ({ code: 'questionnaire-incomplete', place }) as const),
    ...(slugTaken ? [{ code: 'slug-taken', place: 'slug' } as const] : []),
  ];
}

function wordingProblems({ draft, itemBank, offered }: ReadinessInput): readonly ProblemDetail[] {
  const languages = [...new Set(draft.languages)];
  return requiredTexts(draft, itemBank, offered).flatMap(({ place, texts }) =>
    languages
      .filter((language) => textIn(texts, language) === '')
      .map((language) => ({ code: 'wording-missing', place, language }) as const),
  );
}

function languageReadiness({ draft, itemBank }: ReadinessInput, language: LanguageCode): LanguageReadiness {
  const { items, demographics } = chosenEntries(draft, itemBank);
  const wordings = [...items, ...demographics].map(({ wordings: byLanguage }) =>
    Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined,
  );
  const states: Partial<Record<WordingState, number>> = {};
  let missing = 0;
  for (const wording of wordings) {
    if (wording === undefined || wording.text.trim() === '') missing += 1;
    else states[wording.state] = (states[wording.state] ?? 0) + 1;
  }
  return { language, wordings: wordings.length, missing, states };
}
