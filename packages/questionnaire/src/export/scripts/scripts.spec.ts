import type { Codebook } from '@stadtteilstimme/domain';
import { EVERY_TYPE, EVERY_TYPE_INPUT } from '../fixtures/every-type-table.js';
import { answerTable } from '../table/answer-table.js';
import { rScript } from './r-script.js';
import { stataDoFile } from './stata-do-file.js';
import { stataNames } from './stata-names.js';

const NASTY = 'Sag "ja" `x\' $HOME \\ C:\\new "\'\nzweite Zeile';
const withLabel = (label: string): Codebook => ({
  ...EVERY_TYPE,
  variables: EVERY_TYPE.variables.map((variable) => ({
    ...variable,
    labels: { de: label },
    codes: variable.codes.map((code) => ({ ...code, labels: { de: `${label} ${String(code.code)}` } })),
  })),
});
const table = (label = 'Frage') => answerTable({ ...EVERY_TYPE_INPUT, codebook: withLabel(label) });

describe('rScript', () => {
  it('reads every column, with ordered factors where the scale is ordered', () => {
    const script = rScript(table(), 'antworten.csv');
    expect(script).toContain('file <- "antworten.csv"');
    expect(script).toContain('put("agree", coded("agree", c("1", "2", "5"), c("Frage 1", "Frage 2", "Frage 5"), TRUE), c("98", "99", "-9", "-8"), ');
    expect(script).toContain('put("since", as.Date(without("since", c("not-answered", "not-shown"))), ');
    expect(script).toContain('put("degrees", as.numeric(without("degrees", c("-999999999999999", "-999999999999998"))), ');
    expect(script.match(/^put\("/gm)).toHaveLength(table().columns.length);
    expect(script.startsWith('# Liest die CSV-Datei')).toBe(true);
  });

  it('never joins two codes into one level', () => {
    const [first] = EVERY_TYPE.variables;
    if (first === undefined) throw new Error('The table has no variable.');
    const codes = ['a', 'a', 'a [1]', ''].map((de, index) => ({ code: index + 1, position: index + 1, missing: null, labels: { de } }));
    const script = rScript(answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables: [{ ...first, codes }] } }), 'a.csv');
    expect(script).toContain('c("a [1] [1]", "a [2]", "a [1]", " [4]")');
  });

  it('writes labels as strings that end where they should', () => {
    expect(rScript(table(NASTY), 'a.csv')).toContain('"Sag \\"ja\\" `x\' $HOME \\\\ C:\\\\new \\"\'\\nzweite Zeile 1"');
  });
});

/** The grammar of the lines the do-file may have: commands and arguments, strings in compound quotes without macros. */
const STRING = '`"[^`$\\n]*"\'';
const EXACT = `(${STRING}|uchar\\(\\d+\\))( \\+ (${STRING}|uchar\\(\\d+\\)))*`;
const NAME = '[A-Za-z][A-Za-z0-9_]{0,31}';
const LINES = [
  '\\*.*', '', 'version 16', 'clear', `import delimited using ${STRING}, [a-zA-Z0-9_()", -]+`, `rename \\(v1( v\\d+)*\\) \\(${NAME}( ${NAME})*\\)`, 'foreach v of varlist _all \\{', '  replace `v\' = .*', '\\}',
  `label variable ${NAME} ${STRING}`, `notes ${NAME}: [^\`$]+`, `generate double new_value = (\\.|real\\(${NAME}\\)|daily\\(${NAME}, "YMD"\\))( if ${NAME} != ${EXACT}( & ${NAME} != ${EXACT})*)?`,
  `replace new_value = (\\.[a-d]?|-?\\d+(\\.\\d+)?) if ${NAME} == ${EXACT}`, `order new_value, after\\(${NAME}\\)`, `drop ${NAME}`, `rename new_value ${NAME}`, `format ${NAME} %td`,
  `label define ${NAME} (\\.[a-d]|-?\\d+) ${STRING}(, add)?`, `label values ${NAME} ${NAME}`,
].map((line) => new RegExp(`^${line}$`));

