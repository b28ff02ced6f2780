import { checkVectorLength, unknownPosition } from '../table/answer-table.js';
import { codebookRows } from '../table/codebook-rows.js';
import type { AnswerTable, CodedColumn, ExportedResponse, LeadColumn, TableColumn, ValueColumn } from '../table/table-column.js';
import { CaseCompressor } from './case-compressor.js';
import { savDictionary } from './sav-dictionary.js';
import { type SavNumber, type SavString, type SavVariable, savVariables } from './sav-variable.js';
import { spssDate } from './spss-date.js';
import { stringBytes } from './string-bytes.js';

export interface AnswerSav {
  readonly table: AnswerTable;
  /** Title of the questionnaire in the table's language; nothing about persons. */
  readonly title: string;
  /** Day of the export, `YYYY-MM-DD`. */
  readonly createdOn: string;
  /** Number of answers where it is known beforehand; null = unknown, which SPSS, PSPP and R accept. */
  readonly caseCount: number | null;
  readonly responses: AsyncIterable<ExportedResponse>;
}

const BYTES_PER_CHUNK = 65_536;

/**
 * Single answers as an SPSS system file (.sav) in pieces of about 64 KiB: UTF-8, compressed, with long names, variable and value labels in the
 * table's language, measurement levels and user-missing values.
 *
 * Choices are numbers with labels (`codeNumbers` has the rule and the reason); the ticks of one question are a multiple-response
 * set (`multipleResponseSets`). Original codes stand as attributes `OriginalCode`, labels that SPSS cuts (120 and 255 bytes)
 * as `FullValueLabel` and `FullLabel`. Dates are SPSS dates; one before 15 October 1582 becomes the missing value -7, labelled
 * so. A text that is longer than SPSS's 32,767 bytes ends in ` […]`.
 * @throws {RangeError} while it is read: when an answer does not belong to the codebook, when a district, target group or
 * mode is not in the table's lists (it would have no number), or when the number of answers is not `caseCount`.
 */
export async function* answerSav({ table, title, createdOn, caseCount, responses }: AnswerSav): AsyncGenerator<Uint8Array> {
  const variables = savVariables(table);
  yield savDictionary({ fileLabel: title, createdOn, caseCount, documents: codebookRows(table).notes }, variables);
  const writers = variables.map(caseWriter);
  const cases = new CaseCompressor();
  let count = 0;
  for await (const response of responses) {
    checkVectorLength(table, response);
    count += 1;
    for (const write of writers) write(response, cases);
    if (cases.ready >= BYTES_PER_CHUNK) yield cases.take();
  }
  if (caseCount !== null && count !== caseCount) throw new RangeError(`The file says ${caseCount} answers, there were ${count}.`);
  yield cases.finish();
}

type CaseWriter = (response: ExportedResponse, cases: CaseCompressor) => void;

function caseWriter(variable: SavVariable): CaseWriter {
  const { column } = variable;
  if (variable.kind === 'string') return textWriter(variable, column);
  if (column.kind === 'coded') return codedWriter(variable, column);
  return column.kind === 'lead' ? leadWriter(variable, column) : valueWriter(variable, column);
}

function codedWriter({ numbers }: SavNumber, column: CodedColumn): CaseWriter {
  const { byteIndex } = column;
  const numberOfByte = column.codeOfByte.map((code) => (code === undefined ? undefined : (numbers.get(code) ?? null)));
  return ({ vector }, cases) => {
    const byte = vector[byteIndex];
    const number = byte === undefined ? undefined : numberOfByte[byte];
    if (number === undefined) throw unknownPosition(column, byte);
    if (number === null) cases.systemMissing();
    else cases.number(number);
  };
}

function leadWriter({ numbers }: SavNumber, column: LeadColumn): CaseWriter {
  const numberOf = new Map(column.codes.map((code) => [code.code, numbers.get(code)]));
  return (response, cases) => {
    const number = numberOf.get(column.read(response));
    if (number === undefined || number === null) throw new RangeError(`An answer has a ${column.name} that is not in the list given for the export.`);
    cases.number(number);
  };
}

function valueWriter({ numbers, tooEarly }: SavNumber, column: ValueColumn): CaseWriter {
  return (response, cases) => {
    const value = column.read(response);
    if (typeof value === 'object') cases.number(numbers.get(value) ?? 0);
    else if (typeof value === 'number') cases.number(value);
    else cases.number(spssDate(value) ?? tooEarly ?? 0);
  };
}

function textWriter({ width }: SavString, column: TableColumn): CaseWriter {
  const bytes = stringBytes(width);
  return (response, cases) => {
    const value = column.kind === 'coded' ? '' : column.read(response);
    const text = typeof value !== 'object' ? value : value.missing === 'not-answered' ? '' : value.code;
    const filled = bytes.fill(String(text));
    cases.string(bytes.elements, filled);
  };
}
