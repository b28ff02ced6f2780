import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { attachment, type ExportFileName } from './export-file-name.js';

/** A CSV file that is written while it is sent. */
export interface CsvFile {
  readonly name: ExportFileName;
  /** UTF-8. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * The file as an answer of Nest. Rows are fetched as fast as the receiver takes them; when the receiver goes away the
 * rows are told to stop, so that a cursor behind them is closed.
 */
export function csvAttachment(file: CsvFile): StreamableFile {
  const stream = Readable.from(file.chunks, { objectMode: false });
  return new StreamableFile(stream, { type: 'text/csv; charset=utf-8', disposition: attachment(file.name) });
}
