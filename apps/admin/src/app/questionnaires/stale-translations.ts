import type { ItemBank, LanguageCode } from '@stadtteilstimme/domain';

/** A question whose German wording is newer than some of its translations. */
export interface StaleTranslations {
  readonly itemId: string;
  /** In the order of the questionnaire. */
  readonly languages: readonly LanguageCode[];
}

/** The questions of a questionnaire that residents would read in another sense in some of its languages, in its order. */
export function staleTranslations(bank: ItemBank, { itemIds, languages }: { readonly itemIds: readonly string[]; readonly languages: readonly LanguageCode[] }): readonly StaleTranslations[] {
  const wordings = new Map(bank.items.map((item) => [item.id, item.wordings]));
  return itemIds
    .map((itemId) => ({ itemId, languages: languages.filter((language) => wordings.get(itemId)?.[language]?.stale === true) }))
    .filter((item) => item.languages.length > 0);
}
