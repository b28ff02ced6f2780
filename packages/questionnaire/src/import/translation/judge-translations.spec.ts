import type { TranslatableText } from '../../parity/translatable-text.js';
import { judgeTranslations } from './judge-translations.js';
import type { TranslationRow } from './translation-row.js';

const TEXTS: readonly TranslatableText[] = [
  { key: 'a', place: { de: 'A', en: 'A' }, format: 'plain', texts: { de: 'Hallo {name}', en: 'Hello {name}' }, states: { de: 'reviewed', en: 'reviewed' } },
  { key: 'b', place: { de: 'B', en: 'B' }, format: 'icu', texts: { de: '{n, plural, one {# Tag} other {# Tage}}' }, states: {} },
];

const row = (more: Partial<TranslationRow>): TranslationRow => ({ place: 'row 2', key: 'a', source: 'Hallo {name}', target: 'Hi {name}', state: null, note: '', ...more });

const judge = (rows: readonly TranslationRow[], target = 'en') => judgeTranslations({ source: 'de', target, rows }, TEXTS, { target: 'en' });

const codes = (rows: readonly TranslationRow[], target?: string) => judge(rows, target).rows.map(({ outcome, findings }) => [outcome, ...findings.map(({ code }) => code)]);

describe('judgeTranslations', () => {
  it('takes a changed text as a draft and says which texts are missing in the file', () => {
    const judged = judge([row({ note: 'kürzer' })]);
    expect(judged).toMatchObject({ ok: true, missingKeys: ['b'], rows: [{ outcome: 'taken', note: 'kürzer', findings: [] }] });
    expect(judged.updates).toEqual(new Map([['a', { text: 'Hi {name}', state: 'draft' }]]));
  });

  it('leaves what is unchanged or empty alone', () => {
    expect(codes([row({ target: 'Hello {name}' })])).toEqual([['unchanged']]);
    expect(codes([row({ target: ' ' })])).toEqual([['empty']]);
    expect(codes([row({ target: 'Hello {name}\r\n', source: 'Hallo {name} ' })])).toEqual([['unchanged']]);
    expect(judge([row({ target: 'Hello {name}' })]).updates.size).toBe(0);
  });

  it.each([
    ['an unknown key', row({ key: 'none' }), ['key-unknown']],
    ['a changed source', row({ source: 'Hallo, {name}' }), ['source-changed']],
    ['a lost placeholder', row({ target: 'Hi' }), ['placeholder-missing']],
    ['a renamed placeholder', row({ target: 'Hi {Name}' }), ['placeholder-missing', 'placeholder-unknown']],
    ['a broken message', row({ key: 'b', source: '{n, plural, one {# Tag} other {# Tage}}', target: '{n, plural, one {# day}' }), ['message-broken']],
    ['a lost plural', row({ key: 'b', source: '{n, plural, one {# Tag} other {# Tage}}', target: '{n} days' }), ['placeholder-missing', 'placeholder-unknown']],
    ['an unknown state', row({ unknownState: 'fertig' }), ['state-unknown']],
  ])('refuses %s and stores nothing at all then', (_, bad, expected) => {
    const good = bad.key === 'a' ? row({ key: 'b', source: '{n, plural, one {# Tag} other {# Tage}}', target: '{n, plural, one {# day} other {# days}}' }) : row({});
    const judged = judge([good, bad]);
    expect(judged.ok).toBe(false);
    expect(judged.updates.size).toBe(0);
    expect(judged.rows[0]?.outcome).toBe('taken');
    expect(judged.rows[1]?.outcome).toBe('refused');
    expect(judged.rows[1]?.findings.map(({ code }) => code)).toEqual(expected);
    expect(judged.rows[1]?.findings.every(({ sentences }) => (sentences['de'] ?? '') !== '' && (sentences['en'] ?? '') !== '')).toBe(true);
  });

  it('refuses a repeated key and another language', () => {
    expect(codes([row({}), row({})])).toEqual([['taken'], ['refused', 'key-repeated']]);
    expect(codes([row({})], 'tr')).toEqual([['refused', 'language-differs']]);
    expect(judgeTranslations({ source: 'de', target: 'tr', rows: [] }, TEXTS, { target: 'en' }).ok).toBe(false);
  });

  it('does not take the source for a translation, as programs put it into empty places', () => {
    const copy = row({ target: 'Hallo {name}' });
    expect(codes([copy])).toEqual([['empty', 'same-as-source']]);
    expect(codes([{ ...copy, state: 'draft' }])).toEqual([['empty', 'same-as-source']]);
    expect(codes([{ ...copy, state: 'reviewed' }])).toEqual([['taken']]);
    const plural = '{n, plural, one {# Tag} other {# Tage}}';
    expect(codes([row({ key: 'b', source: plural, target: plural })])).toEqual([['empty', 'same-as-source']]);
    expect(codes([row({ key: 'b', source: plural, target: plural, state: 'draft' })])).toEqual([['taken']]);
    const [first] = TEXTS;
    if (first === undefined) throw new Error('There is no text.');
    const judgeOne = (entry: TranslatableText, text: string) =>
      judgeTranslations({ source: 'de', target: 'en', rows: [row({ source: text, target: text })] }, [entry], { target: 'en' }).rows[0]?.outcome;
    expect(judgeOne({ ...first, texts: { de: 'Kaltenmoor' }, sameInAllLanguages: true }, 'Kaltenmoor')).toBe('taken');
    expect(judgeOne({ ...first, texts: { de: '{name}: 1–5' } }, '{name}: 1–5')).toBe('taken');
  });

  it('takes nothing of a text that is translated in part', () => {
    expect(codes([row({ isPartial: true })])).toEqual([['empty', 'translation-partial']]);
  });

  it('knows keys and texts in any Unicode form and stores NFC, without line breaks a program put around', () => {
    const texts: readonly TranslatableText[] = [{ key: 'begrüßung', place: {}, format: 'plain', texts: { de: 'Grüß Gott' }, states: {} }];
    const nfd = row({ key: 'begrüßung'.normalize('NFD'), source: '\n  Grüß Gott'.normalize('NFD'), target: '\n  Günaydın \n'.normalize('NFD') });
    const judged = judgeTranslations({ source: 'DE', target: 'TR', rows: [nfd] }, texts, { target: 'tr' });
    expect(judged).toMatchObject({ ok: true, missingKeys: [], rows: [{ key: 'begrüßung', outcome: 'taken' }] });
    expect(judged.updates).toEqual(new Map([['begrüßung', { text: 'Günaydın', state: 'draft' }]]));
  });

  it('never believes that a test group approved a text, and says when a reviewed text becomes a draft', () => {
    const approved = judge([row({ state: 'approved-by-test-group' })]);
    expect(approved.rows[0]?.findings.map(({ code }) => code)).toEqual(['approval-not-taken']);
    expect(approved.updates.get('a')?.state).toBe('reviewed');
    const lowered = judge([row({ target: 'Hello {name}', state: 'machine' })]);
    expect(lowered.rows[0]?.findings.map(({ code }) => code)).toEqual(['state-lowered']);
    expect(lowered.updates.get('a')).toEqual({ text: 'Hello {name}', state: 'machine' });
  });
});
