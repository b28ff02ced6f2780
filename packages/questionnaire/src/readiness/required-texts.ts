import type { ChoiceOption, Demographic, Item, ItemBank, LocalizedText, QuestionnaireDraft, Scale } from '@stadtteilstimme/domain';
import { wordingTexts } from '../chosen-texts.js';
import { consentBlocksFor } from './consent-texts.js';
import type { OfferedServices } from './consent-texts.js';

/** A text residents will read, and where it stands. */
export interface RequiredText {
  readonly place: string;
  readonly texts: LocalizedText;
}

/** Every text of the questionnaire that must exist in each chosen language, in the order residents read them. */
export function requiredTexts(draft: QuestionnaireDraft, itemBank: ItemBank, offered?: OfferedServices): readonly RequiredText[] {
  const { items, demographics } = chosenEntries(draft, itemBank);
  const hasArt9Items = items.some((item) => item.art9);
  const consent = consentBlocksFor(itemBank, { targetGroupId: draft.targetGroupId, hasArt9Items, ...(offered ? { offered } : {}) });
  return [
    { place: 'title', texts: draft.title },
    { place: 'welcome', texts: draft.welcome },
    { place: 'thanks', texts: draft.thanks },
    ...consent.map((block) => ({ place: `consent.${block.id}`, texts: block.texts })),
    ...items.flatMap((item) => [
      { place: `items.${item.id}`, texts: wordingTexts(item.wordings) },
      ...optionTexts(`items.${item.id}`, item.choice?.options ?? []),
    ]),
    ...scalesIn(items, itemBank).flatMap(scaleTexts),
    ...demographics.flatMap((demographic) => [
      { place: `demographics.${demographic.id}`, texts: wordingTexts(demographic.wordings) },
      ...optionTexts(`demographics.${demographic.id}`, demographic.options),
    ]),
  ];
}

/** The items and demographics of a draft in its order; unknown ids are left out. */
export function chosenEntries(
  draft: QuestionnaireDraft,
  itemBank: ItemBank,
): { readonly items: readonly Item[]; readonly demographics: readonly Demographic[] } {
  return {
    items: inOrder(draft.itemIds, itemBank.items),
    demographics: inOrder(draft.demographicIds, itemBank.demographics),
  };
}

function inOrder<T extends { readonly id: string }>(ids: readonly string[], entries: readonly T[]): readonly T[] {
  return [...new Set(ids)].flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
}

function scalesIn(items: readonly Item[], itemBank: ItemBank): readonly Scale[] {
  const used = new Set(items.filter((item) => !item.choice).flatMap((item) => [item.scales.bestand, item.scales.bedarf]));
  return itemBank.scales.filter((scale) => used.has(scale.id));
}

function scaleTexts(scale: Scale): readonly RequiredText[] {
  const place = `scales.${scale.id}`;
  return [
    ...(scale.prompt ? [{ place: `${place}.prompt`, texts: scale.prompt }] : []),
    ...scale.points.map((point) => ({ place: `${place}.points.${point.code}`, texts: point.labels })),
    ...scale.missing.map((point) => ({ place: `${place}.missing.${point.code}`, texts: point.labels })),
  ];
}

function optionTexts(place: string, options: readonly ChoiceOption[]): readonly RequiredText[] {
  return options.map((option) => ({ place: `${place}.options.${option.code}`, texts: option.labels }));
}
