import type { ReportFilters } from '@stadtteilstimme/domain';

import { codebookFile, reportFile, reportQuery, responsesFile } from './reports-client';

const NO_FILTERS: ReportFilters = { districtIds: [], modes: [], targetGroupIds: [], weekFrom: null, weekTo: null };

describe('reportQuery', () => {
  it('asks for nothing special without filters', () => {
    expect(reportQuery(NO_FILTERS).toString()).toBe('');
  });

  it('writes all filters as the API reads them', () => {
    const query = reportQuery({ districtIds: ['a', 'b'], modes: ['online', 'tablet'], targetGroupIds: ['senior'], weekFrom: '2026-W10', weekTo: '2026-W20' });
    expect(Object.fromEntries(query.keys().map((key) => [key, query.get(key)]))).toEqual({ district: 'a,b', mode: 'online,tablet', group: 'senior', from: '2026-W10', to: '2026-W20' });
  });
});

it('gives files the filters of the screen', () => {
  expect(reportFile('q 1', { ...NO_FILTERS, weekFrom: '2026-W10' }, 'german-excel')).toBe('/api/questionnaires/q%201/exports/report.csv?from=2026-W10&format=german-excel');
});

it('asks for single answers as codes or words', () => {
  expect(responsesFile('q1', 'plain', 'labels')).toBe('/api/questionnaires/q1/exports/responses.csv?format=plain&values=labels');
});

it('asks for the codebook in the format of the answers', () => {
  expect(codebookFile('q 1', 'german-excel')).toBe('/api/questionnaires/q%201/exports/codebook.csv?format=german-excel');
});
