import type { AnswerTable, TableCode, TableColumn } from '../table/table-column.js';
import { exportWords } from '../table/export-words.js';

/**
 * An R script (base R 4 only, UTF-8) that reads the plain CSV with codes into two data frames of the same shape:
 * `answers` with factors (labels as levels, ordered where the scale is), numbers, dates and texts, `NA` where there is no
 * answer that counts; `missing_reasons` with the reason as a factor where `answers` has `NA`, so that no kind is lost.
 * Every column has its label as attribute `label`. Apostrophes that guard against formulas are taken away again.
 * @param csvFileName name of the CSV file beside the script
 */
export function rScript(table: AnswerTable, csvFileName: string): string {
  const { language } = table;
  return [
    ...(exportWords(language).scripts.r.map((line) => `# ${line}`)),
    `file <- ${rString(csvFileName)}`,
    'raw <- read.csv(file, colClasses = "character", na.strings = character(0), check.names = FALSE, encoding = "UTF-8", fileEncoding = "")',
    'raw[] <- lapply(raw, function(x) { Encoding(x) <- "UTF-8"; sub("^\'(?=\'*[=+@\\uff1d\\uff0b\\uff0d\\uff20\\\\p{Cc}-])", "", x, perl = TRUE) })',
    `stopifnot(identical(names(raw), c(${table.columns.map(({ name }) => rString(name)).join(', ')})))`,
    'answers <- raw',
    'missing_reasons <- as.data.frame(lapply(raw, function(x) factor(rep(NA_character_, length(x)))), optional = TRUE)',
    '',
    ...READERS,
    '',
    ...table.columns.flatMap((column) => columnLines(column)),
    '',
  ].join('\n');
}

/** Functions of the script: each takes the raw texts of a column and gives its values and its reasons. */
const READERS = [
  'put <- function(name, values, codes, labels, label) {',
  '  reason <- factor(match(raw[[name]], codes), levels = seq_along(codes), labels = labels)',
  '  attr(values, "label") <- label',
  '  answers[[name]] <<- values',
  '  missing_reasons[[name]] <<- reason',
  '}',
  'coded <- function(name, codes, labels, ordered) {',
  '  x <- raw[[name]]',
  '  values <- factor(match(x, codes), levels = seq_along(codes), labels = labels, ordered = ordered)',
  '  values',
  '}',
  'without <- function(name, codes) { x <- raw[[name]]; x[x %in% codes] <- NA; x }',
];

function columnLines(column: TableColumn): readonly string[] {
  const name = rString(column.name);
  const missing = column.codes.filter((code) => code.missing !== null);
  const put = (values: string) => [
    `put(${name}, ${values}, ${rVector(missing.map(({ code }) => String(code)))}, ${rVector(distinctLabels(missing))}, ${rString(column.label)})`,
  ];
  if (column.kind === 'value') {
    const { kind } = column.value;
    const text = `without(${name}, ${rVector(missing.map(({ code }) => String(code)))})`;
    return put(kind === 'number' ? `as.numeric(${text})` : kind === 'date' ? `as.Date(${text})` : text);
  }
  if (column.codes.length === 0) return put(`raw[[${name}]]`);
  const answers = column.codes.filter((code) => code.missing === null);
  const codes = rVector(answers.map(({ code }) => String(code)));
  const ordered = column.measurement === 'ordinal' ? 'TRUE' : 'FALSE';
  return put(`coded(${name}, ${codes}, ${rVector(distinctLabels(answers))}, ${ordered})`);
}

/** Labels as levels of a factor: the same label twice would join two codes, so the code is put behind it, again if it must be. */
function distinctLabels(codes: readonly TableCode[]): readonly string[] {
  const count = new Map<string, number>();
  for (const { label } of codes) count.set(label, (count.get(label) ?? 0) + 1);
  const taken = new Set(codes.flatMap(({ label }) => (label !== '' && count.get(label) === 1 ? [label] : [])));
  return codes.map(({ code, label }) => {
    if (label !== '' && count.get(label) === 1) return label;
    let level = `${label} [${String(code)}]`;
    while (taken.has(level)) level = `${level} [${String(code)}]`;
    taken.add(level);
    return level;
  });
}

function rVector(texts: readonly string[]): string {
  return texts.length === 0 ? 'character(0)' : `c(${texts.map(rString).join(', ')})`;
}

/** A string literal of R: backslash escapes, everything else as UTF-8. R has no strings with NUL; it becomes U+FFFD. */
function rString(text: string): string {
  const escaped = text
    .replaceAll('\0', '\uFFFD')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}
