import type { CommunityHouse, Criterion, District, FieldOfAction, LocalizedText, PopulationFigure, TargetGroup, Taxonomy } from '@stadtteilstimme/domain';

/** The lists of the master data. */
export type TaxonomyList = 'districts' | 'communityHouses' | 'targetGroups' | 'fieldsOfAction' | 'criteria';
export const TAXONOMY_LISTS = ['districts', 'communityHouses', 'targetGroups', 'fieldsOfAction', 'criteria'] as const satisfies readonly TaxonomyList[];

/** Replaces the entry at one place of a list. */
export function withEntry<List extends TaxonomyList>(taxonomy: Taxonomy, list: List, index: number, entry: Taxonomy[List][number]): Taxonomy {
  return { ...taxonomy, [list]: taxonomy[list].map((other, place) => (place === index ? entry : other)) };
}

/** Takes an entry away; a Stadtteil also leaves the houses that served it. */
export function withoutEntry(taxonomy: Taxonomy, list: TaxonomyList, index: number): Taxonomy {
  const removed = taxonomy[list][index]?.id;
  const rest = { ...taxonomy, [list]: taxonomy[list].filter((_entry, place) => place !== index) };
  if (list !== 'districts') return rest;
  return { ...rest, communityHouses: rest.communityHouses.map((house) => ({ ...house, districtIds: house.districtIds.filter((id) => id !== removed) })) };
}

/** What a place such as `districts.kaltenmoor` means: its list and the name of the entry. */
export function namedPlace(place: string, before: Taxonomy, after: Taxonomy): { readonly list: TaxonomyList | null; readonly name: string } {
  const [first = '', id = ''] = place.replace(/^taxonomy\./u, '').split('.');
  const list = TAXONOMY_LISTS.find((candidate) => candidate === first) ?? null;
  if (!list) return { list, name: place };
  // What the server refuses it names by place in the list that was sent, what it compares by id.
  const entry = /^\d+$/u.test(id) ? after[list][Number(id)] : [...after[list], ...before[list]].find((candidate) => candidate.id === id);
  const name = entry && ('name' in entry ? entry.name : entry.names['de']);
  return { list, name: name || entry?.id || id };
}

/** The field of a population figure that a refused place ends with. */
export function figureField(place: string): 'count' | 'asOf' | 'source' | 'definition' | null {
  const last = /\.populations\.\d+\.(count|asOf|source|definition)$/u.exec(place)?.[1];
  return (last as 'count' | 'asOf' | 'source' | 'definition' | undefined) ?? null;
}

/** Adds an entry with an id that the list does not have yet. Ids are stable: they are chosen once and never reused. */
export function withNewEntry(taxonomy: Taxonomy, list: TaxonomyList, id: string): Taxonomy {
  switch (list) {
    case 'districts':
      return { ...taxonomy, districts: [...taxonomy.districts, newDistrict(id, taxonomy.districts)] };
    case 'communityHouses':
      return { ...taxonomy, communityHouses: [...taxonomy.communityHouses, { id, name: '', districtIds: [] } satisfies CommunityHouse] };
    case 'targetGroups':
      return { ...taxonomy, targetGroups: [...taxonomy.targetGroups, { id, names: {} } satisfies TargetGroup] };
    case 'fieldsOfAction':
      return { ...taxonomy, fieldsOfAction: [...taxonomy.fieldsOfAction, { id, names: {} } satisfies FieldOfAction] };
    case 'criteria':
      return { ...taxonomy, criteria: [...taxonomy.criteria, { id, names: {}, kind: 'cross-cutting' } satisfies Criterion] };
  }
}

/** A new Stadtteil stands below all others until somebody gives it its place. */
function newDistrict(id: string, districts: readonly District[]): District {
  const row = Math.max(-1, ...districts.map(({ tile }) => tile.row)) + 1;
  return { id, name: '', aliases: [], tile: { col: 0, row }, populations: [], areaKm2: null };
}

/** Ids of Stadtteile are words of their name; the other lists use short codes of the same shape. */
export function isUsableId(taxonomy: Taxonomy, list: TaxonomyList, id: string): boolean {
  const shape = list === 'districts' ? /^[a-z0-9]+(-[a-z0-9]+)*$/ : /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;
  return id.length <= 60 && shape.test(id) && !taxonomy[list].some((entry) => entry.id === id);
}

export function withName(names: LocalizedText, language: string, name: string): LocalizedText {
  const { [language]: _replaced, ...others } = names;
  return name.trim() === '' ? others : { ...others, [language]: name };
}

/** One alias a line; empty lines fall away. */
export function aliasesFrom(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** Nobody has counted yet: not zero people. The server refuses a figure without a number. */
export const EMPTY_POPULATION: PopulationFigure = { count: NaN, asOf: '', source: '', definition: '' };

export function withPopulation(district: District, index: number, part: Partial<PopulationFigure>): District {
  return { ...district, populations: district.populations.map((figure, place) => (place === index ? { ...figure, ...part } : figure)) };
}

/** Two Stadtteile on one tile would hide each other: the names of those that share a place. */
export function sharedTiles(taxonomy: Taxonomy): readonly string[] {
  const places = taxonomy.districts.map(({ tile }) => `${tile.col}/${tile.row}`);
  return taxonomy.districts.filter((_district, index) => places.filter((place) => place === places[index]).length > 1).map(({ name, id }) => name || id);
}

/** A whole number from a field, or null when it is none. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/** People as they are written, "3.450" and "3 450" too; NaN when it is no number, so that it is refused rather than lost. */
export function peopleCount(text: string): number {
  const plain = /^\d{1,3}([. \u00A0\u202F']\d{3})+$/u.test(text.trim()) ? text.replaceAll(/\D/gu, '') : text;
  return wholeNumber(plain) ?? NaN;
}

/** A day as the server wants it: `31.12.2022` becomes `2022-12-31`; anything else stays as it was typed. */
export function dayFrom(text: string): string {
  const day = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/u.exec(text.trim());
  if (!day) return text.trim();
  const [, date = '', month = '', year = ''] = day;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A number with comma or point, or null when the field is empty or holds none. */
export function decimalNumber(text: string): number | null {
  const normal = text.trim().replace(',', '.');
  return /^\d{1,6}(\.\d{1,4})?$/.test(normal) ? Number(normal) : null;
}
