import fc from 'fast-check';
import { translationXliff } from '../../export/translation/translation-xliff.js';
import { EXAMPLE_ITEM_BANK } from '../../fixtures/example-item-bank.js';
import { randomTexts } from '../../fixtures/random-translations.js';
import { itemBankTexts } from '../../parity/item-bank-texts.js';
import type { TranslatableText } from '../../parity/translatable-text.js';
import { judgeTranslations } from './judge-translations.js';
import { readTranslationXliff } from './read-translation-xliff.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const xliff = (units: string, attributes = 'version="2.0" srcLang="de" trgLang="ar"'): Uint8Array =>
  bytes(`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${attributes}><file id="f">${units}</file></xliff>`);

describe('translationXliff and readTranslationXliff', () => {
  it('writes units with notes, state, placeholders and directions', () => {
    const texts: readonly TranslatableText[] = [
      { key: 'items.P-1.text', place: { de: 'Frage', en: 'Item' }, format: 'plain', texts: { de: 'Guten Tag {name} & Co', ar: 'مرحبا {name}' }, states: { ar: 'machine' } },
    ];
    expect(translationXliff({ original: 'u', texts, target: 'ar' })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="ar">' +
        '<file id="texts" original="u" canResegment="no" srcDir="ltr" trgDir="rtl" xml:space="preserve"><unit id="items.P-1.text" name="items.P-1.text">' +
        '<notes><note category="location">Frage / Item</note></notes><originalData><data id="d1">{name}</data></originalData>' +
        '<segment state="translated" subState="stadtteilstimme:machine"><source>Guten Tag <ph id="p1" disp="{name}" dataRef="d1"/> &amp; Co</source>' +
        '<target>مرحبا <ph id="p1" disp="{name}" dataRef="d1"/></target></segment></unit></file></xliff>\n',
    );
  });

  it('brings every text back as it was', () => {
    fc.assert(
      fc.property(randomTexts, (texts) => {
        const file = readTranslationXliff(bytes(translationXliff({ original: 'u', texts, target: 'ar' })));
        expect([file.source, file.target]).toEqual(['de', 'ar']);
        const wanted = texts.map(({ key, texts: { de, ar }, states }) => [key, de, ar ?? '', ar === undefined ? null : (states['ar'] ?? 'draft')]);
        expect(file.rows.map((row) => [row.key, row.source, row.target, row.state])).toEqual(wanted);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('changes nothing when an unchanged file comes back', () => {
    const texts = itemBankTexts(EXAMPLE_ITEM_BANK);
    for (const target of ['ar', 'en', 'de-simple', 'ku']) {
      const judged = judgeTranslations(readTranslationXliff(bytes(translationXliff({ original: 'u', texts, target }))), texts, { target });
      expect(judged.ok).toBe(true);
      expect(judged.updates.size).toBe(0);
      expect(judged.missingKeys).toEqual([]);
      expect(judged.rows.filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'empty')).toEqual([]);
      expect(judged.rows.filter(({ outcome }) => outcome === 'empty')).toHaveLength(texts.filter((entry) => entry.texts['de'] && !entry.texts[target]).length);
    }
  });

  it('reads what other programs make of it: groups, segments, marks, reordered targets, their own notes', () => {
    const file = readTranslationXliff(
      xliff(
        '<group id="g"><unit id="u1" name="k"><notes><note category="location">hier</note><note>Bitte prüfen</note></notes><originalData><data id="d1">{n}</data></originalData>' +
          '<segment state="final" subState="other:x"><source>Eins. <ph id="p1" dataRef="d1"/></source><target order="3"><mrk id="m" translate="no">B</mrk><pc id="c" dispStart="[" dispEnd="]">c</pc></target></segment>' +
          '<ignorable><source> </source></ignorable><segment state="reviewed"><source>Zwei.</source><target order="1">A<ph id="p1" dataRef="d1"/></target></segment></unit></group>',
        'version="2.1" srcLang="de" trgLang="ar" xmlns:x="urn:other"',
      ),
    );
    expect(file.rows).toEqual([{ place: 'unit 1', key: 'k', source: 'Eins. {n} Zwei.', target: 'A{n} B[c]', state: 'reviewed', note: 'Bitte prüfen' }]);
  });

  it('says when only some of the parts a program made are translated', () => {
    const unit = (second: string): Uint8Array =>
      xliff(`<unit id="u1" name="k"><segment state="translated"><source>Eins.</source><target>A.</target></segment><ignorable><source> </source></ignorable><segment><source>Zwei.</source>${second}</segment></unit>`);
    expect(readTranslationXliff(unit('')).rows).toEqual([{ place: 'unit 1', key: 'k', source: 'Eins. Zwei.', target: 'A. ', state: null, isPartial: true, note: '' }]);
    expect(readTranslationXliff(unit('<target/>')).rows[0]?.isPartial).toBe(true);
    expect(readTranslationXliff(unit('<target>B.</target>')).rows[0]).toMatchObject({ target: 'A. B.', state: null });
    expect(readTranslationXliff(unit('<target>B.</target>')).rows[0]?.isPartial).toBeUndefined();
  });

  it('refuses what is no XLIFF 2 and names the reason', () => {
    expect(() => readTranslationXliff(bytes('<xliff version="1.2"/>'))).toThrow('version 2.0');
    expect(() => readTranslationXliff(xliff('', 'version="2.0" srcLang="de"'))).toThrow('which language');
    expect(() => readTranslationXliff(bytes('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>'))).toThrow('DOCTYPE');
    expect(() => readTranslationXliff(bytes('<xliff'))).toThrow('well-formed');
  });
});
