import { type AnswerFilter, type Cell, NO_FILTER, type ProtectedReport } from '@stadtteilstimme/domain';
import { SMALL_CODEBOOK, SMALL_DRAFT, SMALL_SURVEY_JSON, SMALL_TAXONOMY } from '../../test/small-survey.js';
import { AnswerColumns } from './answer-columns.js';
import { countAndProtect } from './count-and-protect.js';
import { reportSubject } from './report-subject.js';

const { about } = reportSubject({ draft: SMALL_DRAFT, codebook: SMALL_CODEBOOK, survey: SMALL_SURVEY_JSON }, SMALL_TAXONOMY);

/** 40 people in the north of whom 8 answered on paper, `south` people in the south, all online. */
function counted(south: number, filter: AnswerFilter = NO_FILTER): ProtectedReport {
  const columns = new AnswerColumns(about.rows.map(({ row }) => row), SMALL_CODEBOOK);
  const append = (districtId: string, number: number, mode: 'online' | 'paper') =>
    columns.append({
      districtId,
      elsewhere: false,
      targetGroup: 'senior',
      mode,
      week: '2026-W10',
      vector: Uint8Array.of((number % 5) + 1, 5 - (number % 2), (number % 2) + 1, 1, districtId === 'north' ? 1 : 2),
    });
  for (let number = 0; number < 40; number += 1) append('north', number, number < 8 ? 'paper' : 'online');
  for (let number = 0; number < south; number += 1) append('south', number, 'online');
  return countAndProtect({ columns: columns.snapshot().columns, filter, about });
}

function peopleIn(report: ProtectedReport, row: string): Cell | undefined {
  return report.participants.find((entry) => entry.row === row)?.count;
}

describe('countAndProtect', () => {
  it('counts people by row and leaves the sum to everyone', () => {
    const report = counted(30);
    expect(report.total).toEqual({ kind: 'count', count: 70 });
    expect(peopleIn(report, 'north')).toEqual({ kind: 'count', count: 40 });
    expect(peopleIn(report, 'south')).toEqual({ kind: 'count', count: 30 });
    const bestand = report.items[0]?.variables[0]?.rows.find(({ row }) => row === 'north');
    expect(bestand?.base).toEqual({ kind: 'count', count: 40 });
    expect(bestand?.cells.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => ({ kind: 'count', count: 8 })));
  });

  it('withholds a small row and does not leave it as the difference to the city', () => {
    const report = counted(3);
    const people = report.participants.map(({ row, count }) => [row, count.kind]);
    expect(people).toContainEqual(['south', 'withheld']);
    expect(people.filter(([, kind]) => kind === 'withheld').length).toBeGreaterThan(1);
  });

  it('withholds what a filter would let a reader subtract', () => {
    const few = counted(3, { ...NO_FILTER, modes: [2] });
    expect(few.total.kind).toBe('withheld');
    // Without paper 67 of 70 remain: the 3 left out would follow from both reports.
    const columnsWithThreeOnTablet = new AnswerColumns(about.rows.map(({ row }) => row), SMALL_CODEBOOK);
    for (let number = 0; number < 70; number += 1) {
      columnsWithThreeOnTablet.append({
        districtId: 'north',
        elsewhere: false,
        targetGroup: 'senior',
        mode: number < 3 ? 'tablet' : 'online',
        week: '2026-W10',
        vector: Uint8Array.of((number % 5) + 1, 5, 1, 1, 1),
      });
    }
    const online = countAndProtect({ columns: columnsWithThreeOnTablet.snapshot().columns, filter: { ...NO_FILTER, modes: [0] }, about });
    expect(online.total.kind).toBe('withheld');
  });

  it('shows no number of people while fewer than ten have answered', () => {
    const columns = new AnswerColumns(about.rows.map(({ row }) => row), SMALL_CODEBOOK);
    for (let number = 0; number < 9; number += 1) {
      columns.append({ districtId: 'north', elsewhere: false, targetGroup: 'senior', mode: 'online', week: '2026-W10', vector: Uint8Array.of(1, 5, 1, 2, 1) });
    }
    const report = countAndProtect({ columns: columns.snapshot().columns, filter: NO_FILTER, about });
    expect(report.total).toEqual({ kind: 'withheld', reason: 'too-few' });
    expect(cellsIn(report).filter((cell) => cell.kind === 'count' && cell.count > 0)).toEqual([]);
  });
});

function cellsIn(report: ProtectedReport): readonly Cell[] {
  const rows = report.items.flatMap((item) => item.variables.flatMap((variable) => variable.rows));
  return [
    report.total,
    ...report.participants.map(({ count }) => count),
    ...report.modes.map(({ count }) => count),
    ...rows.flatMap(({ base, cells, notAnswered, notShown }) => [base, ...cells, notAnswered, notShown]),
  ];
}
