import fc from 'fast-check';
import { translationWorkbook } from '../../export/translation/translation-workbook.js';
import type { TranslationWorkbookInput } from '../../export/translation/translation-workbook.js';
import { closingParts, openingParts, sheetPath } from '../../export/xlsx/workbook-parts.js';
import { sheetRow, sheetStart, SHEET_END, textCell } from '../../export/xlsx/sheet-xml.js';
import { zipChunks } from '../../export/xlsx/zip-writer.js';
import { readZip } from '../../files/read-zip.js';
import { EXAMPLE_ITEM_BANK } from '../../fixtures/example-item-bank.js';
import { randomTexts } from '../../fixtures/random-translations.js';
import { itemBankTexts } from '../../parity/item-bank-texts.js';
import { judgeTranslations } from './judge-translations.js';
import { readTranslationWorkbook } from './read-translation-workbook.js';

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: number[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return Uint8Array.from(all);
}

const written = (input: TranslationWorkbookInput): Promise<Uint8Array> => joined(translationWorkbook(input));

/** A sheet as somebody else might have saved it. */
const sheetOf = (rows: readonly (readonly string[])[]): Promise<Uint8Array> => {
  const xml = sheetStart({ language: 'de', widths: [10], frozenColumns: 0 }) + rows.map((cells) => sheetRow(cells.map((cell) => textCell(cell)).join(''))).join('') + SHEET_END;
  return joined(zipChunks([...openingParts([]), { name: sheetPath(1), content: [new TextEncoder().encode(xml)] }, ...closingParts(['Blatt'])]));
};

/** What a sheet cannot hold comes back as a blank, half a character as U+FFFD. */
const held = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, ' ').replaceAll(/\p{Cs}/gu, '\uFFFD');

describe('translationWorkbook and readTranslationWorkbook', () => {
  it('brings every text back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(randomTexts, async (texts) => {
        const file = readTranslationWorkbook(await written({ texts, target: 'ar' }));
        expect([file.source, file.target]).toEqual(['de', 'ar']);
        const wanted = texts.map(({ key, texts: { de, ar }, states }) => [key, held(de ?? ''), held(ar ?? ''), ar === undefined ? null : (states['ar'] ?? null)]);
        expect(file.rows.map((row) => [row.key, row.source, row.target, row.state])).toEqual(wanted);
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  it('changes nothing when an unchanged sheet comes back', async () => {
    const texts = itemBankTexts(EXAMPLE_ITEM_BANK);
    for (const target of ['ar', 'de-simple', 'ku']) {
      const judged = judgeTranslations(readTranslationWorkbook(await written({ texts, target })), texts, { target });
      expect(judged.rows.filter(({ outcome }) => outcome === 'refused' || outcome === 'taken')).toEqual([]);
      expect([judged.ok, judged.updates.size, judged.missingKeys]).toEqual([true, 0, []]);
    }
  });

  it('guards key, place and source and offers the states', async () => {
    const texts = itemBankTexts(EXAMPLE_ITEM_BANK).slice(0, 3);
    const sheet = new TextDecoder().decode(readZip(await written({ texts, target: 'ar' })).get('xl/worksheets/sheet1.xml'));
    expect(sheet).toContain('sqref="A2:C4"><formula1>FALSE</formula1>');
    expect(sheet).toContain('sqref="E2:E4"><formula1>&quot;maschinell,Entwurf,Entwurf in Leichter Sprache,geprüft&quot;</formula1>');
  });

  it('finds columns by their headings, in any order, and tells unknown states', async () => {
    const bytes = await sheetOf([
      ['Stand / state', 'Übersetzung / translation (ar)', 'mine', 'Schlüssel / key', 'Ausgangstext / source (de)', 'Hinweis / note'],
      ['Geprüft', 'نعم', 'x', 'a', 'Ja', 'gern'],
      ['fertig', 'لا', '', 'b', 'Nein', ''],
      ['', '', 'nur mein Text', '', '', ''],
    ]);
    expect(readTranslationWorkbook(bytes).rows).toEqual([
      { place: 'row 2', key: 'a', source: 'Ja', target: 'نعم', state: 'reviewed', note: 'gern' },
      { place: 'row 3', key: 'b', source: 'Nein', target: 'لا', state: null, unknownState: 'fertig', note: '' },
    ]);
  });

  it('refuses other sheets and texts that fit no cell', async () => {
    await expect(sheetOf([['a', 'b']]).then(readTranslationWorkbook)).rejects.toThrow('not a translation sheet');
    expect(() => readTranslationWorkbook(new TextEncoder().encode('no zip'))).toThrow('not an XLSX');
    const texts = [{ key: 'k', place: {}, format: 'plain' as const, texts: { de: 'x'.repeat(40_000) }, states: {} }];
    expect(() => translationWorkbook({ texts, target: 'ar' })).toThrow('40000 characters');
  });
});
