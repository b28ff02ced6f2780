import type { Cell, WithheldReason } from '../../contract/report.js';
import { perturbCounts } from '../cell-key/perturb.js';
import { protect } from '../linked/protect.js';
import type { PublicationTable } from '../linked/publication-table.js';
import { roundCount } from '../rounding/round-counts.js';
import type { EarlierKnowledge } from './earlier-knowledge.js';
import { answerPlaces, groupPlaces } from './group-shares.js';
import { ANY_COUNT, bothKnown, knownRange, type KnownRange } from './known-range.js';
import type { KeyedTable } from './publication-columns.js';
import type { PublicationPolicy } from './publication-policy.js';
import { withholdExposed, type ReaderKnowledge } from './withhold-exposed.js';

/** Cells by table and place. */
type Cells = readonly (readonly Cell[])[];

/**
 * Cells as the method of a policy publishes them, less those that would give a small count or a unanimous group away to a reader of this
 * and all earlier publications (who, with `readersKnowGroups`, also knows the size of every group).
 * @returns null when earlier publications leave too little to hide them with.
 */
export function protectedCells(keyed: readonly KeyedTable[], policy: PublicationPolicy, earlier: EarlierKnowledge | null): Cells | null {
  const tables = keyed.map(({ table }) => table);
  if (tables.length === 0) return [];
  switch (policy.method.kind) {
    case 'none':
      return tables.map(({ counts }) => Array.from(counts, (count): Cell => ({ kind: 'count', count })));
    case 'suppression':
      return audited(tables, protect(tables, policy.thresholds).tables.map(({ cells }) => cells), policy, earlier);
    case 'cell-key':
    case 'rounding':
      return audited(tables, withoutSmallBases(tables, keyed.map((table) => changedCounts(table, policy)), policy), policy, earlier);
  }
}

/** Counts with noise, or rounded. */
function changedCounts({ table: { counts }, cellKeys }: KeyedTable, { method }: PublicationPolicy): Uint32Array {
  const published = Uint32Array.from(counts);
  if (method.kind === 'cell-key') perturbCounts(method.table, Uint32Array.from(counts), cellKeys, published);
  return method.kind === 'rounding' ? published.map((count) => roundCount(count, method.base)) : published;
}

/** Withholds judgements of groups whose published base is below `minimumBase`: decided by the published number, it tells nothing new. */
function withoutSmallBases(tables: readonly PublicationTable[], published: readonly Uint32Array[], { thresholds }: PublicationPolicy): Cells {
  return tables.map(({ dimensions }, table) => {
    const cells = Array.from(published[table] ?? [], (count): Cell => ({ kind: 'count', count }));
    for (const { base, judgements } of answerPlaces(dimensions)) {
      if ((published[table]?.[base] ?? 0) >= thresholds.minimumBase) continue;
      for (const place of judgements) if (place >= 0 && place !== base) cells[place] = { kind: 'withheld', reason: 'base-too-small' };
    }
    return cells;
  });
}

function audited(tables: readonly PublicationTable[], cells: Cells, policy: PublicationPolicy, earlier: EarlierKnowledge | null): Cells | null {
  const { method, thresholds, readersKnowGroups } = policy;
  const reasons = cells.map((own) => own.map((cell) => (cell.kind === 'withheld' ? cell.reason : null)));
  const cellAt = (table: number, place: number): Cell => published(cells[table]?.[place], reasons[table]?.[place] ?? null);
  const numberAt = (table: number, place: number): number => {
    const cell = cells[table]?.[place];
    return cell?.kind === 'count' && (reasons[table]?.[place] === null || earlier?.isShown(table, place) === true) ? cell.count : -1;
  };
  const reader: ReaderKnowledge = {
    rangeOf: (table, place) => bothKnown(knownRange(cellAt(table, place), tables[table]?.dimensions ?? [], policy), earlier?.rangeOf(table, place) ?? ANY_COUNT),
    rangeBefore: (table, place) => earlier?.rangeOf(table, place) ?? ANY_COUNT,
    noise: method.kind === 'cell-key' ? { table: method.table, numberAt } : null,
    isShownBefore: (table, place) => earlier?.isShown(table, place) ?? false,
  };
  // True counts alone are protected by `protect` already.
  const audits = [...(method.kind !== 'suppression' || earlier !== null ? [reader] : []), ...(readersKnowGroups ? [knowingGroups(tables, reader)] : [])];
  const areOpen = audits.every((audit) => withholdExposed(tables, audit, reasons, thresholds));
  return areOpen ? cells.map((own, table) => own.map((_, place) => cellAt(table, place))) : null;
}

function published(cell: Cell | undefined, reason: WithheldReason | null): Cell {
  return reason === null && cell !== undefined ? cell : { kind: 'withheld', reason: reason ?? 'protected' };
}

/** The same reader, told the size of every group. */
function knowingGroups(tables: readonly PublicationTable[], reader: ReaderKnowledge): ReaderKnowledge {
  const groups = tables.map(({ dimensions }) => new Set(groupPlaces(dimensions)));
  const told = (rangeOf: ReaderKnowledge['rangeOf']) => (table: number, place: number): KnownRange => {
    if (groups[table]?.has(place) !== true) return rangeOf(table, place);
    const count = tables[table]?.counts[place] ?? 0;
    return { lower: count, upper: count };
  };
  return { ...reader, rangeOf: told(reader.rangeOf), rangeBefore: told(reader.rangeBefore) };
}
