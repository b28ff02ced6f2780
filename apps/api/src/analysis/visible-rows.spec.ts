import type { DistrictScope } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';
import { visibleRows } from './visible-rows.js';

const ROWS = ['north', 'south', 'elsewhere', 'unknown'] as const;
const CITY: DistrictScope = { kind: 'whole-city' };

function team(...districtIds: string[]): DistrictScope {
  return { kind: 'districts', districtIds };
}

describe('visibleRows', () => {
  it('shows the whole city every row', () => {
    expect(visibleRows(ROWS, CITY, [])).toEqual({ rows: ROWS, includeAll: true });
  });

  it('shows only the chosen districts when the filter names some', () => {
    expect(visibleRows(ROWS, CITY, ['south'])).toEqual({ rows: ['south'], includeAll: false });
  });

  it('shows a team its own districts and neither the city nor people from elsewhere', () => {
    expect(visibleRows(ROWS, team('south', 'not-asked-here'), [])).toEqual({ rows: ['south'], includeAll: false });
  });

  it('shows a team without districts nothing', () => {
    expect(visibleRows(ROWS, team(), [])).toEqual({ rows: [], includeAll: false });
  });

  it('shows a team that covers every district of the questionnaire the city', () => {
    expect(visibleRows(ROWS, team('south', 'north'), [])).toEqual({ rows: ROWS, includeAll: true });
  });

  it('refuses a team a foreign district', () => {
    expect(() => visibleRows(ROWS, team('south'), ['north'])).toThrow(ProblemException);
    expect(() => visibleRows(ROWS, team('south'), ['north', 'south'])).toThrow(ProblemException);
    expect(visibleRows(ROWS, team('south'), ['south'])).toEqual({ rows: ['south'], includeAll: false });
  });
});
