import path from 'node:path';
import { findChromium } from '../runner/machine.mjs';
import { answersAccepted } from './answers-accepted.ts';
import { BenchmarkCity } from './benchmark-city.ts';
import { csvExport } from './csv-export.ts';
import { firstQuestion } from './first-question.ts';
import { machineFacts } from './machine-facts.ts';
import type { BenchmarkRun, Measurement } from './measurement.ts';
import { PURE_BENCHMARKS } from './pure-benchmarks.ts';
import { startToReady } from './start-to-ready.ts';
import { wholeDashboard } from './whole-dashboard.ts';
import { benchmarksAsMarkdown, writeBenchmarks } from './write-benchmarks.ts';

const FILE = path.resolve(import.meta.dirname, '../../docs/benchmarks.md');
const SIZES = [10_000, 100_000, 1_000_000];
const CITY_NAMES = ['answers', 'dashboard', 'export', 'first-question'];
const NAMES = [...CITY_NAMES, 'start', ...Object.keys(PURE_BENCHMARKS)];

export interface BenchmarkOptions {
  readonly quick: boolean;
  /** Measure only these and print instead of writing the file; empty = all. */
  readonly only: readonly string[];
}

/** Runs the benchmarks one after the other. @returns false when one of them could not be measured. Never judges speed. */
export async function runBenchmarks({ quick, only }: BenchmarkOptions): Promise<boolean> {
  const unknown = only.filter((name) => !NAMES.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${NAMES.join(', ')}.`);
  const started = performance.now();
  const log = (line: string) => process.stdout.write(`${String(Math.round((performance.now() - started) / 1000)).padStart(5)} s  ${line}\n`);
  const machine = machineFacts();
  const wanted = (name: string) => only.length === 0 || only.includes(name);
  const collected = await measure({ quick, log }, wanted);
  const result = {
    date: new Date().toISOString().slice(0, 10),
    quick,
    machine: [...machine, ...collected.machine],
    measurements: collected.measurements,
    missing: collected.missing,
  };
  if (only.length === 0) writeBenchmarks(FILE, result);
  process.stdout.write(`\n${benchmarksAsMarkdown(result)}`);
  return collected.missing.length === 0;
}

interface Collected {
  readonly machine: (readonly [name: string, value: string])[];
  readonly measurements: Measurement[];
  readonly missing: string[];
}

async function measure(run: BenchmarkRun, wanted: (name: string) => boolean): Promise<Collected> {
  const collected: Collected = { machine: [], measurements: [], missing: [] };
  const attempt = async (name: string, work: () => Measurement | Promise<Measurement>) => {
    if (!wanted(name)) return;
    run.log(name);
    try {
      collected.measurements.push(await work());
    } catch (error) {
      run.log(`${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      collected.missing.push(`${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason'}`);
    }
  };
  for (const [name, work] of Object.entries(PURE_BENCHMARKS)) await attempt(name, () => work(run));
  if (CITY_NAMES.some(wanted)) await measureCity(run, attempt, collected);
  await attempt('start', () => startToReady(run));
  return collected;
}

type Attempt = (name: string, work: () => Measurement | Promise<Measurement>) => Promise<void>;

async function measureCity(run: BenchmarkRun, attempt: Attempt, collected: Collected): Promise<void> {
  const city = await BenchmarkCity.start();
  try {
    collected.machine.push(['PostgreSQL', city.databaseVersion]);
    const sizes = run.quick ? SIZES.slice(0, 2) : SIZES;
    const questionnaire = await city.publishThirtyItems();
    await attempt('first-question', () => {
      const chromium = findChromium();
      if (chromium === null) throw new Error('no Chromium found. Debian: apt-get install chromium. Or set CHROMIUM_PATH.');
      return firstQuestion(city, chromium, run);
    });
    await attempt('answers', () => answersAccepted(city, questionnaire, run));
    await attempt('dashboard', () => wholeDashboard(city, questionnaire, sizes, run));
    // Sizes only grow: the export of small tables would need them emptied, so it has a questionnaire of its own.
    await attempt('export', async () => csvExport(city, await city.publishThirtyItems('dreissig-fragen-export'), sizes, run));
  } finally {
    await city.stop();
  }
}
