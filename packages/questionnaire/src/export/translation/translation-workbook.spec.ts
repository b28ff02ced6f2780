import { strFromU8, unzipSync } from 'fflate';
import type { TranslatableText } from '../../parity/translatable-text.js';
import { wholeFile } from '../fixtures/every-type-table.js';
import { translationWorkbook } from './translation-workbook.js';

const TEXT: TranslatableText = { key: 'q.title', place: { de: 'Frage q', en: 'question q' }, format: 'plain', texts: { de: '=Wie geht es?', ar: '=كيف؟', en: 'How?' }, states: {} };

const sheet = async (target: string, source = 'de'): Promise<string> => strFromU8(unzipSync(await wholeFile(translationWorkbook({ texts: [TEXT], source, target })))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
const stylesOf = (xml: string): readonly string[] => [...(/<\/row><row>(.*?)<\/row>/s.exec(xml)?.[1] ?? '').matchAll(/<c s="(\d)"/g)].map(([, style]) => style ?? '');

describe('translationWorkbook', () => {
  it('breaks long texts into lines and lets only the languages of the right read from the right', async () => {
    expect(stylesOf(await sheet('ar'))).toEqual(['4', '4', '4', '5', '4', '4']);
    expect(stylesOf(await sheet('en', 'ar'))).toEqual(['4', '4', '5', '4', '4', '4']);
  });

  it('is the same each time and holds texts, never formulas', async () => {
    const xml = await sheet('ar');
    expect(xml).toBe(await sheet('ar'));
    expect([xml.includes('<f>'), xml.includes('preserve">=كيف؟<')]).toEqual([false, true]);
  });
});
