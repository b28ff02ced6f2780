import { csvChunks } from './csv-chunks.js';
import { type CsvCell, type CsvFormat, csvWriter, guardFormula } from './csv-format.js';

function write(format: CsvFormat, header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const writer = csvWriter(format);
  return writer.start + [header, ...rows].map((row) => writer.row(row)).join('');
}

describe('guardFormula', () => {
  it.each(['=1+1', '+49 4131', '-anrufen', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\n', '\0=1', '＝1+1', '＋49', '－8', '＠SUM(A1)', "'＝1", '=HYPERLINK("x")', '-1+2', '+', '-', "'=1", "'-9", "''@a"])(
    'puts an apostrophe before %j',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['-8', '+3', '-0,5', '12.75', 'a\n=1', '１', 'Treffpunkt', '', ' =1', 'a=b', '98', "'", "'s ist", "''"])('leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  it.each(['=1', "'=1", "''=1", "'s", '-8', "'-8", '', 'x', '\n=1', "'\n", '＝1', "'＠"])('can be undone for %j', (text) => {
    expect(guardFormula(text).replace(/^'(?='*[=+\-@＝＋－＠\p{Cc}])/u, '')).toBe(text);
  });
});

describe('csvWriter', () => {
  const header = ['id', 'share', 'text'];
  const rows = [
    [1, 0.4375, 'Ja; gern, "bald"'],
    [-8, 1e-7, null],
    [2, -12.5, 'zwei\nZeilen'],
  ];

  it('writes for German Excel: BOM, semicolon, decimal comma, CRLF, every text quoted', () => {
    expect(write('german-excel', header, rows)).toBe(
      '\uFEFF"id";"share";"text"\r\n1;0,4375;"Ja; gern, ""bald"""\r\n-8;0,0000001;\r\n2;-12,5;"zwei\nZeilen"\r\n',
    );
  });

  it('writes plain: no BOM, comma, decimal point, LF, quotes only where they are needed', () => {
    expect(write('plain', header, rows)).toBe('id,share,text\n1,0.4375,"Ja; gern, ""bald"""\n-8,0.0000001,\n2,-12.5,"zwei\nZeilen"\n');
  });

  it('guards cells and column names in both formats', () => {
    expect(write('plain', ['=a'], [['@b']])).toBe("'=a\n'@b\n");
    expect(write('german-excel', ['=a'], [['@b']])).toBe("\uFEFF\"'=a\"\r\n\"'@b\"\r\n");
  });

  it.each([
    [1e21, '1000000000000000000000'],
    [-1.5e-10, '-0.00000000015'],
    [1.25e22, '12500000000000000000000'],
    [0.1 + 0.2, '0.30000000000000004'],
    [-0, '0'],
  ])('writes %d without an exponent and with every digit', (number, text) => {
    expect(csvWriter('plain').cell(number)).toBe(text);
    expect(Number(text)).toBeCloseTo(number, 12);
  });
});

describe('csvChunks', () => {
  const read = async (count: number): Promise<Uint8Array[]> => {
    const rows = Array.from({ length: count }, (_, number) => [number, `text ${number}`]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of csvChunks({ format: 'german-excel', header: ['number', 'text'], rows })) chunks.push(chunk);
    return chunks;
  };

  it.each([0, 1, 5000, 20_000])('writes byte order mark and header once and %i rows in order, in pieces', async (count) => {
    const chunks = await read(count);
    const expected = Array.from({ length: count }, (_, number) => `${number};"text ${number}"\r\n`);
    expect(chunks.map((chunk) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(chunk)).join('')).toBe(`\uFEFF"number";"text"\r\n${expected.join('')}`);
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(70_000);
  });

  it('stops the rows when the reader stops', async () => {
    let stopped = false;
    function* rows(): Generator<readonly number[]> {
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
