import type { Report } from '@stadtteilstimme/domain';
import { exportFilters } from './export-filters.js';

const NOTHING: Report['filters'] = { districtIds: [], modes: [], targetGroupIds: [], weekFrom: null, weekTo: null };
const district = (row: string, name: string) => ({ row, name, tile: null });
const CITY: Report['rows'] = [{ row: 'all', name: null, tile: null }, district('oedeme', 'Oedeme'), district('rettmer', 'Rettmer')];
const words = (filters: Partial<Report['filters']>, rows: Report['rows'] = CITY) => exportFilters({ rows, filters: { ...NOTHING, ...filters } }, (id) => `Gruppe ${id}`);

describe('exportFilters', () => {
  it('says nothing where the report holds everything', () => {
    expect(words({})).toEqual([]);
  });

  it('names one Stadtteil and counts several, also those of a team that chose none', () => {
    expect(words({ districtIds: ['oedeme'] }, CITY.slice(1, 2))).toEqual(['Oedeme']);
    expect(words({}, CITY.slice(1))).toEqual(['2 Stadtteile']);
  });

  it.each([
    [{ modes: ['interview'], targetGroupIds: ['senior'] }, ['Interview', 'Gruppe senior']],
    [{ modes: ['online', 'tablet'] }, ['2 von 5 Wegen']],
    [{ weekFrom: '2026-W05' }, ['ab KW05 2026']],
    [{ weekTo: '2026-W20' }, ['bis KW20 2026']],
    [{ weekFrom: '2026-W05', weekTo: '2026-W20' }, ['KW05 2026 bis KW20 2026']],
    [{ weekFrom: '2026-W05', weekTo: '2026-W05' }, ['KW05 2026']],
  ] as const)('puts %j into words', (filters, expected) => {
    expect(words(filters)).toEqual(expected);
  });
});
