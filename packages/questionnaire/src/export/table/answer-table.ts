import { codedVariables } from '@stadtteilstimme/domain';
import { columnLabels } from './column-labels.js';
import { columnNames } from './column-names.js';
import { leadColumns } from './lead-columns.js';
import type { AnswerTable, AnswerTableInput, CodedColumn, ExportedResponse } from './table-column.js';
import { variableColumn } from './variable-column.js';

/**
 * The columns all formats share, in an order that does not depend on the paths people took: `synthetic` (only for example
 * data), `district_row`, `target_group`, `mode`, `week`, then every variable in codebook order.
 *
 * Cells: codes as declared (98 and 99 of a scale stay 98 and 99) · ticks 1 and 0 · ranks and matrix rows as codes · numbers,
 * dates and texts as they are · not answered -9 and not shown -8 where codes are numbers, `not-answered` and `not-shown` where
 * they are words or dates · the free text of an option beside its choice, empty when nothing was written.
 * There is no time of day anywhere, so no time zone either: only ISO weeks and calendar days.
 * @throws {RangeError} when the codebook has a value variable without its rule.
 */
export function answerTable(input: AnswerTableInput): AnswerTable {
  const { codebook, language } = input;
  const labels = columnLabels(input);
  const names = columnNames();
  const lead = leadColumns(input);
  for (const column of lead) names.claim(column.name);
  const byteOf = new Map(codedVariables(codebook).map((variable, index) => [variable, index]));
  const variables = codebook.variables.map((variable) =>
    variableColumn({ codebook, language, variable, ...labels(variable), name: names.claim(variable.name), byteIndex: byteOf.get(variable) ?? null }),
  );
  const answerKeys = new Set(variables.flatMap((column) => (column.kind === 'value' ? [column.variable.question] : [])));
  return { columns: [...lead, ...variables], language, vectorLength: byteOf.size, answerKeys: [...answerKeys] };
}

/** @throws {RangeError} when an answer's vector does not belong to the table's codebook. */
export function checkVectorLength({ vectorLength }: AnswerTable, { vector }: ExportedResponse): void {
  if (vector.length !== vectorLength) throw new RangeError(`The vector has ${vector.length} bytes, the codebook ${vectorLength} coded variables.`);
}

/** The error for a byte that is no position of the column's codebook; the byte is no answer and may be named. */
export function unknownPosition(column: CodedColumn, byte: number | undefined): RangeError {
  return new RangeError(`Position ${String(byte)} of ${column.name} is not in the codebook.`);
}
