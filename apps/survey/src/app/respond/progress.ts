/** Where a person stands: question `number` of `count`, both from 1; 0 of 0 while nothing is known. */
export interface Progress {
  readonly number: number;
  readonly count: number;
}

/** Place of a page among those shown now; a page that the logic has hidden since counts as the first. */
export function progressOf(pages: readonly string[], current: string | null): Progress {
  if (pages.length === 0) return { number: 0, count: 0 };
  return { number: Math.max(0, current === null ? 0 : pages.indexOf(current)) + 1, count: pages.length };
}

/** Name of the page `step` further; null past either end. */
export function neighbourOf(pages: readonly string[], current: string | null, step: 1 | -1): string | null {
  return pages[progressOf(pages, current).number - 1 + step] ?? null;
}
