import { NOT_ANSWERED } from '@stadtteilstimme/domain';
import type { CodebookQuestion } from '@stadtteilstimme/domain';
import { isRecord } from '../codebook/json-value.js';
import { codeTable } from './choice-coding.js';
import type { CodeTable } from './choice-coding.js';
import type { Coding, Column } from './coding.js';

interface Row {
  readonly key: string;
  readonly index: number;
  readonly codes: CodeTable;
}

/** An object of row → code. Only own, known rows; a row left out is not answered, no row at all is no answer. */
export function matrixCoding(question: CodebookQuestion, columns: readonly Column[]): Coding {
  const rows = columns.map((column) => rowOf(column));
  const keys = new Set(rows.map(({ key }) => key));
  return {
    accept: (value, problems) => {
      if (value === undefined) return undefined;
      if (!isRecord(value)) {
        problems.add('wrong-type', question.name);
        return undefined;
      }
      const given = Object.keys(value);
      // More keys than rows: one of them is unknown, however many there are.
      if (given.length > keys.size || given.some((key) => !keys.has(key))) {
        problems.add('unknown-code', question.name);
        return undefined;
      }
      const accepted: [string, string | number][] = [];
      for (const { key, codes } of rows) {
        if (!Object.hasOwn(value, key) || value[key] === undefined) continue;
        const answer = codes.byAnswer.get(value[key])?.answer;
        if (answer === undefined) problems.add(codes.refusal(value[key]), question.name);
        else if (typeof answer !== 'boolean') accepted.push([key, answer]);
      }
      return accepted.length === 0 ? undefined : Object.fromEntries(accepted);
    },
    encode: (value, vector) => {
      if (!isRecord(value)) return;
      for (const { key, index, codes } of rows) {
        const answer = Object.hasOwn(value, key) ? value[key] : undefined;
        vector[index] = codes.byAnswer.get(answer)?.position ?? NOT_ANSWERED;
      }
    },
    isAnswered: (value) => {
      if (!isRecord(value)) return false;
      return question.eachRowRequired !== true || rows.every(({ key }) => Object.hasOwn(value, key));
    },
  };
}

function rowOf({ variable, index }: Column): Row {
  if (variable.row === undefined) throw new Error(`Variable ${variable.name} of a matrix has no row.`);
  return { key: variable.row, index, codes: codeTable(variable.codes, false) };
}
