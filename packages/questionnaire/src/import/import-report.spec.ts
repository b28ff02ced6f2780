import { ReportBuilder } from './import-report.js';

describe('ReportBuilder', () => {
  it('counts the same entry once, in the order of the file', () => {
    const report = new ReportBuilder();
    report.taken('Q1', 'L');
    report.leftOut('Q1', 'order-random', { type: 'random_order' });
    report.taken('Q1', 'L');
    expect(report.report.entries.map(({ place, outcome, reason }) => [place, outcome, reason])).toEqual([['Q1', 'taken', 'taken'], ['Q1', 'left-out', 'order-random']]);
  });

  it('says how many entries it does not list, so that nothing is left out unseen', () => {
    const report = new ReportBuilder();
    for (let index = 0; index < 20_005; index += 1) report.taken(`Q${index}`, null);
    report.taken('Q1', null);
    const { entries } = report.report;
    expect(entries).toHaveLength(20_001);
    expect(entries.at(-1)).toMatchObject({ place: 'report', outcome: 'left-out', reason: 'entries-not-listed', was: '5' });
    expect(entries.at(-1)?.de).toContain('5 weitere Einträge');
  });

  it('quotes the file without characters that hide or turn what stands beside them', () => {
    const report = new ReportBuilder();
    report.leftOut('a\u0000b', 'rule-not-understood', { was: '\u202eabc\ud800' });
    expect(report.report.entries[0]).toMatchObject({ place: 'a b', was: ' abc ' });
  });
});
