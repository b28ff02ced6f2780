import { ANALYST_EXPORT, DISTRICT_TEAM, PUBLIC_PAGE, type PublicationPolicy, type PublishedTable } from '@stadtteilstimme/domain';
import { Attacker } from './attacker.ts';
import { answerClaims } from './claim-attacks.ts';
import { judgeRanges, NOTHING, together, type Finding } from './finding.ts';
import { firstAnswers, questionsBy, reordered, tablesOf, tryToPublish, type Attempt } from './published.ts';
import { codesOf, questionsOf, type City } from './random-city.ts';

/**
 * Groups nobody joined: new answers come from the largest Stadtteil only, so all others say the same as before. What one snapshot
 * withholds in them the other may show.
 * @param remembers whether the second publication is told of the first one.
 */
export function unchangedGroups(city: City, policy: PublicationPolicy, remembers: boolean): Finding {
  const district = codesOf(city.columns, 'district');
  const newcomers = [...district.keys()].filter((answer) => district[answer] === 0).slice(-40);
  const early = [...district.keys()].filter((answer) => !newcomers.includes(answer));
  const ordered = reordered(city, [...early, ...newcomers]);
  const list = questionsBy(city, 'district', 'age');
  const before = tryToPublish({ ...ordered, columns: firstAnswers(ordered.columns, early.length) }, list, policy);
  const after = tryToPublish(ordered, list, policy, { after: remembers ? [before] : [], day: 2 });
  const isUnchanged = (people: Readonly<Record<string, string>>): boolean => people.district !== undefined && people.district !== 'd0';
  return readTogether(ordered, [[before, policy], [after, policy]], isUnchanged);
}

/**
 * Two audiences: staff read the team's export and the public page of the same answers.
 * @param remembers whether both are in one history; each alone keeps its promise.
 */
export function twoAudiences(city: City, policy: PublicationPolicy, remembers: boolean): Finding {
  const list = questionsBy(city, 'district', 'age');
  const inside = policy.method.kind === 'suppression' ? PUBLIC_PAGE : policy.maximumDimensions === 2 ? DISTRICT_TEAM : ANALYST_EXPORT;
  const first = tryToPublish(city, list, inside);
  const second = tryToPublish(city, list, { ...policy, oneMethod: false }, { after: remembers ? [first] : [], day: 1 });
  return readTogether(city, [[first, inside], [second, policy]], () => true);
}

/** Reads publications of the same people, each by its own method, and takes over what one tells about the counts of the other. */
function readTogether(city: City, attempts: readonly (readonly [Attempt, PublicationPolicy])[], isTarget: (people: Readonly<Record<string, string>>) => boolean): Finding {
  const readers = attempts.map(([attempt, policy]) => {
    const attacker = new Attacker();
    tablesOf(attempt).forEach((table) => { attacker.read(table, policy, true); });
    return attacker;
  });
  for (let round = 0; round < 4; round += 1) {
    for (const reader of readers) {
      const told = reader.narrow().filter(({ people }) => isTarget(people));
      for (const other of readers) if (other !== reader) told.forEach(({ people, lower, upper }) => { other.learn(people, lower, upper); });
    }
  }
  const policy = attempts.at(-1)?.[1] ?? ANALYST_EXPORT;
  const reached = (readers.at(-1)?.narrow() ?? []).filter(({ people }) => isTarget(people));
  return judgeRanges(reached, city.columns, policy, true);
}

/**
 * Coming and going: 25 answers arrive and are published, then they are withdrawn and somebody new answers. The third snapshot differs from the
 * second by 26 people, from the first by one.
 * @param remembers whether the third publication is told of the first one, or of the second only.
 */
export function comingAndGoing(city: City, policy: PublicationPolicy, remembers: boolean): Finding {
  const district = codesOf(city.columns, 'district');
  const [victim = 0, ...company] = [...district.keys()].filter((answer) => district[answer] === 0).slice(-26);
  const early = [...district.keys()].filter((answer) => answer !== victim && !company.includes(answer));
  const ordered = reordered(city, [...early, ...company, victim]);
  const list = questionsBy(city, 'district');
  const publishFirst = (length: number, after: readonly Attempt[], day: number, present: Uint8Array | null = null): Attempt =>
    tryToPublish({ ...ordered, columns: firstAnswers(ordered.columns, length) }, list, policy, { after, day, present });
  const first = publishFirst(early.length, [], 1);
  const second = publishFirst(early.length + company.length, [first], 2);
  const gone = Uint8Array.from({ length: district.length }, (_, answer) => (answer < early.length || answer === district.length - 1 ? 1 : 0));
  const third = publishFirst(district.length, remembers ? [first, second] : [second], 3, gone);
  return answerClaims(city, victim, 'd0', tablesOf(first), tablesOf(third));
}

/**
 * An edited answer: somebody in the largest Stadtteil changes every answer to the next one, while enough new answers come from elsewhere
 * to allow a snapshot. The attacker claims the answer of which there is one more.
 */
export function editedAnswers(city: City, policy: PublicationPolicy): Finding {
  const district = codesOf(city.columns, 'district');
  const victim = district.indexOf(0);
  const newcomers = [...district.keys()].filter((answer) => district[answer] === 1).slice(-30);
  const early = [...district.keys()].filter((answer) => !newcomers.includes(answer));
  const order = [...early, ...newcomers];
  const ordered = reordered(city, order);
  const place = order.indexOf(victim);
  const questions = questionsOf(city);
  const edited = {
    ...ordered,
    columns: {
      ...ordered.columns,
      dimensions: ordered.columns.dimensions.map(({ dimension, codes }) => {
        const answers = dimension.groups?.[0]?.parts.length ?? 1;
        return { dimension, codes: questions.includes(dimension.id) ? codes.map((code, answer) => (answer === place ? (code + 1) % answers : code)) : codes };
      }),
    },
  };
  const list = questionsBy(city, 'district');
  const before = tryToPublish({ ...ordered, columns: firstAnswers(ordered.columns, early.length) }, list, policy);
  const after = tryToPublish(edited, list, policy, { after: [before], day: 2 });
  const [old, now] = [tablesOf(before), tablesOf(after)];
  return together(
    questions.map((question, index): Finding => {
      const [was, is] = [old[index], now[index]];
      if (was === undefined || is === undefined) return { ...NOTHING, targets: 1 };
      const places = [...was.cells.keys()].filter((at) => at < (was.dimensions[1]?.categories.length ?? 0) - 2);
      const risen = places.filter((at) => rise(was, is, at) > 0);
      const truth = edited.columns.dimensions.find(({ dimension }) => dimension.id === question)?.codes[place];
      return { ...NOTHING, targets: 1, exact: risen.length === 1 && risen[0] === truth ? 1 : 0, claims: risen.length === 1 ? 1 : 0 };
    }),
  );
}

/** By how much a shown count has grown; not a number where one is withheld. */
function rise(was: PublishedTable, is: PublishedTable, at: number): number {
  const [before, after] = [was, is].map(({ cells }) => cells[at]);
  return before?.kind === 'count' && after?.kind === 'count' ? after.count - before.count : Number.NaN;
}
