import { WORDING_STATES } from '@stadtteilstimme/domain';
import type { LanguageCode } from '@stadtteilstimme/domain';
import type { TranslatableText } from '../../parity/translatable-text.js';
import { isRightToLeft } from '../table/label-language.js';
import { CELL_CHARACTERS, CELL_STYLE, SHEET_END, SHEET_ROWS, sheetRow, sheetStart, textCell, workbookText } from '../xlsx/sheet-xml.js';
import { closingParts, openingParts, sheetPath } from '../xlsx/workbook-parts.js';
import { zipChunks } from '../xlsx/zip-writer.js';
import type { ZipFile } from '../xlsx/zip-writer.js';
import { languageHeading, TRANSLATION_COLUMNS } from './translation-columns.js';
import { STATE_WORDS } from './wording-states.js';

export interface TranslationWorkbookInput {
  readonly texts: readonly TranslatableText[];
  /** Language that is translated from; default `de`. */
  readonly source?: LanguageCode;
  readonly target: LanguageCode;
}

/** Key, place, source, translation, state, note; in characters. */
const WIDTHS = [30, 30, 60, 60, 22, 40] as const;

/** States a translator may choose; that a test group approved a text is not theirs to say. */
const CHOOSABLE = WORDING_STATES.filter((state) => state !== 'approved-by-test-group').map((state) => STATE_WORDS[state]);

/**
 * The texts of one target language as an Excel workbook for translators, one row per text whose source exists: key,
 * place, source, translation, state, note. Data validation keeps key, place and source from being typed over and offers
 * the states; both only help, what comes back is checked again. Texts are inline strings and so never formulas.
 * @throws {RangeError} when a text is longer than a cell may be or there are more texts than a sheet has rows.
 */
export function translationWorkbook({ texts, source = 'de', target }: TranslationWorkbookInput): AsyncGenerator<Uint8Array> {
  const rows = texts.filter((entry) => own(entry, source) !== '');
  if (rows.length >= SHEET_ROWS) throw new RangeError(`${rows.length} texts do not fit into one sheet.`);
  for (const entry of rows) {
    const longest = Math.max(own(entry, source).length, own(entry, target).length, entry.key.length);
    if (longest > CELL_CHARACTERS) throw new RangeError(`The text "${entry.key}" has ${longest} characters, a cell holds ${CELL_CHARACTERS}. XLIFF holds them all.`);
  }
  return zipChunks(workbookFiles(rows, source, target));
}

function workbookFiles(rows: readonly TranslatableText[], source: LanguageCode, target: LanguageCode): readonly ZipFile[] {
  const { key, place, state, note } = TRANSLATION_COLUMNS;
  const header = [key, place, languageHeading('source', source), languageHeading('target', target), state, note];
  const lines = (language: LanguageCode) => (isRightToLeft(language) ? CELL_STYLE.linesFromRight : CELL_STYLE.lines);
  const styles = [CELL_STYLE.lines, CELL_STYLE.lines, lines(source), lines(target), CELL_STYLE.lines, CELL_STYLE.lines];
  const sheet = [
    sheetStart({ language: 'de', widths: WIDTHS, frozenColumns: 0 }),
    sheetRow(header.map((heading) => textCell(heading, CELL_STYLE.header)).join('')),
    ...rows.map((entry) => sheetRow(translationRow(entry, source, target).map((value, column) => textCell(value, styles[column])).join(''))),
    SHEET_END.replace('</sheetData>', `</sheetData>${validations(rows.length + 1)}`),
  ].join('');
  return [...openingParts([]), { name: sheetPath(1), content: [new TextEncoder().encode(sheet)] }, ...closingParts([`Übersetzung ${target}`.slice(0, 31)])];
}

function translationRow(entry: TranslatableText, source: LanguageCode, target: LanguageCode): readonly string[] {
  const held = entry.states[target];
  const translated = own(entry, target);
  const place = `${entry.place['de'] ?? ''} / ${entry.place['en'] ?? ''}${entry.format === 'icu' ? ' (ICU)' : ''}`;
  return [entry.key, place, own(entry, source), translated, translated === '' || held === undefined ? '' : STATE_WORDS[held], ''];
}

function validations(lastRow: number): string {
  if (lastRow < 2) return '';
  const title = workbookText('Bitte nicht ändern / please keep');
  const prompt = workbookText('Schlüssel, Ort und Ausgangstext bleiben, wie sie sind. Key, place and source text stay as they are.');
  return (
    '<dataValidations count="2">' +
    `<dataValidation type="custom" errorStyle="stop" allowBlank="0" showErrorMessage="1" errorTitle="${title}" error="${prompt}" sqref="A2:C${lastRow}"><formula1>FALSE</formula1></dataValidation>` +
    `<dataValidation type="list" errorStyle="stop" allowBlank="1" showErrorMessage="1" sqref="E2:E${lastRow}"><formula1>${workbookText(`"${CHOOSABLE.join(',')}"`)}</formula1></dataValidation>` +
    '</dataValidations>'
  );
}

function own({ texts }: TranslatableText, language: LanguageCode): string {
  return Object.hasOwn(texts, language) ? (texts[language] ?? '') : '';
}
