import { ANALYST_EXPORT, type Cell, type PublicationPolicy, type PublishedTable } from '@stadtteilstimme/domain';
import { Attacker, nameOf, peopleAt, trueCount, type People } from './attacker.ts';
import { judgeRanges, NOTHING, together, type Finding } from './finding.ts';
import { linearRanges } from './linear-ranges.ts';
import { questionsBy, tablesOf, tryToPublish, withSplit } from './published.ts';
import { codesOf, questionsOf, type City } from './random-city.ts';

/** Reads tables twice, without and with the reasons, and judges both. */
function readAndJudge(
  city: City,
  policy: PublicationPolicy,
  read: (attacker: Attacker, useReasons: boolean) => void,
  judging: { readonly isTarget?: (people: People) => boolean; readonly knowsGroups?: boolean } = {},
): Finding {
  return together(
    [false, true].map((useReasons) => {
      const attacker = new Attacker();
      read(attacker, useReasons);
      return judgeRanges(attacker.narrow(), city.columns, policy, useReasons, judging);
    }),
  );
}

/**
 * Differencing by filter: everyone less everyone but one Stadtteil; everyone less the second wave; everyone less those who answered
 * online. With a fixed list all of it is one publication, protected together. Without, a query builder answers one request
 * after the other, and each answer is safe by itself.
 */
export function differencing(city: City, policy: PublicationPolicy, by: 'district' | 'wave' | 'mode'): Finding {
  if (policy.fixedTables) {
    const tables = tablesOf(tryToPublish(city, questionsBy(city, 'district', 'age', 'wave', 'mode'), policy));
    return readAndJudge(city, policy, (attacker, useReasons) => { tables.forEach((table) => { attacker.read(table, policy, useReasons); }); }, { isTarget: (people) => people[by] !== undefined });
  }
  return together(
    smallCategories(city, by).map((category) => {
      const asked = withSplit(city, 'filter', by, category);
      const rest = codesOf(asked.columns, 'filter');
      const everyone = tablesOf(tryToPublish(asked, questionsBy(asked), policy));
      const others = tablesOf(tryToPublish(asked, questionsBy(asked), policy, { present: rest }));
      return readAndJudge(asked, policy, (attacker, useReasons) => {
        everyone.forEach((table) => { attacker.read(table, policy, useReasons); });
        others.forEach((table) => { attacker.read(table, policy, useReasons, { filter: 'rest' }); });
        attacker.split({ id: 'filter', categories: ['in', 'rest'] });
      }, { isTarget: (people) => people.filter === 'in' });
    }),
  );
}

/** The last three Stadtteile; otherwise the category fewer people are in. */
function smallCategories({ columns }: City, by: 'district' | 'wave' | 'mode'): readonly number[] {
  const size = columns.dimensions.find(({ dimension }) => dimension.id === by)?.dimension.categories.length ?? 0;
  return by === 'district' ? [size - 1, size - 2, size - 3] : by === 'mode' ? [1] : [0];
}

/** One publication and nothing else: sums against cells, shared margins, reasons. */
export function oneSnapshot(city: City, policy: PublicationPolicy): Finding {
  const tables = tablesOf(tryToPublish(city, questionsBy(city, 'district', 'age', 'wave', 'mode'), policy));
  return readAndJudge(city, policy, (attacker, useReasons) => { tables.forEach((table) => { attacker.read(table, policy, useReasons); }); });
}

/**
 * One publication read with the simplex method: smallest and largest value of every small or withheld count over all tables that fit
 * everything published about its question. Nothing linear is overlooked.
 * @param outside whether the true number of people in every group is known from elsewhere; these counts are then no targets.
 */
export function linearProgramme(city: City, policy: PublicationPolicy, outside: boolean): Finding {
  const tables = tablesOf(tryToPublish(city, questionsBy(city, 'district', 'age'), policy));
  return together(
    [false, true].map((useReasons) => {
      const attacker = new Attacker();
      tables.forEach((table) => { attacker.read(table, policy, useReasons); });
      if (outside) learnGroups(attacker, city, tables);
      const narrowed = attacker.narrow();
      const { minimumCell } = policy.thresholds;
      const isTarget = (number: number): boolean => {
        const { people, lower, upper } = narrowed[number] ?? { people: {}, lower: 0, upper: 0 };
        const count = trueCount(city.columns, people);
        return lower < upper && ((count > 0 && count < minimumCell) || policy.method.kind === 'suppression');
      };
      return judgeRanges(linearRanges(narrowed, attacker.sums(), isTarget), city.columns, policy, useReasons, outside ? { isTarget: isAboutAnswers, knowsGroups: true } : {});
    }),
  );
}

/** The same tables with small counts withheld and nothing else: what complementary suppression is for. */
export function primarySuppressionOnly(city: City): Finding {
  const policy = ANALYST_EXPORT;
  const { minimumCell } = policy.thresholds;
  const tables = tablesOf(tryToPublish(city, questionsBy(city, 'district', 'age', 'wave', 'mode'), { ...policy, method: { kind: 'none' } })).map((table): PublishedTable => ({
    ...table,
    cells: table.cells.map((cell): Cell => (cell.kind === 'count' && cell.count > 0 && cell.count < minimumCell ? { kind: 'withheld', reason: 'too-few' } : cell)),
  }));
  return readAndJudge(city, policy, (attacker, useReasons) => { tables.forEach((table) => { attacker.read(table, policy, useReasons); }); });
}

