import { meanLeavesDoubt, type Cell, type PublicationPolicy, type PublishedTable } from '@stadtteilstimme/domain';
import { nameOf, trueCount, type People } from './attacker.ts';
import { NOTHING, together, type Finding } from './finding.ts';
import { firstAnswers, placeOf, questionsBy, reordered, tablesOf, tryToPublish } from './published.ts';
import { codesOf, questionsOf, type City } from './random-city.ts';

/**
 * By time: somebody is seen to answer, and the attacker compares the snapshots before and after. For every question it claims the
 * answer whose count in the victim's Stadtteil is the only one that changed. The rest of the city answers as well, if `others`.
 */
export function beforeAndAfter(city: City, policy: PublicationPolicy, others: number): Finding {
  const district = codesOf(city.columns, 'district');
  const victims = [0, 1, 2].flatMap((home) => [...district.keys()].filter((answer) => district[answer] === home).slice(-1));
  return together(
    victims.map((victim) => {
      const home = district[victim] ?? 0;
      const rest = [...district.keys()].filter((answer) => answer !== victim);
      // Newcomers come from other Stadtteile: the victim stays alone in its own.
      const late = rest.filter((answer) => district[answer] !== home).slice(0, others);
      const early = rest.filter((answer) => !late.includes(answer));
      const ordered = reordered(city, [...early, victim, ...late]);
      const list = questionsBy(city, 'district');
      const before = tryToPublish({ ...ordered, columns: firstAnswers(ordered.columns, early.length) }, list, policy);
      const after = tryToPublish(ordered, list, policy, { after: [before], day: 2 });
      return answerClaims(city, victim, `d${home}`, tablesOf(before), tablesOf(after));
    }),
  );
}

/** For every question the attacker claims the answer whose count in this Stadtteil is the only one that changed. */
export function answerClaims(city: City, victim: number, district: string, before: readonly PublishedTable[], after: readonly PublishedTable[]): Finding {
  return together(
    questionsOf(city).map((question, index): Finding => {
      const [old, now] = [before[index], after[index]];
      const codes = singleAnswers(city, question);
      const changed = codes.filter((code) => old !== undefined && now !== undefined && textAt(old, { district, [question]: code }) !== textAt(now, { district, [question]: code }));
      const right = changed.length === 1 && changed[0] === answerOf(city, question, victim) ? 1 : 0;
      return { ...NOTHING, targets: 1, exact: right, claims: changed.length === 1 ? 1 : 0 };
    }),
  );
}

/**
 * Flooding: right after the victim the attacker sends nine answers it knows, so that a batch of ten is full, and takes its own out of the
 * difference. Later the same day other people of the Stadtteil answer. Only answers that are not the city's most common one are targets:
 * the others are guessed without any table.
 */
export function flooding(city: City, policy: PublicationPolicy): Finding {
  return together([0, 1, 2].map((home) => floodingIn(city, policy, home)));
}

function floodingIn(city: City, policy: PublicationPolicy, home: number): Finding {
  const district = codesOf(city.columns, 'district');
  const people = [...district.keys()].filter((answer) => district[answer] === home);
  const [victim = 0, ...company] = people.slice(-25);
  const own = company.slice(0, 9);
  const later = company.slice(9);
  const early = [...district.keys()].filter((answer) => answer !== victim && !company.includes(answer));
  const ordered = withInvented(reordered(city, [...early, victim, ...own, ...later]), early.length + 1, own.length);
  const flooded = { ...ordered, columns: firstAnswers(ordered.columns, early.length + 10) };
  const list = questionsBy(city, 'district');
  const before = tryToPublish({ ...ordered, columns: firstAnswers(ordered.columns, early.length) }, list, policy);
  const soon = tryToPublish(flooded, list, policy, { after: [before], day: 1 });
  const after = soon.content === null ? tryToPublish(ordered, list, policy, { after: [before], day: 2 }) : soon;
  return together(
    questionsOf(city).map((question, index): Finding => {
      const [old, now] = [tablesOf(before)[index], tablesOf(after)[index]];
      if (answerOf(city, question, victim) === mostCommon(city, question)) return NOTHING;
      if (old === undefined || now === undefined) return { ...NOTHING, targets: 1 };
      const left = singleAnswers(city, question).map((code) => {
        const cells = [old, now].map((table) => table.cells[placeOf(table, { district: `d${home}`, [question]: code })]);
        const known = own.filter((_, number) => answerOf(ordered, question, early.length + 1 + number) === code).length;
        const [from, to] = cells.map((cell) => (cell?.kind === 'count' ? cell.count : Number.NaN));
        return { code, left: (to ?? Number.NaN) - (from ?? Number.NaN) - known };
      });
      const candidates = left.filter((entry) => entry.left !== 0);
      const right = candidates.length === 1 && candidates[0]?.code === answerOf(city, question, victim) ? 1 : 0;
      return { ...NOTHING, targets: 1, exact: right, claims: candidates.length === 1 ? 1 : 0 };
    }),
  );
}

