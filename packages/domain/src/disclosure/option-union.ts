import type { RowTotal } from './protect-table.js';

/** What a reader knows of the ticks of one option in one row. */
export interface KnownTicks extends RowTotal {
  /** Ticking it forbids every other tick. */
  readonly exclusive: boolean;
}

/** How the ticks of an option are judged: `tells-nothing` more than its own table, `tells-more`, or `gives-away` too much. */
export type UnionVerdict = 'tells-nothing' | 'tells-more' | 'gives-away';

/**
 * Whether the options of one multiple choice, read together, tell more about withheld ticks than each table alone. Everyone
 * in the base ticked at least one option, so an option has at least base minus all other ticks; who ticked an exclusive
 * option ticked no other one, so an option has at most base minus the exclusive ticks.
 * @param base people who answered the question in this row, shown
 * @param minimumWidth smallest width of what may be computed about a withheld count
 */
export function unionVerdict(base: number, options: readonly KnownTicks[], minimumWidth: number): UnionVerdict {
  const verdicts = options.map((option) => (option.reason === null ? 'tells-nothing' : verdictOf(option, base, options, minimumWidth)));
  if (verdicts.includes('gives-away')) return 'gives-away';
  return verdicts.includes('tells-more') ? 'tells-more' : 'tells-nothing';
}

function verdictOf(option: KnownTicks, base: number, options: readonly KnownTicks[], minimumWidth: number): UnionVerdict {
  const others = options.filter((other) => other !== option);
  const exclusive = others.filter((other) => other.exclusive);
  const fromCounts = Math.max(option.floor, base - sumOf(others, ({ ceiling }) => ceiling));
  const toCounts = Math.min(option.ceiling, base - sumOf(exclusive, ({ floor }) => floor));
  const fromReasons = Math.max(leastOf(option), base - sumOf(others, mostOf));
  const toReasons = Math.min(mostOf(option), base - sumOf(exclusive, leastOf));
  const narrowed = fromCounts > option.floor || toCounts < option.ceiling || fromReasons > leastOf(option) || toReasons < mostOf(option);
  if (!narrowed) return 'tells-nothing';
  return toCounts - fromCounts < minimumWidth || toReasons - fromReasons < 1 ? 'gives-away' : 'tells-more';
}

/** "Too few" limits the count; "protected" leaves 0 open as well as any count from k on. */
function mostOf({ reason, ceiling, highest }: KnownTicks): number {
  return reason === 'too-few' ? Math.min(ceiling, highest) : ceiling;
}

function leastOf({ reason, floor, lowest }: KnownTicks): number {
  return reason === 'too-few' ? Math.max(floor, lowest) : floor;
}

function sumOf(options: readonly KnownTicks[], value: (option: KnownTicks) => number): number {
  return options.reduce((sum, option) => sum + value(option), 0);
}
