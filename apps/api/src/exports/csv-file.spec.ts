import { csvAttachment, exportFileName } from './csv-file.js';

describe('csvAttachment', () => {
  it('sends what is written and stops the rows when the receiver goes away', async () => {
    let stopped = false;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new TextEncoder().encode('Größe\n');
      } finally {
        stopped = true;
      }
    }
    const stream = csvAttachment({ name: 'a.csv', chunks: chunks() }).getStream();
    for await (const chunk of stream) {
      expect(String(chunk)).toBe('Größe\n');
      break;
    }
    expect(stopped).toBe(true);
  });

  it('names the file and its kind', () => {
    async function* nothing(): AsyncGenerator<Uint8Array> {
      yield* [];
    }
    expect(csvAttachment({ name: 'a.csv', chunks: nothing() }).getHeaders()).toMatchObject({
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="a.csv"',
    });
  });
});

describe('exportFileName', () => {
  it('is the same every day and says when data are examples', () => {
    expect(exportFileName('ankommen', 'antworten', false)).toBe('ankommen-antworten.csv');
    expect(exportFileName('ankommen', 'auswertung', true)).toBe('beispieldaten-ankommen-auswertung.csv');
  });
});
