/**
 * `npm run bench [-- --quick] [--only=answers,dashboard,…]`: measures and writes
 * docs/benchmarks.md. Fails only when something could not be measured, never because it was slow.
 */
import { runBenchmarks } from './run-benchmarks.ts';

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',') ?? [];
const complete = await runBenchmarks({ quick: process.argv.includes('--quick'), only });
process.exit(complete ? 0 : 1);
