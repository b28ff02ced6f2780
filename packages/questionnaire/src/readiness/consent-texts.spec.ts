import { SURVEY_PURPOSE } from '@stadtteilstimme/domain';
import { EXAMPLE_ITEM_BANK } from '../fixtures/example-item-bank.js';
import { consentTexts } from './consent-texts.js';
import type { ConsentTextsInput } from './consent-texts.js';

const PLACEHOLDERS = { controller: 'Stadt {X} & Co', contact: 'a', dataProtectionContact: 'b', authority: 'c', months: 3, phone: '' };

const input = (change: Partial<ConsentTextsInput> = {}): ConsentTextsInput => ({
  itemBank: EXAMPLE_ITEM_BANK,
  targetGroupId: 'resident',
  hasArt9Items: false,
  languages: ['de', 'ar'],
  placeholders: () => PLACEHOLDERS,
  surveyPurpose: {},
  ...change,
});

const idsOf = (change: Partial<ConsentTextsInput>) => consentTexts(input(change)).map((text) => text.id);

it('gives a target group its own blocks only', () => {
  expect(idsOf({})).toEqual(['who', 'retention', 'agree']);
  expect(idsOf({ targetGroupId: 'professional' })).toEqual(['who', 'work', 'retention', 'agree']);
});

it('asks for consent to special categories only where such questions are asked', () => {
  expect(idsOf({ hasArt9Items: true })).toEqual(['who', 'retention', 'agree', 'art9Agree']);
});

it('promises a withdrawal code only where there is one', () => {
  expect(idsOf({ offered: { withdrawalCode: false } })).not.toContain('withdrawal');
  expect(idsOf({ offered: { withdrawalCode: true } })).toContain('withdrawal');
});

it('fills placeholders in the chosen languages, plurals in the form of the language', () => {
  const [who, retention] = consentTexts(input());
  expect(who?.texts).toEqual({ de: 'Von: Stadt {X} & Co.', ar: 'من: Stadt {X} & Co.' });
  expect(retention?.texts).toEqual({ de: 'Nach 3 Monaten.', ar: '3 أشهر' });
  const one = consentTexts(input({ placeholders: () => ({ ...PLACEHOLDERS, months: 1 }) }))[1];
  expect(one?.texts).toEqual({ de: 'Nach 1 Monat.', ar: 'شهر' });
});

it('fills the values of each language into its own text', () => {
  const placeholders = (language: string) => ({ ...PLACEHOLDERS, controller: language === 'ar' ? 'مدينة' : 'Stadt' });
  expect(consentTexts(input({ placeholders }))[0]?.texts).toEqual({ de: 'Von: Stadt.', ar: 'من: مدينة.' });
});

describe('the purpose staff have written', () => {
  const consent = [
    { id: 'who', type: 'text', audience: 'all', onlyWithArt9Items: false, texts: { de: 'Wir.' } },
    { id: 'purpose', type: 'text', audience: 'all', onlyWithArt9Items: false, texts: { de: 'Für alle Umfragen.' } },
    { id: 'agree', type: 'checkbox', audience: 'all', onlyWithArt9Items: false, texts: { de: 'Ja.' } },
  ] as const;
  const itemBank = { ...EXAMPLE_ITEM_BANK, consent };

  it('stands behind the general one, in German and where it is translated', () => {
    const texts = consentTexts(input({ itemBank, surveyPurpose: { de: ' Wissen, was {hier} fehlt. ', ar: 'الهدف', tr: 'Amaç' } }));
    expect(texts.map(({ id }) => id)).toEqual(['who', 'purpose', SURVEY_PURPOSE, 'agree']);
    expect(texts[2]?.texts).toEqual({ de: 'Wissen, was {hier} fehlt.', ar: 'الهدف' });
  });

  it('keeps the German for languages without a translation', () => {
    const texts = consentTexts(input({ itemBank, languages: ['ar'], surveyPurpose: { de: 'Zweck' } }));
    expect(texts.find(({ id }) => id === SURVEY_PURPOSE)?.texts).toEqual({ de: 'Zweck' });
  });

  it('is no empty paragraph where there is none', () => {
    expect(consentTexts(input({ itemBank, surveyPurpose: { de: ' ' } })).map(({ id }) => id)).toEqual(['who', 'purpose', 'agree']);
  });
});

it('fails rather than show a placeholder without a value', () => {
  const consent = [{ id: 'x', type: 'text', audience: 'all', onlyWithArt9Items: false, texts: { de: 'Bei {nobody}.' } }] as const;
  expect(() => consentTexts(input({ itemBank: { ...EXAMPLE_ITEM_BANK, consent } }))).toThrow('nobody');
});
