import { countsBehind, KEY_MODULUS, type Cell, type PerturbationTable, type PublicationPolicy, type PublishedTable } from '@stadtteilstimme/domain';
import { trueCount } from './attacker.ts';
import { NOTHING, together, type Finding } from './finding.ts';
import { placeOf, questionsBy, tablesOf, tryToPublish } from './published.ts';
import type { City } from './random-city.ts';

/** First and last possible key; the last may pass 10⁸, keys go round. */
type Keys = readonly [first: number, last: number];

const ALL_KEYS: Keys = [0, KEY_MODULUS - 1];

/**
 * Cell keys add up: noise tells between which bounds the key of a cell lies, and the keys of the parts make the key of the whole. The
 * attacker knows how many people each group has, tries every split of them over the answers, and keeps those for which keys exist.
 * Targets are the counts from 1 to 4 of groups with at most two withheld cells.
 * @param policy with cell keys.
 */
export function keysAddUp(city: City, policy: PublicationPolicy): Finding {
  if (policy.method.kind !== 'cell-key') return NOTHING;
  const { table } = policy.method;
  return together(
    tablesOf(tryToPublish(city, questionsBy(city, 'district', 'age'), policy)).flatMap((published) => {
      const [split] = published.dimensions;
      return (split?.categories ?? []).map((category) => rowFinding(city, published, { [split?.id ?? '']: category }, table));
    }),
  );
}

function rowFinding(city: City, published: PublishedTable, group: Readonly<Record<string, string>>, table: PerturbationTable): Finding {
  const question = published.dimensions[1];
  const answers = [...(question?.groups?.[0]?.parts ?? []), 'keine Angabe'];
  const numberOf = (people: Readonly<Record<string, string>>): number | null => shown(published.cells[placeOf(published, people)]);
  const of = (answer: string): Readonly<Record<string, string>> => ({ ...group, [question?.id ?? '']: answer });
  const row: Row = { total: trueCount(city.columns, group), whole: numberOf(group), judged: numberOf(of('gültig')), answers: answers.map((answer) => numberOf(of(answer))) };
  if (row.total === 0 || row.answers.filter((number) => number === null).length > 2) return NOTHING;
  const fitting = splits(row, table).filter((counts) => keysExist(counts, row, table));
  return together(
    answers.map((answer, index) => {
      const truth = trueCount(city.columns, of(answer));
      const values = new Set(fitting.map((counts) => counts[index]));
      if (!values.has(truth)) throw new Error(`The attacker ruled out the true count ${truth}.`);
      if (truth === 0 || truth >= 5) return NOTHING;
      const known = values.size === 1 ? 1 : 0;
      return { ...NOTHING, targets: 1, exact: known, broken: known, fewestValues: values.size, promised: 2 };
    }),
  );
}

/** Published numbers of one group; null = withheld. */
interface Row {
  /** True number of people, known from elsewhere. */
  readonly total: number;
  readonly whole: number | null;
  readonly judged: number | null;
  /** The last one is "keine Angabe". */
  readonly answers: readonly (number | null)[];
}

function shown(cell: Cell | undefined): number | null {
  return cell?.kind === 'count' ? cell.count : null;
}

/** All ways to split the people of a group over its answers that each published number allows by itself. */
function splits({ total, answers, judged }: Row, table: PerturbationTable): readonly (readonly number[])[] {
  const ranges = [...answers, judged].map((number) => (number === null ? { lower: 0, upper: total } : countsBehind(table, number)));
  const found: (readonly number[])[] = [];
  const extend = (counts: readonly number[], left: number): void => {
    const range = ranges[counts.length] ?? { lower: 0, upper: 0 };
    if (counts.length === answers.length - 1) {
      const all = ranges.at(-1) ?? range;
      if (left >= range.lower && left <= range.upper && total - left >= all.lower && total - left <= all.upper) found.push([...counts, left]);
      return;
    }
    for (let count = range.lower; count <= Math.min(left, range.upper); count += 1) extend([...counts, count], left - count);
  };
  extend([], total);
  return found;
}

/** Whether record keys exist with which these counts would have been published as they were. */
function keysExist(counts: readonly number[], { total, whole, judged, answers }: Row, table: PerturbationTable): boolean {
  const keys = counts.map((count, index) => keysOf(table, count, answers[index] ?? null));
  const none = counts.at(-1) ?? 0;
  const [ownJudged, ownWhole] = [keysOf(table, total - none, judged), keysOf(table, total, whole)];
  if (keys.includes(null) || ownJudged === null || ownWhole === null) return false;
  const sum = (parts: readonly (Keys | null)[]): Keys => parts.reduce<Keys>((left, right) => [left[0] + (right?.[0] ?? 0), left[1] + (right?.[1] ?? 0)], [0, 0]);
  return overlaps(sum(keys.slice(0, -1)), ownJudged).some((both) => overlaps(sum([both, keys.at(-1) ?? null]), ownWhole).length > 0);
}

/** Keys for which this count is published as this number; null when there are none. */
function keysOf({ firstLine, lastRow, upperBounds, noise }: PerturbationTable, count: number, published: number | null): Keys | null {
  if (count === 0) return published === null || published === 0 ? [0, 0] : null;
  if (published === null) return ALL_KEYS;
  const row = Math.min(count, lastRow);
  const [from, to] = [firstLine[row] ?? 0, firstLine[row + 1] ?? 0];
  const line = Array.from({ length: to - from }, (_, index) => from + index).find((index) => count + (noise[index] ?? 0) === published);
  if (line === undefined) return null;
  return [line === from ? 0 : (upperBounds[line - 1] ?? 0), (upperBounds[line] ?? 0) - 1];
}

function overlaps(sum: Keys, own: Keys): readonly Keys[] {
  return Array.from({ length: 12 }, (_, turn) => turn * KEY_MODULUS).flatMap((turn): readonly Keys[] => {
    const [first, last] = [Math.max(sum[0], own[0] + turn), Math.min(sum[1], own[1] + turn)];
    return first <= last ? [[first - turn, last - turn]] : [];
  });
}
