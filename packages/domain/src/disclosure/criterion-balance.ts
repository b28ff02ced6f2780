import type { Cell, DistributionRow, Figure, ItemReport, ReportRowId } from '../contract/report.js';
import { meanAndVariance, meanInterval } from '../inference/intervals.js';
import { NUMBER_BASE, TENDENCY_BASE } from '../inference/reliability.js';
import { ALL_ROW } from './count-table.js';
import { firstReason, NO_FIGURE, tendencyFigure, withheldFigure } from './figures.js';

/** What the balance needs of an item, all of it published. */
export type BalanceItem = Pick<ItemReport, 'reverse' | 'variables'>;

/** Counts below, at and above the middle of the scale, turned round for a negative statement. */
interface Stances {
  readonly neutral: number;
  readonly agree: number;
  readonly base: number;
}

/**
 * Agreement balance of a criterion in one row, 0 to 100: the balance statistic of opinion and business surveys (share agreeing
 * minus share disagreeing; Joint Harmonised EU Programme of Business and Consumer Surveys, user guide), put on 0 to 100, so that
 * 50 means as many agree as disagree. Per item 100 · (agree + neutral / 2) / base, over the items their unweighted mean.
 *
 * It takes nothing but published rows. So it can be computed by every reader, and tells nothing the distributions do not tell.
 *
 * A whole number from 30 people on (the smallest base of the items counts), words from 10 on, else withheld; withheld with the
 * first reason met when a base or sum of any item is. For one item with the t interval of the scores 0, 50 and 100; none where
 * all gave the same score, for an interval of no width would claim certainty, and none for several items, whose covariance is
 * not published. A statement that fewer than 10 people have answered in all (a new version has only just begun to ask it) counts nowhere yet;
 * else it would take the criterion away from every row. So all rows are made of the same statements. `not-asked` when no item has a Bestand part on an ordered five-point scale; items without one do not count.
 * @param items the published items of the criterion, in its order
 */
export function criterionBalance(items: readonly BalanceItem[], row: ReportRowId): Figure {
  const published = asked(items).flatMap((item) => bestandRow(item, row) ?? []);
  if (published.length === 0) return NO_FIGURE;
  const reason = firstReason(published.flatMap(({ base, sums }) => [base, ...sums]));
  if (reason !== null) return withheldFigure(reason);
  const stances = published.map(stancesOf);
  const n = Math.min(...stances.map(({ base }) => base));
  if (n < TENDENCY_BASE) return withheldFigure('base-too-small');
  const balance = stances.reduce((sum, { neutral, agree, base }) => sum + (100 * (agree + neutral / 2)) / base, 0) / stances.length;
  if (n < NUMBER_BASE) return tendencyFigure(balance / 100, n);
  return { kind: 'number', value: Math.round(balance), ...intervalOf(stances), n };
}

interface BestandRow {
  readonly reverse: boolean;
  readonly base: Cell;
  /** Below, at and above the middle. */
  readonly sums: readonly [Cell, Cell, Cell];
}

/** The items that enough people have answered in all; every item where that holds for none. */
function asked(items: readonly BalanceItem[]): readonly BalanceItem[] {
  const answered = items.filter((item) => {
    const base = bestandRow(item, ALL_ROW)?.base;
    return base?.kind === 'count' && base.count >= TENDENCY_BASE;
  });
  return answered.length > 0 ? answered : items;
}

function bestandRow({ reverse, variables }: BalanceItem, row: ReportRowId): BestandRow | null {
  const rows: readonly DistributionRow[] = variables.find(({ part }) => part === 'bestand')?.rows ?? [];
  const found = rows.find((candidate) => candidate.row === row);
  if (!found?.disagree || !found.neutral || !found.agree) return null;
  return { reverse, base: found.base, sums: [found.disagree, found.neutral, found.agree] };
}

function stancesOf({ reverse, base, sums: [below, middle, above] }: BestandRow): Stances {
  return { neutral: shown(middle), agree: shown(reverse ? below : above), base: shown(base) };
}

/** Called only where no cell is withheld. */
function shown(cell: Cell): number {
  return cell.kind === 'count' ? cell.count : 0;
}

function intervalOf(stances: readonly Stances[]): { readonly lower: number | null; readonly upper: number | null } {
  const [only, another] = stances;
  if (only === undefined || another !== undefined) return { lower: null, upper: null };
  const { neutral, agree, base } = only;
  const { mean, variance } = meanAndVariance(base, 50 * neutral + 100 * agree, 2500 * neutral + 10_000 * agree);
  if (variance === 0) return { lower: null, upper: null };
  const { lower, upper } = meanInterval(base, mean, variance);
  return { lower: Math.max(0, Math.round(lower)), upper: Math.min(100, Math.round(upper)) };
}