/** The attacker's own answers: every question answered in every way in turn. */
function withInvented({ columns, recordKeys, seed }: City, from: number, count: number): City {
  const dimensions = columns.dimensions.map(({ dimension, codes }) => {
    const answers = dimension.groups?.[0]?.parts.length;
    if (answers === undefined) return { dimension, codes };
    return { dimension, codes: codes.map((code, answer) => (answer >= from && answer < from + count ? answer % answers : code)) };
  });
  return { seed, recordKeys, columns: { ...columns, dimensions } };
}

/** Noise counts as taken out when more guesses are right than wrong; a single look is right in less than two of five. */
export const GUESS_LIMIT = 0.5;

/**
 * Averaging: every table that splits the same people up is one more noisy measurement of the same count (Asghar & Kaafar 2020). The attacker
 * takes the weighted mean of the count itself and of all sums of its parts, and rounds. Targets are all counts in Stadtteile with enough
 * people for percentages; `exact` counts right guesses; broken when more than `GUESS_LIMIT` of them are right. (Counts of one to three
 * people hardly gain from it: they have few different parts, and the same people always carry the same noise.)
 */
export function averaging(city: City, policy: PublicationPolicy): Finding {
  const traits = city.columns.dimensions.map(({ dimension }) => dimension.id).filter((id) => id.startsWith('trait'));
  const questions = questionsOf(city);
  const tables = questions.flatMap((question) => [['district', question], ...(policy.maximumDimensions === 3 ? traits.map((trait) => ['district', trait, question]) : traits.map((trait) => [trait, question]))]);
  const requests = tables.map((dimensions) => ({ id: dimensions.join('×'), dimensions }));
  // A query builder answers one table after the other; a fixed list is protected together.
  const lists = policy.fixedTables ? [requests] : requests.map((request) => [request]);
  const published = lists.flatMap((list) => tablesOf(tryToPublish(city, { tables: list, means: [] }, policy)));
  const looks = new Map<string, { people: People; weighted: number; weight: number }>();
  for (const table of published) {
    const trait = table.dimensions.find(({ id }) => id.startsWith('trait'));
    const districts = table.dimensions.find(({ id }) => id === 'district');
    const question = table.dimensions.find(({ answers }) => answers !== undefined);
    if (districts === undefined || question === undefined) continue;
    for (const district of districts.categories) {
      for (const answer of singleAnswers(city, question.id)) {
        const people: People = { district, [question.id]: answer };
        const parts = trait === undefined ? [people] : trait.categories.map((category) => ({ ...people, [trait.id]: category }));
        const counts = parts.map((part) => countAt(table, part));
        if (counts.includes(null)) continue;
        const look = looks.get(nameOf(people)) ?? { people, weighted: 0, weight: 0 };
        // Weights may not depend on what is published, or the mean leans towards zero.
        look.weighted += counts.reduce((sum: number, count) => sum + (count ?? 0), 0) / counts.length;
        look.weight += 1 / counts.length;
        looks.set(nameOf(people), look);
      }
    }
  }
  const findings = [...looks.values()].flatMap(({ people, weighted, weight }): Finding[] => {
    const count = trueCount(city.columns, people);
    const base = trueCount(city.columns, { district: people.district ?? '' });
    if (count === 0 || base < policy.minimumPercentageBase) return [];
    return [{ ...NOTHING, targets: 1, exact: Math.round(weighted / weight) === count ? 1 : 0 }];
  });
  return together(findings);
}

