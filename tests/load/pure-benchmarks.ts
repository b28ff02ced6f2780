import type { BenchmarkRun, Measurement } from './measurement.ts';

/** Measurements that need no database and no service: name on the command line → what measures it. */
export const PURE_BENCHMARKS: Readonly<Record<string, (run: BenchmarkRun) => Measurement | Promise<Measurement>>> = {};
