import type { LocalizedText } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { EXAMPLE_ITEM_BANK } from '../fixtures/example-item-bank.js';
import { checkOptionParity, checkParity } from './check-parity.js';
import type { ParityInput } from './check-parity.js';
import { itemBankTexts } from './item-bank-texts.js';
import { placeholdersOf } from './placeholders.js';
import { surveyTexts } from './survey-texts.js';
import { textFingerprint } from './text-fingerprint.js';
import type { TextFormat, TranslatableText } from './translatable-text.js';

const entry = (texts: LocalizedText, format: TextFormat = 'plain', more: Partial<TranslatableText> = {}): TranslatableText => ({
  key: 'k',
  place: { de: 'Ort', en: 'place' },
  format,
  texts,
  states: {},
  ...more,
});

const findings = (texts: LocalizedText, format: TextFormat = 'plain', more: Partial<ParityInput> = {}) =>
  checkParity({ texts: [entry(texts, format)], languages: Object.keys(texts), ...more }).map(({ language, code }) => `${language} ${code}`);

describe('checkParity', () => {
  it('finds a missing text and a missing source, but no text nobody has', () => {
    expect(findings({ de: 'Ja, bitte', ar: '  ' })).toEqual(['ar text-missing']);
    expect(findings({ de: '', ar: 'نعم' })).toEqual(['de source-missing']);
    expect(findings({ de: '', ar: '' })).toEqual([]);
    expect(checkParity({ texts: [entry({ de: 'Ja' })], languages: ['de', 'toString'] }).map(({ code }) => code)).toEqual(['text-missing']);
  });

  it('compares plain placeholders, how often they stand there included', () => {
    expect(findings({ de: 'Liebe {name}, {name}!', en: 'Dear {name}, {Name}!' })).toEqual(['en placeholder-missing', 'en placeholder-unknown']);
    expect(findings({ de: '{a} vor {b}', ar: '{b} قبل {a}' })).toEqual([]);
  });

  it('compares arguments and cases of ICU messages', () => {
    expect(findings({ de: 'Nach {months, number} Tagen', en: 'After {months} days' }, 'icu')).toEqual(['en placeholder-missing', 'en placeholder-unknown']);
    expect(findings({ de: '{g, select, w {Frau} other {Person}}', en: '{g, select, f {Ms} other {person}}' }, 'icu')).toEqual(['en select-form-differs']);
    expect(findings({ de: 'Ab {n}', en: 'From {n' }, 'icu')).toEqual(['en message-broken']);
  });

  it('wants every plural form of the language, six in Arabic', () => {
    const german = '{n, plural, one {# Monat} other {# Monate}}';
    expect(findings({ de: german, en: '{n, plural, one {# month} other {# months}}' }, 'icu')).toEqual([]);
    const arabic = checkParity({ texts: [entry({ de: german, ar: '{n, plural, one {شهر} other {# شهر}}' }, 'icu')], languages: ['de', 'ar'] });
    expect(arabic.map(({ code, level, sentences }) => [code, level, sentences['de']])).toEqual(
      ['zero', 'two', 'few', 'many'].map((form) => ['plural-form-missing', 'hint', `In ar fehlt die Mehrzahlform „${form}“.`]),
    );
  });

  it('suspects a text that equals its source, except in Leichte Sprache, names of places and numbers', () => {
    expect(findings({ de: 'Sport treiben', tr: 'Sport treiben' })).toEqual(['tr same-as-source']);
    expect(findings({ de: 'Sport treiben', 'de-simple': 'Sport treiben' })).toEqual([]);
    expect(findings({ de: '5', tr: '5' })).toEqual([]);
    expect(checkParity({ texts: [entry({ de: 'Mitte', tr: 'Mitte' }, 'plain', { sameInAllLanguages: true })], languages: ['de', 'tr'] })).toEqual([]);
  });

  it('notices spaces at the edges, other numbers in any script, other addresses', () => {
    expect(findings({ de: 'Ja, gern ', en: 'Yes, gladly' })).toEqual(['de edge-space']);
    expect(findings({ de: 'Bis 30 Tage, 1.000 Euro', ar: 'حتى ٣٠ يومًا، ١٬٠٠٠ يورو' })).toEqual([]);
    expect(findings({ de: 'Bis 30 Tage', fa: 'تا ۳۱ روز' })).toEqual(['fa numbers-differ']);
    expect(findings({ de: 'Siehe https://example.org/a1.', en: 'See https://example.org/a2' })).toEqual(['en addresses-differ']);
    expect(findings({ de: 'An a@example.org', en: 'To a@example.org.' })).toEqual([]);
  });

  it('notices tags that are open or differ, and marks of direction that are not ended', () => {
    expect(findings({ de: '<b>Ja</b><br>gern', ar: '<b>نعم</b><br/>' })).toEqual([]);
    expect(findings({ de: '<b>Ja</b>', ar: '<b>نعم' })).toEqual(['ar markup-unbalanced']);
    expect(findings({ de: '<b><i>Ja</b></i>', tr: 'Evet' })).toEqual(['de markup-unbalanced', 'tr markup-differs']);
    expect(findings({ de: '3 < 4 und a<b', en: '3 < 4 and a<b' })).toEqual([]);
    expect(findings({ de: 'Amt', ar: '\u2067مكتب\u2069', fa: '\u202bاداره' })).toEqual(['fa direction-open']);
    expect(findings({ de: 'Amt', ar: 'مكتب\u2069', fa: '\u200fاداره' })).toEqual(['ar direction-open']);
  });

  it('knows the forms of first, second, third', () => {
    const english = '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}';
    expect(findings({ de: '{n, selectordinal, other {#.}}', en: english }, 'icu')).toEqual([]);
    expect(findings({ de: '{n, selectordinal, other {#.}}', en: '{n, selectordinal, one {#st} other {#th}}' }, 'icu')).toEqual(['en plural-form-missing', 'en plural-form-missing']);
    expect(findings({ de: '{n, selectordinal, other {#.}}', en: '{n, plural, one {#} other {#}}' }, 'icu')).toEqual(['en placeholder-missing', 'en placeholder-unknown']);
  });

  it('misses the translation of answers that stand there by their value alone', () => {
    const texts = surveyTexts({ locale: 'de', elements: [{ type: 'radiogroup', name: 'q', title: { de: 'Frage', ar: 'سؤال' }, choices: ['ja', 'nein|Nein', { value: 'x' }, 5, '18-29'] }] });
    expect(checkParity({ texts, languages: ['de', 'ar'] }).map(({ code, key, language }) => [language, code, key])).toEqual(
      ['ja', 'nein', 'x'].map((code) => ['ar', 'text-missing', `q.choices.${code}.text`]),
    );
  });

  it('knows a stale translation by the fingerprint of its source', () => {
    const texts = { de: 'Neu gefasst', en: 'As before', tr: 'Güncel' };
    const translatedFrom = new Map([['k', { en: textFingerprint('Alt gefasst'), tr: textFingerprint(' Neu gefasst') }]]);
    expect(findings(texts, 'plain', { translatedFrom })).toEqual(['en translation-stale']);
  });

  it('finds nothing but the planted faults in a whole item bank', () => {
    const texts = itemBankTexts(EXAMPLE_ITEM_BANK);
    const codes = (languages: readonly string[]) => checkParity({ texts, languages }).filter(({ level }) => level === 'problem').map(({ code, key }) => `${code} ${key}`);
    expect(codes(['de', 'en'])).toEqual(['text-missing interface.otherSpecify']);
    expect(codes(['de', 'ku'])).toContain('text-missing items.P-1.text');
    expect(codes(['de', 'ku'])).not.toContain('text-missing interface.otherSpecify');
  });

  it('never throws, whatever the texts are', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('{', '}', 'n', ', plural, ', 'one', 'other', '#', "'", ' ')).map((parts) => parts.join('')));
    fc.assert(
      fc.property(text, text, fc.constantFrom('plain' as const, 'icu' as const), (de, ar, format) => {
        const found = checkParity({ texts: [entry({ de, ar }, format)], languages: ['de', 'ar'] });
        expect(found.every(({ sentences }) => sentences['de'] !== '' && sentences['en'] !== '')).toBe(true);
        expect(checkParity({ texts: [entry({ de, 'de-simple': de }, format)], languages: ['de', 'de-simple'] }).filter(({ code }) => code.startsWith('placeholder'))).toEqual([]);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe('checkOptionParity', () => {
  const options = (...codes: string[]) => codes.map((code) => ({ code }));

  it('finds a missing, an unknown and a moved option', () => {
    const lists = { de: options('a', 'b', 'c'), en: options('a', 'b', 'c'), ar: options('a', 'c'), tr: options('a', 'b', 'c', 'd'), uk: options('b', 'a', 'c') };
    expect(checkOptionParity('q1', lists).map(({ language, code, sentences }) => [language, code, sentences['en']])).toEqual([
      ['ar', 'option-missing', 'The option “b” is missing in ar.'],
      ['tr', 'option-unknown', 'tr has the option “d”, which the source does not have.'],
      ['uk', 'option-order-differs', 'The options stand in another order in uk.'],
    ]);
  });
});

describe('placeholdersOf', () => {
  it('reads nested arguments once', () => {
    const found = placeholdersOf('{n, plural, one {{who} #} other {{who} und # weitere am {day, date}}}', 'icu', 'de');
    expect(found.names).toEqual(['day date', 'n plural', 'who']);
    expect(found.plurals).toEqual(new Map([['n', ['one', 'other']]]));
  });
});
