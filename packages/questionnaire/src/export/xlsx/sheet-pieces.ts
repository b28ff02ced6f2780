import { SHEET_END } from './sheet-xml.js';

/** What one sheet may hold at most. */
export interface SheetLimits {
  /** Rows with the header. */
  readonly rows: number;
  /** Bytes of XML: a part of an archive must stay below 4 GiB. */
  readonly bytes: number;
}

const CHARACTERS_PER_PIECE = 65_536;

/**
 * Rows as one sheet after the other, each in pieces of about 64 KiB; a further sheet begins where one is full. There is always
 * a first sheet. Each sheet must be read to its end before the next is asked for.
 * @param rows XML of single rows; told to stop when the taker stops
 * @param start XML before the rows of every sheet, its header row included
 */
export async function* splitIntoSheets(rows: AsyncIterable<string>, start: string, limits: SheetLimits): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.asyncIterator]();
  const state = { next: await iterator.next() };
  async function* sheet(): AsyncGenerator<Uint8Array> {
    let xml = start;
    let bytes = 0;
    for (let row = 1; state.next.done !== true && row < limits.rows && bytes < limits.bytes; row += 1) {
      xml += state.next.value;
      if (xml.length >= CHARACTERS_PER_PIECE) {
        const piece = encoder.encode(xml);
        bytes += piece.length;
        xml = '';
        yield piece;
      }
      state.next = await iterator.next();
    }
    yield encoder.encode(xml + SHEET_END);
  }
  try {
    do yield sheet();
    while (state.next.done !== true);
  } finally {
    await iterator.return?.();
  }
}
