import type { Cell, DistributionRow, VariableReport, WithheldReason } from '../contract/report.js';
import { criterionBalance, type BalanceItem } from './criterion-balance.js';

const count = (value: number): Cell => ({ kind: 'count', count: value });
const hidden = (reason: WithheldReason): Cell => ({ kind: 'withheld', reason });

type Sums = readonly [disagree: Cell, neutral: Cell, agree: Cell];

function published(base: Cell, sums: Sums | null, part: VariableReport['part'] = 'bestand', reverse = false): BalanceItem {
  const [disagree, neutral, agree] = sums ?? [null, null, null];
  const none: DistributionRow['share'] = { kind: 'not-asked' };
  const row: DistributionRow = { row: 'all', base, cells: [], notAnswered: count(0), notShown: count(0), disagree, neutral, agree, share: none, mean: none };
  return { reverse, variables: [{ variable: 'v', part, scaleId: 'five', labels: {}, codes: [], rows: [row] }] };
}

function item(disagree: number, neutral: number, agree: number, reverse = false): BalanceItem {
  return published(count(disagree + neutral + agree), [count(disagree), count(neutral), count(agree)], 'bestand', reverse);
}

describe('criterionBalance', () => {
  it('is agreement plus half the middle, with the t interval of the scores 0, 50 and 100 for one item', () => {
    // (20 · 100 + 10 · 50) / 40 = 62.5; s² = (225 000 − 40 · 62.5²) / 39 = 1762.82, t(39; 0.975) = 2.0227: 62.5 ± 13.43
    expect(criterionBalance([item(10, 10, 20)], 'all')).toEqual({ kind: 'number', value: 63, lower: 49, upper: 76, n: 40 });
  });

  it('keeps the interval on the scale, and gives none where it would have no width', () => {
    // 29 of 30 agree: 96.67 ± 6.82
    expect(criterionBalance([item(1, 0, 29)], 'all')).toEqual({ kind: 'number', value: 97, lower: 90, upper: 100, n: 30 });
    expect(criterionBalance([item(0, 0, 30)], 'all')).toEqual({ kind: 'number', value: 100, lower: null, upper: null, n: 30 });
  });

  it('is 50 where as many agree as disagree', () => {
    expect(criterionBalance([item(15, 25, 15)], 'all')).toMatchObject({ value: 50 });
  });

  it('turns a negative statement round', () => {
    expect(criterionBalance([item(10, 10, 20, true)], 'all')).toMatchObject({ value: 38, n: 40 });
    expect(criterionBalance([item(10, 10, 20, true)], 'all')).toEqual(criterionBalance([item(20, 10, 10)], 'all'));
  });

  it('is the unweighted mean of several items, with the smallest base and without interval', () => {
    // 62.5, 25 and 80
    expect(criterionBalance([item(10, 10, 20), item(150, 0, 50), item(0, 20, 30)], 'all')).toEqual({ kind: 'number', value: 56, lower: null, upper: null, n: 40 });
  });

  it.each([
    [item(13, 0, 7), 'low'],
    [item(12, 0, 8), 'medium'],
    [item(8, 0, 12), 'medium'],
    [item(7, 0, 13), 'high'],
  ] as const)('is put into words for 10 to 29 people', (only, level) => {
    expect(criterionBalance([only], 'all')).toEqual({ kind: 'tendency', level, n: 20 });
    expect(criterionBalance([only, only, item(50, 0, 50)], 'all')).toMatchObject({ kind: 'tendency', n: 20 });
  });

  it('leaves out, in every row alike, a statement that fewer than ten people have answered in all', () => {
    const only = criterionBalance([item(10, 10, 20)], 'all');
    for (const young of [item(0, 0, 0), item(4, 0, 5), published(hidden('base-too-small'), [hidden('protected'), hidden('protected'), hidden('protected')])]) {
      expect(criterionBalance([item(10, 10, 20), young], 'all')).toEqual(only);
      expect(criterionBalance([young], 'all')).toMatchObject({ kind: 'withheld' });
    }
    // Answered in all, withheld in one place: there the criterion is withheld, not made of other statements than elsewhere.
    const inOnePlace = (base: Cell, sums: Sums): BalanceItem => {
      const [everybody, place] = [item(150, 0, 50), published(base, sums)];
      const rows = [everybody, place].flatMap(({ variables }, index) => variables.flatMap((variable) => variable.rows.map((row) => ({ ...row, row: index === 0 ? 'all' : 'mitte' }))));
      return { reverse: false, variables: everybody.variables.map((variable) => ({ ...variable, rows })) };
    };
    const many = inOnePlace(count(40), [count(10), count(10), count(20)]);
    const few = inOnePlace(count(6), [count(0), count(0), count(6)]);
    expect(criterionBalance([many, few], 'mitte')).toEqual({ kind: 'withheld', reason: 'base-too-small' });
    expect(criterionBalance([many], 'mitte')).toMatchObject({ kind: 'number', value: 63 });
  });

  it('is withheld below ten people', () => {
    expect(criterionBalance([item(0, 4, 5)], 'all')).toEqual({ kind: 'withheld', reason: 'base-too-small' });
  });

  it('is withheld with any sum or base of any item, for the first reason met', () => {
    const open: Sums = [count(10), count(10), count(20)];
    const few = hidden('too-few');
    for (const sums of [[few, open[1], open[2]], [open[0], few, open[2]], [open[0], open[1], few]] as const) {
      expect(criterionBalance([published(count(40), sums)], 'all')).toEqual({ kind: 'withheld', reason: 'too-few' });
    }
    const noBase = published(hidden('homogeneous'), [hidden('protected'), count(10), count(20)]);
    expect(criterionBalance([noBase, published(hidden('base-too-small'), open)], 'all')).toEqual({ kind: 'withheld', reason: 'homogeneous' });
  });

  it('leaves out importance, ticks and scales without a middle, and is not asked without any item', () => {
    const importance = published(count(40), [count(40), count(0), count(0)], 'bedarf');
    expect(criterionBalance([importance, published(count(40), null), item(10, 10, 20)], 'all')).toMatchObject({ value: 63, lower: 49 });
    expect(criterionBalance([importance, published(count(40), null, 'option')], 'all')).toEqual({ kind: 'not-asked' });
    expect(criterionBalance([], 'all')).toEqual({ kind: 'not-asked' });
    expect(criterionBalance([item(10, 10, 20)], 'elsewhere')).toEqual({ kind: 'not-asked' });
  });
});
