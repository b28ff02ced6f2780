import fc from 'fast-check';
import { agreementTable, cohenKappa, KAPPA_WEIGHTS } from './cohen-kappa.js';
import { covarianceMatrix, cronbachAlpha, spearmanBrown, standardisedAlpha } from './cronbach-alpha.js';
import { importancePerformance, QUADRANT_NAMES, QUADRANTS, type RatedItem } from './importance-performance.js';
import { itemReliability } from './item-reliability.js';

const RUNS = { seed: 20_260_307, numRuns: 300 };

/** People with `items` answers each; the first two see to it that every item varies. */
const answers = (items: number, minLength: number) =>
  fc
    .array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), { minLength: minLength - 2, maxLength: minLength + 20 })
    .map((rows) => [new Array<number>(items).fill(1), new Array<number>(items).fill(5), ...rows]);

describe('cronbachAlpha and standardisedAlpha', () => {
  it('are equal for items of equal variance, and 1 for one item asked again and again', () => {
    const same = Array.from({ length: 60 }, (_, person) => new Array<number>(4).fill((person % 5) + 1));
    expect(cronbachAlpha(covarianceMatrix(same))).toBeCloseTo(1, 12);
    expect(standardisedAlpha(covarianceMatrix(same))).toBeCloseTo(1, 12);
  });

  it('do not mind shifting all answers; the standardised one not even another unit', () => {
    fc.assert(
      fc.property(answers(3, 10), (people) => {
        const plain = covarianceMatrix(people);
        const moved = covarianceMatrix(people.map((row) => row.map((score, item) => score * (item + 1) + 7)));
        expect(cronbachAlpha(covarianceMatrix(people.map((row) => row.map((score) => score + 7))))).toBeCloseTo(cronbachAlpha(plain), 9);
        expect(standardisedAlpha(moved)).toBeCloseTo(standardisedAlpha(plain), 9);
      }),
      RUNS,
    );
  });

  it('of two items are Spearman-Brown of their correlation', () => {
    fc.assert(
      fc.property(answers(2, 10), (people) => {
        const covariances = covarianceMatrix(people);
        const [[a = NaN, both = NaN] = [], [, b = NaN] = []] = covariances;
        expect(standardisedAlpha(covariances)).toBeCloseTo(spearmanBrown(both / Math.sqrt(a * b)), 9);
      }),
      RUNS,
    );
  });

  it.each([
    ['one item', () => cronbachAlpha([[1]])],
    ['a matrix that is not square', () => cronbachAlpha([[1, 2], [3]])],
    ['no variance', () => cronbachAlpha([[0, 0], [0, 0]])],
    ['what is no number', () => cronbachAlpha([[1, Number.NaN], [1, 1]])],
    ['an item without variance', () => standardisedAlpha([[0, 0], [0, 1]])],
    ['covariances of one person', () => covarianceMatrix([[1, 2]])],
    ['ragged people', () => covarianceMatrix([[1, 2], [1]])],
    ['a missing score', () => covarianceMatrix([[1, 2], [1, Number.NaN]])],
    ['a correlation of −1', () => spearmanBrown(-1)],
    ['a correlation above 1', () => spearmanBrown(1.1)],
  ])('refuse %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });
});

it('covariances are divided by n − 1', () => {
  expect(covarianceMatrix([[1, 2], [3, 6]])).toEqual([[2, 4], [4, 8]]);
});

describe('itemReliability', () => {
  const people = Array.from({ length: 60 }, (_, person) => [(person % 5) + 1, ((person >> 1) % 5) + 1, (person % 4) + 1]);

  it('gives alpha from three items and fifty people on', () => {
    const result = itemReliability(people.slice(0, 50));
    expect(result).toMatchObject({ kind: 'alpha', items: 3, n: 50 });
    expect(result.kind === 'alpha' && result.raw).toBeCloseTo(cronbachAlpha(covarianceMatrix(people.slice(0, 50))), 12);
    expect(itemReliability(people.slice(0, 49))).toEqual({ kind: 'none', items: 3, n: 49, reason: 'too-few-people' });
  });

  it('leaves out who left out an item', () => {
    const some = people.map((row, person) => (person < 11 ? [null, ...row.slice(1)] : row));
    expect(itemReliability(some)).toEqual({ kind: 'none', items: 3, n: 49, reason: 'too-few-people' });
  });

  it('gives Spearman-Brown for two items, and reasons where there is nothing to say', () => {
    expect(itemReliability(people.map((row) => row.slice(0, 2)))).toMatchObject({ kind: 'spearman-brown', items: 2, n: 60 });
    expect(itemReliability(people.map((row) => row.slice(0, 1)))).toMatchObject({ kind: 'none', reason: 'too-few-items' });
    expect(itemReliability([])).toEqual({ kind: 'none', items: 0, n: 0, reason: 'too-few-items' });
    expect(itemReliability(people.map(([first = 0]) => [first, 3, 3]))).toMatchObject({ kind: 'none', reason: 'no-variance' });
    expect(itemReliability(people.map(([first = 0]) => [first, 6 - first]))).toMatchObject({ kind: 'none', reason: 'no-variance' });
    // Opposite on scales of different length: the sum varies, that of the standardised items does not.
    expect(itemReliability(people.map(([first = 0]) => [first, 11 - 2 * first]))).toMatchObject({ kind: 'none', reason: 'no-variance' });
    expect(() => itemReliability([[1, 2], [1]])).toThrow(RangeError);
  });
});

describe('cohenKappa', () => {
  const table = fc.integer({ min: 2, max: 5 }).chain((k) => fc.array(fc.array(fc.nat(30), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }));

  it('is 1 for full agreement, 0 for chance, −1 for the contrary of two equal categories', () => {
    for (const weights of KAPPA_WEIGHTS) {
      expect(cohenKappa([[20, 0], [0, 10]], weights)?.kappa).toBeCloseTo(1, 12);
      expect(cohenKappa([[4, 8], [6, 12]], weights)?.kappa).toBeCloseTo(0, 12);
      expect(cohenKappa([[0, 10], [10, 0]], weights)?.kappa).toBeCloseTo(-1, 12);
    }
  });

  it('does not mind who rates first or how many times over, and all weights are one for two categories', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...KAPPA_WEIGHTS), (counts, weights) => {
        const plain = cohenKappa(counts, weights);
        const turned = cohenKappa(counts.map((_, i) => counts.map((row) => row[i] ?? 0)), weights);
        const doubled = cohenKappa(counts.map((row) => row.map((count) => count * 2)), weights);
        if (plain === null) {
          expect([turned, doubled]).toEqual([null, null]);
          return;
        }
        expect(plain.kappa).toBeLessThanOrEqual(1 + 1e-12);
        expect(turned?.kappa).toBeCloseTo(plain.kappa, 10);
        expect(doubled?.kappa).toBeCloseTo(plain.kappa, 10);
        if (counts.length === 2) expect(cohenKappa(counts)?.kappa).toBeCloseTo(plain.kappa, 10);
      }),
      RUNS,
    );
  });

  it('has no value for nothing rated or a single category in use', () => {
    expect(cohenKappa([[0, 0], [0, 0]])).toBeNull();
    expect(cohenKappa([[9, 0], [0, 0]])).toBeNull();
  });

  it('counts near misses less where categories are ordered', () => {
    // cohen.kappa of the R package psych 2.2.9.
    const counts = [[20, 5, 1], [4, 15, 6], [2, 3, 14]];
    expect(KAPPA_WEIGHTS.map((weights) => cohenKappa(counts, weights)?.kappa.toFixed(6))).toEqual(['0.547692', '0.608392', '0.670330']);
  });

  it('is made of two ratings of the same things', () => {
    expect(agreementTable([0, 0, 1, 2], Uint8Array.of(0, 1, 1, 2), 3)).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(() => agreementTable([0], [0, 1], 2)).toThrow(RangeError);
    expect(() => agreementTable([0], [2], 2)).toThrow('Rating 0');
    expect(() => cohenKappa([[1]])).toThrow(RangeError);
    expect(() => cohenKappa([[1, 2], [3]])).toThrow(RangeError);
    expect(() => cohenKappa([[1, -2], [3, 4]])).toThrow(RangeError);
  });
});

