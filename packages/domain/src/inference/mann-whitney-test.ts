import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { requireFinite, requireThat } from './check-number.js';

/** Result of the rank-sum test. */
export interface MannWhitneyTest {
  /** Pairs in which the first person is higher, ties count half; 0 to n₁·n₂. */
  readonly w: number;
  /** Two-sided; null when everyone gave the same answer, for then no order exists to be tested. */
  readonly p: number | null;
  /** w/(n₁·n₂), 0 to 1: how often somebody of the first group is higher than somebody of the second; 0.5 = no difference. */
  readonly superiority: number;
}

interface Ranked {
  readonly rankSum: number;
  readonly ties: number;
}

/** Sum of the mid-ranks of the first group, and Σ(t³ − t) over the groups of ties. */
function rankFirst(first: ArrayLike<number>, second: ArrayLike<number>): Ranked {
  const a = Float64Array.from(first).sort();
  const b = Float64Array.from(second).sort();
  let [i, j, rankSum, ties] = [0, 0, 0, 0];
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const before = i + j;
    const from = i;
    while (a[i] === value) i += 1;
    while (b[j] === value) j += 1;
    const tied = i + j - before;
    rankSum += (i - from) * (before + (tied + 1) / 2);
    ties += tied ** 3 - tied;
  }
  return { rankSum, ties };
}

/**
 * Mann-Whitney test of two independent groups on an ordered scale, normal approximation with correction for ties and
 * continuity (Mann & Whitney 1947; Lehmann 1975, chapter 1): whether one group tends to answer higher than the other.
 * @param first, second finite numbers, at least one each
 * @throws RangeError for an empty group or values that are not finite.
 */
export function mannWhitneyTest(first: ArrayLike<number>, second: ArrayLike<number>): MannWhitneyTest {
  const [m, n] = [first.length, second.length];
  requireThat(m >= 1 && n >= 1, 'A rank-sum test needs at least one person in each group.');
  requireFinite(first, 'First group');
  requireFinite(second, 'Second group');
  const { rankSum, ties } = rankFirst(first, second);
  const w = rankSum - (m * (m + 1)) / 2;
  const all = m + n;
  const variance = ((m * n) / 12) * (all + 1 - ties / (all * (all - 1)));
  const distance = Math.abs(w - (m * n) / 2);
  // Where everyone agrees rounding may leave noise instead of 0. Without any distance the correction would lead to p > 1.
  const p = variance > 1e-12 * m * n ? Math.min(1, 2 * normalCdf((0.5 - distance) / Math.sqrt(variance), 0, 1)) : null;
  return { w, p, superiority: w / (m * n) };
}
