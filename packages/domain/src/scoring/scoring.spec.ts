import type { Variable } from '../survey/codebook.js';
import { criterionIndex } from './criterion-index.js';
import { cronbachAlpha } from './cronbach-alpha.js';
import { meanGap, meanWeightedDiscrepancy, rankedDiscrepancy } from './discrepancy.js';
import { scaleScore, scoresByByte } from './scale-score.js';

const people = [
  { importance: 5, performance: 2 },
  { importance: 4, performance: 3 },
  { importance: 5, performance: 4 },
  { importance: 3, performance: 3 },
];

describe('discrepancy scores', () => {
  it('weights the mean gap with the mean importance (Borich)', () => {
    expect(meanGap(people)).toBeCloseTo(1.25, 12);
    expect(meanWeightedDiscrepancy(people)).toBeCloseTo(5.3125, 12);
  });

  it('ranks the direction of each gap', () => {
    expect(rankedDiscrepancy(people)).toBe(-75);
    expect(rankedDiscrepancy([{ importance: 1, performance: 5 }])).toBe(100);
  });

  it('has no value when nobody answered both', () => {
    expect([meanGap([]), meanWeightedDiscrepancy([]), rankedDiscrepancy([])]).toEqual([null, null, null]);
  });
});

describe('criterionIndex', () => {
  const scale = { min: 1, max: 5 };

  it('puts the mean of three of four answered items on 0 to 100', () => {
    expect(criterionIndex([3, 4, null, 5], scale)).toBe(75);
  });

  it('accepts exactly half and refuses less', () => {
    expect(criterionIndex([5, null], scale)).toBe(100);
    expect(criterionIndex([5, null, null], scale)).toBeNull();
    expect(criterionIndex([], scale)).toBeNull();
  });
});

describe('cronbachAlpha', () => {
  it('gives the published value of the four-item example (UCLA)', () => {
    const covariances = [
      [1.168, 0.557, 0.574, 0.673],
      [0.557, 1.012, 0.69, 0.72],
      [0.574, 0.69, 1.169, 0.724],
      [0.673, 0.72, 0.724, 1.291],
    ];
    expect(cronbachAlpha(covariances)).toBeCloseTo(0.839033, 6);
    expect(() => cronbachAlpha([[1]])).toThrow(RangeError);
  });
});

describe('scaleScore', () => {
  const variable: Variable = {
    name: 'K1_2_bestand',
    question: 'K1_2_bestand',
    itemId: 'K1-2',
    demographicId: null,
    part: 'bestand',
    measurement: 'ordinal',
    scale: { id: 'ZUST5', min: 1, max: 5 },
    codes: [1, 2, 3, 4, 5, 98].map((code, index) => ({ code, position: index + 1, missing: code === 98 ? 'dont-know' : null, labels: {} })),
    option: null,
    labels: {},
    criterion: 'K1',
    fieldOfAction: null,
    reverse: true,
    art9: false,
    sensitive: false,
    visibleIf: null,
  };

  it('turns negative statements round, but not their importance', () => {
    expect(scaleScore(variable, 2)).toBe(4);
    expect(scaleScore({ ...variable, reverse: false }, 2)).toBe(2);
    expect(scaleScore({ ...variable, part: 'bedarf' }, 2)).toBe(2);
  });

  it('scores neither missing nor unknown codes nor unordered scales', () => {
    expect(scaleScore(variable, 98)).toBeNull();
    expect(scaleScore(variable, 7)).toBeNull();
    expect(scaleScore({ ...variable, measurement: 'nominal' }, 2)).toBeNull();
  });

  it('lists scores by byte', () => {
    const scores = scoresByByte(variable);
    expect([scores[0], scores[1], scores[5], scores[6], scores[255]]).toEqual([NaN, 5, 1, NaN, NaN]);
  });
});
