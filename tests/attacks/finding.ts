import assert from 'node:assert/strict';
import type { PublicationColumns, PublicationPolicy } from '@stadtteilstimme/domain';
import { trueCount, type Narrowed, type People } from './attacker.ts';

/** What one attack got out of one or more cities. */
export interface Finding {
  /** Counts, answers or groups the attacker was after. */
  readonly targets: number;
  /** Of these: known for certain. */
  readonly exact: number;
  /** Of these: known better than the policy promises. */
  readonly broken: number;
  /** Claims made, where the attack makes claims that may be wrong. */
  readonly claims: number;
  /** Smallest number of values left for a target; null where the attack does not narrow ranges. */
  readonly fewestValues: number | null;
  /** Values the policy promises to leave; null as above. */
  readonly promised: number | null;
}

export const NOTHING: Finding = { targets: 0, exact: 0, broken: 0, claims: 0, fewestValues: null, promised: null };

/** Adds up what was found in several cities. */
export function together(findings: readonly Finding[]): Finding {
  const least = (left: number | null, right: number | null): number | null => (left === null || right === null ? (left ?? right) : Math.min(left, right));
  return findings.reduce(
    (sum, finding) => ({
      targets: sum.targets + finding.targets,
      exact: sum.exact + finding.exact,
      broken: sum.broken + finding.broken,
      claims: sum.claims + finding.claims,
      fewestValues: least(sum.fewestValues, finding.fewestValues),
      promised: least(sum.promised, finding.promised),
    }),
    NOTHING,
  );
}

/** Judges the claims of all cities together: the attacker knows something when they are right more often than thrown coins (one-sided, 5 %). */
export function judgeClaims(finding: Finding): Finding {
  return { ...finding, broken: coinsReach(finding.exact, finding.claims) < 0.05 ? finding.exact : 0 };
}

/** Chance that at least `heads` of so many coins show heads. */
function coinsReach(heads: number, coins: number): number {
  let chance = 0.5 ** coins;
  let reached = 0;
  for (let shown = 0; shown <= coins; shown += 1) {
    if (shown >= heads) reached += chance;
    chance *= (coins - shown) / (shown + 1);
  }
  return reached;
}

/**
 * Holds narrowed ranges against the truth and against the promise of the method: with `suppression` every count that is not shown keeps an
 * interval at least k wide (k + 1 values) for a reader of the numbers and two values for one who also uses the reasons; with
 * noise and rounding, or where the size of every group is known, every count from 1 to k − 1 keeps two values. Fails when a range does not hold the truth: the attacker erred.
 */
export function judgeRanges(
  narrowed: readonly Narrowed[],
  columns: PublicationColumns,
  { method, thresholds }: PublicationPolicy,
  useReasons: boolean,
  { isTarget = () => true, knowsGroups = false }: { readonly isTarget?: (people: People) => boolean; readonly knowsGroups?: boolean } = {},
): Finding {
  const k = thresholds.minimumCell;
  const promised = method.kind === 'suppression' && !useReasons && !knowsGroups ? k + 1 : 2;
  const findings = narrowed.flatMap(({ people, lower, upper }): Finding[] => {
    const count = trueCount(columns, people);
    assert.ok(lower <= count && count <= upper, `The attacker took ${count} for ${lower} to ${upper}: ${JSON.stringify(people)}`);
    const small = count > 0 && count < k;
    if (!isTarget(people)) return [];
    if (!small && (method.kind !== 'suppression' || lower === upper)) return [];
    const values = upper - lower + 1;
    return [{ targets: 1, exact: values === 1 ? 1 : 0, broken: values < promised ? 1 : 0, claims: 0, fewestValues: values, promised }];
  });
  return together(findings);
}
