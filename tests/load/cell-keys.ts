import {
  countsBehind,
  drawRecordKeys,
  GENTLE_TABLE,
  keyTally,
  nextBatch,
  perturbCounts,
  PUBLIC_PAGE,
  publish,
  tallyKeys,
  type PublicationColumns,
} from '@stadtteilstimme/domain';
import { type BenchmarkRun, type Figure, grouped, type Measurement, median, ms, times } from './measurement.ts';

const QUESTIONS = 30;
const DISTRICTS = 17;
const GROUPS = 6;
const ANSWERS = 7;

/** Rounds per number of answers. */
const ROUNDS: Readonly<Record<number, number>> = { 10_000: 201, 100_000: 101, 1_000_000: 31 };

/** Counts with cell keys and noise against the shortest loop, and a whole public snapshot. */
export function cellKeys(run: BenchmarkRun): Measurement {
  const sizes = run.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const figures: Figure[] = [];
  for (const size of sizes) {
    const { ours, limit } = countingRounds(size, run.quick ? 51 : (ROUNDS[size] ?? 31));
    figures.push({ work: `${grouped(size)} answers, counts with cell keys and noise`, ours: ms(ours), limit: ms(limit), ratio: times(ours / limit), target: '≤ 2 ×', holds: ours <= 2 * limit });
    run.log(`cell keys ${grouped(size)}: ${ms(ours)}, the shortest loop ${ms(limit)}`);
  }
  for (const size of [1_500, 20_000]) {
    const ours = snapshotTime(size, run.quick ? 3 : 5);
    figures.push({ work: `public snapshot of ${grouped(size)} answers, protected and audited`, ours: ms(ours), limit: '–', ratio: '–', target: '≤ 2 s', holds: ours <= 2000 });
    run.log(`public snapshot ${grouped(size)}: ${ms(ours)}`);
  }
  return {
    title: 'Cell Key Method',
    method: [
      `${QUESTIONS} questions of ${ANSWERS} codes in ${DISTRICTS} Stadtteile: counts, sums of record keys and perturbed counts of every cell, from columns of one byte.`,
      'Limit: the shortest loop over the same arrays that counts and sums keys: no checks, no cell keys, no noise.',
      'Median of 201, 101 and 31 rounds (51 when quick), ours and limit in turn, after half as many of warm-up.',
      `Snapshot: ${QUESTIONS} questions by Stadtteil and by ${GROUPS} groups (${2 * QUESTIONS} linked tables), counted, perturbed, every small count and unanimous group audited twice, percentages made.`,
    ],
    figures,
    notes: [`A published 2 stands for ${countsBehind(GENTLE_TABLE, 2).lower} to ${countsBehind(GENTLE_TABLE, 2).upper} people.`],
  };
}

/** Repeatable bytes below a limit, skewed towards 0. */
function bytes(length: number, limit: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) ** 1.6 * limit);
  });
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function countingRounds(size: number, rounds: number): { readonly ours: number; readonly limit: number } {
  const rows = bytes(size, DISTRICTS, 1);
  const questions = Array.from({ length: QUESTIONS }, (_, question) => bytes(size, ANSWERS, question + 2));
  const keys = drawRecordKeys(size, generator(99));
  const tally = keyTally(DISTRICTS * ANSWERS);
  const published = new Uint32Array(DISTRICTS * ANSWERS);
  const plain = new Uint32Array(DISTRICTS * ANSWERS);
  const sums = new Float64Array(DISTRICTS * ANSWERS);
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = -Math.ceil(rounds / 2); round < rounds; round += 1) {
    const started = performance.now();
    for (const codes of questions) {
      tallyKeys([{ codes: rows, size: DISTRICTS }, { codes, size: ANSWERS }], keys, null, size, tally);
      perturbCounts(GENTLE_TABLE, tally.counts, tally.cellKeys, published);
    }
    const between = performance.now();
    for (const codes of questions) {
      plain.fill(0);
      sums.fill(0);
      for (let answer = 0; answer < size; answer += 1) {
        const cell = (rows[answer] as number) * ANSWERS + (codes[answer] as number);
        plain[cell] = (plain[cell] as number) + 1;
        sums[cell] = (sums[cell] as number) + (keys[answer] as number);
      }
    }
    const ended = performance.now();
    if (round < 0) continue;
    ours.push(between - started);
    limit.push(ended - between);
  }
  return { ours: median(ours), limit: median(limit) };
}

function snapshotTime(size: number, rounds: number): number {
  const names = (count: number, prefix: string): readonly string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const columns: PublicationColumns = {
    length: size,
    dimensions: [
      { dimension: { id: 'district', categories: names(DISTRICTS, 'd') }, codes: bytes(size, DISTRICTS, 1) },
      { dimension: { id: 'group', categories: names(GROUPS, 'g') }, codes: bytes(size, GROUPS, 2) },
      ...names(QUESTIONS, 'q').map((id, index) => ({ dimension: { id, categories: names(ANSWERS, 'c'), answers: { missing: [] } }, codes: bytes(size, ANSWERS, index + 3) })),
    ],
    scores: [],
  };
  const list = { tables: names(QUESTIONS, 'q').flatMap((question) => ['district', 'group'].map((split) => ({ id: `${split}×${question}`, dimensions: [split, question] }))), means: [] };
  const keys = drawRecordKeys(size, generator(7));
  const taken = Array.from({ length: rounds + 1 }, () => {
    const started = performance.now();
    publish(columns, [], nextBatch([], columns, list, PUBLIC_PAGE, 1), keys);
    return performance.now() - started;
  });
  return median(taken.slice(1));
}
