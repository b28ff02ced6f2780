import { strToU8, zipSync } from 'fflate';
import { readXlsx } from './read-xlsx.js';
import { UnreadableFile } from './unreadable-file.js';
import { excelDate, isDateFormat } from './xlsx-dates.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbook(sheetData: string, { strings = '', properties = '' } = {}): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="${RELATIONS}">${properties}<sheets><sheet name="Daten" sheetId="1" r:id="a"/><sheet name="Fremd" sheetId="2" r:id="b"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships><Relationship Id="a" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${RELATIONS}/worksheet" Target="http://example.org/x.xml" TargetMode="External"/><Relationship Id="c" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="d" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`),
    'xl/vbaProject.bin': strToU8('never unpacked'),
  });
}

function codeOf(bytes: Uint8Array): string {
  try {
    readXlsx(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

describe('readXlsx', () => {
  it('reads every kind of cell as text', () => {
    const cells = [
      '<c r="A3" t="s"><v>0</v></c>', '<c r="B3" t="s"><v>1</v></c>', '<c r="C3"><v>5.0</v></c>', '<c r="D3" t="b"><v>1</v></c>',
      '<c r="E3" s="1"><v>46000.5</v></c>', '<c r="F3" t="str"><f>1+1</f><v>zwei</v></c>', '<c r="G3" t="e"><v>#N/A</v></c>',
      '<c r="AA3" t="inlineStr"><is><t>hier</t></is></c>', '<c t="inlineStr"><is><t>daneben</t></is></c>',
    ];
    const strings = '<si><t xml:space="preserve"> a_x000A_b </t></si><si><r><t>fett</t></r><r><t> und mehr</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>';
    const [sheet, ...others] = readXlsx(workbook(`<row r="3">${cells.join('')}</row><row/><row><c t="s"><v>9</v></c></row>`, { strings }));
    expect(others).toEqual([]);
    expect(sheet?.name).toBe('Daten');
    expect(sheet?.rows).toHaveLength(1);
    expect(sheet?.rows[0]?.number).toBe(3);
    expect([...(sheet?.rows[0]?.cells ?? [])]).toEqual([
      [0, ' a\nb '], [1, 'fett und mehr'], [2, '5'], [3, 'TRUE'], [4, '2025-12-09T12:00'], [5, 'zwei'], [26, 'hier'], [27, 'daneben'],
    ]);
  });

  it('knows the calendar from 1904', () => {
    const bytes = workbook('<row><c s="1"><v>1</v></c></row>', { properties: '<workbookPr date1904="1"/>' });
    expect(readXlsx(bytes)[0]?.rows[0]?.cells.get(0)).toBe('1904-01-02');
  });

  it('reads only the wanted sheets', () => {
    expect(readXlsx(workbook('<row><c><v>1</v></c></row>'), () => false)).toEqual([]);
  });

  it.each([
    ['xlsx-not-a-workbook', zipSync({ 'a.txt': strToU8('a') })],
    ['xlsx-old-format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['zip-not-a-zip', strToU8('type;name;label')],
    ['xml-doctype', zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE a><workbook/>') })],
    ['file-empty', new Uint8Array()],
  ])('refuses with %s', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('counts the text of all cells', () => {
    const strings = `<si><t>${'x'.repeat(100_000)}</t></si>`;
    expect(codeOf(workbook('<row><c t="s"><v>0</v></c></row>'.repeat(81), { strings }))).toBe('xlsx-too-much-text');
  });
});

describe('excelDate', () => {
  it.each([
    [1, 1900, '1900-01-01'], [59, 1900, '1900-02-28'], [61, 1900, '1900-03-01'], [45_292, 1900, '2024-01-01'], [0.5, 1900, '12:00'],
    [2_958_465, 1900, '9999-12-31'], [-1, 1900, '-1'], [1e300, 1900, '1e+300'], [0, 1904, '00:00'],
  ] as const)('%d in the calendar from %d is %s', (serial, calendar, text) => {
    expect(excelDate(serial, calendar)).toBe(text);
  });

  it.each([
    [14, undefined, true], [0, undefined, false], [164, 'dd\\.mm\\.yyyy', true], [164, '0.00 "Tage"', false], [164, 'General', false], [164, '[Red]0', false],
  ])('format %d %s: %s', (id, code, isDate) => {
    expect(isDateFormat(id, code)).toBe(isDate);
  });
});
