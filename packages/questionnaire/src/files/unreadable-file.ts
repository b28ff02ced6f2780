/**
 * Why a file that somebody handed in cannot be read. Every sentence is meant for staff: German first, English second;
 * `{detail}` is filled from `UnreadableFile.detail` and never carries text from inside the file beyond a name.
 */
export const FILE_PROBLEMS = {
  'file-empty': {
    de: 'Die Datei ist leer.',
    en: 'The file is empty.',
  },
  'file-too-large': {
    de: 'Die Datei ist größer als {detail}.',
    en: 'The file is larger than {detail}.',
  },
  'zip-not-a-zip': {
    de: 'Das ist keine XLSX- oder ZIP-Datei oder sie ist unvollständig.',
    en: 'This is not an XLSX or ZIP file, or it is incomplete.',
  },
  'zip-damaged': {
    de: 'Der Teil „{detail}“ der Datei ist beschädigt.',
    en: 'The part "{detail}" of the file is damaged.',
  },
  'zip-encrypted': {
    de: 'Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern.',
    en: 'The file is protected by a password. Please save it without one.',
  },
  'zip-unsupported': {
    de: 'Die Datei ist auf eine Weise gepackt, die hier nicht gelesen wird: {detail}.',
    en: 'The file is packed in a way that is not read here: {detail}.',
  },
  'zip-unsafe-name': {
    de: 'Die Datei enthält einen unzulässigen Namen (Teil {detail}).',
    en: 'The file contains a name that is not allowed (part {detail}).',
  },
  'zip-too-many-entries': {
    de: 'Die Datei besteht aus mehr als {detail} Teilen.',
    en: 'The file has more than {detail} parts.',
  },
  'zip-bomb': {
    de: 'Der Inhalt der Datei wird beim Entpacken zu groß: {detail}.',
    en: 'The content of the file becomes too large when unpacked: {detail}.',
  },
  'encoding-unknown': {
    de: 'Die Zeichenkodierung „{detail}“ wird nicht gelesen. Bitte als UTF-8 speichern.',
    en: 'The character encoding "{detail}" is not read. Please save as UTF-8.',
  },
  'encoding-wrong': {
    de: 'Der Text ist nicht in der Kodierung {detail} geschrieben, die die Datei angibt. Bitte als UTF-8 speichern.',
    en: 'The text is not written in the encoding {detail} that the file states. Please save as UTF-8.',
  },
  'xml-not-well-formed': {
    de: 'Die XML-Datei ist fehlerhaft ({detail}).',
    en: 'The XML file is not well-formed ({detail}).',
  },
  'xml-doctype': {
    de: 'Die XML-Datei enthält eine DOCTYPE-Angabe. Solche Dateien werden aus Sicherheitsgründen nicht gelesen.',
    en: 'The XML file contains a DOCTYPE. Such files are not read for reasons of security.',
  },
  'xml-too-deep': {
    de: 'Die Elemente der Datei sind tiefer als {detail} Ebenen verschachtelt.',
    en: 'The elements of the file are nested deeper than {detail} levels.',
  },
  'xml-too-many-elements': {
    de: 'Die Datei hat mehr als {detail} Elemente.',
    en: 'The file has more than {detail} elements.',
  },
  'xml-too-many-attributes': {
    de: 'Die Datei hat mehr als {detail} Attribute.',
    en: 'The file has more than {detail} attributes.',
  },
  'xlsx-not-a-workbook': {
    de: 'Das ist keine Excel-Arbeitsmappe (.xlsx).',
    en: 'This is not an Excel workbook (.xlsx).',
  },
  'xlsx-old-format': {
    de: 'Das ist eine alte (.xls) oder mit Kennwort geschützte Excel-Datei. Bitte ohne Kennwort als .xlsx speichern.',
    en: 'This is an old (.xls) or password-protected Excel file. Please save it as .xlsx without a password.',
  },
  'xlsx-too-much-text': {
    de: 'Die Arbeitsmappe enthält mehr als {detail} Millionen Zeichen Text.',
    en: 'The workbook contains more than {detail} million characters of text.',
  },
  'json-malformed': {
    de: 'Das ist keine gültige JSON-Datei.',
    en: 'This is not a valid JSON file.',
  },
  'json-too-deep': {
    de: 'Die Werte der Datei sind tiefer als {detail} Ebenen verschachtelt.',
    en: 'The values of the file are nested deeper than {detail} levels.',
  },
  'json-too-many-values': {
    de: 'Die Datei hat mehr als {detail} Werte.',
    en: 'The file has more than {detail} values.',
  },
} as const;

export type FileProblemCode = keyof typeof FILE_PROBLEMS;

/**
 * A file that is not what it claims, or is made to harm. Thrown by the readers of this folder for every kind of bad
 * input; anything else they throw is a mistake of ours.
 */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  /** @param detail a limit, an encoding, a line number or the name of a part; empty where the sentence has no place for it */
  constructor(
    readonly code: FileProblemCode,
    readonly detail = '',
  ) {
    super(FILE_PROBLEMS[code].en.replaceAll('{detail}', detail));
  }

  /** The sentence for staff, German and English. */
  get sentences(): { readonly de: string; readonly en: string } {
    const { de, en } = FILE_PROBLEMS[this.code];
    return { de: de.replaceAll('{detail}', this.detail), en: en.replaceAll('{detail}', this.detail) };
  }
}
