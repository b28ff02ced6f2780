import { workbookText } from './sheet-xml.js';
import type { ZipFile } from './zip-writer.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Sheets are the default type, so that their number need not be known before they are written. */
const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`;

const PACKAGE_RELATIONS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** In the order of `CELL_STYLE`: plain; header bold; date in the reader's own notation (format 14); text (format 49);
 * text in lines; text in lines from right to left. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">' +
  '<xf xfId="0"/><xf fontId="1" applyFont="1" applyAlignment="1" xfId="0"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="14" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/>' +
  '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1" xfId="0"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1" xfId="0"><alignment vertical="top" wrapText="1" horizontal="right" readingOrder="2"/></xf></cellXfs></styleSheet>';

/** The parts that come before the sheets. @param sharedTexts texts in the order of their indexes */
export function openingParts(sharedTexts: Iterable<string>): readonly ZipFile[] {
  const texts = Array.from(sharedTexts, (text) => `<si><t xml:space="preserve">${workbookText(text)}</t></si>`).join('');
  return [
    part('[Content_Types].xml', CONTENT_TYPES),
    part('_rels/.rels', PACKAGE_RELATIONS),
    part('xl/styles.xml', STYLES),
    part('xl/sharedStrings.xml', `${XML}<sst xmlns="${MAIN}">${texts}</sst>`),
  ];
}

/** Path of a sheet, counted from 1. */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** The parts that come after the sheets, because only then their number is known. @param sheetNames names in order */
export function closingParts(sheetNames: readonly string[]): readonly ZipFile[] {
  const sheets = sheetNames.map((name, index) => `<sheet name="${workbookText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('');
  const relations = sheetNames.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const next = sheetNames.length + 1;
  relations.push(
    `<Relationship Id="rId${next}" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId${next + 1}" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`,
  );
  return [
    part('xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`),
  ];
}

function part(name: string, xml: string): ZipFile {
  return { name, content: [new TextEncoder().encode(xml)] };
}
