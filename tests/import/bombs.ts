import { strToU8, zipSync } from 'fflate';
import { xlsxFromTables } from './xlsx-from-tables.ts';

/** A file made to take time or memory, for one of the imports. */
export interface Bomb {
  readonly name: string;
  readonly format: 'lss' | 'surveyjs' | 'xlsform';
  readonly bytes: () => Uint8Array;
}

const ZEROS = new Uint8Array(1_000_000);
const TEN_MB = 10 * 1024 * 1024;
const lss = (inside: string): Uint8Array => strToU8(`<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>de</language></languages>${inside}</document>`);
const fill = (piece: string, length = TEN_MB - 1000): string => piece.repeat(Math.floor(length / piece.length));
const rows = (table: string, inside: string): string => `<${table}><rows>${inside}</rows></${table}>`;
const question = (code: string, text: string, more = ''): string => `<row><qid>${code}</qid><gid>1</gid><type>T</type><title>Q${code}</title><question>${text}</question><language>de</language>${more}</row>`;
const group = '<groups><rows><row><gid>1</gid><group_name>G</group_name><language>de</language></row></rows></groups>';
const json = (inside: string): Uint8Array => strToU8(`{"pages":[{"elements":[${inside}]}]}`);
/** Stored, not packed: what repeats itself would be refused for its ratio before anybody reads it. */
const sheet = (xml: string): Uint8Array => xlsxFromTables('## survey\n| type | name | label |\n| text | a | A |\n', { 'xl/worksheets/sheet1.xml': [strToU8(xml), { level: 0 }] });
const sheetData = (inside: string): Uint8Array => sheet(`<worksheet><sheetData><row><c t="inlineStr"><is><t>type</t></is></c><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>label</t></is></c></row>${inside}</sheetData></worksheet>`);

const repeated = (count: number, piece: (number: number) => string): string => Array.from({ length: count }, (_, index) => piece(index + 1)).join('');

