import fc from 'fast-check';
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

  it('keeps a width where nobody or everybody agrees, within 0 and 1', () => {
    // Newcombe 1998a, method 3: n / (n + z²) and its mirror.
    const reach = 1.959963984540054 ** 2;
    const [none, all] = [shareFigure(count(0), count(40)), shareFigure(count(40), count(40))];
    expect(none).toMatchObject({ kind: 'number', value: 0, lower: 0 });
    expect(none.kind === 'number' && none.upper).toBeCloseTo(reach / (40 + reach), 12);
    expect(all).toMatchObject({ kind: 'number', value: 1, upper: 1 });
    expect(all.kind === 'number' && all.lower).toBeCloseTo(40 / (40 + reach), 12);
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

  it('has no interval where everyone gave the same answer: no width would claim certainty', () => {
    expect(meanFigure(cells([0, 0, 0, 0, 40]), count(40), scale)).toEqual({ kind: 'number', value: 5, lower: null, upper: null, n: 40 });
    expect(meanFigure(cells([0, 0, 40, 0, 0]), count(40), scale)).toEqual({ kind: 'number', value: 3, lower: null, upper: null, n: 40 });
  });

  it('has an interval that ends where the scale ends', () => {
    // 39 fives and a four: 4.975 ± 2.0227 · √(0.975/39/40) would reach 5.0256.
    const high = meanFigure(cells([0, 0, 0, 1, 39]), count(40), scale);
    expect(high).toMatchObject({ value: 4.975, upper: 5 });
    expect(high.kind === 'number' && high.lower?.toFixed(4)).toBe('4.9244');
    expect(meanFigure(cells([39, 1, 0, 0, 0]), count(40), scale)).toMatchObject({ value: 1.025, lower: 1 });
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 5, maxLength: 5 }), (counts) => {
        const base = counts.reduce((sum, people) => sum + people, 0);
        const figure = meanFigure(cells(counts), count(base), scale);
        if (figure.kind !== 'number') return;
        const same = counts.filter((people) => people > 0).length === 1;
        expect([figure.lower === null, figure.upper === null]).toEqual([same, same]);
        if (figure.lower === null || figure.upper === null) return;
        expect(figure.lower).toBeGreaterThanOrEqual(scale.min);
        expect(figure.upper).toBeLessThanOrEqual(scale.max);
        expect(figure.lower).toBeLessThan(figure.value);
        expect(figure.upper).toBeGreaterThan(figure.value);
      }),
      { seed: 20_260_302, numRuns: 1000 },
    );
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

  it('has no interval where all have the same gap, and one that ends at the widest gap there can be', () => {
    expect(personGapFigure({ n: 40, sum: 40, sumOfSquares: 40 }, shown(40), shown(40), 5, 4)).toEqual({ kind: 'number', value: 1, lower: null, upper: null, n: 40 });
    // 39 gaps of 4 and one of 3.
    expect(personGapFigure({ n: 40, sum: 159, sumOfSquares: 633 }, shown(40), shown(40), 5, 4)).toMatchObject({ value: 3.975, upper: 4 });
    expect(personGapFigure({ n: 40, sum: -159, sumOfSquares: 633 }, shown(40), shown(40), 5, 4)).toMatchObject({ value: -3.975, lower: -4 });
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

  it('has no interval where all have the same index, also one that adds up with rounding, and stays within 0 and 100', () => {
    const third = 175 / 3;
    const same = { n: 0, sum: 0, sumOfSquares: 0 };
    for (let person = 0; person < 1000; person += 1) Object.assign(same, { n: same.n + 1, sum: same.sum + third, sumOfSquares: same.sumOfSquares + third * third });
    expect(indexFigure(same, [item(1000, open)], 5)).toEqual({ kind: 'number', value: 58, lower: null, upper: null, n: 1000 });
    // 39 people at 100 and one at 0: 97.5 ± 5.06 would reach 102.6.
    expect(indexFigure({ n: 40, sum: 3900, sumOfSquares: 390_000 }, [item(40, open)], 5)).toEqual({ kind: 'number', value: 98, lower: 92, upper: 100, n: 40 });
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
