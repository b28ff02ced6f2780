import type { Cell, Figure } from '../contract/report.js';
import { indexFigure, meanFigure, personGapFigure, shareFigure, shareGapFigure, tendencyFigure, withholdDifferences, type IndexItem } from './figures.js';

const count = (value: number): Cell => ({ kind: 'count', count: value });
const hidden: Cell = { kind: 'withheld', reason: 'too-few' };
const scale = { min: 1, max: 5 };

describe('shareFigure', () => {
  it('is a number with its Wilson interval from thirty people on', () => {
    const figure = shareFigure(count(81), count(263));
    expect(figure).toMatchObject({ kind: 'number', n: 263 });
    expect(figure.kind === 'number' && [figure.value, figure.lower, figure.upper].map((part) => part?.toFixed(4))).toEqual(['0.3080', '0.2553', '0.3662']);
  });

  it.each([
    [11, 29, 'low'],
    [8, 20, 'medium'],
    [12, 20, 'medium'],
    [13, 20, 'high'],
  ] as const)('puts %i of %i into words: %s', (part, base, level) => {
    expect(shareFigure(count(part), count(base))).toEqual({ kind: 'tendency', level, n: base });
  });

  it('is withheld below ten people and when a cell it is made of is withheld', () => {
    expect(shareFigure(count(5), count(9))).toEqual({ kind: 'withheld', reason: 'base-too-small' });
    expect(shareFigure(hidden, count(40))).toEqual({ kind: 'withheld', reason: 'too-few' });
    expect(shareFigure(count(20), { kind: 'withheld', reason: 'protected' })).toEqual({ kind: 'withheld', reason: 'protected' });
  });
});

describe('meanFigure', () => {
  const cells = (counts: readonly (number | null)[]): { score: number; cell: Cell }[] =>
    counts.map((value, index) => ({ score: index + 1, cell: value === null ? hidden : count(value) }));

  it('has a t interval when every valid code is shown', () => {
    const figure = meanFigure(cells([0, 0, 20, 20, 0]), count(40), scale);
    expect(figure).toMatchObject({ kind: 'number', value: 3.5, n: 40 });
    // t(39; 0.975) = 2.0227, s² = 10/39
    expect(figure.kind === 'number' && figure.upper?.toFixed(4)).toBe('3.6619');
  });

  it('is withheld as soon as one code is, for it would help to compute it', () => {
    expect(meanFigure(cells([null, 6, 20, 20, 0]), count(48), scale)).toEqual({ kind: 'withheld', reason: 'protected' });
    expect(meanFigure(cells([0, 0, 4, 4, 0]), { kind: 'withheld', reason: 'base-too-small' }, scale)).toEqual({ kind: 'withheld', reason: 'base-too-small' });
  });

  it('is put into words for few people', () => {
    expect(meanFigure(cells([0, 0, 0, 10, 10]), count(20), scale)).toEqual({ kind: 'tendency', level: 'high', n: 20 });
  });
});

describe('gaps', () => {
  it('subtracts two published shares without pretending an interval', () => {
    const figure = shareGapFigure({ part: count(40), base: count(50) }, { part: count(10), base: count(40) });
    expect(figure).toMatchObject({ kind: 'number', lower: null, upper: null, n: 40 });
    expect(figure.kind === 'number' && figure.value).toBeCloseTo(0.55, 12);
    expect(shareGapFigure({ part: hidden, base: count(50) }, { part: count(10), base: count(40) })).toEqual({ kind: 'withheld', reason: 'too-few' });
    expect(shareGapFigure({ part: count(15), base: count(20) }, { part: count(5), base: count(20) })).toEqual({ kind: 'tendency', level: 'high', n: 20 });
  });

  const shown = (base: number): readonly Cell[] => [count(base), count(base - 10), count(10)];

  it('gives the gap per person when everything it rests on is shown', () => {
    const figure = personGapFigure({ n: 40, sum: 60, sumOfSquares: 129 }, shown(40), shown(40), 5, 4);
    // s² = (129 − 90) / 39 = 1, t(39; 0.975) = 2.0227
    expect(figure).toMatchObject({ kind: 'number', value: 1.5, n: 40 });
    expect(figure.kind === 'number' && figure.lower?.toFixed(4)).toBe('1.1802');
  });

  it('is withheld when only a few people answered one half: their answers could be computed', () => {
    const moments = { n: 40, sum: 60, sumOfSquares: 129 };
    expect(personGapFigure(moments, shown(41), shown(40), 5, 4)).toEqual({ kind: 'withheld', reason: 'protected' });
    // Nine would be a mean on a base below ten.
    expect(personGapFigure(moments, shown(49), shown(40), 5, 4).kind).toBe('withheld');
    expect(personGapFigure(moments, shown(50), shown(40), 5, 4).kind).toBe('number');
    expect(personGapFigure(moments, [count(40), hidden, count(10)], shown(40), 5, 4)).toEqual({ kind: 'withheld', reason: 'protected' });
  });
});

