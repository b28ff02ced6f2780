import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { sanitizeHtml } from '../files/sanitize-html.js';
import type { LanguageMap } from './language-codes.js';
import type { ReportBuilder } from './import-report.js';

/** A text of the file in its languages, as it stands there. */
export type ForeignTexts = ReadonlyMap<string, string>;

/** Replaces placeholders of the foreign language inside a text; null where it cannot. */
export interface PlaceholderLanguage {
  readonly pattern: RegExp;
  readonly translate: (placeholder: string) => string | null;
}

/** Longest title, label or information text in UTF-16 code units; nobody reads more. */
const LONGEST_TEXT = 20_000;

/** Controls but tab and line ends, and halves of surrogate pairs: nobody sees them, and neither XML nor a database keeps them. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** Turns texts of the file into ours and reports what they lost. */
export class ImportedTexts {
  constructor(
    private readonly languages: LanguageMap,
    private readonly report: ReportBuilder,
    private readonly placeholders: PlaceholderLanguage | null = null,
    /** Turns the file's own markup into HTML. */
    private readonly asHtml: (text: string) => string = (text) => text,
  ) {}

  /** Plain text for titles, labels, choices. Empty texts are left out. */
  plain(texts: ForeignTexts, place: string): LocalizedText {
    return this.read(texts, place, 'text');
  }

  /** HTML of the allow-list for information blocks. */
  html(texts: ForeignTexts, place: string): LocalizedText {
    return this.read(texts, place, 'html');
  }

  /** Plain text, or the code in the first language where there is none: a choice without a text cannot be shown. */
  label(texts: ForeignTexts, place: string, code: string): LocalizedText {
    const labels = this.plain(texts, place);
    if (Object.keys(labels).length > 0) return labels;
    this.report.changed(place, 'text-missing', { now: code });
    return this.sameEverywhere(code);
  }

  /** One text for every language of the file. */
  sameEverywhere(text: string): LocalizedText {
    const visible = text.replaceAll(INVISIBLE, ' ').trim() || text.replaceAll(INVISIBLE, '\uFFFD');
    return Object.fromEntries(this.languages.languages.map((language): [LanguageCode, string] => [language, visible]));
  }

  private read(texts: ForeignTexts, place: string, form: 'text' | 'html'): LocalizedText {
    const read: [LanguageCode, string][] = [];
    for (const [foreign, raw] of texts) {
      const language = this.languages.ours(foreign);
      if (language === null) continue;
      if (raw.length > LONGEST_TEXT) this.report.changed(place, 'text-cut', { now: String(LONGEST_TEXT) });
      const clean = sanitizeHtml(this.asHtml(this.withPlaceholders(raw.slice(0, LONGEST_TEXT).replaceAll(INVISIBLE, ' '), place)));
      if (clean.dropped.length > 0) this.report.changed(place, 'markup-reduced', { detail: clean.dropped.join(', ') });
      else if (clean.hadMarkup && form === 'text') this.report.changed(place, 'markup-removed');
      if (clean.text !== '') read.push([language, clean[form]]);
    }
    return Object.fromEntries(read);
  }

  private withPlaceholders(text: string, place: string): string {
    if (this.placeholders === null) return text;
    const { pattern, translate } = this.placeholders;
    return text.replaceAll(pattern, (was) => {
      const now = translate(was);
      if (now === null) this.report.leftOut(place, 'placeholder-left-out', { was });
      else if (now !== was) this.report.changed(place, 'placeholder-translated', { was, now });
      return now ?? '';
    });
  }
}
