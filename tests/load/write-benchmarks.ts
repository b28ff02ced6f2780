import { writeFileSync } from 'node:fs';
import type { Figure, Measurement } from './measurement.ts';

export interface BenchmarkResult {
  readonly date: string;
  readonly quick: boolean;
  readonly machine: readonly (readonly [name: string, value: string])[];
  readonly measurements: readonly Measurement[];
  /** Measurements that could not be made, with the reason. */
  readonly missing: readonly string[];
}

/** Writes the whole result as one Markdown file. */
export function writeBenchmarks(file: string, result: BenchmarkResult): void {
  writeFileSync(file, benchmarksAsMarkdown(result));
}

export function benchmarksAsMarkdown({ date, quick, machine, measurements, missing }: BenchmarkResult): string {
  const lines = [
    '# Benchmarks',
    '',
    `Measured on ${date} by \`npm run bench${quick ? ' -- --quick' : ''}\`; every run writes this file anew.${quick ? ' The short run: fewer rounds, and no table of 1,000,000 answers.' : ''}`,
    '',
    'Times are those of one machine and mean little elsewhere. What we hold are ratios: each limit was measured in the same run, on the same machine, in turn with ours. Nothing fails because it is slow; what falls short is written down as short.',
    '',
    '| Machine | |',
    '|---|---|',
    ...machine.map(([name, value]) => `| ${name} | ${value} |`),
  ];
  for (const { title, method, figures, notes } of measurements) {
    lines.push('', `## ${title}`, '', ...method.map((sentence) => `- ${sentence}`), '');
    lines.push('| Work | Ours | Limit, same run | Ratio | Target | |', '|---|---|---|---|---|---|', ...figures.map(row));
    if (notes.length > 0) lines.push('', ...notes.map((note) => `- ${note}`));
  }
  if (missing.length > 0) lines.push('', '## Not measured', '', ...missing.map((reason) => `- ${reason}`));
  return `${lines.join('\n')}\n`;
}

function row({ work, ours, limit, ratio, target, holds }: Figure): string {
  return `| ${work} | ${ours} | ${limit} | ${ratio} | ${target} | ${holds === null ? '–' : holds ? 'holds' : '**short**'} |`;
}
