import type { LanguageCode } from '@stadtteilstimme/domain';
import { UnreadableFile } from '../../files/unreadable-file.js';
import type { FileProblemCode } from '../../files/unreadable-file.js';
import type { TranslatableText } from '../../parity/translatable-text.js';
import { judgeTranslations } from './judge-translations.js';
import type { TranslationJudgement } from './judge-translations.js';
import { readTranslationWorkbook } from './read-translation-workbook.js';
import { readTranslationXliff } from './read-translation-xliff.js';
import { NotATranslationFile, TRANSLATION_FILE_PROBLEMS } from './translation-row.js';
import type { TranslationFile } from './translation-row.js';

/** Why nothing of the file was read, for staff: German first, English second. */
export interface TranslationFileProblem {
  readonly code: FileProblemCode | keyof typeof TRANSLATION_FILE_PROBLEMS;
  readonly de: string;
  readonly en: string;
}

export type TranslationImport =
  | { readonly readable: true; readonly judgement: TranslationJudgement }
  | { readonly readable: false; readonly problem: TranslationFileProblem };

export interface TranslationImportInput {
  readonly bytes: Uint8Array;
  /** The texts of today, as they were given to `translationXliff` or `translationWorkbook`. */
  readonly texts: readonly TranslatableText[];
  readonly source?: LanguageCode;
  readonly target: LanguageCode;
}

/** First bytes of every ZIP, and so of every XLSX. */
const ZIP_START = [0x50, 0x4b];

/**
 * Imports a file that came back from translators, XLIFF 2.0 or our Excel sheet (told apart by its first bytes), and holds
 * it against the texts of today. Nothing is stored here: `judgement.updates` says what may be, and is empty as soon as
 * one row has a problem. A file that cannot be read is a problem, never an exception.
 */
export function importTranslation({ bytes, texts, source = 'de', target }: TranslationImportInput): TranslationImport {
  try {
    return { readable: true, judgement: judgeTranslations(read(bytes), texts, { source, target }) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { readable: false, problem: { code: error.code, ...error.sentences } };
    if (error instanceof NotATranslationFile) return { readable: false, problem: { code: error.code, ...TRANSLATION_FILE_PROBLEMS[error.code] } };
    throw error;
  }
}

function read(bytes: Uint8Array): TranslationFile {
  return ZIP_START.every((byte, index) => bytes[index] === byte) ? readTranslationWorkbook(bytes) : readTranslationXliff(bytes);
}
