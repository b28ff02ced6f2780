import { ANALYST_EXPORT, DISTRICT_TEAM, PUBLIC_PAGE, PUBLIC_ROUNDED, type PublicationPolicy } from '@stadtteilstimme/domain';
import { averaging, beforeAndAfter, flooding, judgeGuesses, meansOfScores } from './claim-attacks.ts';
import { keysAddUp } from './cell-key-attack.ts';
import { judgeClaims, together, type Finding } from './finding.ts';
import { comingAndGoing, editedAnswers, twoAudiences, unchangedGroups } from './memory-attacks.ts';
import { randomCity, type City } from './random-city.ts';
import { aloneWithheld, differencing, knownBase, linearProgramme, oneSnapshot, primarySuppressionOnly, twoMethods, unanimousGroups } from './range-attacks.ts';

/** Every rule switched off and true counts: what the attackers do when nothing stops them. */
export const UNPROTECTED: PublicationPolicy = {
  name: 'none',
  method: { kind: 'none' },
  thresholds: { ...DISTRICT_TEAM.thresholds, homogeneityBase: 1 },
  maximumDimensions: 3,
  fixedTables: false,
  oneMethod: false,
  batch: { answers: 1, days: 0 },
  percentages: 'exact',
  minimumPercentageBase: 1,
  printedBases: 'exact',
  readersKnowGroups: false,
  minimumMeanBase: 1,
};

export const PRESETS: readonly PublicationPolicy[] = [ANALYST_EXPORT, DISTRICT_TEAM, PUBLIC_PAGE, PUBLIC_ROUNDED];

/** Cities an attack is run on: the same seeds always give the same cities. */
export interface Cities {
  readonly ordinary: readonly City[];
  /** Few Stadtteile and questions, for the simplex method. */
  readonly small: readonly City[];
  /** Larger, with many ways to split people in two. */
  readonly withTraits: readonly City[];
}

export function drawCities(count: number): Cities {
  const seeds = Array.from({ length: count }, (_, index) => index + 1);
  return {
    ordinary: seeds.map((seed) => randomCity(seed, { answers: 250 + 50 * (seed % 6), districts: 6 + (seed % 5), questions: 5 })),
    small: seeds.map((seed) => randomCity(2000 + seed, { answers: 120 + 20 * (seed % 5), districts: 5, questions: 2 })),
    withTraits: seeds.map((seed) => randomCity(1000 + seed, { answers: 600, districts: 7, questions: 2, traits: 24 })),
  };
}

/** An attack on everything one policy publishes. */
export interface Attack {
  readonly name: string;
  readonly run: (cities: Cities, policy: PublicationPolicy) => Finding;
  /** Some attacks have nothing to do with a policy: averaging where counts are true, knowledge it promises nothing against. */
  readonly appliesTo?: (policy: PublicationPolicy) => boolean;
}

/** The analysts' export promises nothing to people who know the true size of every group from elsewhere. */
const promisesAgainstInsiders = ({ method, readersKnowGroups }: PublicationPolicy): boolean => readersKnowGroups || method.kind === 'none';

const inEveryCity = (attack: (city: City) => Finding, { ordinary }: Cities): Finding => together(ordinary.map(attack));