/**
 * Two channels: the paper withholds cells, the page perturbs them. With one method per survey the second one is refused.
 * @param policy of the page; the paper is an analyst's export.
 */
export function twoMethods(city: City, policy: PublicationPolicy): Finding {
  const list = questionsBy(city, 'district');
  const paper = tryToPublish(city, list, ANALYST_EXPORT);
  const page = tryToPublish(city, list, policy, { after: policy.oneMethod ? [paper] : [], day: 2 });
  return readAndJudge(city, ANALYST_EXPORT, (attacker) => {
    tablesOf(paper).forEach((table) => { attacker.read(table, ANALYST_EXPORT, false); });
    tablesOf(page).forEach((table) => { attacker.read(table, policy, false); });
  });
}

/**
 * Known base: printed bases and percentages, turned back into counts.
 * @param outside whether the attacker also knows the true number of people in every group from elsewhere.
 */
export function knownBase(city: City, policy: PublicationPolicy, outside: boolean): Finding {
  const tables = tablesOf(tryToPublish(city, questionsBy(city, 'district', 'age'), policy));
  const read = (attacker: Attacker, useReasons: boolean): void => {
    for (const table of tables) {
      attacker.read(table, policy, useReasons);
      const answers = table.dimensions.find((dimension) => dimension.answers !== undefined);
      if (answers === undefined) continue;
      for (const { group, base, percentages } of table.shares) {
        const whole = { ...group, [answers.id]: 'gültig' };
        if (policy.printedBases === 'exact') attacker.learn(whole, base, base);
        if (policy.percentages !== 'exact') continue;
        const people = policy.printedBases === 'exact' ? trueCount(city.columns, whole) : null;
        percentages.forEach((percentage, index) => {
          const category = answers.categories[index];
          if (percentage === null || category === undefined) return;
          const [least, most] = people === null ? [base - 5, base + 5] : [people, people];
          attacker.learn({ ...group, [answers.id]: category }, Math.ceil(((percentage - 0.05) * least) / 100 - 1e-9), Math.floor(((percentage + 0.05) * most) / 100 + 1e-9));
        });
      }
    }
    if (outside) learnGroups(attacker, city, tables);
  };
  return readAndJudge(city, policy, read, outside ? { isTarget: isAboutAnswers, knowsGroups: true } : {});
}

/**
 * What withholding itself tells somebody who knows the code: with noise or rounding the only "protected" cell of its row and its column is
 * a count from 1 to k − 1, or it would not have been withheld alone. The attacker also knows the size of every group.
 */
export function aloneWithheld(city: City, policy: PublicationPolicy): Finding {
  const tables = tablesOf(tryToPublish(city, questionsBy(city, 'district', 'age'), policy));
  const attacker = new Attacker();
  for (const table of tables) {
    attacker.read(table, policy, true);
    const width = (table.dimensions[1]?.categories.length ?? 0) + 1;
    const places = [...table.cells.keys()].filter((place) => isProtected(table.cells[place]));
    for (const place of places) {
      const inLine = places.filter((other) => Math.floor(other / width) === Math.floor(place / width) || other % width === place % width);
      if (inLine.length === 1) attacker.learn(peopleAt(table.dimensions, place), 1, policy.thresholds.minimumCell - 1);
    }
  }
  learnGroups(attacker, city, tables);
  return judgeRanges(attacker.narrow(), city.columns, policy, true, { isTarget: isAboutAnswers, knowsGroups: true });
}

function isProtected(cell: Cell | undefined): boolean {
  return cell?.kind === 'withheld' && cell.reason === 'protected';
}

function isAboutAnswers(people: People): boolean {
  return Object.keys(people).some((id) => id.startsWith('q'));
}

/** The attacker is told the true number of people in every group. */
function learnGroups(attacker: Attacker, city: City, tables: readonly PublishedTable[]): void {
  for (const { dimensions } of tables) {
    const [split, answers] = dimensions;
    if (split === undefined || answers === undefined) continue;
    for (const group of [{}, ...split.categories.map((category) => ({ [split.id]: category }))]) {
      const count = trueCount(city.columns, group);
      attacker.learn(group, count, count);
    }
  }
}

/** Groups below 30 of whom the attacker knows that all, or all but one, gave the same answer. */
export function unanimousGroups(city: City, policy: PublicationPolicy): Finding {
  const tables = tablesOf(tryToPublish(city, questionsBy(city, 'district'), policy));
  const attacker = new Attacker();
  tables.forEach((table) => { attacker.read(table, policy, true); });
  const ranges = new Map(attacker.narrow().map(({ people, lower, upper }) => [nameOf(people), { lower, upper }]));
  const districts = city.columns.dimensions.find(({ dimension }) => dimension.id === 'district')?.dimension.categories ?? [];
  return together(
    questionsOf(city).flatMap((question) =>
      districts.map((district): Finding => {
        const codes = city.columns.dimensions.find(({ dimension }) => dimension.id === question)?.dimension.groups?.[0]?.parts ?? [];
        const base = trueCount(city.columns, { district, [question]: 'gültig' });
        const alike = codes.find((code) => trueCount(city.columns, { district, [question]: code }) >= base - 1);
        if (base < 2 || base >= 30 || alike === undefined) return NOTHING;
        const own = ranges.get(nameOf({ district, [question]: alike }));
        const all = ranges.get(nameOf({ district, [question]: 'gültig' }));
        const known = own !== undefined && all !== undefined && own.lower >= all.upper - 1 ? 1 : 0;
        return { ...NOTHING, targets: 1, exact: known, broken: known };
      }),
    ),
  );
}
