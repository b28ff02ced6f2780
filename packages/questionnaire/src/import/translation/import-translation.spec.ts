import fc from 'fast-check';
import { translationWorkbook } from '../../export/translation/translation-workbook.js';
import { translationXliff } from '../../export/translation/translation-xliff.js';
import { EXAMPLE_ITEM_BANK } from '../../fixtures/example-item-bank.js';
import { itemBankTexts, withItemBankTexts } from '../../parity/item-bank-texts.js';
import { importTranslation } from './import-translation.js';

const texts = itemBankTexts(EXAMPLE_ITEM_BANK);

async function workbook(): Promise<Uint8Array> {
  const all: number[] = [];
  for await (const chunk of translationWorkbook({ texts, target: 'ar' })) all.push(...chunk);
  return Uint8Array.from(all);
}

const xliff = (): Uint8Array => new TextEncoder().encode(translationXliff({ original: 'item-bank', texts, target: 'ar' }));

describe('importTranslation', () => {
  it('tells the two formats apart and takes a corrected text into the item bank', async () => {
    const corrected = new TextEncoder().encode(translationXliff({ original: 'u', texts, target: 'ar' }).replace('العرض مناسب.', 'العرض يناسبني.'));
    const result = importTranslation({ bytes: corrected, texts, target: 'ar' });
    if (!result.readable) throw new Error(result.problem.en);
    expect(result.judgement.updates).toEqual(new Map([['items.P-1.text', { text: 'العرض يناسبني.', state: 'machine' }]]));
    const bank = withItemBankTexts(EXAMPLE_ITEM_BANK, 'ar', result.judgement.updates);
    expect(bank.items[0]?.wordings['ar']).toEqual({ text: 'العرض يناسبني.', help: 'Hilfe', state: 'machine' });
    expect(importTranslation({ bytes: await workbook(), texts, target: 'ar' })).toMatchObject({ readable: true, judgement: { ok: true } });
  });

  it('makes a sentence of every unreadable file', () => {
    const problem = (bytes: Uint8Array) => {
      const result = importTranslation({ bytes, texts, target: 'ar' });
      return result.readable ? null : result.problem.code;
    };
    expect(problem(new Uint8Array())).toBe('file-empty');
    expect(problem(new TextEncoder().encode('PK no zip'))).toBe('zip-not-a-zip');
    expect(problem(new TextEncoder().encode('<html/>'))).toBe('not-xliff-2');
    expect(problem(new TextEncoder().encode('<!DOCTYPE a SYSTEM "http://example.org"><a/>'))).toBe('xml-doctype');
  });

  it('survives damaged files: a problem, refused rows or the same texts, never an exception', async () => {
    const files = [xliff(), await workbook()];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 }), fc.nat(), (file, changes, cut) => {
        const bytes = file.slice(0, cut % 3 === 0 ? cut % file.length : file.length);
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        const result = importTranslation({ bytes, texts, target: 'ar' });
        if (result.readable && !result.judgement.ok) expect(result.judgement.updates.size).toBe(0);
        if (!result.readable) expect(result.problem.de).not.toBe('');
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
