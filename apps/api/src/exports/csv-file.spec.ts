import { csvAttachment } from './csv-file.js';

const NAME = { ascii: 'Oe.csv', full: 'Ö.csv' } as const;

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
    const stream = csvAttachment({ name: NAME, chunks: chunks() }).getStream();
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
    expect(csvAttachment({ name: NAME, chunks: nothing() }).getHeaders()).toMatchObject({
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="Oe.csv"; filename*=UTF-8''%C3%96.csv`,
    });
  });
});
