import { createWriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AnswerTableInput, ExportedResponse } from '@stadtteilstimme/questionnaire/export';
import { answerCsv, answerSav, answerTable, answerWorkbook, rScript, stataDoFile } from '@stadtteilstimme/questionnaire/export';

/** Names of the files `writeExports` writes. */
export const FILES = {
  plain: 'codes.csv', germanCodes: 'codes-excel.csv', germanLabels: 'labels-excel.csv', sav: 'answers.sav', xlsx: 'answers.xlsx', r: 'read.R', stata: 'read.do',
} as const;

/** Writes one survey in every format into a folder. */
export async function writeExports(folder: string, { input, responses }: { readonly input: AnswerTableInput; readonly responses: readonly ExportedResponse[] }): Promise<void> {
  const table = answerTable(input);
  async function* each(): AsyncGenerator<ExportedResponse> {
    yield* responses;
  }
  async function* pages(): AsyncGenerator<readonly ExportedResponse[]> {
    yield responses;
  }
  const write = (name: string, chunks: AsyncIterable<Uint8Array>) => pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(path.join(folder, name)));
  await write(FILES.plain, answerCsv({ table, format: 'plain', values: 'codes', pages: pages() }));
  await write(FILES.germanCodes, answerCsv({ table, format: 'german-excel', values: 'codes', pages: pages() }));
  await write(FILES.germanLabels, answerCsv({ table, format: 'german-excel', values: 'labels', pages: pages() }));
  await write(FILES.sav, answerSav({ table, title: 'Fragebogen für Ältere', createdOn: '2026-11-22', caseCount: responses.length, responses: each() }));
  await write(FILES.xlsx, answerWorkbook({ table, responses: each }));
  writeFileSync(path.join(folder, FILES.r), rScript(table, FILES.plain));
  writeFileSync(path.join(folder, FILES.stata), stataDoFile(table, FILES.plain));
}
