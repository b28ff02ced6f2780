import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { type CsvCell, type CsvFormat, csvOptions } from './csv-format.js';

/** A CSV file that is written while it is sent. */
export interface CsvFile {
  /** Without folder, ASCII. */
  readonly name: string;
  readonly format: CsvFormat;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>;
}

/** Rows written at once: with the cursor's page all that an export holds in memory. One by one costs twice the time. */
const ROWS_PER_CHUNK = 500;

/**
 * The file as an answer of Nest. Rows are fetched as fast as the receiver takes them; when the receiver goes away the
 * rows are told to stop, so that a cursor behind them is closed.
 */
export function csvAttachment(file: CsvFile): StreamableFile {
  const stream = Readable.from(csvChunks(file), { objectMode: false });
  return new StreamableFile(stream, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${file.name}"` });
}

/** Byte order mark and column names come with the first chunk, also when there is no row. */
export async function* csvChunks({ format, header, rows }: Omit<CsvFile, 'name'>): AsyncGenerator<Buffer> {
  const options = csvOptions(format, header);
  const following = { ...options, bom: false, header: false };
  let chunk: (readonly CsvCell[])[] = [];
  let isFirst = true;
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_PER_CHUNK) continue;
    yield Buffer.from(stringify(chunk, isFirst ? options : following));
    isFirst = false;
    chunk = [];
  }
  if (isFirst || chunk.length > 0) yield Buffer.from(stringify(chunk, isFirst ? options : following));
}

/** Stable and without a date, so that a script finds the next file under the same name. Example data say so first. */
export function exportFileName(slug: string, what: 'antworten' | 'auswertung', synthetic: boolean): string {
  return `${synthetic ? 'beispieldaten-' : ''}${slug}-${what}.csv`;
}
