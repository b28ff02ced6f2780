import type { DisclosurePolicy, WithheldReason } from '../../contract/report.js';
import { cellSystem, type CellSystem } from '../linked/cell-system.js';
import { PersonMoves, type MoveLimits } from '../linked/person-moves.js';
import type { PublicationTable } from '../linked/publication-table.js';
import { answerPlaces } from './group-shares.js';

/** What a reader knows about a cell that is published with noise or rounded. */
export interface KnownRange {
  readonly lower: number;
  readonly upper: number;
}

const FREE = 1_000_000_000;

/** A statement nobody may be sure of, about one cell or the answers of one group. */
interface Secret {
  readonly cell: number;
  /** Cells withheld first to hide it. */
  readonly own: readonly number[];
  /** Whether feasible tables are found in which it is not so. */
  readonly isOpen: (moves: PersonMoves) => boolean;
}

/**
 * Withholds what noise or rounding alone does not hide. Bounded noise can be undone where sums meet their limits (four cells published
 * 0 and rounded to 5 under a margin of 10 are all exactly 2). So for every count from 1 to k − 1 a second set of tables is looked
 * for that agrees with every published number and in which this count differs: a witness that nobody can be sure of it. The same
 * for every group smaller than `homogeneityBase` in which all or all but one answered alike: a witness in which two did not. Where none is
 * found (the search tries moves of people one after the other, so it errs on the safe side), first the cell or the group's answers are
 * withheld, then those in line with it, all cells of their kind, and all cells that name one of their dimensions, until every secret has its witness.
 * @param tables true counts; cells with the same coordinates are one cell.
 * @param known range of every cell, given its number as published or what readers know; called once per place.
 * @param reasons per table and place, changed in place: null = published.
 */
export function withholdExposed(
  tables: readonly PublicationTable[],
  known: (table: number, place: number) => KnownRange,
  reasons: readonly (WithheldReason | null)[][],
  thresholds: DisclosurePolicy,
): void {
  if (tables.length === 0) return;
  const system = cellSystem(tables);
  const limits: MoveLimits = {
    withheld: Uint8Array.from(system.structural, (impossible) => 1 - impossible),
    lowest: new Int32Array(system.counts.length),
    highest: new Int32Array(system.counts.length).fill(FREE),
  };
  // The number of all answers is taken as known: a move that adds a person would have to choose an answer to every question at once.
  for (const { dimensions, first } of system.planes) if (dimensions.length === 0) limits.withheld[first] = 0;
  const places = tables.map(({ id }) => system.places.get(id) ?? new Int32Array(0));
  places.forEach((cells, table) => { cells.forEach((cell, place) => { narrow(limits, cell, known(table, place)); }); });
  // What readers know from elsewhere is no secret any more.
  const isKnown = (cell: number): boolean => limits.lowest[cell] === limits.highest[cell];
  const secrets = [...smallCounts(system, thresholds.minimumCell).filter(({ cell }) => !isKnown(cell)), ...unanimousGroups(tables, places, system, thresholds.homogeneityBase)];
  const hidden = hideUntilOpen(system, limits, secrets);
  places.forEach((cells, table) => {
    cells.forEach((cell, place) => {
      const own = reasons[table];
      if (hidden.has(cell) && own !== undefined) own[place] ??= 'protected';
    });
  });
}

function narrow({ lowest, highest }: MoveLimits, cell: number, { lower, upper }: KnownRange): void {
  lowest[cell] = Math.max(lowest[cell] ?? 0, lower);
  highest[cell] = Math.min(highest[cell] ?? 0, upper);
}

function hideUntilOpen(system: CellSystem, limits: MoveLimits, secrets: readonly Secret[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  const moves = new PersonMoves(system, limits);
  for (const { cell, own, isOpen } of secrets) {
    for (const wider of [() => own, () => cellsInLine(system, cell), () => cellsOfPlane(system, cell), () => cellsOfDimensions(system, cell)]) {
      if (isOpen(moves)) break;
      for (const other of wider()) {
        hidden.add(other);
        limits.lowest[other] = 0;
        limits.highest[other] = FREE;
      }
    }
  }
  return hidden;
}

function smallCounts({ counts }: CellSystem, minimumCell: number): readonly Secret[] {
  const isOpen = (cell: number) => (moves: PersonMoves): boolean => {
    moves.reset();
    if (moves.shift(cell, 1, 1) > 0) return true;
    moves.reset();
    return moves.shift(cell, -1, 1) > 0;
  };
  return Array.from(counts.keys())
    .filter((cell) => (counts[cell] ?? 0) > 0 && (counts[cell] ?? 0) < minimumCell)
    .map((cell) => ({ cell, own: [cell], isOpen: isOpen(cell) }));
}

function unanimousGroups(tables: readonly PublicationTable[], places: readonly Int32Array[], { counts }: CellSystem, homogeneityBase: number): readonly Secret[] {
  const secrets = new Map<string, Secret>();
  tables.forEach(({ dimensions }, table) => {
    const cellAt = (place: number): number => places[table]?.[place] ?? 0;
    for (const { base, singles, judgements } of answerPlaces(dimensions)) {
      const cells = singles.map(cellAt);
      const people = counts[cellAt(base)] ?? 0;
      const dominant = cells.find((cell) => (counts[cell] ?? 0) >= people - 1);
      // A lone respondent's answer is a small count.
      if (people < 2 || people >= homogeneityBase || dominant === undefined || cells.length < 2) continue;
      const own = judgements.flatMap((place) => (place < 0 || place === base ? [] : [cellAt(place)]));
      secrets.set(cells.join(), { cell: dominant, own, isOpen: (moves) => someDisagree(moves, cells, dominant) });
    }
  });
  return [...secrets.values()];
}

/** Whether feasible tables are found in which at least two of the group gave another answer. */
function someDisagree(moves: PersonMoves, cells: readonly number[], dominant: number): boolean {
  const others = (): number => cells.reduce((sum, cell) => sum + (cell === dominant ? 0 : (moves.state[cell] ?? 0)), 0);
  moves.reset();
  moves.shift(dominant, -1, 2 - others());
  for (const cell of cells) {
    if (others() >= 2) return true;
    if (cell !== dominant) moves.shift(cell, 1, 2 - others());
  }
  return others() >= 2;
}

/** Cells of the same kind that differ from this one in one category only. */
function cellsInLine(system: CellSystem, cell: number): readonly number[] {
  const { dimensions = [], first = 0 } = system.planes[system.plane[cell] ?? 0] ?? {};
  const lengths = dimensions.map((dimension) => system.dimensions[dimension]?.categories.length ?? 1);
  const indicesOf = (other: number): readonly number[] => {
    let rest = other - first;
    return [...lengths].reverse().map((length) => {
      const index = rest % length;
      rest = Math.floor(rest / length);
      return index;
    });
  };
  const own = indicesOf(cell);
  return cellsOfPlane(system, cell).filter((other) => indicesOf(other).filter((index, at) => index !== own[at]).length <= 1);
}

function cellsOfPlane({ planes, plane }: CellSystem, cell: number): readonly number[] {
  const { first = 0, size = 0 } = planes[plane[cell] ?? 0] ?? {};
  return Array.from({ length: size }, (_, index) => first + index);
}

function cellsOfDimensions(system: CellSystem, cell: number): readonly number[] {
  const own = system.planes[system.plane[cell] ?? 0]?.dimensions ?? [];
  return Array.from(system.counts.keys()).filter((other) => {
    const dimensions = system.planes[system.plane[other] ?? 0]?.dimensions ?? [];
    return dimensions.some((dimension) => own.includes(dimension));
  });
}
