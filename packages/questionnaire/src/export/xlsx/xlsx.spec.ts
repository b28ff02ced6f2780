import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { ANSWERED, answersOf, EVERY_TYPE, EVERY_TYPE_INPUT, NOTHING_ANSWERED, NOTHING_SHOWN, wholeFile } from '../fixtures/every-type-table.js';
import { answerTable } from '../table/answer-table.js';
import type { ExportedResponse } from '../table/table-column.js';
import { answerWorkbook } from './answer-workbook.js';
import { excelDate } from './excel-date.js';
import { columnName, workbookText } from './sheet-xml.js';
import { zipChunks } from './zip-writer.js';

const SAMPLE = { seed: 20261122, numRuns: 300 };

async function parts(responses: readonly ExportedResponse[], changes: { readonly language?: string; readonly rowsPerSheet?: number } = {}): Promise<Record<string, string>> {
  const { language = 'de', rowsPerSheet } = changes;
  const table = answerTable({ ...EVERY_TYPE_INPUT, language });
  const file = await wholeFile(answerWorkbook({ table, responses: () => answersOf(...responses), ...(rowsPerSheet === undefined ? {} : { rowsPerSheet }) }));
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const rowsOf = (sheet: string | undefined) => (sheet ?? '').match(/<row[ >].*?<\/row>/gs) ?? [];
const sheetNames = (all: Record<string, string>) => [...(all['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);

describe('answerWorkbook', () => {
  it('has codes, labels and the codebook, with a frozen first row', async () => {
    const all = await parts([ANSWERED, NOTHING_ANSWERED]);
    expect(sheetNames(all)).toEqual(['Codes', 'Antworten', 'Codebuch']);
    expect(sheetNames(await parts([], { language: 'en' }))).toEqual(['Codes', 'Answers', 'Codebook']);
    expect(sheetNames(await parts([], { language: 'ar' }))).toEqual(['Codes', 'Antworten', 'Codebuch']);
    expect(rowsOf(all['xl/worksheets/sheet1.xml'])).toHaveLength(3);
    expect(rowsOf(all['xl/worksheets/sheet2.xml'])).toHaveLength(3);
    for (const number of [1, 2, 3]) expect(all[`xl/worksheets/sheet${number}.xml`]).toContain('state="frozen"');
    expect(all['xl/worksheets/sheet3.xml']).toContain('keine Uhrzeiten');
  });

  it('writes numbers as numbers, dates as dates and texts as texts that are no formulas', async () => {
    const [, row] = rowsOf((await parts([ANSWERED]))['xl/worksheets/sheet1.xml']);
    expect(row).toContain('<c><v>42</v></c><c><v>-8.5</v></c><c s="2"><v>36925</v></c>');
    expect(row).toContain('<c s="3" t="inlineStr"><is><t xml:space="preserve">=Bänke; &quot;mehr&quot;</t></is></c>');
    expect(row).not.toContain('<f');
  });

  it('makes the row of headings as high as its longest label, at most twelve lines', async () => {
    const heights = async (label: string): Promise<readonly (string | undefined)[]> => {
      const variables = EVERY_TYPE.variables.map((variable) => ({ ...variable, labels: { de: label } }));
      const table = answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables } });
      const all = unzipSync(await wholeFile(answerWorkbook({ table, responses: () => answersOf() })));
      return [1, 2].map((sheet) => /<row ht="(\d+)" customHeight="1">/.exec(strFromU8(all[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array()))?.[1]);
    };
    expect(await heights('kurz')).toEqual(['15', '60']);
    expect(await heights('x'.repeat(60))).toEqual(['15', '105']);
    expect(await heights('x'.repeat(5000))).toEqual(['15', '180']);
  });

  it('lays the sheets out from right to left where the language is written so', async () => {
    for (const [language, expected] of [['ar', true], ['fa', true], ['de', false]] as const) {
      const all = await parts([], { language });
      for (const number of [1, 2, 3]) expect(all[`xl/worksheets/sheet${number}.xml`]?.includes('rightToLeft="1"')).toBe(expected);
    }
  });

  it.each([[0, 1], [1, 1], [2, 1], [3, 2], [4, 2], [5, 3]])('puts %i answers into %i sheets of two rows', async (count, sheets) => {
    const all = await parts(Array.from({ length: count }, () => ANSWERED), { rowsPerSheet: 3 });
    const named = (name: string) => Array.from({ length: sheets }, (_, index) => (index === 0 ? name : `${name} ${index + 1}`));
    expect(sheetNames(all)).toEqual([...named('Codes'), ...named('Antworten'), 'Codebuch']);
    const rows = Array.from({ length: sheets }, (_, index) => rowsOf(all[`xl/worksheets/sheet${index + 1}.xml`]).length - 1);
    expect(rows.reduce((sum, each) => sum + each, 0)).toBe(count);
    expect(Math.max(...rows)).toBeLessThanOrEqual(2);
  });

  it('cuts a text that no cell holds with a mark, and says so in the codebook', async () => {
    const long = { ...ANSWERED, answers: { ...ANSWERED.answers, wish: `${'x'.repeat(32_730)}${'😀'.repeat(100)}` } };
    const all = await parts([long, ANSWERED]);
    const [, text = ''] = /preserve">(x+[^<]*)</.exec(all['xl/worksheets/sheet1.xml'] ?? '') ?? [];
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text.endsWith(' … [gekürzt, 32930 Zeichen]')).toBe(true);
    expect(() => encodeURIComponent(text)).not.toThrow();
    expect(all['xl/worksheets/sheet3.xml']).toContain('wish: 1 Texte waren länger');
    expect((await parts([ANSWERED]))['xl/worksheets/sheet3.xml']).not.toContain('waren länger');
  });

  it('cuts labels and conditions that no cell holds, which would make Excel refuse the file', async () => {
    const long = 'x'.repeat(40_000);
    const variables = EVERY_TYPE.variables.map((variable) => ({ ...variable, labels: { de: long }, visibleIf: `{${long}} notempty`, codes: variable.codes.map((code) => ({ ...code, labels: { de: long } })) }));
    const table = answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables } });
    const all = unzipSync(await wholeFile(answerWorkbook({ table, responses: () => answersOf(ANSWERED) })));
    const texts = Object.values(all).flatMap((bytes) => [...strFromU8(bytes).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text));
    expect(texts.filter((text) => text.endsWith(' … [gekürzt, 40000 Zeichen]')).length).toBeGreaterThan(10);
    expect(Math.max(...texts.map(({ length }) => length))).toBe(32_767);
  });

  it('refuses more columns than a sheet has, and a second reading with other answers', async () => {
    const [first] = EVERY_TYPE.variables;
    if (first === undefined) throw new Error('The table has no variable.');
    const variables = Array.from({ length: 16_381 }, (_, index) => ({ ...first, name: `v${index}` }));
    const wide = answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables } });
    expect(() => answerWorkbook({ table: wide, responses: () => answersOf() })).toThrow('16385 columns, a sheet of Excel holds 16384');
    for (const second of [[ANSWERED], [ANSWERED, NOTHING_ANSWERED]]) {
      let reading = 0;
      const responses = () => answersOf(...((reading += 1) === 1 ? [ANSWERED, NOTHING_SHOWN] : second));
      await expect(wholeFile(answerWorkbook({ table: answerTable(EVERY_TYPE_INPUT), responses }))).rejects.toThrow('other answers');
    }
  });

  it('refuses an answer that does not belong to the codebook', async () => {
    await expect(parts([ANSWERED, { ...ANSWERED, vector: ANSWERED.vector.with(0, 9) }])).rejects.toThrow('Position 9 of agree is not in the codebook.');
  });

  it('stops the answers when the reader stops', async () => {
    let stopped = false;
    async function* endless(): AsyncGenerator<ExportedResponse> {
      try {
        for (;;) yield ANSWERED;
      } finally {
        stopped = true;
      }
    }
    let bytes = 0;
    for await (const chunk of answerWorkbook({ table: answerTable(EVERY_TYPE_INPUT), responses: endless })) {
      bytes += chunk.length;
      if (bytes > 50_000) break;
    }
    expect(stopped).toBe(true);
  });
});