describe('importancePerformance', () => {
  const item = (id: string, importance: number, performance: number, variance = 0.01, n = 100): RatedItem => ({
    id,
    importance: { n, mean: importance, variance },
    performance: { n, mean: performance, variance },
  });
  const corners = [item('a', 4, 2), item('b', 4, 4), item('c', 2, 2), item('d', 2, 4)];

  it('names the four corners', () => {
    const analysis = importancePerformance(corners, { kind: 'mean' });
    expect(analysis?.crosshair).toEqual({ importance: 3, performance: 3 });
    expect(analysis?.items.map(({ quadrant }) => quadrant)).toEqual(['need-for-action', 'keep-it-up', 'low-priority', 'possible-overkill']);
    expect(QUADRANTS.map((quadrant) => QUADRANT_NAMES[quadrant].de)).toEqual([
      'Handlungsbedarf',
      'Weiter so',
      'Geringe Priorität',
      'Mögliches Überangebot',
      'Kein Urteil möglich',
    ]);
    expect(QUADRANTS.every((quadrant) => (QUADRANT_NAMES[quadrant].en ?? '') !== '')).toBe(true);
  });

  it('gives no verdict where the joint interval touches a line', () => {
    // 16 people, standard deviation 1: at 97.5 % the interval reaches 2.49 · 0.25 = 0.62 to each side.
    const quadrantAt = (importance: number) =>
      importancePerformance([item('x', importance, 1, 1, 16)], { kind: 'midpoint', scales: { importance: { min: 1, max: 5 }, performance: { min: 1, max: 5 } } })?.items[0]
        ?.quadrant;
    expect([quadrantAt(3.63), quadrantAt(3.61), quadrantAt(2.39), quadrantAt(2.37)]).toEqual(['need-for-action', 'no-verdict', 'no-verdict', 'low-priority']);
    expect(importancePerformance([item('alone', 5, 1, 0, 1), ...corners], { kind: 'mean' })?.items[0]).toMatchObject({
      quadrant: 'no-verdict',
      importance: { mean: 5, interval: null },
    });
  });

  it('gives no verdict on a line itself: an item alone lies on both', () => {
    expect(importancePerformance([item('alone', 4, 2, 0)], { kind: 'mean' })?.items[0]?.quadrant).toBe('no-verdict');
  });

  it('gives no verdict on the word of fewer than ten people, even if they agree', () => {
    const quadrantOf = (n: number) => importancePerformance([item('few', 5, 1, 0, n), ...corners], { kind: 'mean' })?.items[0]?.quadrant;
    expect([quadrantOf(2), quadrantOf(9), quadrantOf(10)]).toEqual(['no-verdict', 'no-verdict', 'need-for-action']);
  });

  it('puts the lines at means, medians or midpoints', () => {
    const items = [item('a', 5, 1), item('b', 4, 2), item('c', 1, 3)];
    const scales = { importance: { min: 1, max: 5 }, performance: { min: 0, max: 10 } };
    expect(importancePerformance(items, { kind: 'mean' })?.crosshair.importance).toBeCloseTo(10 / 3, 12);
    expect(importancePerformance(items, { kind: 'median' })?.crosshair).toEqual({ importance: 4, performance: 2 });
    expect(importancePerformance(items.slice(0, 2), { kind: 'median' })?.crosshair).toEqual({ importance: 4.5, performance: 1.5 });
    expect(importancePerformance(items, { kind: 'midpoint', scales })?.crosshair).toEqual({ importance: 3, performance: 5 });
  });

  it('never moves an item into another corner when confidence grows, only into none', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ i: fc.double({ min: 1, max: 5, noNaN: true }), p: fc.double({ min: 1, max: 5, noNaN: true }), v: fc.double({ min: 0, max: 2, noNaN: true }), n: fc.integer({ min: 1, max: 200 }) }), { minLength: 1, maxLength: 30 }), (drawn) => {
        const items = drawn.map(({ i, p, v, n }, index) => item(String(index), i, p, v, n));
        const low = importancePerformance(items, { kind: 'mean', confidence: 0.8 })?.items ?? [];
        const high = importancePerformance(items, { kind: 'mean', confidence: 0.99 })?.items ?? [];
        expect(high).toHaveLength(items.length);
        high.forEach(({ quadrant }, index) => {
          if (quadrant !== 'no-verdict') expect(low[index]?.quadrant).toBe(quadrant);
        });
      }),
      RUNS,
    );
  });

  it('has no answer for no items, and refuses items without people or a midpoint without scales', () => {
    expect(importancePerformance([], { kind: 'mean' })).toBeNull();
    expect(() => importancePerformance([item('x', 3, 3, 1, 0)], { kind: 'mean' })).toThrow(RangeError);
    expect(() => importancePerformance([item('x', Number.NaN, 3)], { kind: 'mean' })).toThrow(RangeError);
    expect(() => importancePerformance([item('x', 3, 3, -1)], { kind: 'mean' })).toThrow(RangeError);
    expect(() => importancePerformance(corners, { kind: 'midpoint' })).toThrow('needs the scales');
  });
});
