import { criteriaGrid } from './criteria-grid';
import { criterionFinding, gapFinding, participationFinding, shortFindings } from './findings';
import { scaleGroups, type ScaleGroup } from './item-lines';
import { count, criterion, figure, pair, report, withheld } from './report.fixture';
import { isSpecialRow } from './report-rows';

function group(items: Parameters<typeof pair>[]): ScaleGroup {
  const [first] = scaleGroups(report({ items: items.map((parts) => pair(...parts)) }), 'all');
  return first ?? { scaleId: '', statements: true, lines: [] };
}

describe('participationFinding', () => {
  it('counts Stadtteile the grid shows, or those with any result where there is no grid', () => {
    const criteria = [criterion('K1', { all: figure(50), nord: figure(40), sued: withheld('protected'), west: withheld('too-few') })];
    expect(participationFinding(report({ criteria }))).toEqual({ text: 'reports.findings.districtsCriteria', values: { readable: 1, all: 3 } });
    expect(participationFinding(report())).toEqual({ text: 'reports.findings.districts', values: { readable: 0, all: 3 } });
  });

  it('says the same number as the grid has rows for Stadtteile', () => {
    const criteria = [
      criterion('K1', { all: figure(50), nord: withheld('protected'), sued: withheld('too-few'), west: withheld('too-few'), unknown: figure(20) }),
      criterion('K2', { all: figure(50), nord: { kind: 'tendency', level: 'low', n: 20 }, sued: withheld('too-few'), west: withheld('too-few'), unknown: withheld('protected') }),
    ];
    const { rows, withheldRows } = criteriaGrid(report({ criteria }), 'de', (row) => row);
    expect(rows.map(({ id }) => id)).toEqual(['all', 'nord', 'unknown']);
    expect(withheldRows).toEqual(['Süd', 'West']);
    expect(participationFinding(report({ criteria })).values['readable']).toBe(rows.filter(({ id }) => !isSpecialRow(id)).length);
  });

  it('counts people where there is one Stadtteil, and none where that is withheld', () => {
    const one = { rows: report().rows.filter(({ row }) => row === 'nord'), participants: report().participants.filter(({ row }) => row === 'nord') };
    expect(participationFinding(report({ ...one, total: count(30) }))).toEqual({ text: 'reports.findings.people', values: { people: 30 } });
    expect(participationFinding(report({ ...one, total: withheld('too-few') })).text).toBe('reports.findings.peopleWithheld');
  });
});

describe('gapFinding', () => {
  it('names the statement with the widest gap', () => {
    expect(gapFinding(group([['A', figure(0.6), figure(0.7)], ['B', figure(0.2), figure(0.8)]]))).toMatchObject({ text: 'reports.findings.gap', name: { de: 'Aussage B' } });
  });

  it('names the lowest share where nothing is wanted more than it is true', () => {
    expect(gapFinding(group([['A', figure(0.6), figure(0.5)], ['B', figure(0.4), figure(0.3)]]))).toMatchObject({ text: 'reports.findings.lowest', values: { share: 40 }, name: { de: 'Aussage B' } });
  });

  it('claims nothing when numbers are withheld', () => {
    expect(gapFinding(group([['A', withheld('too-few'), withheld('protected')]])).text).toBe('reports.findings.itemsTooFew');
  });

  it('does not judge scales that are not about agreement', () => {
    const { lines } = group([['A', figure(0.1), figure(0.9)], ['B', figure(0.2), figure(0.8)]]);
    expect(gapFinding({ scaleId: 'FREQ5', statements: false, lines: lines.slice(0, 1) })).toMatchObject({ text: 'reports.findings.question', name: { de: 'Aussage A' } });
    expect(gapFinding({ scaleId: 'FREQ5', statements: false, lines }).text).toBe('reports.findings.questions');
  });
});

describe('criterionFinding', () => {
  const low = { all: figure(30), nord: figure(31), sued: figure(29), west: withheld('too-few') };
  const high = { all: figure(60), nord: figure(62), sued: figure(58), west: withheld('too-few') };

  it('says "nearly everywhere" when it holds in the Stadtteile that have numbers', () => {
    expect(criterionFinding(report({ criteria: [criterion('K1', high), criterion('K4', low)] }), 'all')).toEqual({ text: 'reports.findings.weakestEverywhere', values: {}, name: { de: 'Kriterium K4' } });
  });

  it('says only that it is lowest when Stadtteile differ', () => {
    const mixed = { ...high, nord: figure(10) };
    expect(criterionFinding(report({ criteria: [criterion('K1', mixed), criterion('K4', low)] }), 'all').text).toBe('reports.findings.weakest');
  });

  it('needs two criteria with a number to compare', () => {
    expect(criterionFinding(report({ criteria: [criterion('K1', high), criterion('K4', { all: withheld('protected') })] }), 'all').text).toBe('reports.findings.criteriaTooFew');
  });
});

describe('shortFindings', () => {
  it('names the widest gap, the lowest and the highest share, each statement once', () => {
    const items = [pair('A', figure(0.7), figure(0.75)), pair('B', figure(0.2), figure(0.8)), pair('C', figure(0.4), figure(0.5))];
    expect(shortFindings(report({ items }), 'all').map(({ text, values, name }) => [text, values, name?.['de']])).toEqual([
      ['reports.findings.shortGap', { wanted: 80, today: 20 }, 'Aussage B'],
      ['reports.findings.shortLowest', { share: 40 }, 'Aussage C'],
      ['reports.findings.shortHighest', { share: 70 }, 'Aussage A'],
    ]);
  });

  it('says nothing where everything is withheld', () => {
    expect(shortFindings(report({ items: [pair('A', withheld('too-few'), withheld('too-few'))] }), 'all')).toEqual([]);
  });
});
