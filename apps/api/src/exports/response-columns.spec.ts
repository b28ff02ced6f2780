import { NOT_ANSWERED, NOT_SHOWN } from '@stadtteilstimme/domain';
import { SMALL_CODEBOOK } from '../../test/small-survey.js';
import { type ExportedResponse, responseColumns, type ResponseTable } from './response-columns.js';

const TABLE: ResponseTable = {
  codebook: SMALL_CODEBOOK,
  values: 'codes',
  synthetic: false,
  districtNames: new Map([['north', 'Nord']]),
  targetGroupNames: new Map([['senior', 'Ältere Menschen']]),
};
const ANSWERED: ExportedResponse = {
  districtId: 'north',
  elsewhere: false,
  targetGroup: 'senior',
  mode: 'paper',
  week: '2026-W10',
  answers: { K1_1_bestand: 2, K2_3: ['other'], 'K2_3-Comment': 'Beispieltext: Bänke' },
  vector: Uint8Array.of(2, 6, 1, 2, 1),
};
const SKIPPED: ExportedResponse = {
  ...ANSWERED,
  districtId: null,
  answers: {},
  vector: Uint8Array.of(NOT_ANSWERED, NOT_SHOWN, NOT_SHOWN, NOT_ANSWERED, NOT_ANSWERED),
};

function row(table: ResponseTable, response: ExportedResponse): Record<string, unknown> {
  return Object.fromEntries(responseColumns(table).map((column) => [column.name, column.cell(response)]));
}

describe('responseColumns', () => {
  it('has the same columns in the same order for every answer, and no id', () => {
    expect(responseColumns(TABLE).map((column) => column.name)).toEqual([
      'district_row', 'target_group', 'mode', 'week', 'K1_1_bestand', 'K1_1_bedarf', 'K2_3_cafe', 'K2_3_other', 'K2_3_text', 'district',
    ]);
  });

  it('marks example data in a first column', () => {
    expect(responseColumns({ ...TABLE, synthetic: true })[0]?.name).toBe('synthetic');
    expect(row({ ...TABLE, synthetic: true }, ANSWERED)).toMatchObject({ synthetic: 1 });
  });

  it('writes codes, ticks as 0 and 1, and the free text', () => {
    expect(row(TABLE, ANSWERED)).toEqual({
      district_row: 'north',
      target_group: 'senior',
      mode: 'paper',
      week: '2026-W10',
      K1_1_bestand: 2,
      K1_1_bedarf: 98,
      K2_3_cafe: 0,
      K2_3_other: 1,
      K2_3_text: 'Beispieltext: Bänke',
      district: 'north',
    });
  });

  it('tells not answered from not shown, in numbers where codes are numbers', () => {
    expect(row(TABLE, SKIPPED)).toMatchObject({
      district_row: 'unknown',
      K1_1_bestand: -9,
      K1_1_bedarf: -8,
      K2_3_cafe: -8,
      K2_3_other: -9,
      K2_3_text: null,
      district: 'not-answered',
    });
    expect(row(TABLE, { ...SKIPPED, elsewhere: true })).toMatchObject({ district_row: 'elsewhere' });
  });

  it('writes German labels', () => {
    expect(row({ ...TABLE, values: 'labels' }, ANSWERED)).toMatchObject({
      district_row: 'Nord',
      target_group: 'Ältere Menschen',
      mode: 'Papierbogen',
      K1_1_bestand: 'eher nicht',
      K2_3_other: 'gewählt',
      district: 'Nord',
    });
    expect(row({ ...TABLE, values: 'labels' }, SKIPPED)).toMatchObject({ K1_1_bestand: 'nicht beantwortet', K1_1_bedarf: 'nicht gezeigt' });
  });

  it('renames a variable that has the name of a first column', () => {
    const [first] = SMALL_CODEBOOK.variables;
    if (first === undefined) throw new Error('The small survey has no variable.');
    const codebook = { ...SMALL_CODEBOOK, variables: [{ ...first, name: 'week' }] };
    expect(responseColumns({ ...TABLE, codebook }).map((column) => column.name)).toEqual(['district_row', 'target_group', 'mode', 'week', 'week_answer']);
  });
});
