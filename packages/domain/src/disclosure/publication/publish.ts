import type { Cell, WithheldReason } from '../../contract/report.js';
import { perturbCounts } from '../cell-key/perturb.js';
import { countsBehind } from '../cell-key/perturbation-table.js';
import { protect } from '../linked/protect.js';
import type { PublicationDimension, PublicationTable } from '../linked/publication-table.js';
import { sealProtected, type Protected } from '../protected.js';
import { countsBehindRounded, roundCount } from '../rounding/round-counts.js';
import { answerPlaces, groupPlaces, groupShares, type GroupShares } from './group-shares.js';
import { mayPublish, type PublicationProblem } from './may-publish.js';
import type { PublicationBatch } from './next-batch.js';
import { keyedTables, type KeyedTable, type PublicationColumns } from './publication-columns.js';
import type { ProtectionMethod, PublicationPolicy } from './publication-policy.js';
import { publishMeans, type PublishedMean } from './publish-means.js';
import { withholdExposed, type KnownRange } from './withhold-exposed.js';

/** One table as readers see it; laid out like a `PublicationTable`. */
export interface PublishedTable {
  readonly id: string;
  readonly dimensions: readonly PublicationDimension[];
  readonly cells: readonly Cell[];
  readonly shares: readonly GroupShares[];
}

/** Everything a reader sees of a publication, frozen. Screen, file and paper are printed from it and from nothing else. */
export interface PublicationContent {
  readonly policy: string;
  readonly method: ProtectionMethod['kind'];
  readonly day: number;
  readonly tables: readonly PublishedTable[];
  readonly means: readonly PublishedMean[];
}

export type PublicationSnapshot = Protected<PublicationContent>;

/** Larger than any count. */
const LARGEST_COUNT = 1_000_000_000;

/** A snapshot, or the rule that forbids it. */
export type PublicationResult =
  | { readonly kind: 'published'; readonly snapshot: PublicationSnapshot }
  | { readonly kind: 'refused'; readonly problem: PublicationProblem; readonly place: string };

/**
 * Publishes a batch: counts its tables, protects them with the one method of the policy, and makes percentages and means from what
 * may be told. Checks `mayPublish` itself: nothing is published round the rules.
 * @param previous batch of the snapshot in force; null for the first one.
 * @param recordKeys one per answer, for `cell-key` only; null otherwise.
 * @throws RangeError when the method needs record keys and there are none, or columns and list do not fit together.
 */
export function publish(columns: PublicationColumns, previous: PublicationBatch | null, batch: PublicationBatch, recordKeys: Uint32Array | null): PublicationResult {
  const verdict = mayPublish(previous, batch);
  if (verdict.kind === 'refused') return verdict;
  const { policy, list, included, day } = batch;
  if (policy.method.kind === 'cell-key' && recordKeys === null) throw new RangeError(`Policy "${policy.name}" needs record keys.`);
  const keyed = keyedTables(columns, list, policy.method.kind === 'cell-key' ? recordKeys : null, included);
  const cells = protectedCells(keyed, policy);
  const tables = keyed.map(({ table: { id, dimensions, counts } }, index): PublishedTable => {
    const own = cells[index] ?? [];
    return { id, dimensions, cells: own, shares: groupShares(dimensions, own, counts, policy) };
  });
  const isWithheld = (dimension: string, category: string): boolean => tables.some((table) => marginWithheld(table, dimension, category));
  const means = publishMeans(columns, list, policy, included, isWithheld);
  return { kind: 'published', snapshot: sealProtected({ policy: policy.name, method: policy.method.kind, day, tables, means }) };
}

/** Whether a table withholds the count of one category of one dimension, all other dimensions totalled. */
function marginWithheld({ dimensions, cells }: PublishedTable, dimension: string, category: string): boolean {
  if (!dimensions.some(({ id }) => id === dimension)) return false;
  const place = dimensions.reduce((at, { id, categories }) => at * (categories.length + 1) + (id === dimension ? categories.indexOf(category) : categories.length), 0);
  return cells[place]?.kind === 'withheld';
}

function protectedCells(keyed: readonly KeyedTable[], policy: PublicationPolicy): readonly (readonly Cell[])[] {
  const { method } = policy;
  const tables = keyed.map(({ table }) => table);
  switch (method.kind) {
    case 'none':
      return tables.map(({ counts }) => Array.from(counts, (count): Cell => ({ kind: 'count', count })));
    case 'suppression':
      return tables.length === 0 ? [] : suppressedCells(tables, policy);
    case 'cell-key':
      return cellsWithNoise(tables, keyed.map(({ table, cellKeys }) => perturbed(table, cellKeys, method)), (published) => countsBehind(method.table, published), policy);
    case 'rounding':
      return cellsWithNoise(tables, tables.map(({ counts }) => Uint32Array.from(counts, (count) => roundCount(count, method.base))), (published) => countsBehindRounded(published, method.base), policy);
  }
}