export const ATTACKS: readonly Attack[] = [
  { name: 'one snapshot: sums, shared margins, reasons', run: (cities, policy) => inEveryCity((city) => oneSnapshot(city, policy), cities) },
  { name: 'one snapshot: linear programme', run: ({ small }, policy) => together(small.map((city) => linearProgramme(city, policy, false))) },
  { name: 'linear programme, size of every group known from elsewhere', run: ({ small }, policy) => together(small.map((city) => linearProgramme(city, policy, true))), appliesTo: promisesAgainstInsiders },
  { name: 'differencing by filter: all but one Stadtteil', run: (cities, policy) => inEveryCity((city) => differencing(city, policy, 'district'), cities) },
  { name: 'differencing by wave', run: (cities, policy) => inEveryCity((city) => differencing(city, policy, 'wave'), cities) },
  { name: 'differencing by collection mode', run: (cities, policy) => inEveryCity((city) => differencing(city, policy, 'mode'), cities) },
  { name: 'two channels: withheld on paper, shown on the page', run: (cities, policy) => inEveryCity((city) => twoMethods(city, policy), cities) },
  { name: 'known base: printed bases and percentages', run: (cities, policy) => inEveryCity((city) => knownBase(city, policy, false), cities) },
  { name: 'known base: size of every group known from elsewhere', run: (cities, policy) => inEveryCity((city) => knownBase(city, policy, true), cities), appliesTo: promisesAgainstInsiders },
  { name: 'unanimous groups', run: (cities, policy) => inEveryCity((city) => unanimousGroups(city, policy), cities) },
  { name: 'by time: before and after one answer', run: (cities, policy) => judgeClaims(inEveryCity((city) => beforeAndAfter(city, policy, 0), cities)) },
  { name: 'by time: one answer from a Stadtteil, many from others', run: (cities, policy) => judgeClaims(inEveryCity((city) => beforeAndAfter(city, policy, 60), cities)) },
  { name: 'by time: batch filled with own answers', run: (cities, policy) => judgeClaims(inEveryCity((city) => flooding(city, policy), cities)) },
  { name: 'by time: groups nobody joined, read in two snapshots', run: (cities, policy) => inEveryCity((city) => unchangedGroups(city, policy, true), cities) },
  { name: 'by time: answers that come and go', run: (cities, policy) => judgeClaims(inEveryCity((city) => comingAndGoing(city, policy, true), cities)) },
  { name: 'by time: an edited answer', run: (cities, policy) => judgeClaims(inEveryCity((city) => editedAnswers(city, policy), cities)) },
  {
    name: 'two audiences: the page and the export of the same answers',
    run: (cities, policy) => inEveryCity((city) => twoAudiences(city, policy, true), cities),
    appliesTo: ({ method }) => method.kind !== 'none',
  },
  {
    name: 'what a cell withheld alone tells',
    run: (cities, policy) => inEveryCity((city) => aloneWithheld(city, policy), cities),
    appliesTo: ({ method }) => method.kind === 'cell-key' || method.kind === 'rounding',
  },
  { name: 'cell keys add up', run: (cities, policy) => inEveryCity((city) => keysAddUp(city, policy), cities), appliesTo: ({ method }) => method.kind === 'cell-key' },
  {
    name: 'averaging over many tables',
    run: ({ withTraits }, policy) => judgeGuesses(together(withTraits.map((city) => averaging(city, policy)))),
    appliesTo: ({ method }) => method.kind !== 'suppression',
  },
  { name: 'mean with known n and scale', run: (cities, policy) => inEveryCity((city) => meansOfScores(city, policy), cities) },
];

/** A rule with the attack that shows what it is for. */
export interface RuleProof {
  readonly rule: string;
  readonly policy: string;
  readonly attack: string;
  readonly off: (cities: Cities) => Finding;
  readonly on: (cities: Cities) => Finding;
}

function proof(rule: string, base: PublicationPolicy, off: Partial<PublicationPolicy>, attackName: string): RuleProof {
  const attack = ATTACKS.find(({ name }) => name === attackName);
  if (attack === undefined) throw new RangeError(`There is no attack "${attackName}".`);
  return {
    rule,
    policy: base.name,
    attack: attackName,
    off: (cities) => attack.run(cities, { ...base, ...off }),
    on: (cities) => attack.run(cities, base),
  };
}

const withoutHomogeneity = ({ thresholds }: PublicationPolicy): Partial<PublicationPolicy> => ({ thresholds: { ...thresholds, homogeneityBase: 1 } });
const NO_BATCHES = { batch: { answers: 1, days: 1 } };

