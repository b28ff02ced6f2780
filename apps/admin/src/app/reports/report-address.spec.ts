import type { ReportFilters } from '@stadtteilstimme/domain';

import { NO_FILTERS, addressOf, filtersOf, hasFilters } from './report-address';

const FULL: ReportFilters = { districtIds: ['nord', 'sued'], modes: ['online', 'paper'], targetGroupIds: ['senior'], weekFrom: '2026-W10', weekTo: '2026-W20' };

describe('address of a report', () => {
  it('reads again what it wrote', () => {
    const { stadtteil, weg, gruppe, von, bis } = addressOf(FULL);
    expect(filtersOf({ stadtteil: stadtteil ?? '', weg: weg ?? '', gruppe: gruppe ?? '', von: von ?? '', bis: bis ?? '' })).toEqual(FULL);
  });

  it('removes what is not filtered', () => {
    expect(addressOf(NO_FILTERS)).toEqual({ stadtteil: null, weg: null, gruppe: null, von: null, bis: null });
    expect(hasFilters(NO_FILTERS)).toBe(false);
    expect(hasFilters({ ...NO_FILTERS, weekTo: '2026-W20' })).toBe(true);
  });

  it('leaves out modes and weeks that are none, and doubles', () => {
    expect(filtersOf({ stadtteil: 'nord,,nord', weg: 'online,fax', von: 'gestern', bis: '2026-20' })).toEqual({ ...NO_FILTERS, districtIds: ['nord'], modes: ['online'] });
  });
});