/** Judges the guesses of all cities together. */
export function judgeGuesses(finding: Finding): Finding {
  return { ...finding, broken: finding.targets > 0 && finding.exact / finding.targets > GUESS_LIMIT ? finding.exact : 0 };
}

/**
 * Mean with known n and scale: from the mean, the true number of people with a score and the scale follow the possible answers. Also taken
 * from the mean of everyone less all others. `exact`: every answer is known; broken: the number of people at an end of the
 * scale is known better than to k.
 */
export function meansOfScores(city: City, policy: PublicationPolicy): Finding {
  const attempt = tryToPublish(city, { tables: [{ id: 'Stadtteile', dimensions: ['district'] }], means: [{ id: 'Zufriedenheit', score: 'zufriedenheit', by: 'district' }] }, policy);
  const { values, minimum, maximum } = city.columns.scores[0] ?? { values: new Float64Array(), minimum: 1, maximum: 5 };
  const district = codesOf(city.columns, 'district');
  const truth = (code: number | null): { n: number; sum: number; alike: boolean } => {
    const own = [...values].filter((value, answer) => !Number.isNaN(value) && (code === null || district[answer] === code));
    return { n: own.length, sum: own.reduce((sum, value) => sum + value, 0), alike: new Set(own).size === 1 };
  };
  const means = attempt.content?.means ?? [];
  const shown = means.filter(({ mean }) => mean !== null);
  const codeOf = (category: string | null): number | null => (category === null ? null : Number(category.slice(1)));
  const groups = shown.map(({ category }) => truth(codeOf(category)));
  if (shown.some(({ category }) => category === null) && shown.length < means.length) {
    const hidden = means.filter(({ mean }) => mean === null).map(({ category }) => truth(codeOf(category)));
    const rest = hidden.reduce((sum, group) => ({ n: sum.n + group.n, sum: sum.sum + group.sum, alike: false }), { n: 0, sum: 0, alike: false });
    if (rest.n > 0) groups.push({ ...rest, alike: rest.n === 1 || rest.sum === rest.n * minimum || rest.sum === rest.n * maximum });
  }
  return together(
    groups.filter(({ n }) => n > 0).map(({ n, sum, alike }) => {
      const exact = (n === 1 || ((sum === n * minimum || sum === n * maximum) && alike)) ? 1 : 0;
      return { ...NOTHING, targets: 1, exact, broken: meanLeavesDoubt(n, sum, minimum, maximum, policy.thresholds.minimumCell) ? 0 : 1 };
    }),
  );
}

function singleAnswers(city: City, question: string): readonly string[] {
  return city.columns.dimensions.find(({ dimension }) => dimension.id === question)?.dimension.groups?.[0]?.parts ?? [];
}

function mostCommon(city: City, question: string): string | undefined {
  const counts = singleAnswers(city, question).map((code) => ({ code, count: trueCount(city.columns, { [question]: code }) }));
  return counts.sort((left, right) => right.count - left.count)[0]?.code;
}

function answerOf({ columns }: City, question: string, answer: number): string | undefined {
  const found = columns.dimensions.find(({ dimension }) => dimension.id === question);
  return found?.dimension.categories[found.codes[answer] ?? 0];
}

function cellAt(table: PublishedTable, people: People): Cell | undefined {
  return table.cells[placeOf(table, people)];
}

function countAt(table: PublishedTable, people: People): number | null {
  const cell = cellAt(table, people);
  return cell?.kind === 'count' ? cell.count : null;
}

function textAt(table: PublishedTable, people: People): string {
  return JSON.stringify(cellAt(table, people));
}
