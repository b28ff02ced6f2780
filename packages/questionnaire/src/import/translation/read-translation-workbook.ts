import { WORDING_STATES } from '@stadtteilstimme/domain';
import type { WordingState } from '@stadtteilstimme/domain';
import { headingLanguage, TRANSLATION_COLUMNS } from '../../export/translation/translation-columns.js';
import { STATE_WORDS } from '../../export/translation/wording-states.js';
import { readXlsx } from '../../files/read-xlsx.js';
import type { XlsxRow, XlsxSheet } from '../../files/read-xlsx.js';
import { NotATranslationFile } from './translation-row.js';
import type { TranslationFile, TranslationRow } from './translation-row.js';

/**
 * Reads a translation sheet that came back: the first sheet whose first row has the headings, columns in any order.
 * Empty rows are passed over. White space of a text stays; characters a sheet cannot hold are blanks.
 * @throws {UnreadableFile} when the bytes are no readable workbook
 * @throws {NotATranslationFile} `not-a-translation-sheet`
 */
export function readTranslationWorkbook(bytes: Uint8Array): TranslationFile {
  for (const sheet of readXlsx(bytes)) {
    const columns = columnsOf(sheet);
    if (columns === null) continue;
    return { source: columns.source.language, target: columns.target.language, rows: sheet.rows.slice(1).flatMap((row) => translationRow(row, columns)) };
  }
  throw new NotATranslationFile('not-a-translation-sheet');
}

interface SheetColumns {
  readonly key: number;
  readonly source: { readonly at: number; readonly language: string };
  readonly target: { readonly at: number; readonly language: string };
  readonly state: number | null;
  readonly note: number | null;
}

function columnsOf({ rows: [header] }: XlsxSheet): SheetColumns | null {
  if (header?.number !== 1) return null;
  const headings = [...header.cells];
  const named = (heading: string): number | null => headings.find(([, text]) => text.trim() === heading)?.[0] ?? null;
  const inLanguage = (column: 'source' | 'target') =>
    headings.flatMap(([at, text]) => {
      const language = headingLanguage(column, text);
      return language === null || language === '' ? [] : [{ at, language }];
    })[0];
  const key = named(TRANSLATION_COLUMNS.key);
  const source = inLanguage('source');
  const target = inLanguage('target');
  if (key === null || !source || !target) return null;
  return { key, source, target, state: named(TRANSLATION_COLUMNS.state), note: named(TRANSLATION_COLUMNS.note) };
}

function translationRow(row: XlsxRow, columns: SheetColumns): readonly TranslationRow[] {
  const cell = (at: number | null): string => (at === null ? '' : (row.cells.get(at) ?? ''));
  const key = cell(columns.key).trim();
  const source = cell(columns.source.at);
  const target = cell(columns.target.at);
  if (key === '' && source.trim() === '' && target.trim() === '') return [];
  const stateWord = cell(columns.state).trim();
  const state = stateOf(stateWord);
  return [
    {
      place: `row ${row.number}`,
      key,
      source,
      target,
      state,
      ...(stateWord !== '' && state === null ? { unknownState: stateWord.slice(0, 60) } : {}),
      note: cell(columns.note).trim(),
    },
  ];
}

function stateOf(word: string): WordingState | null {
  const wanted = word.toLowerCase();
  return WORDING_STATES.find((state) => state === wanted || STATE_WORDS[state].toLowerCase() === wanted) ?? null;
}
