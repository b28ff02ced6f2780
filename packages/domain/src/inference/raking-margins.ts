import { requireNonNegative, requireThat } from './check-number.js';

/** One margin the sample is fitted to. */
export interface RakingVariable {
  readonly name: string;
  readonly categories: readonly string[];
  /** Index of each person's category; −1 = missing. */
  readonly codes: ArrayLike<number>;
  /** People or shares of the population per category, ≥ 0; all variables of one raking need the same total. */
  readonly targets: readonly number[];
}

/** When a category is too thin to be fitted. */
export interface ThinCategoryRule {
  /** Smallest share of the sample (default 0.05). */
  readonly minimumShare: number;
  /** Fewest people (default 15). */
  readonly minimumPeople: number;
}

/** Fewer than 5 % of the sample or fewer than 15 people; own convention. */
export const THIN_CATEGORY_RULE: ThinCategoryRule = { minimumShare: 0.05, minimumPeople: 15 };

/**
 * Why a sample cannot, or should not, be raked. `empty-category`: the population has people there, the sample nobody ·
 * `unwanted-category`: the reverse, their weights would become 0 · `thin-category`: few people would carry large weights ·
 * `totals-differ`: the variables speak of different populations · `not-converged`: no weights fit all margins at once.
 * `collapseWith` is the neighbouring category with fewer people; null when there is none.
 */
export type RakingProblem =
  | CategoryProblem
  | { readonly kind: 'totals-differ'; readonly variable: string; readonly total: number; readonly expected: number; readonly sentence: string }
  | { readonly kind: 'not-converged'; readonly rounds: number; readonly deviation: number; readonly sentence: string };

/** What is wrong with one category; `people` are unweighted. */
export interface CategoryProblem {
  readonly kind: 'empty-category' | 'unwanted-category' | 'thin-category';
  readonly variable: string;
  readonly category: string;
  readonly people: number;
  readonly collapseWith: string | null;
  readonly sentence: string;
}

/** A margin ready for raking: the last category is “missing”, if anybody is. */
export interface Margin {
  readonly variable: RakingVariable;
  /** Category of each person, missing included. */
  readonly codes: Int32Array;
  readonly targets: Float64Array;
  /** Unweighted people per category. */
  readonly people: Float64Array;
  readonly hasMissing: boolean;
}

/** Totals of two margins may differ by this part before they speak of different populations. */
const TOTAL_TOLERANCE = 1e-6;

function checkVariable({ name, categories, codes, targets }: RakingVariable, people: number): void {
  requireThat(categories.length > 0, `“${name}” has no categories.`);
  requireThat(targets.length === categories.length, `“${name}” needs one target per category.`);
  requireThat(codes.length === people, `“${name}” needs a category for each of the ${String(people)} people.`);
  targets.forEach((target, category) => {
    requireNonNegative(target, `The target of “${name}: ${categories[category] ?? ''}”`);
  });
  requireThat(targets.some((target) => target > 0), `“${name}” needs a target above 0.`);
}

/**
 * Prepares one margin. Who has no category in it forms a category of their own, set to its (base-weighted) share of the sample,
 * and the other targets share what is left: nobody is dropped and nobody is guessed.
 * @throws RangeError for lengths that do not fit, unknown categories, or targets that are negative or not finite.
 */
export function marginOf(variable: RakingVariable, baseWeights: ArrayLike<number>, total: number): Margin {
  checkVariable(variable, baseWeights.length);
  const last = variable.categories.length;
  const people = new Float64Array(last + 1);
  let [missing, all] = [0, 0];
  const codes = Int32Array.from(variable.codes, (code, person) => {
    const isKnown = Number.isInteger(code) && code >= -1 && code < last;
    requireThat(isKnown, () => `Person ${String(person)}: “${variable.name}” has no category ${String(code)}.`);
    const category = code === -1 ? last : code;
    people[category] = (people[category] ?? 0) + 1;
    all += baseWeights[person] ?? 0;
    if (category === last) missing += baseWeights[person] ?? 0;
    return category;
  });
  const sum = variable.targets.reduce((before, target) => before + target, 0);
  const known = variable.targets.map((target) => (target / sum) * total * (1 - missing / all));
  return { variable, codes, targets: Float64Array.from([...known, (missing / all) * total]), people, hasMissing: missing > 0 };
}

function neighbour({ variable, people }: Margin, category: number): string | null {
  const beside = [category - 1, category + 1].filter((other) => variable.categories[other] !== undefined);
  beside.sort((left, right) => (people[left] ?? 0) - (people[right] ?? 0));
  return variable.categories[beside[0] ?? -1] ?? null;
}

const REASONS = {
  'empty-category': 'has people in the population, but nobody in the sample',
  'unwanted-category': 'has people in the sample, but a target of 0',
  'thin-category': 'has too few people in the sample',
} as const;

function categoryProblem(kind: CategoryProblem['kind'], margin: Margin, category: number): CategoryProblem {
  const name = margin.variable.categories[category] ?? '';
  const people = margin.people[category] ?? 0;
  const collapseWith = neighbour(margin, category);
  const advice = collapseWith === null ? 'leave this variable out' : `collapse it with “${collapseWith}”`;
  const sentence = `“${margin.variable.name}: ${name}” ${REASONS[kind]} (${String(people)}): ${advice}.`;
  return { kind, variable: margin.variable.name, category: name, people, collapseWith, sentence };
}

/** Everything wrong with the categories of a margin; people without a category are in order. */
export function categoryProblems(margin: Margin, rule: ThinCategoryRule): readonly CategoryProblem[] {
  const n = margin.codes.length;
  return margin.variable.targets.flatMap((target, category) => {
    const people = margin.people[category] ?? 0;
    if (people === 0) return target > 0 ? [categoryProblem('empty-category', margin, category)] : [];
    if (target === 0) return [categoryProblem('unwanted-category', margin, category)];
    const isThin = people < rule.minimumPeople || people / n < rule.minimumShare;
    return isThin ? [categoryProblem('thin-category', margin, category)] : [];
  });
}

/** Variables whose targets add up to something else than those of the first. */
export function totalProblems(variables: readonly RakingVariable[]): readonly RakingProblem[] {
  const totals = variables.map(({ targets }) => targets.reduce((sum, target) => sum + target, 0));
  const expected = totals[0] ?? 0;
  return variables.flatMap(({ name }, index) => {
    const total = totals[index] ?? 0;
    if (Math.abs(total - expected) <= TOTAL_TOLERANCE * expected) return [];
    const sentence = `The targets of “${name}” add up to ${String(total)}, those of “${variables[0]?.name ?? ''}” to ${String(expected)}.`;
    return [{ kind: 'totals-differ', variable: name, total, expected, sentence }];
  });
}
