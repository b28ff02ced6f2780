import { SMALL_CODEBOOK } from '../../test/small-survey.js';
import { AnswerColumns, type CodedAnswer } from './answer-columns.js';

const ROWS = ['north', 'south', 'elsewhere', 'unknown'] as const;

function answer(changes: Partial<CodedAnswer> = {}): CodedAnswer {
  return { districtId: 'south', elsewhere: false, targetGroup: 'senior', mode: 'paper', week: '2026-W10', vector: Uint8Array.of(1, 5, 2, 0, 255), ...changes };
}

function firstOf(column: Uint8Array | undefined, count: number): readonly number[] {
  return column === undefined ? [] : [...column.subarray(0, count)];
}

describe('AnswerColumns', () => {
  it('puts every part of an answer at the same place of its column', () => {
    const columns = new AnswerColumns(ROWS, SMALL_CODEBOOK);
    columns.append(answer());
    columns.append(answer({ districtId: null, elsewhere: true, mode: 'online', week: '2026-W12', vector: Uint8Array.of(2, 3, 1, 1, 3) }));
    columns.append(answer({ districtId: null, targetGroup: 'refugee' }));
    const { columns: taken, weeks, targetGroups } = columns.snapshot();
    expect(taken.length).toBe(3);
    expect([...taken.rowIndex.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect([...taken.mode.subarray(0, 3)]).toEqual([2, 0, 2]);
    expect([...taken.week.subarray(0, 3)].map((index) => weeks[index])).toEqual(['2026-W10', '2026-W12', '2026-W10']);
    expect([...taken.targetGroup.subarray(0, 3)].map((index) => targetGroups[index])).toEqual(['senior', 'senior', 'refugee']);
    expect(taken.variables.map((column) => [...column.subarray(0, 2)])).toEqual([[1, 2], [5, 3], [2, 1], [0, 1], [255, 3]]);
  });

  it('keeps a snapshot as it was while answers arrive and columns grow', () => {
    const columns = new AnswerColumns(ROWS, SMALL_CODEBOOK);
    for (let at = 0; at < 1000; at += 1) columns.append(answer({ vector: Uint8Array.of(at % 7, 0, 0, 0, 0) }));
    const before = columns.snapshot();
    const expected = firstOf(before.columns.variables[0], 1000);
    for (let at = 0; at < 5000; at += 1) columns.append(answer({ districtId: 'north', vector: Uint8Array.of(9, 9, 9, 9, 9) }));
    expect(before.columns.length).toBe(1000);
    expect(firstOf(before.columns.variables[0], 1000)).toEqual(expected);
    const after = columns.snapshot();
    expect(after.columns.length).toBe(6000);
    expect(firstOf(after.columns.variables[0], 1000)).toEqual(expected);
    expect(new Set(after.columns.variables[0]?.subarray(1000, 6000))).toEqual(new Set([9]));
    expect(after.columns.rowIndex[5999]).toBe(0);
  });

  it('lies in memory that a worker can read without a copy', () => {
    const { columns } = new AnswerColumns(ROWS, SMALL_CODEBOOK).snapshot();
    const buffers = [columns.rowIndex, columns.mode, columns.week, columns.targetGroup, ...columns.variables].map((column) => column.buffer);
    expect(buffers.every((buffer) => buffer instanceof SharedArrayBuffer)).toBe(true);
  });

  it('refuses an answer of another version and stays as it is', () => {
    const columns = new AnswerColumns(ROWS, SMALL_CODEBOOK);
    expect(() => columns.append(answer({ vector: Uint8Array.of(1) }))).toThrow('another length');
    expect(() => columns.append(answer({ districtId: 'west' }))).toThrow('district');
    expect(columns.snapshot().columns.length).toBe(0);
  });
});
