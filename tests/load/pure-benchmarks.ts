import { answerCheck } from './answer-check.ts';
import { cellKeys } from './cell-keys.ts';
import { exportWriters } from './export-writers.ts';
import type { BenchmarkRun, Measurement } from './measurement.ts';
import { mergeWaves } from './merge-waves.ts';
import { publicationAudit } from './publication-audit.ts';
import { tabulation } from './tabulation.ts';

/** Measurements that need no database and no service: name on the command line → what measures it. */
export const PURE_BENCHMARKS: Readonly<Record<string, (run: BenchmarkRun) => Measurement | Promise<Measurement>>> = {
  'answer-check': answerCheck,
  'cell-keys': cellKeys,
  'export-writers': exportWriters,
  'merge-waves': mergeWaves,
  'publication-audit': publicationAudit,
  tabulation,
};
