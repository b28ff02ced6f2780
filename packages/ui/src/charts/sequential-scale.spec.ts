import { INDEX_BREAKS, countBreaks, sequentialClasses, sequentialTone } from './sequential-scale';

describe('countBreaks', () => {
  it('cuts counts into at most seven even classes', () => {
    expect(countBreaks([19, 31, 96, 52])).toEqual([20, 40, 60, 80]);
    expect(countBreaks([3, 9])).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('needs no bound for one value or none', () => {
    expect(countBreaks([12, 12])).toEqual([]);
    expect(countBreaks([])).toEqual([]);
  });

  it.each([[[0, 1]], [[5, 4321]], [[10, 11, 12, 99]], [[1000, 1001]]])('gives the smallest and the largest of %j different colours', (counts) => {
    const breaks = countBreaks(counts);
    expect(breaks.length).toBeLessThan(7);
    expect(sequentialTone(Math.min(...counts), breaks)).toBe(1);
    expect(sequentialTone(Math.max(...counts), breaks)).toBe(7);
  });
});

describe('sequentialClasses', () => {
  it('names classes without gap or overlap', () => {
    expect(sequentialClasses(INDEX_BREAKS).map(({ from, to }) => [from, to])).toEqual([[null, 19], [20, 29], [30, 39], [40, 49], [50, 59], [60, 69], [70, null]]);
  });
});

describe('sequentialTone', () => {
  it('colours a value by the whole number that is written', () => {
    expect(sequentialTone(19.4, INDEX_BREAKS)).toBe(1);
    expect(sequentialTone(19.6, INDEX_BREAKS)).toBe(2);
    expect(sequentialTone(70, INDEX_BREAKS)).toBe(7);
  });
});
