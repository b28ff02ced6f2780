import { startLanguage } from './interface-language';
import { browserLanguageTag, spokenText } from './localized-text';
import { formatDay, formatNumber } from './number-format';

describe('startLanguage', () => {
  it('keeps the language chosen last time', () => {
    expect(startLanguage('en', ['de-DE'])).toBe('en');
  });

  it('takes the first language of the browser that we speak', () => {
    expect(startLanguage(null, ['fr-FR', 'en-US', 'de'])).toBe('en');
  });

  it('is German for everyone else, also after a forged memory', () => {
    expect(startLanguage('klingon', ['fr-FR'])).toBe('de');
  });
});

describe('spokenText', () => {
  it('says which language it fell back to', () => {
    expect(spokenText({ de: 'Hallo', ar: 'مرحبا' }, 'en')).toEqual({ text: 'Hallo', language: 'de' });
    expect(spokenText({ ar: 'مرحبا' }, 'en')).toEqual({ text: 'مرحبا', language: 'ar' });
  });

  it('is empty when there is no wording at all', () => {
    expect(spokenText({}, 'de')).toEqual({ text: '', language: 'de' });
  });
});

it('gives browsers a language tag they know', () => {
  expect(browserLanguageTag('de-simple')).toBe('de');
  expect(browserLanguageTag('ar')).toBe('ar');
});

it('writes numbers and days as the language does', () => {
  expect(formatNumber(1240, 'de')).toBe('1.240');
  expect(formatNumber(-3.25, 'de', 1)).toBe('−3,3');
  expect(formatNumber(1240, 'en')).toBe('1,240');
  expect(formatDay('2021-12-31', 'de')).toBe('31. Dezember 2021');
  expect(formatDay('2019', 'de')).toBe('2019');
});
