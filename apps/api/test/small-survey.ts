import type { AnswerCode, Codebook, MissingKind, QuestionnaireDraft, Taxonomy, Variable, VariableCode } from '@stadtteilstimme/domain';

/* A small invented city and survey: one pair, one multiple choice with a free text, the district. */

function codes(...list: (readonly [AnswerCode, string, MissingKind?])[]): readonly VariableCode[] {
  return list.map(([code, de, missing], index) => ({ code, position: index + 1, missing: missing ?? null, labels: { de } }));
}

function variable(changes: Partial<Variable> & Pick<Variable, 'name' | 'part'>): Variable {
  return {
    question: changes.name,
    itemId: null,
    demographicId: null,
    measurement: 'nominal',
    scale: null,
    codes: [],
    option: null,
    labels: { de: changes.name },
    criterion: null,
    fieldOfAction: null,
    reverse: false,
    art9: false,
    sensitive: false,
    visibleIf: null,
    ...changes,
  };
}

const AGREEMENT = codes([1, 'gar nicht'], [2, 'eher nicht'], [3, 'teils'], [4, 'eher'], [5, 'voll'], [98, 'weiß nicht', 'dont-know']);
const TICK = codes([0, 'nicht gewählt'], [1, 'gewählt']);
const PAIR = { itemId: 'K1-1', criterion: 'K1', measurement: 'ordinal', labels: { de: 'Ich finde Hilfe.' } } as const;
const CHOICE = { itemId: 'K2-3', criterion: 'K2', question: 'K2_3' } as const;

/** Vector: K1_1_bestand, K1_1_bedarf, K2_3_cafe, K2_3_other, district. */
export const SMALL_CODEBOOK: Codebook = {
  districtVariable: 'district',
  questions: [
    { name: 'K1_1_bestand', type: 'single', max: null, commentKey: null, commentMaxLength: 0, visibleIf: null },
    { name: 'K1_1_bedarf', type: 'single', max: null, commentKey: null, commentMaxLength: 0, visibleIf: null },
    { name: 'K2_3', type: 'multiple', max: null, commentKey: 'K2_3-Comment', commentMaxLength: 500, visibleIf: null },
    { name: 'district', type: 'single', max: null, commentKey: null, commentMaxLength: 0, visibleIf: null },
  ],
  variables: [
    variable({ ...PAIR, name: 'K1_1_bestand', part: 'bestand', scale: { id: 'ZUST5', min: 1, max: 5 }, codes: AGREEMENT }),
    variable({ ...PAIR, name: 'K1_1_bedarf', part: 'bedarf', scale: { id: 'WICHT5', min: 1, max: 5 }, codes: AGREEMENT }),
    variable({ ...CHOICE, name: 'K2_3_cafe', part: 'option', codes: TICK, labels: { de: 'Café' }, option: { code: 'cafe', exclusive: false, missing: null } }),
    variable({ ...CHOICE, name: 'K2_3_other', part: 'option', codes: TICK, labels: { de: 'Anderes' }, option: { code: 'other', exclusive: false, missing: null } }),
    variable({ ...CHOICE, name: 'K2_3_text', part: 'text', measurement: 'text', question: 'K2_3-Comment', option: { code: 'other', exclusive: false, missing: null } }),
    variable({
      name: 'district',
      part: 'demographic',
      demographicId: 'district',
      codes: codes(['north', 'Nord'], ['south', 'Süd'], ['outside', 'Woanders'], ['prefer-not', 'Keine Angabe', 'prefer-not']),
    }),
  ],
};

export const SMALL_SURVEY_JSON: Record<string, unknown> = {
  pages: [{ name: 'page_K2-3', elements: [{ type: 'checkbox', name: 'K2_3', title: { de: 'Was fehlt Ihnen?' } }] }],
};

export const SMALL_TAXONOMY: Taxonomy = {
  cityName: 'Kleinstadt',
  districts: [
    {
      id: 'north',
      name: 'Nord',
      aliases: [],
      tile: { col: 0, row: 0 },
      populations: [
        { count: 900, asOf: '2019', source: 'Stadt', definition: '' },
        { count: 1000, asOf: '2021-12-31', source: 'Stadt', definition: '' },
      ],
      areaKm2: null,
    },
    { id: 'south', name: 'Süd', aliases: [], tile: { col: 0, row: 1 }, populations: [], areaKm2: null },
    { id: 'west', name: 'West', aliases: [], tile: { col: 1, row: 1 }, populations: [], areaKm2: null },
  ],
  communityHouses: [],
  targetGroups: [{ id: 'senior', names: { de: 'Ältere Menschen' } }],
  fieldsOfAction: [{ id: 'H3', names: { de: 'Seniorenberatung' } }],
  criteria: [
    { id: 'K1', names: { de: 'Netzwerk' }, kind: 'cross-cutting' },
    { id: 'K7', names: { de: 'Handlungsfeld' }, kind: 'focus-slot' },
  ],
};

export const SMALL_DRAFT: QuestionnaireDraft = {
  slug: 'klein',
  title: { de: 'Klein' },
  welcome: { de: '' },
  thanks: { de: '' },
  targetGroupId: 'senior',
  districtIds: ['south', 'north'],
  languages: ['de'],
  samplingDesign: 'open',
  purpose: '',
  legalBasis: 'consent',
  focus: ['H3'],
  itemIds: ['K1-1', 'K2-3'],
  demographicIds: ['district'],
};