describe('withholdDifferences', () => {
  const number = (n: number): Figure => ({ kind: 'number', value: 1, lower: 0.5, upper: 1.5, n });
  const hiddenGap: Figure = { kind: 'withheld', reason: 'protected' };
  const row = (figure: Figure, n: number, bases: readonly number[]) => ({ figure, n, bases });
  const kinds = (result: ReturnType<typeof withholdDifferences>) => [...result.rows, result.all].map(({ kind }) => kind);

  it('withholds another row beside a single one that the whole city minus the others would give away', () => {
    const rows = [row(hiddenGap, 40, [41, 40]), row(number(60), 60, [60, 60]), row(number(50), 50, [60, 50]), row(number(70), 70, [70, 70])];
    expect(kinds(withholdDifferences(rows, number(220), 5))).toEqual(['withheld', 'number', 'withheld', 'number', 'number']);
  });

  it('withholds the whole city where no group of rows is safe, and leaves the rows', () => {
    const rows = [row(hiddenGap, 40, [41, 40]), row(number(60), 60, [60, 60])];
    expect(kinds(withholdDifferences(rows, number(100), 5))).toEqual(['withheld', 'number', 'withheld']);
  });

  it('leaves rows alone that protect each other, and rows nobody answered in', () => {
    const rows = [row(hiddenGap, 40, [43, 40]), row(hiddenGap, 30, [38, 30]), row(hiddenGap, 0, [0, 0]), row(number(60), 60, [60, 60])];
    expect(kinds(withholdDifferences(rows, number(130), 5))).toEqual(['withheld', 'withheld', 'withheld', 'number', 'number']);
    expect(kinds(withholdDifferences(rows.slice(2), number(60), 5))).toEqual(['withheld', 'number', 'number']);
  });
});

describe('indexFigure', () => {
  const item = (base: number, codes: readonly Cell[], sums: readonly Cell[] = [count(10), count(10), count(20)]): IndexItem => ({
    base: count(base),
    codes,
    sums,
  });
  const open = [count(5), count(5), count(10), count(10), count(10)];
  const partly = [hidden, count(9), count(10), count(10), count(10)];
  const moments = { n: 40, sum: 2512, sumOfSquares: 40 * 62.8 * 62.8 + 39 * 100 };

  it('is whole with an interval when every item is entirely shown', () => {
    // s = 10, t(39; 0.975) = 2.0227: 62.8 ± 3.198
    expect(indexFigure(moments, [item(40, open), item(40, open)], 5)).toEqual({ kind: 'number', value: 63, lower: 60, upper: 66, n: 40 });
  });

  it('is rounded to five points without interval when a code is withheld or few people skipped an item', () => {
    const coarse = { kind: 'number', value: 65, lower: null, upper: null, n: 40 };
    expect(indexFigure({ ...moments, sum: 40 * 64 }, [item(40, open), item(40, partly)], 5)).toEqual(coarse);
    expect(indexFigure({ ...moments, n: 42, sum: 42 * 62.8 }, [item(40, open), item(42, open)], 5)).toEqual(coarse);
    expect(indexFigure({ ...moments, sum: 40 * 64 }, [item(40, open), item(40, partly)], 10)).toEqual({ kind: 'withheld', reason: 'protected' });
  });

  it('is withheld where its rounding would tell withheld cells apart', () => {
    // The one withheld answer can be a quarter of the scale higher or lower: 62.8 ± 25 / 80 lies on both sides of 62.5.
    expect(indexFigure(moments, [item(40, open), item(40, partly)], 5)).toEqual({ kind: 'withheld', reason: 'protected' });
    const noSums = item(40, [hidden, hidden, count(10), count(10), count(10)], [hidden, count(10), count(20)]);
    expect(indexFigure(moments, [noSums], 5)).toEqual({ kind: 'withheld', reason: 'protected' });
    // Ten people in the middle, five who agree: "medium" if one of them agrees fully, "high" if two do.
    const split = item(15, [count(0), count(0), count(10), hidden, hidden], [count(0), count(10), count(5)]);
    for (const fully of [1, 2]) {
      const sum = 10 * 50 + (5 - fully) * 75 + fully * 100;
      expect(indexFigure({ n: 15, sum, sumOfSquares: sum * 80 }, [split], 5)).toEqual({ kind: 'withheld', reason: 'protected' });
    }
  });

  it('is withheld with the base of any item, and for fewer than ten people', () => {
    const withheldBase: IndexItem = { base: { kind: 'withheld', reason: 'base-too-small' }, codes: open, sums: null };
    expect(indexFigure(moments, [item(40, open), withheldBase], 5)).toEqual({ kind: 'withheld', reason: 'base-too-small' });
    expect(indexFigure({ n: 9, sum: 450, sumOfSquares: 30_000 }, [item(10, open)], 5)).toEqual({ kind: 'withheld', reason: 'base-too-small' });
    expect(indexFigure(moments, [], 5)).toEqual({ kind: 'not-asked' });
  });

  it('is put into words for 10 to 29 people', () => {
    expect(indexFigure({ n: 22, sum: 22 * 30, sumOfSquares: 22 * 1000 }, [item(22, [hidden, count(10), count(5), count(5), count(0)]), item(20, open)], 5)).toEqual({ kind: 'tendency', level: 'low', n: 20 });
    expect(tendencyFigure(0.1 + 0.3, 12)).toEqual({ kind: 'tendency', level: 'medium', n: 12 });
  });
});
