import type {
  AnswerCode,
  AnswerValue,
  Codebook,
  CodebookQuestion,
  LocalizedText,
  MissingKind,
  ValueRule,
  Variable,
  VariableCode,
} from '@stadtteilstimme/domain';
import { NOT_ANSWERED, NOT_SHOWN, VALUE_GIVEN } from '@stadtteilstimme/domain';
import type { AnswerTableInput, ExportedResponse } from '@stadtteilstimme/questionnaire/export';
import { seededNumbers } from '../runner/random-answers.ts';

/** What an answer holds for one variable, known without any export code. */
export type TrueCell =
  | { readonly kind: 'code'; readonly code: AnswerCode; readonly label: string; readonly missing: MissingKind | null }
  | { readonly kind: 'value'; readonly value: number | string }
  | { readonly kind: 'none'; readonly reason: 'not-answered' | 'not-shown' | 'no-text' };

export interface RandomSurvey {
  readonly input: AnswerTableInput;
  readonly responses: readonly ExportedResponse[];
  /** One row per answer, one cell per variable of the codebook. */
  readonly truth: readonly (readonly TrueCell[])[];
}

export interface SurveyShape {
  readonly seed: number;
  readonly questions: number;
  readonly rows: number;
  readonly language: string;
  /** Longest free text, UTF-16 units. */
  readonly textLength: number;
}

type Random = () => number;

/** Texts that break naive writers: separators, quotes, formulas, escapes, line breaks, other scripts, emoji, missing codes. */
const NASTY = [
  '=HYPERLINK("http://example.org")', '+49 4131 309', '-1+2', '@SUM(A1)', '-9', "'-9", "'=1", "''=1", '98', '007', '1,5', '1;2', 'a;b,c', 'say "yes"', '""',
  "it's", 'zwei\nZeilen', 'tab\there', '\u00a0geschützt', 'Straße & <b>Öl</b>', 'مرحبا بكم', 'שלום עולם', 'Приве́т', '漢字', '😀👩‍👩‍👧‍👦🇩🇪', '_x0041_', 'C:\\new\\table',
  '`"$x"\'', '＝1+1', '＠SUM(A1)', "'－9", 'zeile=\n=1', '%d %s', 'TRUE', 'NA', 'NULL', '1e5', '2026-01-01', '#REF!', '\u200Fمن اليمين', 'e\u0301', 'ﬃ', '…',
];

/** A survey with every type of question, labels in German, English and Arabic, and answers with every kind of missing value. */
export function randomSurvey(shape: SurveyShape): RandomSurvey {
  const next = seededNumbers(shape.seed);
  const makers = [single, multiple, ranking, matrix, number, date, text];
  const questions = Array.from({ length: shape.questions }, (_, index) => (makers[index % makers.length] ?? single)(`Q${index + 1}`, next, shape));
  const codebook: Codebook = { questions: questions.map(({ question }) => question), variables: questions.flatMap(({ variables }) => variables), districtVariable: null };
  const rows = Array.from({ length: shape.rows }, () => randomRow(questions, next));
  return {
    input: {
      codebook,
      language: shape.language,
      synthetic: true,
      districtNames: new Map([['north', 'Nord'], ['süd', 'Süd "unten"'], ['kaltenmoor', 'Kaltenmoor']]),
      targetGroupNames: new Map([['senior', 'Ältere Menschen']]),
    },
    responses: rows.map(({ response }) => response),
    truth: rows.map(({ truth }) => truth),
  };
}

interface RandomQuestion {
  readonly question: CodebookQuestion;
  readonly variables: readonly Variable[];
  /** Answers of one person: what goes into the record, the bytes, and the truth per variable. */
  readonly answer: (state: 'answered' | 'not-answered' | 'not-shown', next: Random) => RandomAnswer;
}

interface RandomAnswer {
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly bytes: readonly number[];
  readonly truth: readonly TrueCell[];
}

function randomRow(questions: readonly RandomQuestion[], next: Random): { readonly response: ExportedResponse; readonly truth: readonly TrueCell[] } {
  const parts = questions.map((question) => {
    const draw = next();
    return question.answer(draw < 0.7 ? 'answered' : draw < 0.85 ? 'not-answered' : 'not-shown', next);
  });
  const district = pick(['north', 'süd', 'kaltenmoor', null], next);
  const response: ExportedResponse = {
    districtId: district,
    elsewhere: district === null && next() < 0.5,
    targetGroup: 'senior',
    mode: pick(['online', 'paper', 'interpreter'] as const, next),
    week: `2026-W${String(10 + Math.floor(next() * 40))}`,
    answers: Object.assign({}, ...parts.map(({ answers }) => answers)) as ExportedResponse['answers'],
    vector: Uint8Array.from(parts.flatMap(({ bytes }) => bytes)),
  };
  return { response, truth: parts.flatMap(({ truth }) => truth) };
}

