import { TestBed } from '@angular/core/testing';
import type { Report, ReportFilters } from '@stadtteilstimme/domain';

import { provideTexts, useGerman } from '../language/german-texts.fixture';
import { NoResults } from './no-results';
import { count, report, withheld } from './report.fixture';

const FILTERS: ReportFilters = report().filters;
const OF_WEST: Partial<Report> = { rows: report().rows.filter(({ row }) => row === 'west'), filters: { ...FILTERS, districtIds: ['west'] } };

async function render(shown: Report, offered = report()): Promise<{ readonly host: HTMLElement; readonly chosen: ReportFilters[] }> {
  TestBed.configureTestingModule({ providers: [provideTexts()] });
  await useGerman();
  const fixture = TestBed.createComponent(NoResults);
  const chosen: ReportFilters[] = [];
  fixture.componentRef.setInput('report', shown);
  fixture.componentRef.setInput('name', 'West');
  fixture.componentRef.setInput('offered', offered);
  fixture.componentInstance.filtersChange.subscribe((filters) => chosen.push(filters));
  await fixture.whenStable();
  return { host: fixture.nativeElement, chosen };
}

const textsOf = (host: HTMLElement, selector: string): readonly string[] => [...host.querySelectorAll(selector)].map((element) => element.textContent.trim());

describe('NoResults', () => {
  it('says what happened, why, and what to do about a small Stadtteil', async () => {
    const { host, chosen } = await render(report(OF_WEST));
    expect(host.textContent).toContain('West: keine Ergebnisse');
    expect(host.textContent).toContain('ab 10 Antworten');
    expect(textsOf(host, 'li')).toHaveLength(3);
    const [city] = host.querySelectorAll('button');
    city?.click();
    expect(chosen).toEqual([FILTERS]);
  });

  it('offers to widen a selection and keeps the Stadtteil', async () => {
    const { host, chosen } = await render(report({ ...OF_WEST, filters: { ...FILTERS, districtIds: ['west'], weekFrom: '2026-W20' } }));
    const buttons = [...host.querySelectorAll('button')];
    expect(buttons).toHaveLength(2);
    buttons[1]?.click();
    expect(chosen).toEqual([{ ...FILTERS, districtIds: ['west'] }]);
  });

  it('offers no city to a team that does not get it', async () => {
    const own = report(OF_WEST);
    const { host } = await render(own, own);
    expect(textsOf(host, 'button')).toEqual([]);
    expect(textsOf(host, 'li')).toHaveLength(2);
  });

  it('is the same sentence whatever the counts are', async () => {
    const [few, protectedCount] = [withheld('too-few'), count(14)].map((total) => report({ ...OF_WEST, total, participants: [{ row: 'west', count: total, population: null }] }));
    if (!few || !protectedCount) throw new Error('There are two reports.');
    const first = (await render(few)).host.textContent;
    TestBed.resetTestingModule();
    expect((await render(protectedCount)).host.textContent).toBe(first);
  });
});
