import { spawn } from 'node:child_process';
import path from 'node:path';
import type { WriterResult } from './export-writer-process.ts';
import { type BenchmarkRun, type Figure, grouped, type Measurement, median, megabytes, times } from './measurement.ts';

const PROCESS = path.join(import.meta.dirname, 'export-writer-process.ts');
const ROWS_PER_SECOND = 10_000;
const ROUNDS = 3;

/** The writers of single answers, 60 variables, each in a process of its own. */
export async function exportWriters(run: BenchmarkRun): Promise<Measurement> {
  const rows = run.quick ? 20_000 : 100_000;
  const large = run.quick ? 100_000 : 1_000_000;
  const csv = await ratioFigures('CSV, plain, codes', 'csv', 'bare-csv', rows, run);
  const german = await ratioFigures('CSV for German Excel, labels', 'german-csv', 'bare-german-csv', rows, run);
  const sav = await rateFigures('SPSS .sav', 'sav', rows, run);
  const xlsx = await rateFigures('XLSX with codes, labels and codebook', 'xlsx', rows, run);
  const { peakBytes, seconds, bytes } = await writeIn('csv', large);
  run.log(`export-writers: ${grouped(large)} rows of CSV in ${seconds.toFixed(1)} s`);
  const million: Figure = {
    work: `CSV, plain, ${grouped(large)} rows, ${megabytes(bytes)}, peak memory`,
    ours: peakBytes === null ? '–' : megabytes(peakBytes),
    limit: '–',
    ratio: '–',
    target: '≤ 250 MB',
    holds: peakBytes === null ? null : peakBytes <= 250_000_000,
  };
  return {
    title: 'Export writers',
    method: [
      `${grouped(rows)} invented answers of 60 variables (30 scales, 18 ticks, 6 choices of words, 2 numbers, 1 date, 3 free texts, 5,000 different answers in memory, repeated) from an async iterator to the null device; rows per second from the first answer to the last byte.`,
      'Limit of CSV: a loop over the same iterator that has every finished cell of every answer in memory, joins them with the separator and encodes 500 lines at once; it writes the same bytes.',
      'Every figure from a process of its own, so that its peak memory (VmHWM) is the writer’s with Node, the code and the 5,000 answers.',
      `Median of ${ROUNDS} processes, ours and limit in turn.`,
    ],
    figures: [...csv, ...german, ...sav, ...xlsx, million],
    notes: [],
  };
}

async function ratioFigures(work: string, writer: string, bare: string, rows: number, { log }: BenchmarkRun): Promise<readonly Figure[]> {
  const ours: WriterResult[] = [];
  const limit: WriterResult[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await writeIn(writer, rows));
    limit.push(await writeIn(bare, rows));
  }
  if (ours[0]?.bytes !== limit[0]?.bytes) throw new Error(`${work}: ours wrote ${ours[0]?.bytes ?? 0} bytes, the limit ${limit[0]?.bytes ?? 0}.`);
  const rate = median(ours.map(rowsPerSecond));
  const bareRate = median(limit.map(rowsPerSecond));
  log(`export-writers: ${work} ${grouped(rate)} rows/s, bare ${grouped(bareRate)} rows/s`);
  return [
    {
      work: `${work}, ${megabytes(ours[0]?.bytes ?? 0)}`,
      ours: `${grouped(rate)} rows/s`,
      limit: `${grouped(bareRate)} rows/s`,
      ratio: times(rate / bareRate),
      target: '≥ 0.5 × the bare loop',
      holds: rate >= 0.5 * bareRate,
    },
  ];
}

async function rateFigures(work: string, writer: string, rows: number, { log }: BenchmarkRun): Promise<readonly Figure[]> {
  const results: WriterResult[] = [];
  for (let round = 0; round < ROUNDS; round += 1) results.push(await writeIn(writer, rows));
  const rate = median(results.map(rowsPerSecond));
  const peaks = results.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]));
  const peak = peaks.length === 0 ? null : Math.max(...peaks);
  log(`export-writers: ${work} ${grouped(rate)} rows/s, peak ${peak === null ? '–' : megabytes(peak)}`);
  return [
    {
      work: `${work}, ${megabytes(results[0]?.bytes ?? 0)}`,
      ours: `${grouped(rate)} rows/s`,
      limit: '–',
      ratio: '–',
      target: `≥ ${grouped(ROWS_PER_SECOND)} rows/s`,
      holds: rate >= ROWS_PER_SECOND,
    },
    {
      work: `${work}, peak memory`,
      ours: peak === null ? '–' : megabytes(peak),
      limit: '–',
      ratio: '–',
      target: '≤ 400 MB',
      holds: peak === null ? null : peak <= 400_000_000,
    },
  ];
}

function rowsPerSecond({ rows, seconds }: WriterResult): number {
  return rows / seconds;
}

/** Runs one writer in a process of its own. */
function writeIn(writer: string, rows: number): Promise<WriterResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROCESS, writer, String(rows)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as WriterResult);
      else reject(new Error(`The writer ${writer} ended with ${String(code)}.`));
    });
  });
}
