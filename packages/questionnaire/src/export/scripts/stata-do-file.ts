import { columnNumbers } from '../sav/code-numbers.js';
import { exportWords } from '../table/export-words.js';
import { oneLine } from '../table/one-line.js';
import type { AnswerTable, MissingReason, TableCode, TableColumn } from '../table/table-column.js';
import { stataNames, WORKING_NAME } from './stata-names.js';

/** Extended missing values of Stata, one letter per reason, the same in every variable. */
const EXTENDED: Readonly<Record<MissingReason, string>> = { 'not-answered': '.a', 'not-shown': '.b', 'dont-know': '.c', 'prefer-not': '.d' };
const LONGEST_VARIABLE_LABEL = 80;
const LONGEST_VALUE_LABEL = 32_000;

/**
 * A Stata do-file (version 16 or later, UTF-8) that reads the plain CSV with codes: labelled numeric variables, dates as
 * `%td`, extended missing values `.a` not answered, `.b` not shown, `.c` don't know, `.d` prefer not to say. Choices coded
 * with words get the numbers they have in the SPSS file. Texts keep `-9` and `-8`: Stata has no missing kinds for texts.
 * Names longer than 32 characters are cut; a note of the variable has the full one.
 * Two missing options of one kind in a question share their letter; a note says which codes they were. Another note has the
 * labels of codes that are no whole numbers, which Stata cannot label.
 * @param csvFileName name of the CSV file beside the do-file
 */
export function stataDoFile(table: AnswerTable, csvFileName: string): string {
  const names = stataNames(table.columns.map(({ name }) => name));
  // All at once: a column may itself be called v2.
  const renames = `rename (${names.map((_, index) => `v${index + 1}`).join(' ')}) (${names.join(' ')})`;
  return [
    ...exportWords(table.language).scripts.stata.map((line) => `* ${line}`),
    'version 16',
    'clear',
    `import delimited using ${quoted(csvFileName)}, varnames(nonames) rowrange(2) stringcols(_all) delimiters(",") bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8")`,
    renames,
    'foreach v of varlist _all {',
    '  replace `v\' = substr(`v\', 2, .) if ustrregexm(`v\', "^\'+[=+@\\uff1d\\uff0b\\uff0d\\uff20\\p{Cc}-]")',
    '}',
    '',
    ...table.columns.flatMap((column, index) => [...columnLines(column, names[index] ?? column.name), '']),
  ].join('\n');
}

function columnLines(column: TableColumn, name: string): readonly string[] {
  const label = `label variable ${name} ${quoted(cut(column.label, LONGEST_VARIABLE_LABEL))}`;
  const notes = name === column.name ? [] : [`notes ${name}: ${plain(column.name)}`];
  if (column.kind === 'value') return [...valueLines(column, name), label, ...notes];
  return column.codes.length === 0 ? [label] : [...codedLines(column, name), label, ...notes];
}

function valueLines(column: TableColumn & { readonly kind: 'value' }, name: string): readonly string[] {
  if (column.value.kind === 'text') return [];
  const parse = column.value.kind === 'date' ? `daily(${name}, "YMD")` : `real(${name})`;
  const isMissing = column.codes.map(({ code }) => `${name} != ${exactly(String(code))}`).join(' & ');
  return [
    `generate double ${WORKING_NAME} = ${parse} if ${isMissing}`,
    ...column.codes.map((code) => `replace ${WORKING_NAME} = ${extended(code)} if ${name} == ${exactly(String(code))}`),
    ...replaced(name),
    ...(column.value.kind === 'date' ? [`format ${name} %td`] : []),
    ...labelLines(name, column.codes.map((code) => [extended(code), code.label])),
  ];
}

function codedLines(column: TableColumn, name: string): readonly string[] {
  const { numbers } = columnNumbers(column);
  const valueOf = (code: TableCode) => (code.missing === null ? String(numbers.get(code) ?? '.') : extended(code));
  const labels = new Map<string, string>();
  for (const code of column.codes) {
    const value = valueOf(code);
    const known = labels.get(value);
    labels.set(value, known === undefined ? code.label : `${known} / ${code.label}`);
  }
  return [
    `generate double ${WORKING_NAME} = .`,
    ...column.codes.map((code) => `replace ${WORKING_NAME} = ${valueOf(code)} if ${name} == ${exactly(String(code.code))}`),
    ...replaced(name),
    ...labelLines(name, [...labels]),
    ...originalCodes(column.codes, valueOf, name),
  ];
}

function extended({ missing }: TableCode): string {
  return missing === null ? '.' : EXTENDED[missing];
}

/** Puts the new variable in the place of the text it was read from. */
function replaced(name: string): readonly string[] {
  return [`order ${WORKING_NAME}, after(${name})`, `drop ${name}`, `rename ${WORKING_NAME} ${name}`];
}

/** Stata labels whole numbers of four bytes and extended missing values only. */
const LABELLED = /^(\.[a-d]|-?\d{1,9})$/;

function labelLines(name: string, labels: readonly (readonly [value: string, label: string])[]): readonly string[] {
  const whole = labels.filter(([value]) => LABELLED.test(value));
  const others = labels.filter(([value]) => !LABELLED.test(value)).map(([value, label]) => `${value} = ${label}`);
  const defined = whole.map(([value, label], index) => `label define ${name} ${value} ${quoted(cut(label, LONGEST_VALUE_LABEL))}${index === 0 ? '' : ', add'}`);
  return [...defined, `label values ${name} ${name}`, ...(others.length === 0 ? [] : [`notes ${name}: ${plain(others.join('; '))}`])];
}

/** A note with every code that stands as another value: the codebook's code is never lost. */
function originalCodes(codes: readonly TableCode[], valueOf: (code: TableCode) => string, name: string): readonly string[] {
  const changed = codes.filter((code) => valueOf(code) !== String(code.code)).map((code) => `${valueOf(code)} = ${String(code.code)}`);
  return changed.length === 0 ? [] : [`notes ${name}: ${plain(changed.join('; '))}`];
}

function cut(text: string, characters: number): string {
  const points = [...oneLine(text)];
  return points.length <= characters ? points.join('') : `${points.slice(0, characters - 1).join('')}…`;
}

/** What Stata would expand, end a string at, or not read from one line; each is written as `char()` instead. */
const NOT_IN_A_STRING = /([`$"'\p{Cc}])/u;

/** A text as an expression that is equal to just this text: codes are compared, so nothing may be replaced. */
function exactly(text: string): string {
  const parts = text.split(NOT_IN_A_STRING).filter((part) => part !== '');
  if (parts.length === 0) return '""';
  return parts.map((part) => (NOT_IN_A_STRING.test(part) ? `uchar(${part.charCodeAt(0)})` : `\`"${part}"'`)).join(' + ');
}

/** A compound-quoted string; what Stata would expand as a macro or read as its end is replaced by look-alikes. */
function quoted(text: string): string {
  return `\`"${plain(text)}"'`;
}

function plain(text: string): string {
  return oneLine(text).replaceAll('`', '’').replaceAll('$', '＄').replaceAll(/"(?=')/g, '”').replaceAll(/"$/g, '”');
}