function pick<Item>(list: readonly Item[], next: Random): Item {
  const item = list[Math.floor(next() * list.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}

/** Labels differ from each other, so that programs which join equal labels are no reason for a difference. */
function labels(about: string, next: Random): LocalizedText {
  const nasty = pick(NASTY, next).replaceAll(/\s+/g, ' ');
  return { de: `${about} ${nasty} ä`, en: `${about} ${nasty} en`, ar: `${about} نص ${nasty}` };
}

function variable(name: string, question: string, next: Random, changes: Partial<Variable>): Variable {
  return {
    name, question, itemId: null, demographicId: null, part: 'choice', measurement: 'nominal', scale: null, codes: [], option: null,
    labels: labels(name, next), criterion: null, fieldOfAction: null, reverse: false, art9: false, sensitive: false, visibleIf: null, ...changes,
  };
}

function question(name: string, type: CodebookQuestion['type'], changes: Partial<CodebookQuestion> = {}): CodebookQuestion {
  return { name, type, max: null, commentKey: null, commentMaxLength: 0, visibleIf: '{Q1} notempty', ...changes };
}

/** Sets of codes as imports and our own item bank have them. */
const CODE_SETS: readonly (readonly (readonly [AnswerCode, MissingKind | null])[])[] = [
  [[1, null], [2, null], [3, null], [4, null], [5, null], [98, 'dont-know'], [99, 'prefer-not']],
  [[0, null], [1, null]],
  [['cafe', null], ['park', null], ['=other', null], ['dont-know', 'dont-know'], ['prefer-not', 'prefer-not']],
  [['1', null], ['2', null], ['03', null]],
  [['1e5', null], ['0001', null], ["'=1", null], ['＝1', null], ['5$ `a`', null], ['-8', null], ['prefer-not', 'prefer-not']],
  [['1', null], ['2', null], ['10', null], ['98', 'dont-know']],
  [[-2, null], [-1, null], [0, null], [1, null], [2, null], [77, 'dont-know'], [88, 'prefer-not'], [99, 'prefer-not']],
  [[-9, null], [-8, null], [1.5, null], [99, 'dont-know'], [101, null], [102, 'prefer-not'], [1000, null]],
];

function codesOf(name: string, next: Random): readonly VariableCode[] {
  return pick(CODE_SETS, next).map(([code, missing], index) => ({ code, position: index + 1, missing, labels: labels(`${name}.${String(code)}`, next) }));
}

function codeCell(code: VariableCode | undefined, language: string): TrueCell {
  if (code === undefined) throw new RangeError('No such code.');
  return { kind: 'code', code: code.code, label: code.labels[language] ?? '', missing: code.missing };
}

function none(state: 'not-answered' | 'not-shown', variables: readonly Variable[]): RandomAnswer {
  const coded = variables.filter(({ codes }) => codes.length > 0);
  return {
    answers: {},
    bytes: coded.map(() => (state === 'not-shown' ? NOT_SHOWN : NOT_ANSWERED)),
    truth: variables.map(({ codes }) => ({ kind: 'none', reason: codes.length === 0 ? 'no-text' : state })),
  };
}

function single(name: string, next: Random, { language, textLength }: SurveyShape): RandomQuestion {
  const codes = codesOf(name, next);
  const key = `${name}-Comment`;
  const choice = variable(name, name, next, { codes, measurement: typeof codes[0]?.code === 'number' ? 'ordinal' : 'nominal' });
  const comment = variable(`${name}_text`, key, next, { part: 'text', measurement: 'text' });
  const variables = [choice, comment];
  return {
    question: question(name, 'single', { commentKey: key, commentMaxLength: textLength }),
    variables,
    answer: (state, draw) => {
      if (state !== 'answered') return none(state, variables);
      const code = pick(codes, draw);
      const written = draw() < 0.6 ? randomText(textLength, draw) : null;
      return {
        answers: { [name]: code.code, ...(written === null ? {} : { [key]: written }) },
        bytes: [code.position],
        truth: [codeCell(code, language), written === null ? { kind: 'none', reason: 'no-text' } : { kind: 'value', value: written }],
      };
    },
  };
}

const TICKS: readonly VariableCode[] = [
  { code: 0, position: 1, missing: null, labels: { de: 'nicht gewählt', en: 'not chosen', ar: 'لم يتم اختياره' } },
  { code: 1, position: 2, missing: null, labels: { de: 'gewählt', en: 'chosen', ar: 'تم اختياره' } },
];

function multiple(name: string, next: Random, { language }: SurveyShape): RandomQuestion {
  const options = ['a', 'b', 'c'];
  const variables = options.map((option) =>
    variable(`${name}_${option}`, name, next, { part: 'option', codes: TICKS, option: { code: option, exclusive: false, missing: null } }),
  );
  return {
    question: question(name, 'multiple'),
    variables,
    answer: (state, draw) => {
      if (state !== 'answered') return none(state, variables);
      const ticked = options.map(() => draw() < 0.5);
      return {
        answers: { [name]: options.filter((_, index) => ticked[index]) },
        bytes: ticked.map((tick) => (tick ? 2 : 1)),
        truth: ticked.map((tick) => codeCell(TICKS[tick ? 1 : 0], language)),
      };
    },
  };
}

function ranking(name: string, next: Random, { language }: SurveyShape): RandomQuestion {
  const options = ['x', 'y', 'z'];
  const ranks = options.map((_, index): VariableCode => ({ code: index + 1, position: index + 1, missing: null, labels: labels(`${name} Rang ${index + 1}`, next) }));
  const variables = options.map((option) =>
    variable(`${name}_${option}`, name, next, { part: 'rank', measurement: 'ordinal', codes: ranks, option: { code: option, exclusive: false, missing: null } }),
  );
  return {
    question: question(name, 'ranking'),
    variables,
    answer: (state, draw) => {
      if (state !== 'answered') return none(state, variables);
      const start = Math.floor(draw() * options.length);
      const places = options.map((_, index) => (index + start) % options.length);
      return {
        answers: { [name]: [...options].sort((left, right) => (places[options.indexOf(left)] ?? 0) - (places[options.indexOf(right)] ?? 0)) },
        bytes: places.map((place) => place + 1),
        truth: places.map((place) => codeCell(ranks[place], language)),
      };
    },
  };
}

function matrix(name: string, next: Random, { language }: SurveyShape): RandomQuestion {
  const rows = ['r1', 'r2'];
  const codes = codesOf(name, next);
  const variables = rows.map((row) => variable(`${name}_${row}_with_a_name_that_is_longer_than_thirty_two`, name, next, { codes, row, measurement: 'ordinal' }));
  return {
    question: question(name, 'matrix'),
    variables,
    answer: (state, draw) => {
      if (state !== 'answered') return none(state, variables);
      const chosen = rows.map(() => pick(codes, draw));
      return {
        answers: { [name]: Object.fromEntries(rows.map((row, index) => [row, chosen[index]?.code ?? ''])) },
        bytes: chosen.map(({ position }) => position),
        truth: chosen.map((code) => codeCell(code, language)),
      };
    },
  };
}

const GIVEN: readonly VariableCode[] = [{ code: VALUE_GIVEN, position: 1, missing: null, labels: {} }];

function value(
  name: string,
  next: Random,
  rule: ValueRule,
  measurement: Variable['measurement'],
  draw: (next: Random) => number | string,
): RandomQuestion {
  const variables = [variable(name, name, next, { part: rule.kind, measurement, codes: GIVEN })];
  return {
    question: question(name, rule.kind, { value: rule }),
    variables,
    answer: (state, random) => {
      if (state !== 'answered') return none(state, variables);
      const drawn = draw(random);
      return { answers: { [name]: drawn }, bytes: [1], truth: [{ kind: 'value', value: drawn }] };
    },
  };
}

function number(name: string, next: Random): RandomQuestion {
  const whole = next() < 0.5;
  const min = pick([null, 0, -20], next);
  const rule: ValueRule = { kind: 'number', whole, min, max: null };
  return value(name, next, rule, 'scale', (random) => {
    const drawn = (min ?? -1000) + Math.floor(random() * 2000);
    return whole ? drawn : drawn + pick([0, 0.5, 0.125, 1 / 3, 1e-7, 1e15], random);
  });
}

function date(name: string, next: Random): RandomQuestion {
  return value(name, next, { kind: 'date', min: null, max: null }, 'date', (random) => {
    const year = pick([1899, 1900, 1999, 2000, 2024, 2026, 2100], random);
    return `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  });
}

function text(name: string, next: Random, { textLength }: SurveyShape): RandomQuestion {
  return value(name, next, { kind: 'text', multiline: true, maxLength: textLength }, 'text', (random) => randomText(textLength, random));
}

/** As the answer check leaves texts: trimmed, `\n` as line break, never empty. */
function randomText(most: number, next: Random): string {
  let made = pick(NASTY, next);
  while (next() < 0.4) made += pick(['', ' ', '\n'], next) + pick(NASTY, next);
  if (next() < 0.1) made = made.padEnd(most, pick(['ä', 'x', 'م'], next));
  const trimmed = [...made].reduce((whole, character) => (whole.length + character.length <= most ? whole + character : whole), '').trim();
  return trimmed === '' ? 'x' : trimmed;
}
