import type { ChoiceOption, Item, ItemBank, ProblemDetail, QuestionnaireDraft, Scale, Taxonomy } from '@stadtteilstimme/domain';
import { MOST_CODES } from '../codebook/choice-codes.js';

interface Parts {
  readonly draft: QuestionnaireDraft;
  readonly taxonomy: Taxonomy;
  readonly itemBank: ItemBank;
}

/** Everything that keeps a draft from being compiled at all: unknown or doubled ids and answers that cannot be coded. */
export function structureProblems({ draft, taxonomy, itemBank }: Parts): readonly ProblemDetail[] {
  const places = [
    ...unknownOrDoubled('items', draft.itemIds, idsOf(itemBank.items)),
    ...unknownOrDoubled('demographics', draft.demographicIds, idsOf(itemBank.demographics)),
    ...unknownOrDoubled('districtIds', draft.districtIds, idsOf(taxonomy.districts)),
    ...unknownOrDoubled('focus', draft.focus, idsOf(taxonomy.fieldsOfAction)),
    ...unknownOrDoubled('languages', draft.languages, new Set(itemBank.languages.map((language) => language.code))),
    ...itemBank.items.filter((item) => draft.itemIds.includes(item.id)).flatMap((item) => itemPlaces(item, itemBank)),
    ...demographicPlaces(draft, itemBank),
  ];
  return [...new Set(places)].map((place) => ({ code: 'questionnaire-incomplete', place }));
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.id));
}

function unknownOrDoubled(field: string, ids: readonly string[], known: ReadonlySet<string>): string[] {
  return ids.filter((id, index) => !known.has(id) || ids.indexOf(id) !== index).map((id) => `${field}.${id}`);
}

function itemPlaces(item: Item, itemBank: ItemBank): string[] {
  if (item.choice) return optionPlaces(`items.${item.id}`, item.choice.options, []);
  const scaleIds = [item.scales.bestand, item.scales.bedarf].filter((id) => id !== null);
  if (scaleIds.length === 0) return [`items.${item.id}`];
  return scaleIds.flatMap((id) => {
    const scale = itemBank.scales.find((candidate) => candidate.id === id);
    return scale && isCodable(scale) ? [] : [`scales.${id}`];
  });
}

function isCodable(scale: Scale): boolean {
  const codes = [...scale.points, ...scale.missing].map((point) => point.code);
  return scale.points.length > 0 && codes.length <= MOST_CODES && new Set(codes).size === codes.length;
}

function demographicPlaces(draft: QuestionnaireDraft, itemBank: ItemBank): string[] {
  const chosen = itemBank.demographics.filter((demographic) => draft.demographicIds.includes(demographic.id));
  const districtQuestions = chosen.filter((demographic) => demographic.optionsFrom === 'districts');
  return [
    ...chosen.flatMap((demographic) =>
      optionPlaces(`demographics.${demographic.id}`, demographic.options, districtQuestions.includes(demographic) ? draft.districtIds : []),
    ),
    // A report by one district question and filtered by another would let overlapping areas be subtracted.
    ...districtQuestions.slice(1).map((demographic) => `demographics.${demographic.id}`),
  ];
}

function optionPlaces(place: string, options: readonly ChoiceOption[], before: readonly string[]): string[] {
  const codes = [...before, ...options.map((option) => option.code)];
  const freeTexts = options.filter((option) => option.freeText);
  return [
    ...(codes.length === 0 || codes.length > MOST_CODES ? [place] : []),
    ...options.filter((option) => codes.indexOf(option.code) !== codes.lastIndexOf(option.code)).map((option) => `${place}.options.${option.code}`),
    // An answer has one free-text key per question.
    ...freeTexts.slice(1).map((option) => `${place}.options.${option.code}`),
  ];
}
