/** Colour steps of the sequential scale, pale to dark. */
export const SEQUENTIAL_STEPS = 7;

/** A class of the scale as the legend names it: inclusive whole numbers, null = open end; `tone` 1 to 7. */
export interface SequentialClass {
  readonly from: number | null;
  readonly to: number | null;
  readonly tone: number;
}

/** Bounds of an index or balance from 0 to 100: steps of ten around its middle, 50. */
export const INDEX_BREAKS: readonly number[] = [20, 30, 40, 50, 60, 70];

/**
 * Lower bounds of the second and every further class for counts of people: equal steps of 1, 2, 5 × a power of ten, at most seven
 * classes. Empty when all counts are equal: one class.
 */
export function countBreaks(counts: readonly number[]): readonly number[] {
  if (counts.length === 0) return [];
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  if (least === most) return [];
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) {
      const step = factor * power;
      const first = Math.floor(least / step) * step;
      const classes = Math.floor(most / step) - Math.floor(least / step) + 1;
      if (classes <= SEQUENTIAL_STEPS) return Array.from({ length: classes - 1 }, (_, index) => first + step * (index + 1));
    }
  }
}

/** All classes of a scale; fewer than seven are spread over the seven colours, so that the ends keep their contrast. */
export function sequentialClasses(breaks: readonly number[]): readonly SequentialClass[] {
  const count = breaks.length + 1;
  return Array.from({ length: count }, (_, index) => ({
    from: breaks[index - 1] ?? null,
    to: index < breaks.length ? (breaks[index] ?? 0) - 1 : null,
    tone: count === 1 ? 4 : 1 + Math.round((index * (SEQUENTIAL_STEPS - 1)) / (count - 1)),
  }));
}

/** Colour step 1 to 7 of a value that is shown as a whole number. */
export function sequentialTone(value: number, breaks: readonly number[]): number {
  const rounded = Math.round(value);
  const index = breaks.filter((bound) => rounded >= bound).length;
  return sequentialClasses(breaks)[index]?.tone ?? SEQUENTIAL_STEPS;
}