/**
 * Cells left by `protect`, less those that would give a withheld one away to a reader who knows the size of every group, which a withheld
 * margin was meant to hide. Such a reader also uses the reasons; two values remain.
 */
function suppressedCells(tables: readonly PublicationTable[], { thresholds, readersKnowGroups }: PublicationPolicy): readonly (readonly Cell[])[] {
  const cells = protect(tables, thresholds).tables.map((table) => table.cells);
  if (!readersKnowGroups) return cells;
  const reasons = cells.map((own) => own.map((cell) => (cell.kind === 'withheld' ? cell.reason : null)));
  const upperEnd = (reason: WithheldReason, { dimensions }: PublicationTable): number => {
    if (reason === 'protected') return LARGEST_COUNT;
    if (reason === 'too-few') return (dimensions.some(({ sensitive }) => sensitive === true) ? thresholds.minimumSensitiveCell : thresholds.minimumCell) - 1;
    return (reason === 'base-too-small' ? thresholds.minimumBase : thresholds.homogeneityBase) - 1;
  };
  const rangeOf = (table: number, place: number): KnownRange => {
    const reason = reasons[table]?.[place] ?? null;
    const count = tables[table]?.counts[place] ?? 0;
    const own = tables[table];
    if (reason === null || own === undefined) return { lower: count, upper: count };
    return { lower: reason === 'too-few' ? 1 : 0, upper: upperEnd(reason, own) };
  };
  withholdExposed(tables, withKnownGroups(tables, rangeOf), reasons, thresholds);
  return cells.map((own, table) => own.map((cell, place): Cell => {
    const reason = reasons[table]?.[place] ?? null;
    return reason === null ? cell : { kind: 'withheld', reason };
  }));
}

/** What is known of a cell by a reader who was told the size of every group. */
function withKnownGroups(tables: readonly PublicationTable[], rangeOf: (table: number, place: number) => KnownRange): typeof rangeOf {
  const groups = tables.map(({ dimensions }) => new Set(groupPlaces(dimensions)));
  return (table, place) => {
    if (groups[table]?.has(place) !== true) return rangeOf(table, place);
    const count = tables[table]?.counts[place] ?? 0;
    return { lower: count, upper: count };
  };
}

function perturbed({ counts }: PublicationTable, cellKeys: Uint32Array, { table }: Extract<ProtectionMethod, { kind: 'cell-key' }>): Uint32Array {
  const published = new Uint32Array(counts.length);
  perturbCounts(table, Uint32Array.from(counts), cellKeys, published);
  return published;
}

/**
 * Cells of tables with noise or rounding. Judgements of a group whose published base is below `minimumBase` are withheld (decided by the
 * published number, so that withholding tells nothing new), then whatever the noise does not hide.
 */
function cellsWithNoise(
  tables: readonly PublicationTable[],
  published: readonly Uint32Array[],
  behind: (published: number) => KnownRange,
  { thresholds, method, readersKnowGroups }: PublicationPolicy,
): readonly (readonly Cell[])[] {
  const reasons = tables.map(({ counts }) => Array.from(counts, (): WithheldReason | null => null));
  const ranges = new Map<number, KnownRange>();
  const largest = method.kind === 'cell-key' ? method.table.maximumNoise : method.kind === 'rounding' ? method.base / 2 : 0;
  tables.forEach(({ dimensions }, index) => {
    for (const { base, judgements } of answerPlaces(dimensions)) {
      if ((published[index]?.[base] ?? 0) >= thresholds.minimumBase) continue;
      for (const place of judgements) if (place >= 0 && place !== base) (reasons[index] ?? [])[place] = 'base-too-small';
    }
  });
  const rangeOf = (table: number, place: number): KnownRange => {
    const reason = reasons[table]?.[place] ?? null;
    // Of a group that is too small a reader knows that its parts are no larger than it can be.
    if (reason === 'base-too-small') return { lower: 0, upper: Math.floor(thresholds.minimumBase - 1 + largest) };
    if (reason !== null) return { lower: 0, upper: LARGEST_COUNT };
    const number = published[table]?.[place] ?? 0;
    const range = ranges.get(number) ?? behind(number);
    ranges.set(number, range);
    return range;
  };
  withholdExposed(tables, rangeOf, reasons, thresholds);
  if (readersKnowGroups) withholdExposed(tables, withKnownGroups(tables, rangeOf), reasons, thresholds);
  return tables.map((_, table) => Array.from(published[table] ?? [], (count, place): Cell => {
    const reason = reasons[table]?.[place] ?? null;
    return reason === null ? { kind: 'count', count } : { kind: 'withheld', reason };
  }));
}
