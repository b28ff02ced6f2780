import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { type CsvCell, type CsvFormat, csvWriter } from './csv-format.js';

/** A CSV file that is written while it is sent. */
export interface CsvFile {
  /** Without folder, ASCII. */
  readonly name: string;
  readonly format: CsvFormat;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>;
}

/** Lines sent at once: with the cursor's page all that an export holds in memory. One by one costs much more time. */
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
  const writer = csvWriter(format);
  let lines = [writer.start, writer.row(header)];
  for await (const row of rows) {
    if (lines.length >= ROWS_PER_CHUNK) {
      yield Buffer.from(lines.join(''));
      lines = [];
    }
    lines.push(writer.row(row));
  }
  yield Buffer.from(lines.join(''));
}

/** Stable and without a date, so that a script finds the next file under the same name. Example data say so first. */
export function exportFileName(slug: string, what: 'antworten' | 'auswertung', synthetic: boolean): string {
  return `${synthetic ? 'beispieldaten-' : ''}${slug}-${what}.csv`;
}
