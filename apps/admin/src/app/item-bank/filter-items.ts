import type { Item, LocalizedText, Taxonomy } from '@stadtteilstimme/domain';

import type { InterfaceLanguage } from '../language/interface-language';
import { textIn } from '../language/localized-text';

export interface ItemFilters {
  readonly text: string;
  /** Target group, or empty for all. */
  readonly audience: string;
  readonly criterion: string;
  readonly fieldOfAction: string;
}

export const NO_ITEM_FILTERS: ItemFilters = { text: '', audience: '', criterion: '', fieldOfAction: '' };

/** Items that match all filters. The text is looked for in the id and in every wording. */
export function filterItems(items: readonly Item[], filters: ItemFilters): readonly Item[] {
  const wanted = filters.text.trim().toLowerCase();
  return items.filter(
    (item) =>
      (filters.audience === '' || item.audience.includes(filters.audience)) &&
      (filters.criterion === '' || item.criterion === filters.criterion) &&
      (filters.fieldOfAction === '' || item.fieldOfAction === filters.fieldOfAction) &&
      (wanted === '' || [item.id, ...Object.values(item.wordings).map(({ text }) => text)].some((text) => text.toLowerCase().includes(wanted))),
  );
}

export interface ItemGroup {
  readonly id: string;
  readonly names: LocalizedText;
  readonly items: readonly Item[];
}

/** Items under their criterion or Handlungsfeld, in the order of the master data; empty groups are left out. */
export function groupItems(items: readonly Item[], taxonomy: Taxonomy): readonly ItemGroup[] {
  const heads = [...taxonomy.criteria, ...taxonomy.fieldsOfAction];
  const known = new Set(heads.map(({ id }) => id));
  const groups = heads.map(({ id, names }) => ({ id, names, items: items.filter((item) => item.criterion === id || item.fieldOfAction === id) }));
  const others = items.filter((item) => !known.has(item.criterion ?? '') && !known.has(item.fieldOfAction ?? ''));
  return [...groups, { id: '', names: {}, items: others }].filter((group) => group.items.length > 0);
}

/** The wording a member of staff reads: interface language, otherwise German. */
export function itemText(item: Item, language: InterfaceLanguage): string {
  return textIn(Object.fromEntries(Object.entries(item.wordings).map(([code, { text }]) => [code, text])), language);
}
