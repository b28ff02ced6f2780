import { type Answers, type Codebook, type LanguageCode, NOT_ANSWERED, NOT_SHOWN, type ValueRule, type Variable, VALUE_GIVEN } from '@stadtteilstimme/domain';
import type { CodedColumn, TableCode, TableColumn, ValueColumn } from './table-column.js';
import { exportWords } from './export-words.js';
import { labelIn } from './label-language.js';
import { type MissingPair, missingNumbers, missingOfValue, missingWords, typedText } from './missing-codes.js';

export interface VariableColumnInput {
  readonly codebook: Codebook;
  readonly language: LanguageCode;
  readonly variable: Variable;
  readonly name: string;
  readonly label: string;
  readonly questionTitle: string | null;
  /** Place in the coded vector; null for the free text of an option, which has none. */
  readonly byteIndex: number | null;
}

const BYTES = 256;

/** The column of one variable. @throws {RangeError} when a value variable has no rule in the codebook. */
export function variableColumn(input: VariableColumnInput): TableColumn {
  const { variable, byteIndex } = input;
  if (byteIndex === null) return commentColumn(input);
  const [first] = variable.codes;
  return variable.codes.length === 1 && first?.code === VALUE_GIVEN ? valueColumn(input, byteIndex) : codedColumn(input, byteIndex);
}

function codedColumn({ variable, language, name, label, questionTitle }: VariableColumnInput, byteIndex: number): CodedColumn {
  const values = variable.codes.map(({ code }) => code);
  const numeric = values.every((code) => typeof code === 'number');
  const missing = numeric ? missingNumbers((value) => values.includes(value)) : missingWords(values);
  const answers = variable.codes.map(
    ({ code, labels, missing: reason }): TableCode => ({ code, label: labelIn(labels, language, String(code)), missing: reason }),
  );
  const none = noAnswerCodes(missing, language);
  const codeOfByte = Array.from({ length: BYTES }, (): TableCode | undefined => undefined);
  for (const [index, { position }] of variable.codes.entries()) codeOfByte[position] = answers[index];
  codeOfByte[NOT_ANSWERED] = none.notAnswered;
  codeOfByte[NOT_SHOWN] = none.notShown;
  const codes = [...answers, none.notAnswered, none.notShown];
  return { kind: 'coded', name, label, questionTitle, measurement: variable.measurement, variable, codes, numeric, byteIndex, codeOfByte };
}

function valueColumn({ codebook, variable, language, name, label, questionTitle }: VariableColumnInput, byteIndex: number): ValueColumn {
  const rule = codebook.questions.find((question) => question.name === variable.question)?.value;
  if (rule === undefined) throw new RangeError(`${variable.name} holds values, but the codebook has no rule for them.`);
  const none = noAnswerCodes(missingOfValue(rule), language);
  const value = valueReader(variable, rule, none);
  return {
    kind: 'value',
    name,
    label,
    questionTitle,
    measurement: variable.measurement,
    variable,
    codes: [none.notAnswered, none.notShown],
    value: rule,
    read: ({ vector, answers }) => {
      const byte = vector[byteIndex];
      if (byte === NOT_ANSWERED) return none.notAnswered;
      return byte === NOT_SHOWN ? none.notShown : value(answers);
    },
  };
}

function valueReader(variable: Variable, rule: ValueRule, none: NoAnswerCodes): (answers: Answers) => number | string {
  const { question, row } = variable;
  const type = rule.kind === 'number' ? 'number' : 'string';
  return (answers) => {
    const answer: unknown = answers[question];
    const value: unknown = row === undefined ? answer : (answer as Readonly<Record<string, unknown>> | undefined)?.[row];
    // Was written, and deleted since: what people write in their own words is kept for some months only.
    if (rule.kind === 'text' && value === undefined) return '';
    if (typeof value !== type) throw new RangeError(`The vector says that ${variable.name} was answered, the answers hold no such value.`);
    if (rule.kind === 'text') return typedText(value as string);
    if (value === none.notAnswered.code || value === none.notShown.code) {
      throw new RangeError(`An answer of ${variable.name} is the number that stands for a missing one; give the question a lower limit.`);
    }
    return value as number | string;
  };
}

/** The free text of an option; whether its question was shown says the column of the choice. */
function commentColumn({ codebook, variable, name, label, questionTitle }: VariableColumnInput): ValueColumn {
  const question = codebook.questions.find(({ commentKey }) => commentKey === variable.question);
  return {
    kind: 'value',
    name,
    label,
    questionTitle,
    measurement: 'text',
    variable,
    codes: [],
    value: { kind: 'text', multiline: true, maxLength: question?.commentMaxLength ?? 0 },
    read: ({ answers }) => {
      const text = answers[variable.question];
      return typeof text === 'string' ? text : '';
    },
  };
}

interface NoAnswerCodes {
  readonly notAnswered: TableCode;
  readonly notShown: TableCode;
}

function noAnswerCodes({ notAnswered, notShown }: MissingPair, language: LanguageCode): NoAnswerCodes {
  const words = exportWords(language);
  return {
    notAnswered: { code: notAnswered, label: words.notAnswered, missing: 'not-answered' },
    notShown: { code: notShown, label: words.notShown, missing: 'not-shown' },
  };
}
