import { ProblemException } from '../platform/errors/index.js';
import { parseReportFilters, type ReportQuery } from './report-filters.js';

const KNOWN = { districtIds: ['kaltenmoor', 'oedeme'], targetGroupIds: ['senior', 'refugee'] };

function placesOf(query: ReportQuery): readonly string[] {
  try {
    parseReportFilters(query, KNOWN);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemException) || error.code !== 'invalid-request') throw error;
    return error.details.map((detail) => detail.place);
  }
}

describe('parseReportFilters', () => {
  it('limits nothing when nothing is asked for', () => {
    const filters = parseReportFilters({}, KNOWN);
    expect(filters).toEqual({ districtIds: [], modes: [], targetGroupIds: [], weekFrom: null, weekTo: null });
  });

  it('writes the same filter the same way', () => {
    const filters = parseReportFilters({ district: 'oedeme,kaltenmoor,oedeme', mode: 'tablet,online', group: 'senior', from: '2026-W10', to: '2026-W10' }, KNOWN);
    expect(filters).toEqual({
      districtIds: ['kaltenmoor', 'oedeme'],
      modes: ['online', 'tablet'],
      targetGroupIds: ['senior'],
      weekFrom: '2026-W10',
      weekTo: '2026-W10',
    });
  });

  it.each<[ReportQuery, string[]]>([
    [{ district: 'atlantis' }, ['district']],
    [{ district: 'oedeme,' }, ['district']],
    [{ district: 'all' }, ['district']],
    [{ mode: 'fax' }, ['mode']],
    [{ group: 'senior,martian' }, ['group']],
    [{ from: '2026-10' }, ['from']],
    [{ from: '2025-W53' }, ['from']],
    [{ to: '2026-W00' }, ['to']],
    [{ from: '2026-W20', to: '2026-W10' }, ['to']],
    [{ mode: 'fax', from: 'x' }, ['mode', 'from']],
  ])('refuses %j and names the place', (query, places) => {
    expect(placesOf(query)).toEqual(places);
  });
});
