import { csvChunks, exportFileName } from './csv-file.js';

async function write(count: number, format: 'plain' | 'german-excel' = 'plain'): Promise<Buffer[]> {
  const rows = Array.from({ length: count }, (_, number) => [number, `text ${number}`]);
  const chunks: Buffer[] = [];
  for await (const chunk of csvChunks({ format, header: ['number', 'text'], rows })) chunks.push(chunk);
  return chunks;
}

describe('csvChunks', () => {
  it.each([0, 1, 499, 500, 501, 1700])('writes byte order mark and header once and %i rows in order', async (count) => {
    const text = Buffer.concat(await write(count, 'german-excel')).toString('utf8');
    const expected = Array.from({ length: count }, (_, number) => `${number};text ${number}\r\n`);
    expect(text).toBe(`\uFEFFnumber;text\r\n${expected.join('')}`);
  });

  it('writes in pieces, so that memory does not grow with the rows', async () => {
    const chunks = await write(20_000);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(20_000);
  });

  it('stops the rows when the reader stops', async () => {
    let stopped = false;
    async function* rows(): AsyncGenerator<readonly number[]> {
      try {
        for (let number = 0; ; number += 1) yield [number];
      } finally {
        stopped = true;
      }
    }
    for await (const _ of csvChunks({ format: 'plain', header: ['number'], rows: rows() })) break;
    expect(stopped).toBe(true);
  });
});

describe('exportFileName', () => {
  it('is the same every day and says when data are examples', () => {
    expect(exportFileName('ankommen', 'antworten', false)).toBe('ankommen-antworten.csv');
    expect(exportFileName('ankommen', 'auswertung', true)).toBe('beispieldaten-ankommen-auswertung.csv');
  });
});
