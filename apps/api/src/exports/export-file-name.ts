/** What a file holds, as its name says it. */
const EXPORT_CONTENTS = { responses: 'Einzelantworten', report: 'Tabelle', codebook: 'Codebuch' } as const;
export type ExportContent = keyof typeof EXPORT_CONTENTS;

/** What tells one downloaded file from the next. */
export interface ExportFileNameParts {
  /** Title of the questionnaire, in any language. */
  readonly title: string;
  /** Stands for the title where that has no letter ASCII could show. */
  readonly slug: string;
  readonly synthetic: boolean;
  readonly content: ExportContent;
  /** Program and values: `Excel`, `R-Codes`. */
  readonly variant: string;
  /** What was chosen, one entry per filter; empty = everything. */
  readonly filters: readonly string[];
  /** Day of the download in the city's calendar, `YYYY-MM-DD`. */
  readonly day: string;
}

/** The same name twice: for every browser, and with the letters of its language. */
export interface ExportFileName {
  /** Only `A-Z a-z 0-9 - _ .`: legal in every file system and in a header. */
  readonly ascii: string;
  /** Letters and digits of any script, `-`, `_`, `.`. */
  readonly full: string;
}

/** Bytes kept of a title and of each filter: with four filters the whole name has at most the 255 bytes of common file systems. */
const TITLE_BYTES = 72;
const FILTER_BYTES = 28;
const GERMAN_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ẞ: 'SS' };

/**
 * Name of a CSV file: `Titel_Inhalt_Variante_Filter_Tag.csv`, parts joined by `_`, words by `-`, example data first. Whatever is
 * no letter, mark or digit becomes `-`, so no name leaves its folder, starts with a dot or turns the direction of writing.
 */
export function exportFileName({ title, slug, synthetic, content, variant, filters, day }: ExportFileNameParts): ExportFileName {
  const name = (part: (text: string, bytes: number) => string): string => {
    const first = part(title, TITLE_BYTES) || part(slug, TITLE_BYTES);
    const chosen = filters.map((filter) => part(filter, FILTER_BYTES)).filter((text) => text !== '');
    return `${[...(synthetic ? ['Beispieldaten'] : []), first, EXPORT_CONTENTS[content], part(variant, FILTER_BYTES), ...chosen, day].join('_')}.csv`;
  };
  return { ascii: name(asciiPart), full: name(namePart) };
}

function namePart(text: string, bytes: number): string {
  return trimmed(shortened(trimmed(text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')), bytes));
}

/** The beginning of a text that has at most so many bytes in UTF-8. */
function shortened(text: string, bytes: number): string {
  let kept = '';
  for (const letter of text) {
    if (Buffer.byteLength(kept + letter) > bytes) break;
    kept += letter;
  }
  return kept;
}

function asciiPart(text: string, bytes: number): string {
  const letters = namePart(text, bytes).replaceAll(/[äöüßÄÖÜẞ]/g, (letter) => GERMAN_LETTERS[letter] ?? '');
  return trimmed(letters.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^A-Za-z0-9]+/g, '-'));
}

function trimmed(text: string): string {
  return text.replaceAll(/^-+|-+$/g, '');
}

/**
 * The value of a `Content-Disposition` header (RFC 6266): the ASCII name for every browser, and as `filename*` (RFC 8187, UTF-8)
 * the full one where it differs.
 */
export function attachment({ ascii, full }: ExportFileName): string {
  const plain = `attachment; filename="${ascii}"`;
  return full === ascii ? plain : `${plain}; filename*=UTF-8''${encodeURIComponent(full)}`;
}
