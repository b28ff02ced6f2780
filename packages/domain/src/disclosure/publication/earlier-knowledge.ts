import type { Cell } from '../../contract/report.js';
import type { PublicationDimension } from '../linked/publication-table.js';
import { ANY_COUNT, bothKnown, knownRange, type KnownRange } from './known-range.js';
import { keyedTables, type PublicationColumns, type PublicationList } from './publication-columns.js';
import type { PastPublication } from './publication-content.js';
import { methodName, type ProtectionMethod } from './publication-policy.js';

/** What earlier publications of a survey tell about the cells of the next one: those of groups nobody has joined or left since. */
export interface EarlierKnowledge {
  readonly rangeOf: (table: number, place: number) => KnownRange;
  /** Whether an earlier publication of the same method showed the number of this cell. */
  readonly isShown: (table: number, place: number) => boolean;
}

interface KnownCell {
  readonly range: KnownRange;
  readonly isShown: boolean;
}

/**
 * Collects what readers of earlier publications still know. A group that has not changed has the same answers, so what one snapshot
 * withholds in it another may have shown.
 * @returns null when nothing was published before.
 */
export function earlierKnowledge(columns: PublicationColumns, list: PublicationList, history: readonly PastPublication[], included: Uint8Array, method: ProtectionMethod): EarlierKnowledge | null {
  if (history.length === 0) return null;
  const known = list.tables.map((): Map<number, KnownCell> => new Map());
  for (const past of history) {
    const changed = Uint8Array.from(included, (byte, answer) => (byte === (past.batch.included[answer] ?? 0) ? 0 : 1));
    const cells = cellsByName(past);
    keyedTables(columns, list, null, changed).forEach(({ table: { dimensions, counts } }, index) => {
      for (let place = 0; place < counts.length; place += 1) {
        if (counts[groupPlace(dimensions, place)] !== 0) continue;
        const then = cells.get(nameOf(dimensions, place));
        if (then === undefined) continue;
        const before = known[index]?.get(place) ?? { range: ANY_COUNT, isShown: false };
        const isShown = before.isShown || (then.kind === 'count' && methodName(past.batch.policy.method) === methodName(method));
        known[index]?.set(place, { range: bothKnown(before.range, knownRange(then, dimensions, past.batch.policy)), isShown });
      }
    });
  }
  return {
    rangeOf: (table, place) => known[table]?.get(place)?.range ?? ANY_COUNT,
    isShown: (table, place) => known[table]?.get(place)?.isShown ?? false,
  };
}

function cellsByName({ content }: PastPublication): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { dimensions, cells: own } of content.tables) {
    own.forEach((cell, place) => {
      const name = nameOf(dimensions, place);
      if (cells.get(name)?.kind !== 'count') cells.set(name, cell);
    });
  }
  return cells;
}

/** Category index of every dimension at a place; the number of categories stands for their total. */
function indicesAt(dimensions: readonly PublicationDimension[], place: number): readonly number[] {
  const indices: number[] = [];
  let rest = place;
  for (const { categories } of [...dimensions].reverse()) {
    indices.unshift(rest % (categories.length + 1));
    rest = Math.floor(rest / (categories.length + 1));
  }
  return indices;
}

/** The same name for the same people in tables of any order of dimensions. */
function nameOf(dimensions: readonly PublicationDimension[], place: number): string {
  const indices = indicesAt(dimensions, place);
  const named = dimensions.flatMap(({ id, categories }, at) => (indices[at] === categories.length ? [] : [JSON.stringify([id, categories[indices[at] ?? 0]])]));
  return named.sort().join();
}

/** Place of the group of people a cell is about: questions totalled. */
function groupPlace(dimensions: readonly PublicationDimension[], place: number): number {
  const indices = indicesAt(dimensions, place);
  return dimensions.reduce((at, { categories, answers }, dimension) => at * (categories.length + 1) + (answers === undefined ? (indices[dimension] ?? 0) : categories.length), 0);
}
