import type { Cell, DistributionCode, DistributionRow, WithheldReason } from '@stadtteilstimme/domain';

/** One drawn piece of a bar. `start` and `size` are shares of the base (0 to 1); `start` counts from the middle, negative = before it. */
export type LikertSegment =
  | { readonly kind: 'share'; readonly code: DistributionCode; readonly tone: number; readonly start: number; readonly size: number }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason; readonly start: number; readonly size: number };

/**
 * What can be drawn of one distribution.
 * `diverging`: the pieces stand around the middle of the scale · `undivided`: so much is withheld that the middle is unknown, the known
 * pieces stand in order and the withheld share follows them · `withheld`: the base itself is withheld · `empty`: nobody gave a judgement.
 */
export type LikertLayout =
  | { readonly kind: 'diverging' | 'undivided'; readonly base: number; readonly segments: readonly LikertSegment[] }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason }
  | { readonly kind: 'empty' };

/** How far bars reach to both sides of the middle, as shares of the base; one extent for all bars that are read together. */
export interface LikertExtent {
  readonly before: number;
  readonly after: number;
}

interface Point {
  readonly code: DistributionCode;
  readonly cell: Cell;
  readonly tone: number;
}

/** Colour steps 1 to 5 of the diverging scale by number of points; longer scales share the outer steps. */
const TONES: Readonly<Record<number, readonly number[]>> = { 2: [1, 5], 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] };

/**
 * Lays out the valid answers of one row. Draws only what the protected row tells: a withheld piece gets the rest of its side, or of
 * the base, and never a size of its own. Sides follow the project's report rule: below, at and above the middle of the scale.
 */
export function likertLayout(row: DistributionRow, codes: readonly DistributionCode[]): LikertLayout {
  if (row.base.kind === 'withheld') return { kind: 'withheld', reason: row.base.reason };
  const base = row.base.count;
  if (base === 0) return { kind: 'empty' };

  const points = validPoints(row, codes);
  const half = Math.floor(points.length / 2);
  const groups = [points.slice(0, half), points.slice(half, points.length - half), points.slice(points.length - half)] as const;
  const given = points.length === 5 ? [row.disagree, row.neutral, row.agree] : [null, null, null];
  const totals = groups.map((group, index) => groupTotal(group, given[index] ?? null));

  const unknown = totals.filter((total) => total === null).length;
  if (unknown > 1) return undivided(points, base);
  const rest = Math.max(0, base - totals.reduce<number>((sum, total) => sum + (total ?? 0), 0));
  const [before, middle, after] = groups.map((group, index) => pieces(group, totals[index] ?? rest, base));
  const segments = [...(before ?? []), ...(middle ?? []), ...(after ?? [])];
  const offset = -(sizeOf(before ?? []) + sizeOf(middle ?? []) / 2);
  return { kind: 'diverging', base, segments: placed(segments, offset) };
}

/** The extent that lets all given bars share one scale and use the width they have; at least as long as one whole bar. */
export function likertExtent(layouts: readonly LikertLayout[]): LikertExtent {
  let before = 0;
  let after = 0;
  for (const layout of layouts) {
    if (layout.kind !== 'diverging') continue;
    for (const { start, size } of layout.segments) {
      before = Math.max(before, -start);
      after = Math.max(after, start + size);
    }
  }
  const lacking = Math.max(0, 1 - before - after);
  return { before: before + lacking / 2, after: after + lacking / 2 };
}

/** Valid codes in drawing order (numbers ascending, words as given), each with its colour step 1 to 5. */
export function likertTones(codes: readonly DistributionCode[]): readonly { readonly code: DistributionCode; readonly tone: number }[] {
  const valid = codes.filter(({ missing }) => missing === null);
  const numeric = valid.every(({ code }) => typeof code === 'number');
  const ordered = numeric ? [...valid].sort((a, b) => Number(a.code) - Number(b.code)) : valid;
  const tones = TONES[ordered.length];
  return ordered.map((code, index) => ({ code, tone: tones?.[index] ?? 1 + Math.round((4 * index) / Math.max(1, ordered.length - 1)) }));
}

function validPoints(row: DistributionRow, codes: readonly DistributionCode[]): readonly Point[] {
  return likertTones(codes).flatMap(({ code, tone }) => {
    const cell = row.cells[codes.indexOf(code)];
    return cell === undefined ? [] : [{ code, cell, tone }];
  });
}

function groupTotal(group: readonly Point[], given: Cell | null): number | null {
  let sum = 0;
  for (const { cell } of group) {
    if (cell.kind === 'withheld') return given?.kind === 'count' ? given.count : null;
    sum += cell.count;
  }
  return sum;
}

type Unplaced =
  | { readonly kind: 'share'; readonly code: DistributionCode; readonly tone: number; readonly size: number }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason; readonly size: number };

function pieces(group: readonly Point[], total: number, base: number): readonly Unplaced[] {
  const known = group.reduce((sum, { cell }) => sum + (cell.kind === 'count' ? cell.count : 0), 0);
  const result: Unplaced[] = [];
  let hatched = false;
  for (const { code, cell, tone } of group) {
    if (cell.kind === 'count') {
      if (cell.count > 0) result.push({ kind: 'share', code, tone, size: cell.count / base });
    } else if (!hatched) {
      hatched = true;
      if (total > known) result.push({ kind: 'withheld', reason: cell.reason, size: (total - known) / base });
    }
  }
  return result;
}

function undivided(points: readonly Point[], base: number): LikertLayout {
  const isHatch = (piece: Unplaced): boolean => piece.kind === 'withheld';
  const all = pieces(points, base, base);
  return { kind: 'undivided', base, segments: placed([...all.filter((piece) => !isHatch(piece)), ...all.filter(isHatch)], 0) };
}

function sizeOf(list: readonly Unplaced[]): number {
  return list.reduce((sum, { size }) => sum + size, 0);
}

function placed(list: readonly Unplaced[], offset: number): readonly LikertSegment[] {
  let start = offset;
  return list.map((piece) => {
    const segment = { ...piece, start };
    start += piece.size;
    return segment;
  });
}
