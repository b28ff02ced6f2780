import { type CsvCell, type CsvFormat, csvWriter, guardFormula } from './csv-format.js';

function write(format: CsvFormat, header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const writer = csvWriter(format);
  return writer.start + [header, ...rows].map((row) => writer.row(row)).join('');
}

describe('guardFormula', () => {
  it.each(['=1+1', '+49 4131', '-anrufen', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x")', '-1+2', '+', '-'])(
    'puts an apostrophe before %j',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['-8', '+3', '-0,5', '12.75', 'Treffpunkt', '', ' =1', 'a=b', '98'])('leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
  });
});

describe('csvWriter', () => {
  const header = ['id', 'share', 'text'];
  const rows = [
    [1, 0.4375, 'Ja; gern, "bald"'],
    [-8, 1e-7, null],
    [2, 12.5, 'zwei\nZeilen'],
  ];

  it('writes for German Excel: BOM, semicolon, decimal comma, CRLF', () => {
    expect(write('german-excel', header, rows)).toBe(
      '\uFEFFid;share;text\r\n1;0,4375;"Ja; gern, ""bald"""\r\n-8;0;\r\n2;12,5;"zwei\nZeilen"\r\n',
    );
  });

  it('writes plain: no BOM, comma, decimal point, LF', () => {
    expect(write('plain', header, rows)).toBe('id,share,text\n1,0.4375,"Ja; gern, ""bald"""\n-8,0,\n2,12.5,"zwei\nZeilen"\n');
  });

  it('guards cells and column names in both formats', () => {
    expect(write('plain', ['=a'], [['@b']])).toBe("'=a\n'@b\n");
    expect(write('german-excel', ['=a'], [['@b']])).toBe("\uFEFF'=a\r\n'@b\r\n");
  });

  it('writes a cell the same way again, and a number not like its text', () => {
    const writer = csvWriter('german-excel');
    expect([writer.row([0.5, '0.5', 'a;b']), writer.row([0.5, '0.5', 'a;b'])]).toEqual(['0,5;0.5;"a;b"\r\n', '0,5;0.5;"a;b"\r\n']);
  });

  it('writes more different cells than it keeps', () => {
    const writer = csvWriter('plain');
    const numbers = Array.from({ length: 12_000 }, (_, number) => number);
    expect(numbers.map((number) => writer.row([number, `=${number}`])).join('')).toBe(numbers.map((number) => `${number},'=${number}\n`).join(''));
  });
});