describe('workbookText', () => {
  it.each([
    ['a<b>&"c"', 'a&lt;b&gt;&amp;&quot;c&quot;'],
    ['zwei\nZeilen\tTab', 'zwei\nZeilen\tTab'],
    ['\r\u0007\u007F', '_x000D__x0007__x007F_'],
    ['_x0041_ _x_ x_', '_x005F_x0041_ _x_ x_'],
    ['\uFFFE', '_xFFFE_'],
  ])('writes %j as %j', (text, expected) => {
    expect(workbookText(text)).toBe(expected);
  });

  it('can be read back for every text', () => {
    const entity = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' } as const;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('_', 'x', '0', '0', '4', '1', '5', 'F', '\r', '\u0001', '&', '<', 'l', 't', ';', 'ä', '😀'), maxLength: 30 }), (text) => {
        const xml = workbookText(text).replaceAll(/&(lt|gt|quot|amp);/g, (found) => entity[found as keyof typeof entity]);
        expect(xml.replaceAll(/_x([0-9A-F]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))).toBe(text);
      }),
      { ...SAMPLE, numRuns: 3000 },
    );
  });
});

describe('zipChunks', () => {
  it('writes archives that another reader unpacks to the same bytes', async () => {
    const contents = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 5 }), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(contents, async (files) => {
        const archive = await wholeFile(zipChunks(Object.entries(files).map(([name, content]) => ({ name, content }))));
        expect(unzipSync(archive)).toEqual(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Uint8Array.from(content.flatMap((part) => [...part]))])));
      }),
      { ...SAMPLE, numRuns: 100 },
    );
  });
});

describe('cells', () => {
  it('counts days as Excel does, and columns in letters', () => {
    expect([excelDate('1900-03-01'), excelDate('2000-01-01'), excelDate('2026-11-22')]).toEqual([61, 36526, 46348]);
    expect([excelDate('1900-02-28'), excelDate('0099-01-01'), excelDate('heute')]).toEqual([null, null, null]);
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});
