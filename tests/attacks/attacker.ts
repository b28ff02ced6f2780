import type { Cell, PublicationColumns, PublicationDimension, PublicationPolicy, PublishedTable } from '@stadtteilstimme/domain';
import { countsBehind, countsBehindRounded } from '@stadtteilstimme/domain';

/** Which people: dimension id → category. Empty = everyone. */
export type People = Readonly<Record<string, string>>;

/** What an attacker knows about one count. */
export interface Narrowed {
  readonly people: People;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Reads published tables the way the most patient reader would: every count is an unknown with a range, every margin an equation, and
 * ranges are narrowed until nothing moves any more. Knows the method, its tables and its reasons. Shares no code with the protection.
 */
export class Attacker {
  private readonly numbers = new Map<string, number>();
  private readonly people: People[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly equations: { readonly whole: number; readonly parts: readonly number[] }[] = [];
  private readonly seen = new Set<string>();

  /** Reads a table; `only` names the people a filter let through. */
  read({ dimensions, cells }: PublishedTable, policy: PublicationPolicy, useReasons: boolean, only: People = {}): void {
    cells.forEach((cell, place) => {
      const { lower, upper } = rangeOf(cell, policy, useReasons);
      this.learn({ ...only, ...peopleAt(dimensions, place) }, lower, upper);
    });
    dimensions.forEach((dimension) => { this.addSums(dimension, dimensions, cells.length, only); });
  }

  /** Takes in that a count lies in a range. */
  learn(people: People, lower: number, upper: number): void {
    const number = this.numberOf(people);
    this.lower[number] = Math.max(this.lower[number] ?? 0, lower);
    this.upper[number] = Math.min(this.upper[number] ?? Number.POSITIVE_INFINITY, upper);
  }

  /** Takes in that everybody falls into one of these categories, for all counts that are known so far. */
  split(dimension: PublicationDimension): void {
    for (const people of [...this.people]) {
      if (people[dimension.id] === undefined) this.addSumOf(people, dimension);
    }
  }

  /** Narrows all ranges as far as the equations go. */
  narrow(): readonly Narrowed[] {
    for (let moved = true; moved; ) {
      moved = false;
      for (const { whole, parts } of this.equations) if (this.tighten(whole, parts)) moved = true;
    }
    return this.people.map((people, number) => ({ people, lower: this.lower[number] ?? 0, upper: this.upper[number] ?? Number.POSITIVE_INFINITY }));
  }

  /** Every equation as numbers into the list `narrow` returns. */
  sums(): readonly { readonly whole: number; readonly parts: readonly number[] }[] {
    return this.equations;
  }

  private numberOf(people: People): number {
    const key = nameOf(people);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.people.length;
    this.numbers.set(key, number);
    this.people.push(people);
    this.lower.push(0);
    this.upper.push(Number.POSITIVE_INFINITY);
    return number;
  }

  private addSums(dimension: PublicationDimension, dimensions: readonly PublicationDimension[], size: number, only: People): void {
    for (let place = 0; place < size; place += 1) {
      const people = peopleAt(dimensions, place);
      if (people[dimension.id] === undefined) this.addSumOf({ ...only, ...people }, dimension);
    }
  }

  private addSumOf(people: People, { id, categories, groups = [] }: PublicationDimension): void {
    const inGroup = new Set(groups.flatMap(({ parts }) => parts));
    const part = (category: string): number => this.numberOf({ ...people, [id]: category });
    const sums = [
      { whole: this.numberOf(people), parts: categories.filter((category) => !inGroup.has(category)).map(part) },
      ...groups.map((group) => ({ whole: part(group.category), parts: group.parts.map(part) })),
    ];
    for (const sum of sums) {
      const key = `${sum.whole}=${sum.parts.join('+')}`;
      if (!this.seen.has(key)) this.equations.push(sum);
      this.seen.add(key);
    }
  }

  private tighten(whole: number, parts: readonly number[]): boolean {
    const { lower, upper } = this;
    let least = 0;
    let most = 0;
    for (const part of parts) {
      least += lower[part] ?? 0;
      most += upper[part] ?? 0;
    }
    let moved = this.limit(whole, least, most);
    for (const part of parts) {
      // Without an upper limit on the others, the whole says nothing from below.
      const others = most === Number.POSITIVE_INFINITY ? parts.reduce((sum, other) => sum + (other === part ? 0 : (upper[other] ?? 0)), 0) : most - (upper[part] ?? 0);
      const lowest = (lower[whole] ?? 0) - others;
      const highest = (upper[whole] ?? 0) - (least - (lower[part] ?? 0));
      moved = this.limit(part, lowest, highest) || moved;
    }
    return moved;
  }

  private limit(number: number, lower: number, upper: number): boolean {
    const raised = lower > (this.lower[number] ?? 0);
    const lowered = upper < (this.upper[number] ?? 0);
    if (raised) this.lower[number] = lower;
    if (lowered) this.upper[number] = upper;
    return raised || lowered;
  }
}

/** The same name for the same people, in whatever order they are described. */
export function nameOf(people: People): string {
  return JSON.stringify(Object.entries(people).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Category names at a place of a table; totalled dimensions are left out. */
export function peopleAt(dimensions: readonly PublicationDimension[], place: number): People {
  const people: Record<string, string> = {};
  let rest = place;
  for (const { id, categories } of [...dimensions].reverse()) {
    const category = categories[rest % (categories.length + 1)];
    if (category !== undefined) people[id] = category;
    rest = Math.floor(rest / (categories.length + 1));
  }
  return people;
}

/** Range one published cell leaves, by the method that made it. */
function rangeOf(cell: Cell, { method, thresholds }: PublicationPolicy, useReasons: boolean): { readonly lower: number; readonly upper: number } {
  const open = { lower: 0, upper: Number.POSITIVE_INFINITY };
  if (cell.kind === 'withheld') {
    if (!useReasons) return open;
    // The least a reason may tell; k for sensitive content is not used in these cities.
    if (cell.reason === 'too-few') return { lower: 1, upper: thresholds.minimumCell - 1 };
    const noise = method.kind === 'cell-key' ? method.table.maximumNoise : method.kind === 'rounding' ? Math.floor(method.base / 2) : 0;
    if (cell.reason === 'base-too-small') return { lower: 0, upper: thresholds.minimumBase - 1 + noise };
    return cell.reason === 'homogeneous' ? { lower: 0, upper: thresholds.homogeneityBase - 1 } : open;
  }
  if (method.kind === 'cell-key') return countsBehind(method.table, cell.count);
  if (method.kind === 'rounding') return countsBehindRounded(cell.count, method.base);
  return { lower: cell.count, upper: cell.count };
}

/** True number of these people. */
export function trueCount({ dimensions, length }: PublicationColumns, people: People): number {
  const tests = Object.entries(people).map(([id, category]) => {
    const found = dimensions.find(({ dimension }) => dimension.id === id);
    if (found === undefined) throw new RangeError(`The city has no dimension ${id}.`);
    const { categories, groups = [] } = found.dimension;
    const parts = groups.find((group) => group.category === category)?.parts ?? [category];
    const allowed = new Set(parts.map((part) => categories.indexOf(part)));
    return { codes: found.codes, allowed };
  });
  let count = 0;
  for (let answer = 0; answer < length; answer += 1) {
    if (tests.every(({ codes, allowed }) => allowed.has(codes[answer] ?? -1))) count += 1;
  }
  return count;
}
