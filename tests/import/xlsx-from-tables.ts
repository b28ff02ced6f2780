import { strToU8, zipSync, type Zippable } from 'fflate';

/**
 * Builds an .xlsx from tables that people can read: `## name` begins a sheet, every line `| a | b |` is a row. A cell is a
 * shared string unless it begins with a mark: `{n}` number, `{b}` boolean, `{d}` date as serial number, `{i}` inline string,
 * `{r}` rich text, `{e}` error, `{f}` formula with this result.
 */
export function xlsxFromTables(source: string, extra: Zippable = {}): Uint8Array {
  const sheets = source.split(/^## /m).slice(1).map((part) => {
    const [name = '', ...lines] = part.split('\n');
    return { name: name.trim(), rows: lines.filter((line) => line.startsWith('|') && !/^\|[-| ]+\|$/.test(line)).map(cellsOf) };
  });
  const strings: string[] = [];
  const worksheets = sheets.map(({ rows }) => worksheet(rows, strings));
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': strToU8(`${HEAD}<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(relations([
      ...sheets.map((_, index): Relation => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['rId90', 'sharedStrings', 'sharedStrings.xml'],
      ['rId91', 'styles', '/xl/styles.xml'],
    ])),
    'xl/styles.xml': strToU8(`${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`),
    'xl/sharedStrings.xml': strToU8(`${HEAD}<sst ${MAIN}>${strings.join('')}</sst>`),
    ...Object.fromEntries(worksheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(xml)])),
    ...extra,
  };
  // A fixed date: the same tables are the same bytes.
  return zipSync(files, { mtime: '1990-01-01T00:00:00Z' });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
type Relation = readonly [id: string, type: string, target: string];

/** What every part is; without it programs like LibreOffice open nothing. */
function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [['workbook', 'sheet.main'], ['styles', 'styles'], ['sharedStrings', 'sharedStrings'], ...Array.from({ length: sheets }, (_, index) => [`worksheets/sheet${index + 1}`, 'worksheet'])];
  const written = parts.map(([name = '', kind = '']) => `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`);
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${written.join('')}</Types>`;
}

function relations(list: readonly Relation[]): string {
  const written = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
}

function cellsOf(line: string): readonly string[] {
  return line.slice(1, line.lastIndexOf('|')).split('|').map((cell) => cell.trim().replaceAll('\\n', '\n').replaceAll('\\p', '|'));
}

function worksheet(rows: readonly (readonly string[])[], strings: string[]): string {
  const written = rows.map((cells, row) => {
    const inRow = cells.map((cell, column) => (cell === '' ? '' : cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`, strings)));
    return `<row r="${row + 1}">${inRow.join('')}</row>`;
  });
  return `${HEAD}<worksheet ${MAIN}><sheetData>${written.join('\n')}</sheetData></worksheet>`;
}

function cellXml(cell: string, at: string, strings: string[]): string {
  const [, mark = '', value = ''] = /^(?:\{([nbdiref])\})?([\s\S]*)$/.exec(cell) ?? [];
  const text = escaped(value);
  switch (mark) {
    case 'n': return `<c r="${at}"><v>${text}</v></c>`;
    case 'b': return `<c r="${at}" t="b"><v>${text}</v></c>`;
    case 'd': return `<c r="${at}" s="1"><v>${text}</v></c>`;
    case 'e': return `<c r="${at}" t="e"><v>${text}</v></c>`;
    case 'f': return `<c r="${at}" t="str"><f>HYPERLINK("http://example.org")</f><v>${text}</v></c>`;
    case 'i': return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    default:
      strings.push(mark === 'r' ? `<si><r><rPr><b/></rPr><t>${text.slice(0, 3)}</t></r><r><t xml:space="preserve">${text.slice(3)}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>` : `<si><t xml:space="preserve">${text}</t></si>`);
      return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
