import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { UnreadableFile, type FileProblemCode } from '../files/unreadable-file.js';
import type { ImportReport } from './import-report.js';

/** SurveyJS JSON as our product keeps it. */
export type SurveyJson = Readonly<Record<string, unknown>>;

/** A questionnaire that came from another program. */
export interface ImportedQuestionnaire {
  /**
   * Normalised SurveyJS JSON: pages with elements, choices with value and text, texts under language codes, only what the
   * codebook knows.
   */
  readonly survey: SurveyJson;
  /** Texts outside the pages; plain text, empty where the file has none. */
  readonly welcome: LocalizedText;
  readonly thanks: LocalizedText;
  /** Languages of the texts, the file's main language first. */
  readonly languages: readonly LanguageCode[];
  readonly report: ImportReport;
}

/** What the file is not, or why it cannot be read. */
export const FORMAT_PROBLEMS = {
  'not-surveyjs': {
    de: 'Das ist kein SurveyJS-Fragebogen: Es fehlen Seiten („pages“) oder Fragen („elements“).',
    en: 'This is no SurveyJS questionnaire: it has neither pages ("pages") nor questions ("elements").',
  },
  'not-limesurvey': {
    de: 'Das ist keine LimeSurvey-Fragebogendatei (.lss).',
    en: 'This is not a LimeSurvey questionnaire file (.lss).',
  },
  'limesurvey-archive': {
    de: 'Das ist ein LimeSurvey-Archiv (.lsa), in dem auch Antworten liegen. Bitte in LimeSurvey nur den Aufbau der Umfrage exportieren (.lss).',
    en: 'This is a LimeSurvey archive (.lsa), which also holds answers. Please export only the structure of the survey in LimeSurvey (.lss).',
  },
  'not-xlsform': {
    de: 'Das ist kein XLSForm: Es fehlt ein Tabellenblatt „survey“ mit den Spalten „type“ und „name“.',
    en: 'This is no XLSForm: it has no sheet "survey" with the columns "type" and "name".',
  },
  'no-questions': {
    de: 'Die Datei enthält keine Frage, die übernommen werden kann.',
    en: 'The file contains no question that can be taken over.',
  },
  'too-many-questions': {
    de: 'Die Datei enthält mehr als {detail} Fragen.',
    en: 'The file contains more than {detail} questions.',
  },
} as const;

export type ImportProblemCode = FileProblemCode | keyof typeof FORMAT_PROBLEMS;

/** Why nothing was imported, for staff: German first, English second. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly de: string;
  readonly en: string;
}

export type ImportResult =
  | ({ readonly ok: true } & ImportedQuestionnaire)
  | { readonly ok: false; readonly problems: readonly ImportProblem[]; readonly report: ImportReport };

/** A file that can be read but is not what it should be. */
export class NotThisFormat extends Error {
  override readonly name = 'NotThisFormat';

  constructor(
    readonly code: keyof typeof FORMAT_PROBLEMS,
    readonly report: ImportReport = { entries: [] },
    readonly detail = '',
  ) {
    super(code);
  }
}

/** Most questions an import takes; more is no questionnaire anybody answers. */
export const MAX_QUESTIONS = 2000;

/** Runs an import: every kind of bad file becomes a problem; anything else thrown is a mistake of ours and stays one. */
export function importResult(read: () => ImportedQuestionnaire): ImportResult {
  try {
    return { ok: true, ...read() };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problems: [{ code: error.code, ...error.sentences }], report: { entries: [] } };
    if (error instanceof NotThisFormat) {
      const { de, en } = FORMAT_PROBLEMS[error.code];
      const problem = { code: error.code, de: de.replaceAll('{detail}', error.detail), en: en.replaceAll('{detail}', error.detail) };
      return { ok: false, problems: [problem], report: error.report };
    }
    throw error;
  }
}
