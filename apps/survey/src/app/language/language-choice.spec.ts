import { APP_LANGUAGES } from './app-languages';
import { directionOf, languageToShow, nameOf } from './language-choice';
import { formatMessage } from './message';
import { texts as arabic } from './texts/ar';
import { texts as german } from './texts/de';
import { texts as simple } from './texts/de-simple';
import { texts as english } from './texts/en';
import { texts as persian } from './texts/fa';
import { texts as kurdish } from './texts/ku';
import { texts as polish } from './texts/pl';
import { texts as russian } from './texts/ru';
import { texts as turkish } from './texts/tr';
import { texts as ukrainian } from './texts/uk';

const germanOnly = APP_LANGUAGES.filter((language) => language.code.startsWith('de'));

describe('languageToShow', () => {
  it('obeys the address when the language is offered', () => {
    expect(languageToShow('ar', ['de-DE'], APP_LANGUAGES)).toBe('ar');
    expect(languageToShow('ar', ['de-DE'], germanOnly)).toBe('de');
  });

  it('follows the device by primary language, also where the device names it differently', () => {
    expect(languageToShow(null, ['fr-FR', 'uk-UA'], APP_LANGUAGES)).toBe('uk');
    expect(languageToShow(null, ['prs-AF'], APP_LANGUAGES)).toBe('fa');
    expect(languageToShow(null, ['kmr'], APP_LANGUAGES)).toBe('ku');
    expect(languageToShow('xx', ['DE-at'], APP_LANGUAGES)).toBe('de');
  });

  it('falls back to German, else to what there is', () => {
    expect(languageToShow(null, ['fr'], APP_LANGUAGES)).toBe('de');
    expect(languageToShow(null, ['fr'], APP_LANGUAGES.slice(2, 3))).toBe('en');
  });
});

describe('directionOf', () => {
  it('is right to left for Arabic and Persian only', () => {
    const rtl = APP_LANGUAGES.filter((language) => directionOf(language.code, APP_LANGUAGES) === 'rtl');
    expect(rtl.map((language) => language.code)).toEqual(['ar', 'fa']);
    expect(directionOf('unknown', APP_LANGUAGES)).toBe('ltr');
  });
});

describe('nameOf', () => {
  it('says Leichte Sprache only after the review', () => {
    const simpleLanguage = { code: 'de-simple', ownName: 'Leichte Sprache', ownNameUnreviewed: 'Einfache Sprache', direction: 'ltr' } as const;
    expect(nameOf(simpleLanguage)).toBe('Einfache Sprache');
    expect(nameOf({ ...simpleLanguage, reviewed: false })).toBe('Einfache Sprache');
    expect(nameOf({ ...simpleLanguage, reviewed: true })).toBe('Leichte Sprache');
  });
});

describe('texts', () => {
  const files = { de: german, 'de-simple': simple, en: english, ar: arabic, fa: persian, ku: kurdish, uk: ukrainian, ru: russian, tr: turkish, pl: polish };

  it('fill every message in every language', () => {
    for (const [language, texts] of Object.entries(files)) {
      for (const text of Object.values(texts)) {
        const filled = formatMessage(text, language, { n: 3, m: 12, minutes: 5, count: 2, max: 3 });
        expect(filled).not.toBe('');
        expect(filled).not.toMatch(/[{}]/);
      }
    }
  });

  it('use the plural of the language', () => {
    expect(formatMessage(german.duration, 'de', { minutes: 1 })).toBe('Dauer: etwa 1 Minute');
    expect(formatMessage(german.duration, 'de-simple', { minutes: 9 })).toBe('Dauer: etwa 9 Minuten');
    expect(formatMessage(arabic.duration, 'ar', { minutes: 2 })).toContain('دقيقتين');
    expect(formatMessage(ukrainian.duration, 'uk', { minutes: 3 })).not.toBe(formatMessage(ukrainian.duration, 'uk', { minutes: 5 }).replace('5', '3'));
  });
});
