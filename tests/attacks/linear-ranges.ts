import { solve, type Constraint } from 'yalps';
import type { Narrowed } from './attacker.ts';

/** One sum everybody knows, by number of count. */
export interface KnownSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * Sharpens ranges by linear programmes: each target is made as small and as large as all sums about its question allow. Counts are whole, so
 * ranges are rounded inwards.
 * @returns all ranges, those of targets sharpened.
 */
export function linearRanges(narrowed: readonly Narrowed[], sums: readonly KnownSum[], isTarget: (number: number) => boolean): readonly Narrowed[] {
  const questions = [...new Set(narrowed.flatMap(({ people }) => Object.keys(people).filter((id) => id.startsWith('q'))))];
  const sharpened = [...narrowed];
  for (const question of questions) {
    const about = (number: number): boolean => Object.keys(narrowed[number]?.people ?? {}).every((id) => !id.startsWith('q') || id === question);
    const own = sums.filter(({ whole, parts }) => [whole, ...parts].every(about));
    for (const [number, range] of narrowed.entries()) {
      if (range.people[question] === undefined || !isTarget(number)) continue;
      const lower = Math.ceil(extreme(narrowed, own, number, 'minimize') - 1e-6);
      const upper = Math.floor(extreme(narrowed, own, number, 'maximize') + 1e-6);
      sharpened[number] = { people: range.people, lower: Math.max(range.lower, lower), upper: Math.min(range.upper, upper) };
    }
  }
  return sharpened;
}

function extreme(narrowed: readonly Narrowed[], sums: readonly KnownSum[], target: number, direction: 'minimize' | 'maximize'): number {
  const constraints = new Map<string, Constraint>();
  const variables = new Map<number, Map<string, number>>();
  const coefficients = (number: number): Map<string, number> => {
    const known = variables.get(number);
    if (known !== undefined) return known;
    const { lower = 0, upper = 0 } = narrowed[number] ?? {};
    // Shifted by its lower end, so that the simplex method starts where counts may not be negative.
    const fresh = new Map<string, number>();
    if (upper < Number.POSITIVE_INFINITY) {
      fresh.set(`upper ${number}`, 1);
      constraints.set(`upper ${number}`, { max: upper - lower });
    }
    variables.set(number, fresh);
    return fresh;
  };
  coefficients(target).set('target', 1);
  sums.forEach(({ whole, parts }, index) => {
    const name = `sum ${index}`;
    let constant = 0;
    for (const [number, sign] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      constant -= sign * (narrowed[number]?.lower ?? 0);
      if (narrowed[number]?.lower !== narrowed[number]?.upper) coefficients(number).set(name, sign);
    }
    constraints.set(name, { equal: constant });
  });
  const { status, result } = solve({ direction, objective: 'target', constraints, variables }, { precision: 1e-9, maxPivots: 50_000 });
  const from = narrowed[target]?.lower ?? 0;
  if (status === 'unbounded') return Number.POSITIVE_INFINITY;
  if (status !== 'optimal') throw new Error(`The linear programme ended as ${status}.`);
  return from + result;
}
