import type { PerturbationTable } from '../cell-key/perturbation-table.js';
import type { DisclosurePolicy, WithheldReason } from '../../contract/report.js';
import { cellSystem, type CellSystem } from '../linked/cell-system.js';
import { PersonMoves, type MoveLimits } from '../linked/person-moves.js';
import type { PublicationTable } from '../linked/publication-table.js';
import { answerPlaces } from './group-shares.js';
import { KeyAgreement } from './key-agreement.js';
import { ANY_COUNT, bothKnown, type KnownRange } from './known-range.js';

/** What a reader knows about the cells of tables. */
export interface ReaderKnowledge {
  /** Range of a cell, given its number as published or what the reader knows; asked once per place. */
  readonly rangeOf: (table: number, place: number) => KnownRange;
  /** What the reader knows of it without this publication. */
  readonly rangeBefore: (table: number, place: number) => KnownRange;
  /** With cell keys: numbers with noise (−1 = unknown), kept where shown before. Null: another method. */
  readonly noise: {
    readonly table: PerturbationTable;
    readonly numberAt: (table: number, place: number) => number;
  } | null;
  /** Whether an earlier publication of the same method showed the number. */
  readonly isShownBefore: (table: number, place: number) => boolean;
}

/** A statement nobody may be sure of, about one cell or the answers of one group. */
interface Secret {
  readonly cell: number;
  /** Cells withheld first to hide it. */
  readonly own: readonly number[];
  /** What withholding the cell tells to a reader who knows this code: one that is withheld alone is a small count. */
  readonly tells: KnownRange;
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
 * A cell withheld alone tells a reader who knows this code that it is such a count: its second value must be one, too.
 * With cell keys a witness must also have keys: noise tells between which bounds the key of a cell lies, and keys add up (`KeyAgreement`).
 * @param tables true counts; cells with the same coordinates are one cell.
 * @param reasons per table and place, changed in place: null = published.
 * @returns false when some secret stays closed although everything near it is withheld: the tables must not be published.
 */
export function withholdExposed(tables: readonly PublicationTable[], reader: ReaderKnowledge, reasons: readonly (WithheldReason | null)[][], thresholds: DisclosurePolicy): boolean {
  if (tables.length === 0) return true;
  const system = cellSystem(tables);
  const places = tables.map(({ id }) => system.places.get(id) ?? new Int32Array(0));
  const knowledge = cellKnowledge(system, places, reader, reasons);
  const { limits } = knowledge;
  // What readers know without this publication is no secret any more.
  const isKnown = (cell: number): boolean => knowledge.before[cell]?.lower === knowledge.before[cell]?.upper;
  const secrets = [...smallCounts(system, thresholds.minimumCell).filter(({ cell }) => !isKnown(cell)), ...unanimousGroups(tables, places, system, thresholds.homogeneityBase)];
  const agreement = reader.noise === null ? null : new KeyAgreement(tables, places, knowledge.numbers, reader.noise.table);
  const moves: PersonMoves = new PersonMoves(system, limits, agreement === null ? null : (_, state) => agreement.holds(moves.touched(), state));
  const { hidden, areOpen } = hideUntilOpen(system, knowledge, secrets, moves);
  places.forEach((cells, table) => {
    cells.forEach((cell, place) => {
      const own = reasons[table];
      if (hidden.has(cell) && own !== undefined) own[place] ??= 'protected';
    });
  });
  return areOpen;
}

/** Knowledge by cell: what moves may do, published numbers (−1 = unknown), and what remains when a cell is withheld. */
interface CellKnowledge {
  readonly limits: MoveLimits;
  readonly numbers: Int32Array;
  readonly remaining: readonly KnownRange[];
  /** What is known without this publication. */
  readonly before: readonly KnownRange[];
  readonly isShownBefore: Uint8Array;
}

function cellKnowledge(
  system: CellSystem,
  places: readonly Int32Array[],
  { rangeOf, rangeBefore, noise, isShownBefore: wasShown }: ReaderKnowledge,
  reasons: readonly (readonly (WithheldReason | null)[])[],
): CellKnowledge {
  const { length } = system.counts;
  const limits: MoveLimits = {
    withheld: Uint8Array.from(system.structural, (impossible) => 1 - impossible),
    lowest: new Int32Array(length),
    highest: new Int32Array(length).fill(ANY_COUNT.upper),
  };
  // The number of all answers is taken as known: a move that adds a person would have to choose an answer to every question at once.
  for (const { dimensions, first } of system.planes) if (dimensions.length === 0) limits.withheld[first] = 0;
  const numbers = new Int32Array(length).fill(-1);
  const remaining = Array.from({ length }, () => ANY_COUNT);
  const before = [...remaining];
  const isShownBefore = new Uint8Array(length);
  places.forEach((cells, table) => {
    cells.forEach((cell, place) => {
      const range = rangeOf(table, place);
      limits.lowest[cell] = Math.max(limits.lowest[cell] ?? 0, range.lower);
      limits.highest[cell] = Math.min(limits.highest[cell] ?? 0, range.upper);
      const known = rangeBefore(table, place);
      before[cell] = bothKnown(before[cell] ?? ANY_COUNT, known);
      // A reason that is given already stays, with what it tells.
      remaining[cell] = bothKnown(remaining[cell] ?? ANY_COUNT, reasons[table]?.[place] === null ? known : range);
      numbers[cell] = Math.max(numbers[cell] ?? -1, noise?.numberAt(table, place) ?? -1);
      if (wasShown(table, place)) isShownBefore[cell] = 1;
    });
  });
  return { limits, numbers, remaining, before, isShownBefore };
}

/** Goes through all secrets until nothing more is withheld: a withheld cell may tell more than its number did. */
function hideUntilOpen(
  system: CellSystem,
  knowledge: CellKnowledge,
  secrets: readonly Secret[],
  moves: PersonMoves,
): { readonly hidden: ReadonlySet<number>; readonly areOpen: boolean } {
  const hidden = new Set<number>();
  for (;;) {
    const before = hidden.size;
    let areOpen = true;
    for (const secret of secrets) areOpen = hideOne(system, knowledge, secret, moves, hidden) && areOpen;
    if (hidden.size === before) return { hidden, areOpen };
  }
}

/** Withholds more and more until one secret has its witness; false when it has none even then. */
function hideOne(system: CellSystem, { limits, numbers, remaining, isShownBefore }: CellKnowledge, { cell, own, tells, isOpen }: Secret, moves: PersonMoves, hidden: Set<number>): boolean {
  const hide = (other: number, told: KnownRange): void => {
    const { lower, upper } = bothKnown(remaining[other] ?? ANY_COUNT, told);
    hidden.add(other);
    limits.lowest[other] = lower;
    limits.highest[other] = upper;
    numbers[other] = -1;
  };
  // Hiding what was shown before helps nobody and tells that there is something to hide.
  const mayHide = (other: number): boolean => isShownBefore[other] === 0;
  if (isOpen(moves)) return true;
  for (const other of own) if (mayHide(other) && !hidden.has(other)) hide(other, tells);
  for (const wider of [cellsInLine, cellsOfPlane, cellsOfDimensions]) {
    if (isOpen(moves)) return true;
    // Among others that are withheld, too, the cell tells nothing any more.
    for (const other of wider(system, cell)) if (mayHide(other)) hide(other, ANY_COUNT);
  }
  return isOpen(moves);
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
    .map((cell) => ({ cell, own: [cell], tells: { lower: 1, upper: minimumCell - 1 }, isOpen: isOpen(cell) }));
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
      secrets.set(cells.join(), { cell: dominant, own, tells: ANY_COUNT, isOpen: (moves) => someDisagree(moves, cells, dominant) });
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
