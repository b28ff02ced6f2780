import { type CsvCell, type CsvFormat, csvWriter } from './csv-format.js';

/** A CSV file that is written while it is read. */
export interface CsvContent {
  readonly format: CsvFormat;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly CsvCell[]>;
}

/** Characters sent at once: with the page of a cursor all that a file holds in memory. Line by line costs much more time. */
const CHARACTERS_PER_CHUNK = 65_536;

/**
 * A whole CSV file in pieces of about 64 KiB, UTF-8. Byte order mark and column names come with the first piece, also when
 * there is no row. Rows are fetched as fast as pieces are taken and told to stop when the taker stops.
 */
export function csvChunks({ format, header, rows }: CsvContent): AsyncGenerator<Uint8Array> {
  const writer = csvWriter(format);
  return encodedLines(writer.start + writer.row(header), [rows], (cells) => writer.row(cells));
}

/** Lines as UTF-8 in pieces of about 64 KiB; one item of a page is one line. */
export async function* encodedLines<Row>(
  start: string,
  pages: Iterable<Iterable<Row>> | AsyncIterable<Iterable<Row>>,
  line: (row: Row) => string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = start;
  for await (const rows of pages) {
    for (const row of rows) {
      lines += line(row);
      if (lines.length < CHARACTERS_PER_CHUNK) continue;
      yield encoder.encode(lines);
      lines = '';
    }
  }
  if (lines !== '') yield encoder.encode(lines);
}
