/**
 * Child process that writes answers as fast as it may: through the service or straight into PostgreSQL, with the same
 * number of connections. A process of its own, so that measuring takes no time from what is measured.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import pg from 'pg';
import type { AnswerRow } from './fill-with-answers.ts';

/** The same table without the service. */
export const BARE_TABLE = 'bare.response';
export const INSERT_ONE = `INSERT INTO ${BARE_TABLE} (id, version_id, district_id, elsewhere, target_group, mode, week, answers, vector)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export interface Preparation {
  readonly address: string;
  readonly databaseUrl: string;
  readonly senders: number;
  /** Bodies as a device sends them, cycled; every request has an id of its own. */
  readonly bodies: readonly string[];
  /** The same answers as rows; `vector` as base64, because messages between processes are JSON. */
  readonly rows: readonly (Omit<AnswerRow, 'vector'> & { readonly vector: string })[];
}

export type SenderCommand =
  | { readonly kind: 'prepare'; readonly preparation: Preparation }
  | { readonly kind: 'run'; readonly side: 'service' | 'bare'; readonly seconds: number };

export interface SenderResult {
  readonly acknowledged: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds from sending to acknowledgement. */
  readonly latencies: readonly number[];
}

type Write = (sender: number, index: number) => Promise<boolean>;

/**
 * One kept-alive connection per sender, written and read by hand: a complete HTTP client would take processor time that
 * is missing to the service on the same machine, and more than the bare driver takes.
 */
async function throughService(preparation: Preparation): Promise<Write> {
  const { hostname, port } = new URL(preparation.address);
  const endings = preparation.bodies.map(
    (body) =>
      ` HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const connections = await Promise.all(Array.from({ length: preparation.senders }, () => HttpConnection.open(hostname, Number(port))));
  return async (sender, index) => {
    const status = await connections[sender]?.ask(`PUT /api/public/responses/${randomUUID()}${endings[index % endings.length] ?? ''}`);
    return status === 201;
  };
}

/** HTTP/1.1 without pipelining; understands answers with a Content-Length, which is how the service answers a PUT. */
class HttpConnection {
  private readonly socket: Socket;
  private received = '';
  private waiting: ((status: number) => void) | null = null;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', () => this.settle(0));
    socket.on('close', () => this.settle(0));
  }

  static async open(host: string, port: number): Promise<HttpConnection> {
    const socket = connect(port, host);
    await once(socket, 'connect');
    return new HttpConnection(socket);
  }

  /** Status of the answer when all of it has arrived; 0 when the connection is gone. */
  ask(message: string): Promise<number> {
    return new Promise((resolve) => {
      this.waiting = resolve;
      if (this.socket.destroyed) this.settle(0);
      else this.socket.write(message);
    });
  }

  private take(chunk: Buffer): void {
    this.received += chunk.toString('latin1');
    const head = this.received.indexOf('\r\n\r\n');
    if (head === -1) return;
    const length = Number(/^content-length: *(\d+)/im.exec(this.received)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) this.socket.destroy();
    else if (this.received.length >= head + 4 + length) this.settle(Number(this.received.slice(9, 12)));
  }

  private settle(status: number): void {
    const { waiting } = this;
    this.waiting = null;
    this.received = '';
    waiting?.(status);
  }
}

async function straightIntoTheTable(preparation: Preparation): Promise<Write> {
  const clients = await Promise.all(
    Array.from({ length: preparation.senders }, async () => {
      const client = new pg.Client({ connectionString: preparation.databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const rows = preparation.rows.map(({ versionId, districtId, elsewhere, targetGroup, mode, week, answers, vector }) => [
    versionId, districtId, elsewhere, targetGroup, mode, week, answers, Buffer.from(vector, 'base64'),
  ]);
  return async (sender, index) => {
    const values = [randomUUID(), ...(rows[index % rows.length] ?? [])];
    const result = await clients[sender]?.query({ name: 'insert-one', text: INSERT_ONE, values });
    return result?.rowCount === 1;
  };
}

async function run(write: Write, senders: number, seconds: number): Promise<SenderResult> {
  const latencies: number[] = [];
  let index = 0;
  let refused = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const sendUntilTheEnd = async (sender: number) => {
    for (let now = performance.now(); now < until; ) {
      index += 1;
      const accepted = await write(sender, index);
      const then = performance.now();
      if (accepted) latencies.push(then - now);
      else refused += 1;
      now = then;
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, sender) => sendUntilTheEnd(sender)));
  return { acknowledged: latencies.length, refused, seconds: (performance.now() - started) / 1000, latencies };
}

let senders = 0;
let writers: { readonly service: Write; readonly bare: Write } | null = null;

async function obey(command: SenderCommand): Promise<SenderResult | 'prepared'> {
  if (command.kind === 'prepare') {
    senders = command.preparation.senders;
    writers = { service: await throughService(command.preparation), bare: await straightIntoTheTable(command.preparation) };
    return 'prepared';
  }
  if (writers === null) throw new Error('The senders were not prepared.');
  return run(writers[command.side], senders, command.seconds);
}

process.on('message', (command: SenderCommand) => {
  obey(command).then((result) => process.send?.(result), (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
