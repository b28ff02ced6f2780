import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ResponseSubmission } from '@stadtteilstimme/domain';
import pg from 'pg';
import { BARE_TABLE, type SenderCommand, type SenderResult } from './answer-senders.ts';
import type { BenchmarkCity, BenchmarkQuestionnaire } from './benchmark-city.ts';
import { type AnswerRow, answerRows } from './fill-with-answers.ts';
import { type BenchmarkRun, grouped, type Measurement, median, ms, quantile, times } from './measurement.ts';
import { processorSeconds } from './process-figures.ts';

const SENDERS = 16;
const DIFFERENT_BODIES = 4000;

interface Side {
  readonly rates: number[];
  readonly latencies: number[];
}

/** Answers accepted and durable per second, against one INSERT per answer from the bare driver. */
export async function answersAccepted(city: BenchmarkCity, questionnaire: BenchmarkQuestionnaire, { quick, log }: BenchmarkRun): Promise<Measurement> {
  const rounds = quick ? 5 : 9;
  const seconds = quick ? 3 : 5;
  await makeBareTable(city.databaseUrl);
  const senders = await Senders.start(city, answerRows(questionnaire, DIFFERENT_BODIES, 7));
  const sides: Readonly<Record<'service' | 'bare', Side>> = { service: { rates: [], latencies: [] }, bare: { rates: [], latencies: [] } };
  let processor: number | null = 0;
  try {
    for (const side of ['service', 'bare', 'service', 'bare'] as const) await senders.run(side, 3);
    for (let round = 0; round < rounds; round += 1) {
      for (const side of round % 2 === 0 ? (['service', 'bare'] as const) : (['bare', 'service'] as const)) {
        const before = processorSeconds(city.service.pid);
        const result = await senders.run(side, seconds);
        const after = processorSeconds(city.service.pid);
        if (result.refused > 0) throw new Error(`${result.refused} answers were refused (${side}).`);
        sides[side].rates.push(result.acknowledged / result.seconds);
        for (const latency of result.latencies) sides[side].latencies.push(latency);
        if (side === 'service') processor = processor === null || before === null || after === null ? null : processor + after - before;
        log(`${side} round ${round + 1}: ${grouped(result.acknowledged / result.seconds)}/s, p99 ${ms(quantile(result.latencies, 0.99))}`);
      }
    }
  } finally {
    await senders.stop();
    await tidyUp(city.databaseUrl, questionnaire);
  }
  return describe(sides, { rounds, seconds, perAnswer: processor === null ? null : (processor * 1_000_000) / sides.service.latencies.length });
}

function describe(
  { service, bare }: Readonly<Record<'service' | 'bare', Side>>,
  { rounds, seconds, perAnswer }: { rounds: number; seconds: number; perAnswer: number | null },
): Measurement {
  const ratio = median(service.rates) / median(bare.rates);
  const p99 = quantile(service.latencies, 0.99);
  return {
    title: 'Answers accepted',
    method: [
      `${SENDERS} senders with one kept-alive connection each in one process beside the service (HTTP written and read by hand, so that the senders take as little as they can), ${DIFFERENT_BODIES} different valid answers to 30 items, a new random id each time; counted when the acknowledgement has arrived.`,
      `Limit: the \`pg\` driver in the same process, ${SENDERS} connections, one prepared INSERT and one commit per answer, the same rows into a table with the same columns, keys, checks, index and trigger.`,
      `${rounds} rounds of ${seconds} s each in turn after a warm-up of 6 s each; median of the rounds, percentiles over all answers. Everything on one machine: senders, service and database share its cores.`,
    ],
    figures: [
      {
        work: `answers accepted and durable per second, ${SENDERS} senders`,
        ours: `${grouped(median(service.rates))}/s (${range(service.rates)})`,
        limit: `${grouped(median(bare.rates))}/s (${range(bare.rates)})`,
        ratio: times(ratio),
        target: '≥ 1.0 × the bare driver',
        holds: ratio >= 1,
      },
      {
        work: 'from sending to acknowledgement, p99',
        ours: `${ms(p99)} (p50 ${ms(median(service.latencies))})`,
        limit: `${ms(quantile(bare.latencies, 0.99))} (p50 ${ms(median(bare.latencies))})`,
        ratio: times(p99 / quantile(bare.latencies, 0.99)),
        target: '≤ 50 ms',
        holds: p99 <= 50,
      },
    ],
    notes: perAnswer === null ? [] : [`The service used ${grouped(perAnswer)} µs of processor time per answer.`],
  };
}

function range(values: readonly number[]): string {
  return `${grouped(Math.min(...values))} to ${grouped(Math.max(...values))}`;
}

async function makeBareTable(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(
      `CREATE SCHEMA bare;
       CREATE TABLE ${BARE_TABLE} (LIKE public.response INCLUDING ALL,
         FOREIGN KEY (version_id) REFERENCES public.questionnaire_version (id),
         FOREIGN KEY (district_id) REFERENCES public.district (id));
       CREATE TRIGGER response_is_append_only BEFORE UPDATE ON ${BARE_TABLE} FOR EACH ROW EXECUTE FUNCTION public.refuse_change()`,
    ),
  );
}

/** The other measurements count from an empty table. */
async function tidyUp(databaseUrl: string, { published }: BenchmarkQuestionnaire): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('DROP SCHEMA bare CASCADE');
    await client.query('DELETE FROM response WHERE version_id = $1', [published.versionId]);
    await client.query('VACUUM FULL response');
  });
}

async function withClient<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The child process of the senders. */
class Senders {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async start(city: BenchmarkCity, rows: readonly AnswerRow[]): Promise<Senders> {
    const senders = new Senders(fork(path.join(import.meta.dirname, 'answer-senders.ts')));
    const preparation = {
      address: city.service.address,
      databaseUrl: city.databaseUrl,
      senders: SENDERS,
      bodies: rows.map((row) => JSON.stringify(submissionOf(row))),
      rows: rows.map((row) => ({ ...row, vector: Buffer.from(row.vector).toString('base64') })),
    };
    await senders.tell({ kind: 'prepare', preparation });
    return senders;
  }

  async run(side: 'service' | 'bare', seconds: number): Promise<SenderResult> {
    const result = await this.tell({ kind: 'run', side, seconds });
    if (result === 'prepared') throw new Error('The senders answered out of turn.');
    return result;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }

  private tell(command: SenderCommand): Promise<SenderResult | 'prepared'> {
    return new Promise((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`The senders ended with ${code}.`));
      this.child.once('exit', gone);
      this.child.once('message', (message) => {
        this.child.off('exit', gone);
        resolve(message as SenderResult | 'prepared');
      });
      this.child.send(command);
    });
  }
}

/** The body a device sends for a row. Special categories are not part of the questionnaire. */
function submissionOf({ versionId, mode, answers }: AnswerRow): ResponseSubmission {
  return {
    versionId,
    mode: mode === 'tablet' ? 'tablet' : 'online',
    consent: { agree: true, art9: true },
    answers: JSON.parse(answers) as ResponseSubmission['answers'],
  };
}