describe('stataDoFile', () => {
  it.each(['Frage', NASTY])('holds only lines of the known grammar for the label %j', (label) => {
    const unknown = stataDoFile(table(label), 'antworten.csv').split('\n').filter((line) => !LINES.some((known) => known.test(line)));
    expect(unknown).toEqual([]);
  });

  it('labels codes and missing kinds, and keeps the words they stand for', () => {
    const lines = stataDoFile(table(), 'a.csv').split('\n');
    expect(lines.filter((line) => line.includes(' place'))).toEqual(expect.arrayContaining([
      'replace new_value = 1 if place == `"cafe"\'', 'replace new_value = .d if place == `"prefer-not"\'', 'label define place 1 `"Frage cafe"\'', 'label define place .a `"nicht beantwortet"\', add',
      'label values place place', 'notes place: 1 = cafe; 2 = other; .d = prefer-not; .a = not-answered; .b = not-shown',
    ]));
    expect(lines).toContain('format since %td');
    expect(lines.filter((line) => line.startsWith('label variable'))).toHaveLength(table().columns.length);
  });

  const withCodes = (name: string, codes: readonly (string | number)[]) => {
    const [first] = EVERY_TYPE.variables;
    if (first === undefined) throw new Error('The table has no variable.');
    const listed = codes.map((code, index) => ({ code, position: index + 1, missing: null, labels: { de: `L${index}` } }));
    return answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables: [{ ...first, name, codes: listed }] } });
  };

  it('compares codes exactly, whatever signs they have', () => {
    const lines = stataDoFile(withCodes('preis', ['5$', 'a`b', 'say "x"', "it's", 'a\tb', 'ok']), 'a.csv').split('\n');
    expect(lines.filter((line) => line.includes(' if preis ')).slice(0, 6)).toEqual([
      'replace new_value = 1 if preis == `"5"\' + uchar(36)',
      'replace new_value = 2 if preis == `"a"\' + uchar(96) + `"b"\'',
      'replace new_value = 3 if preis == `"say "\' + uchar(34) + `"x"\' + uchar(34)',
      'replace new_value = 4 if preis == `"it"\' + uchar(39) + `"s"\'',
      'replace new_value = 5 if preis == `"a"\' + uchar(9) + `"b"\'',
      'replace new_value = 6 if preis == `"ok"\'',
    ]);
    expect(lines.filter((line) => !LINES.some((known) => known.test(line)))).toEqual([]);
  });

  it('gives all names at once, and its own working name to no column', () => {
    const lines = stataDoFile(withCodes('v2', [1]), 'a.csv').split('\n');
    expect(lines).toContain('rename (v1 v2 v3 v4 v5) (district_row target_group mode week v2)');
    expect(stataNames(['new_value', 'New_Value', 'v1'])).toEqual(['new_value_2', 'New_Value_3', 'v1']);
  });

  it('labels no number that four bytes cannot hold', () => {
    const lines = stataDoFile(withCodes('id', [1, 4_000_000_000]), 'a.csv').split('\n');
    expect(lines).toContain('notes id: 4000000000 = L1');
    expect(lines.some((line) => line.startsWith('label define id 4000000000'))).toBe(false);
  });

  it('labels no number that is not whole, which Stata refuses, but notes it', () => {
    const [first] = EVERY_TYPE.variables;
    if (first === undefined) throw new Error('The table has no variable.');
    const half = { ...first, codes: [{ code: 1.5, position: 1, missing: null, labels: { de: 'anderthalb' } }] };
    const lines = stataDoFile(answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables: [half] } }), 'a.csv').split('\n');
    expect(lines).toContain('notes agree: 1.5 = anderthalb');
    expect(lines.some((line) => line.startsWith('label define agree 1.5'))).toBe(false);
  });

  it('cuts long names, each to one of its own', () => {
    const names = stataNames(['a'.repeat(40), `${'a'.repeat(32)}b`, `${'A'.repeat(31)}Ac`, 'short']);
    expect(names).toEqual(['a'.repeat(32), `${'a'.repeat(30)}_2`, `${'A'.repeat(30)}_3`, 'short']);
  });
});