/** Everything that might make an import slow or big: each must end in a result or a problem. */
export const BOMBS: readonly Bomb[] = [
  { name: 'ten megabytes of <', format: 'lss', bytes: () => strToU8(fill('<')) },
  { name: 'deep nesting', format: 'lss', bytes: () => strToU8(fill('<a>')) },
  { name: 'flat elements', format: 'lss', bytes: () => lss(fill('<a/>')) },
  { name: 'attributes', format: 'lss', bytes: () => lss(fill('<a b="" c="" d=""/>')) },
  { name: 'one element, a million attributes', format: 'lss', bytes: () => strToU8(`<a ${Array.from({ length: 900_000 }, (_, index) => `a${index}=""`).join(' ')}/>`) },
  { name: 'billion laughs', format: 'lss', bytes: () => strToU8(`<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(1000)}">${Array.from({ length: 20 }, (_, index) => `<!ENTITY b${index} "${`&b${index - 1};`.repeat(10)}">`).join('')}]><a>&b19;</a>`) },
  { name: 'external entity', format: 'lss', bytes: () => strToU8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><document><LimeSurveyDocType>&x;</LimeSurveyDocType></document>') },
  { name: 'a DOCTYPE of four megabytes', format: 'lss', bytes: () => strToU8(`<!DOCTYPE a [${fill('<!ENTITY a "b">', 4_000_000)}`) },
  { name: 'one text of ten megabytes', format: 'lss', bytes: () => lss(group + rows('questions', question('1', fill('a &amp; ')))) },
  { name: 'one label of nothing but tags', format: 'lss', bytes: () => lss(group + rows('questions', question('1', `<![CDATA[${fill('<b></i>')}]]>`))) },
  { name: 'labels of two thousand tags', format: 'lss', bytes: () => lss(group + rows('questions', Array.from({ length: 700 }, (_, index) => question(String(index + 1), `<![CDATA[${'<b>'.repeat(1000)}${'</i>'.repeat(990)}]]>`)).join(''))) },
  { name: 'labels of links', format: 'lss', bytes: () => lss(group + rows('questions', Array.from({ length: 100 }, (_, index) => question(String(index + 1), `<![CDATA[${'<a href="https://a.b">x'.repeat(1900)}${'</a>'.repeat(90)}]]>`)).join(''))) },
  { name: 'placeholders that never end', format: 'lss', bytes: () => lss(group + rows('questions', question('1', fill('{a', 5_000_000)))) },
  { name: 'more questions than anybody answers', format: 'lss', bytes: () => lss(group + rows('questions', Array.from({ length: 30_000 }, (_, index) => question(String(index + 1), 'F')).join(''))) },
  { name: 'two thousand questions of one code', format: 'lss', bytes: () => lss(group + rows('questions', Array.from({ length: 2000 }, (_, index) => `<row><qid>${index}</qid><gid>1</gid><type>Y</type><title>Q</title><relevance>${'('.repeat(40)}Q.NAOK == "Y"${')'.repeat(40)}</relevance></row>`).join(''))) },
  { name: 'answers of one code in many languages', format: 'lss', bytes: () => lss(group + rows('questions', '<row><qid>1</qid><gid>1</gid><type>L</type><title>Q</title></row>') + rows('answers', Array.from({ length: 55_000 }, (_, index) => `<row><qid>1</qid><code>A</code><answer>x</answer><language>l${index}</language></row>`).join(''))) },
  { name: 'answers without end', format: 'lss', bytes: () => lss(group + rows('questions', '<row><qid>1</qid><gid>1</gid><type>L</type><title>Q</title></row>') + rows('answers', Array.from({ length: 50_000 }, (_, index) => `<row><qid>1</qid><code>A${index}</code></row>`).join(''))) },
  { name: 'languages without end', format: 'lss', bytes: () => strToU8(`<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages>${Array.from({ length: 200_000 }, (_, index) => `<language>a${(index % 26 + 10).toString(36)}-${index}</language>`).join('')}</languages>${group}${rows('questions', '<row><qid>1</qid><gid>1</gid><type>Y</type><title>Q</title></row>')}</document>`) },
  { name: 'relevance of ten megabytes', format: 'lss', bytes: () => lss(group + rows('questions', question('1', 'F', `<relevance>${fill('Q1 == 1 and ')}</relevance>`))) },
  { name: 'UTF-16 of ten megabytes', format: 'lss', bytes: () => new Uint8Array(TEN_MB).map((_, index) => (index < 2 ? 0xff - index : index % 2 === 0 ? 0x3c : 0)) },
  { name: 'deep lists', format: 'surveyjs', bytes: () => strToU8('['.repeat(TEN_MB - 10)) },
  { name: 'deep objects', format: 'surveyjs', bytes: () => strToU8(fill('{"pages":')) },
  { name: 'empty lists', format: 'surveyjs', bytes: () => json(fill('[],')) },
  { name: 'empty objects', format: 'surveyjs', bytes: () => json(`${fill('{},')}{}`) },
  { name: 'questions without end', format: 'surveyjs', bytes: () => json(`${fill('{"type":"text","name":"a"},', 5_000_000)}{}`) },
  { name: 'one text of ten megabytes', format: 'surveyjs', bytes: () => json(`{"type":"text","name":"a","title":"${fill('<b>')}"}`) },
  { name: 'expressions of brackets', format: 'surveyjs', bytes: () => json(Array.from({ length: 1900 }, (_, index) => `{"type":"boolean","name":"a${index}","visibleIf":"${'('.repeat(90)}{a1} = 1${')'.repeat(90)}"}`).join(',')) },
  { name: 'expressions of five thousand characters', format: 'surveyjs', bytes: () => json(Array.from({ length: 1900 }, (_, index) => `{"type":"boolean","name":"a${index}","visibleIf":"${'{a1} = 1 and '.repeat(380)}{a1} = 1"}`).join(',')) },
  { name: 'titles of braces', format: 'surveyjs', bytes: () => json(`{"type":"boolean","name":"a","title":"${fill('{')}"}`) },
  { name: 'rating of a billion points', format: 'surveyjs', bytes: () => json('{"type":"rating","name":"a","rateMax":1e15},{"type":"rating","name":"b","rateMax":1e300,"rateStep":1e-300},{"type":"boolean","name":"c"}') },
  { name: 'a quarter of a million languages', format: 'surveyjs', bytes: () => json(`{"type":"boolean","name":"a","title":{${Array.from({ length: 250_000 }, (_, index) => `"l${index}":""`).join(',')}}}`) },
  { name: 'panels in panels', format: 'surveyjs', bytes: () => json(`${'{"type":"panel","name":"p","elements":['.repeat(25)}{"type":"boolean","name":"a"}${']}'.repeat(25)}`) },
  { name: 'zip bomb by ratio', format: 'xlsform', bytes: () => zipSync({ 'xl/workbook.xml': new Uint8Array(8_000_000) }) },
  { name: 'many small bombs', format: 'xlsform', bytes: () => zipSync(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, ZEROS]))) },
  { name: 'cells without end', format: 'xlsform', bytes: () => sheetData(`<row>${repeated(310_000, (number) => `<c><v>${number}</v></c>`)}</row>`) },
  { name: 'rows without end', format: 'xlsform', bytes: () => sheetData(repeated(310_000, (number) => `<row r="${number}"/>`)) },
  { name: 'one shared string everywhere', format: 'xlsform', bytes: () => xlsxFromTables('## survey\n| type | name | label |\n', { 'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`), 'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${repeated(60_000, (number) => `<row r="${number}"><c t="s"><v>0</v></c></row>`)}</sheetData></worksheet>`) }) },
  { name: 'labels of markdown signs', format: 'xlsform', bytes: () => sheetData(Array.from({ length: 1900 }, (_, index) => `<row><c t="inlineStr"><is><t>text</t></is></c><c t="inlineStr"><is><t>q${index}</t></is></c><c t="inlineStr"><is><t>${'**a '.repeat(14)}${'x'.repeat(3000)}${'['.repeat(30)}</t></is></c></row>`).join('')) },
  { name: 'groups without end', format: 'xlsform', bytes: () => sheetData(repeated(30_000, (number) => `<row r="${number}"><c t="inlineStr"><is><t>begin group</t></is></c></row>`)) },
  { name: 'a column of ten thousand', format: 'xlsform', bytes: () => sheet(`<worksheet><sheetData><row>${Array.from({ length: 16_000 }, () => '<c t="inlineStr"><is><t>label::x</t></is></c>').join('')}</row></sheetData></worksheet>`) },
];