export const RULE_PROOFS: readonly RuleProof[] = [
  {
    rule: 'complementary suppression with audit',
    policy: ANALYST_EXPORT.name,
    attack: 'one snapshot: sums, shared margins, reasons',
    off: (cities) => inEveryCity(primarySuppressionOnly, cities),
    on: (cities) => inEveryCity((city) => oneSnapshot(city, ANALYST_EXPORT), cities),
  },
  ...[ANALYST_EXPORT, DISTRICT_TEAM].map((preset): RuleProof => ({
    rule: 'earlier snapshots remembered',
    policy: preset.name,
    attack: 'by time: groups nobody joined, read in two snapshots',
    off: (cities) => inEveryCity((city) => unchangedGroups(city, preset, false), cities),
    on: (cities) => inEveryCity((city) => unchangedGroups(city, preset, true), cities),
  })),
  ...PRESETS.map((preset): RuleProof => ({
    rule: 'held against every earlier snapshot, not the last one',
    policy: preset.name,
    attack: 'by time: answers that come and go',
    off: (cities) => judgeClaims(inEveryCity((city) => comingAndGoing(city, preset, false), cities)),
    on: (cities) => judgeClaims(inEveryCity((city) => comingAndGoing(city, preset, true), cities)),
  })),
  ...[DISTRICT_TEAM, PUBLIC_PAGE, PUBLIC_ROUNDED].map((preset): RuleProof => ({
    rule: 'one history for all audiences',
    policy: preset.name,
    attack: 'two audiences: the page and the export of the same answers',
    off: (cities) => inEveryCity((city) => twoAudiences(city, preset, false), cities),
    on: (cities) => inEveryCity((city) => twoAudiences(city, preset, true), cities),
  })),
  proof('noise audited, keys included', PUBLIC_PAGE, { thresholds: { ...PUBLIC_PAGE.thresholds, minimumCell: 1, homogeneityBase: 1 } }, 'cell keys add up'),
  ...[DISTRICT_TEAM, PUBLIC_PAGE].map((preset) => proof('batches of ten: an edited answer is two changes', preset, NO_BATCHES, 'by time: an edited answer')),
  proof('fixed list of tables', DISTRICT_TEAM, { fixedTables: false }, 'differencing by filter: all but one Stadtteil'),
  proof('fixed list of tables', DISTRICT_TEAM, { fixedTables: false }, 'differencing by wave'),
  proof('fixed list of tables', DISTRICT_TEAM, { fixedTables: false }, 'differencing by collection mode'),
  proof('two dimensions at most (and a fixed list)', PUBLIC_PAGE, { maximumDimensions: 3, fixedTables: false }, 'averaging over many tables'),
  proof('two dimensions at most, even for a query builder', { ...PUBLIC_PAGE, fixedTables: false }, { maximumDimensions: 3 }, 'averaging over many tables'),
  proof('one method per survey', PUBLIC_PAGE, { oneMethod: false }, 'two channels: withheld on paper, shown on the page'),
  proof('one method per survey', PUBLIC_ROUNDED, { oneMethod: false }, 'two channels: withheld on paper, shown on the page'),
  ...[ANALYST_EXPORT, DISTRICT_TEAM, PUBLIC_PAGE, PUBLIC_ROUNDED].map((preset) => proof('batches of ten, in every group', preset, NO_BATCHES, 'by time: before and after one answer')),
  proof('batches of ten, in every group', PUBLIC_PAGE, NO_BATCHES, 'by time: one answer from a Stadtteil, many from others'),
  proof('at most daily', DISTRICT_TEAM, { batch: { answers: 10, days: 0 } }, 'by time: batch filled with own answers'),
  proof('homogeneous groups withheld', DISTRICT_TEAM, withoutHomogeneity(DISTRICT_TEAM), 'unanimous groups'),
  proof('homogeneous groups withheld', PUBLIC_ROUNDED, withoutHomogeneity(PUBLIC_ROUNDED), 'unanimous groups'),
  proof('whole percentages of protected counts', DISTRICT_TEAM, { percentages: 'exact' }, 'known base: printed bases and percentages'),
  proof('whole percentages of protected counts', PUBLIC_PAGE, { percentages: 'exact' }, 'known base: printed bases and percentages'),
  proof('bases printed in fives', PUBLIC_PAGE, { printedBases: 'exact' }, 'known base: printed bases and percentages'),
  proof('bases printed in fives', PUBLIC_ROUNDED, { printedBases: 'exact' }, 'known base: printed bases and percentages'),
  proof('readers know how many came', PUBLIC_PAGE, { readersKnowGroups: false }, 'known base: size of every group known from elsewhere'),
  proof('readers know how many came', PUBLIC_ROUNDED, { readersKnowGroups: false }, 'known base: size of every group known from elsewhere'),
  ...[DISTRICT_TEAM, PUBLIC_PAGE].map((preset) => proof('means from ten people, with doubt left', preset, { minimumMeanBase: 1 }, 'mean with known n and scale')),
];

/** One line of a table in Markdown. */
function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function numbers({ targets, exact, claims, fewestValues, promised }: Finding): string {
  const ranges = fewestValues === null ? '' : `, fewest values left ${fewestValues} (promised ${promised ?? '–'})`;
  return `${exact} of ${targets} exact${claims === 0 ? '' : ` (${claims} claims)`}${ranges}`;
}

/** Policy × attack, in Markdown. */
export function attackTable(cities: Cities, policies: readonly PublicationPolicy[]): string {
  const rows = policies.flatMap((policy) =>
    ATTACKS.filter(({ appliesTo }) => appliesTo?.(policy) !== false).map(({ name, run }) => {
      const finding = run(cities, policy);
      return line([policy.name, name, finding.broken > 0 ? 'broken' : 'held', numbers(finding)]);
    }),
  );
  return [line(['Policy', 'Attack', 'Outcome', 'What the attacker got']), line(['---', '---', '---', '---']), ...rows].join('\n');
}

/** Every rule switched off and on, in Markdown. */
export function ruleTable(cities: Cities): string {
  const rows = RULE_PROOFS.map(({ rule, policy, attack, off, on }) => line([rule, policy, attack, numbers(off(cities)), numbers(on(cities))]));
  return [line(['Rule', 'Policy', 'Attack', 'Rule off', 'Rule on']), line(['---', '---', '---', '---', '---']), ...rows].join('\n');
}
