import type { ItemBank, QuestionnaireDraft, Taxonomy } from '@stadtteilstimme/domain';
import { readDataFile } from './data-file.js';

describe('the files an installation starts with', () => {
  let taxonomy: Taxonomy;
  let bank: ItemBank;

  beforeAll(async () => {
    taxonomy = await readDataFile<Taxonomy>('taxonomy');
    bank = await readDataFile<ItemBank>('item-bank');
  });

  it('place every Stadtteil on a tile of its own', () => {
    const tiles = taxonomy.districts.map(({ tile }) => `${tile.col},${tile.row}`);
    expect(new Set(tiles).size).toBe(17);
  });

  it('know a population only where there is a dated and sourced figure', () => {
    const unknown = taxonomy.districts.filter((district) => district.populations.length === 0).map((district) => district.id);
    expect(unknown.sort()).toEqual(['ebensberg', 'luene-moorfeld', 'rettmer', 'rotes-feld', 'schuetzenplatz', 'wilschenbruch']);
    const figures = taxonomy.districts.flatMap((district) => district.populations);
    expect(figures.every(({ count, asOf, source }) => count > 0 && /^\d{4}(-\d{2}-\d{2})?$/.test(asOf) && source !== '')).toBe(true);
  });

  it('assign houses to Stadtteile m:n, and leave out what is not known', () => {
    const districtsOf = (id: string) => taxonomy.communityHouses.find((house) => house.id === id)?.districtIds;
    expect(districtsOf('kredo')).toEqual(['kreideberg', 'ochtmissen']);
    expect(districtsOf('salino')).toEqual([]);
    expect(taxonomy.communityHouses.filter((house) => house.districtIds.includes('kaltenmoor'))).toHaveLength(2);
  });

  it('have one slot for a focus beside six cross-cutting criteria', () => {
    expect(taxonomy.criteria.map((criterion) => criterion.kind)).toEqual([...Array<string>(6).fill('cross-cutting'), 'focus-slot']);
  });

  it('use the same ids for groups, criteria, fields of action and scales throughout', () => {
    const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id);
    const audiences = [...bank.items, ...bank.demographics, ...bank.consent].flatMap(({ audience }) => (audience === 'all' ? [] : audience));
    expect(ids(taxonomy.targetGroups)).toEqual(expect.arrayContaining([...new Set(audiences)]));
    const named = <T>(values: readonly (T | null)[]) => [...new Set(values)].filter((value) => value !== null);
    expect(ids(taxonomy.criteria)).toEqual(expect.arrayContaining(named(bank.items.map((item) => item.criterion))));
    expect(ids(taxonomy.fieldsOfAction)).toEqual(expect.arrayContaining(named(bank.items.map((item) => item.fieldOfAction))));
    expect(ids(bank.scales)).toEqual(expect.arrayContaining(named(bank.items.flatMap((item) => [item.scales.bestand, item.scales.bedarf]))));
    expect(ids(bank.items)).toEqual(expect.arrayContaining(named(bank.items.map((item) => item.twinOf))));
  });

  it('ask every Stadtteil in all three example questionnaires', async () => {
    const examples = await readDataFile<QuestionnaireDraft[]>('questionnaires');
    expect(examples.map((draft) => [draft.slug, draft.samplingDesign, draft.districtIds.length, draft.languages.length])).toEqual([
      ['aelter-werden', 'open', 17, 3],
      ['ankommen', 'quota', 17, 10],
      ['zusammenarbeit', 'census', 17, 3],
    ]);
  });
});
