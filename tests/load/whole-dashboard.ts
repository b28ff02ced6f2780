import { randomUUID } from 'node:crypto';
import type { BenchmarkCity, BenchmarkQuestionnaire } from './benchmark-city.ts';
import { answerRows, fillWithAnswers } from './fill-with-answers.ts';
import { type BenchmarkRun, type Figure, grouped, type Measurement, median, megabytes, ms, times } from './measurement.ts';
import { loadPlainColumns, plainCount } from './plain-count.ts';
import { peakMemory, resetPeakMemory } from './process-figures.ts';

/** Largest ratio to the plain count, and the absolute figure for the smallest table. */
const TARGETS: Readonly<Record<number, { readonly text: string; readonly holds: (ours: number, limit: number) => boolean }>> = {
  10_000: { text: '≤ 15 ms', holds: (ours) => ours <= 15 },
  1_000_000: { text: '≤ 2 × the plain count', holds: (ours, limit) => ours <= 2 * limit },
};

interface Timings {
  readonly cold: number;
  readonly memory: number | null;
  readonly whole: number[];
  readonly filtered: number[];
  readonly oneDistrict: number[];
  readonly repeated: number[];
  readonly plain: number[];
}

/** The whole report of thirty items, against a plain count of the same cells. */
export async function wholeDashboard(
  city: BenchmarkCity,
  questionnaire: BenchmarkQuestionnaire,
  sizes: readonly number[],
  run: BenchmarkRun,
): Promise<Measurement> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const size of sizes) {
    run.log(`dashboard: filling up to ${grouped(size)} answers`);
    await fillWithAnswers(city.databaseUrl, questionnaire, size);
    const timings = await timeDashboard(city, questionnaire, size, run.quick ? 9 : 21);
    figures.push(...figuresOf(size, timings));
    if (timings.memory !== null) notes.push(`${grouped(size)} answers: the first report raised the peak memory of the service by ${megabytes(timings.memory)}.`);
    run.log(`dashboard ${grouped(size)}: cold ${ms(timings.cold)}, new answers ${ms(median(timings.whole))}, plain ${ms(median(timings.plain))}`);
  }
  const variables = questionnaire.published.codebook.variables.length;
  return {
    title: 'Whole dashboard of 30 items',
    method: [
      `One request for the whole report of 30 items and the questions about the person (${variables} variables) in ${questionnaire.districtIds.length} Stadtteile, city, elsewhere and unknown, with intervals, gaps, criterion indexes and audited suppression, until its last byte has arrived, signed in as analyst.`,
      'Cold: first request after the service was started on an existing table, so columns are loaded and code is new. Uncached: an answer is stored before each request, so that no kept report can answer; the filtered one excludes a part of the weeks (the part left out is counted and protected, too). Kept: asked again without a change.',
      'Limit: one thread of the measuring process counts every variable × row × code in typed arrays that hold the same answers, and does nothing else.',
      `Median of ${run.quick ? 9 : 21} rounds, ours and limit in turn, after three rounds of warm-up; cold is a single request.`,
    ],
    figures,
    notes,
  };
}

async function timeDashboard(city: BenchmarkCity, questionnaire: BenchmarkQuestionnaire, size: number, rounds: number): Promise<Timings> {
  const columns = await loadPlainColumns(city.databaseUrl, questionnaire, size);
  await city.restart();
  const cookie = await city.signIn('analyst');
  const report = `/api/questionnaires/${questionnaire.id}/report`;
  const ask = (query: string) => timed(async () => (await city.ask('GET', report + query, { cookie })).arrayBuffer());
  const newAnswer = answerMaker(city, questionnaire, size);

  resetPeakMemory(city.service.pid);
  const memoryBefore = peakMemory(city.service.pid);
  const cold = await ask('');
  const memoryAfter = peakMemory(city.service.pid);
  const memory = memoryBefore === null || memoryAfter === null ? null : memoryAfter - memoryBefore;
  const timings: Timings = { cold, memory, whole: [], filtered: [], oneDistrict: [], repeated: [], plain: [] };

  for (let round = -3; round < rounds; round += 1) {
    await newAnswer();
    const whole = await ask('');
    const plain = timed(() => plainCount(columns));
    const filtered = await ask(`?from=2026-W${String(9 + (((round % 3) + 3) % 3)).padStart(2, '0')}&to=2026-W18`);
    await newAnswer();
    const oneDistrict = await ask(`?district=${questionnaire.districtIds[Math.abs(round) % questionnaire.districtIds.length]}`);
    const repeated = await ask('');
    if (round < 0) continue;
    timings.whole.push(whole);
    timings.filtered.push(filtered);
    timings.oneDistrict.push(oneDistrict);
    timings.repeated.push(repeated);
    timings.plain.push(await plain);
  }
  return timings;
}

function figuresOf(size: number, { cold, whole, filtered, oneDistrict, repeated, plain }: Timings): readonly Figure[] {
  const limit = median(plain);
  const figure = (work: string, ours: number, target: { text: string; holds: (ours: number, limit: number) => boolean } | null = null): Figure => ({
    work: `${grouped(size)} answers, ${work}`,
    ours: ms(ours),
    limit: ms(limit),
    ratio: times(ours / limit),
    target: target?.text ?? '–',
    holds: target === null ? null : target.holds(ours, limit),
  });
  return [
    figure('cold, columns loaded', cold, size === 1_000_000 ? { text: '≤ 5 s', holds: (ours) => ours <= 5000 } : null),
    figure('uncached', median(whole), TARGETS[size] ?? null),
    figure('uncached, filtered to some weeks', median(filtered)),
    figure('uncached, one Stadtteil', median(oneDistrict), size === 100_000 ? { text: '≤ 20 ms', holds: (ours) => ours <= 20 } : null),
    figure('kept', median(repeated)),
  ];
}

/** Stores one more answer through the service, so that the next report has to be counted. */
function answerMaker(city: BenchmarkCity, questionnaire: BenchmarkQuestionnaire, seed: number): () => Promise<void> {
  const rows = answerRows(questionnaire, 100, seed + 1);
  let next = 0;
  return async () => {
    const row = rows[next % rows.length];
    next += 1;
    if (row === undefined) return;
    const body = { versionId: row.versionId, mode: row.mode, consent: { agree: true, art9: true }, answers: JSON.parse(row.answers) as unknown };
    await (await city.ask('PUT', `/api/public/responses/${randomUUID()}`, { body })).arrayBuffer();
  };
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
