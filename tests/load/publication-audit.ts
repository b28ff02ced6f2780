import { auditPublication, protect, type DisclosurePolicy, type PublicationTable } from '@stadtteilstimme/domain';
import { type BenchmarkRun, type Figure, grouped, type Measurement, median, ms } from './measurement.ts';

const DISTRICTS = 17;
const GROUPS = 6;
const ITEMS = 30;
const CODES = ['1', '2', '3', '4', '5'];
const MISSING = ['not shown', 'not answered', 'don’t know', 'prefer not'];
const POLICY: DisclosurePolicy = { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 };

/** One publication of 17 Stadtteile × 6 groups × 30 items: thirty three-way tables that share the participants. */
export function publicationAudit(run: BenchmarkRun): Measurement {
  const figures: Figure[] = [];
  const notes: string[] = [];
  const rounds = run.quick ? 3 : 7;
  for (const size of [3_000, 10_000]) {
    const tables = publication(size);
    const measured = Array.from({ length: rounds + 1 }, () => protectAndAudit(tables)).slice(1);
    const [last] = measured.slice(-1);
    if (last === undefined) continue;
    const both = median(measured.map(({ protecting, auditing }) => protecting.wall + auditing.wall));
    const processor = median(measured.map(({ protecting, auditing }) => protecting.processor + auditing.processor));
    figures.push({
      work: `${grouped(size)} answers, protected and audited`,
      ours: ms(both),
      limit: '–',
      ratio: '–',
      target: '≤ 2 s',
      holds: both <= 2000 && last.open === 0,
    });
    notes.push(
      `${grouped(size)} answers: ${ms(processor)} of processor time, ${share(median(measured.map(({ auditing }) => auditing.processor)), processor)} of it the audit. Of ${grouped(last.cells)} different cells (${grouped(last.places)} places in the tables) ${grouped(last.withheld)} are withheld (${share(last.withheld, last.cells)}); ${grouped(last.small)} of them are counts from 1 to ${POLICY.minimumCell - 1} themselves. ${last.open === 0 ? 'All' : `All but ${grouped(last.open)}`} are proven wide enough.`,
      `${grouped(size)} answers, audited as a stranger would, from the written publication alone: ${ms(median(measured.map(({ strange }) => strange.wall)))}; this finds whole tables for all but ${grouped(last.openToStrangers)} withheld cells.`,
    );
    run.log(`publication ${grouped(size)}: protect ${ms(median(measured.map(({ protecting }) => protecting.wall)))}, audit ${ms(median(measured.map(({ auditing }) => auditing.wall)))}, audit by a stranger ${ms(median(measured.map(({ strange }) => strange.wall)))}, withheld ${grouped(last.withheld)} of ${grouped(last.cells)}`);
  }
  return {
    title: 'One publication, protected and audited',
    method: [
      `${ITEMS} three-way tables Stadtteil × group × answer (${DISTRICTS} × ${GROUPS} × ${CODES.length + MISSING.length}, with margins) that share the participants by Stadtteil and group; answers from a seeded generator, Stadtteile and answers of unequal size.`,
      'Ours: `protect`, which rests every withheld cell on whole tables, then `auditPublication`, which bounds every withheld cell by the sums and checks the tables that `protect` kept, sum by sum, against what is shown; nothing is taken on trust, but not searched a second time. One thread, in memory.',
      `Median of ${rounds} rounds after one round of warm-up. Processor time includes garbage collection on other threads.`,
    ],
    figures,
    notes,
  };
}

interface Spent {
  /** Milliseconds. */
  readonly wall: number;
  readonly processor: number;
}

function protectAndAudit(tables: readonly PublicationTable[]) {
  const [published, protecting] = timed(() => protect(tables, POLICY));
  const [audited, auditing] = timed(() => auditPublication(tables, published, POLICY));
  const [strangers, strange] = timed(() => auditPublication(tables, { tables: published.tables }, POLICY));
  const inner = (DISTRICTS + 1) * (GROUPS + 1);
  const seen = audited.map(({ table, place }) => tables.find(({ id }) => id === table)?.counts[place] ?? 0);
  return {
    protecting,
    auditing,
    strange,
    withheld: audited.length,
    open: audited.filter(({ holds }) => !holds).length,
    openToStrangers: strangers.filter(({ holds }) => !holds).length,
    small: seen.filter((count) => count > 0 && count < POLICY.minimumCell).length,
    cells: inner + ITEMS * inner * (CODES.length + MISSING.length),
    places: published.tables.reduce((sum, { cells }) => sum + cells.length, 0),
  };
}

function timed<Result>(work: () => Result): readonly [Result, Spent] {
  const before = process.cpuUsage();
  const started = performance.now();
  const result = work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return [result, { wall, processor: (user + system) / 1000 }];
}

function share(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

function publication(people: number): readonly PublicationTable[] {
  const random = generator(people);
  const categories = [...CODES, ...MISSING];
  const districtWeights = Array.from({ length: DISTRICTS }, (_, index) => 0.3 + (index % 5 === 0 ? 6 : 2) * random());
  const groupWeights = Array.from({ length: GROUPS }, () => 0.3 + random());
  const answerWeights = Array.from({ length: ITEMS }, () => {
    const centre = 1 + 3 * random();
    return [...CODES.map((_, code) => Math.exp(-0.7 * Math.abs(code + 1 - centre)) + 0.08), 0.02, 0.06, 0.12, 0.03];
  });
  const [groups, answers] = [GROUPS + 1, categories.length + 1];
  const counts = answerWeights.map(() => new Array<number>((DISTRICTS + 1) * groups * answers).fill(0));
  for (let person = 0; person < people; person += 1) {
    const district = draw(districtWeights, random);
    const group = draw(groupWeights, random);
    answerWeights.forEach((weights, item) => {
      const answer = draw(weights, random);
      const own = counts[item] ?? [];
      for (const d of [district, DISTRICTS]) for (const g of [group, GROUPS]) for (const a of [answer, categories.length]) {
        const place = (d * groups + g) * answers + a;
        own[place] = (own[place] ?? 0) + 1;
      }
    });
  }
  const names = (prefix: string, length: number): string[] => Array.from({ length }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
  return counts.map((own, item) => ({
    id: `table-${item + 1}`,
    dimensions: [
      { id: 'district', categories: names('district', DISTRICTS) },
      { id: 'group', categories: names('group', GROUPS) },
      { id: `item-${String(item + 1).padStart(2, '0')}`, categories, answers: { missing: MISSING } },
    ],
    counts: own,
  }));
}

function draw(weights: readonly number[], random: () => number): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
