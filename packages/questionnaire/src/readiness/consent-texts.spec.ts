import { EXAMPLE_ITEM_BANK } from '../fixtures/example-item-bank.js';
import { consentTexts } from './consent-texts.js';
import type { ConsentTextsInput } from './consent-texts.js';

const input = (change: Partial<ConsentTextsInput> = {}): ConsentTextsInput => ({
  itemBank: EXAMPLE_ITEM_BANK,
  targetGroupId: 'resident',
  hasArt9Items: false,
  languages: ['de', 'ar'],
  placeholders: { controller: 'Stadt {X} & Co', contact: 'a', dataProtectionContact: 'b', authority: 'c', months: 3 },
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
  const one = consentTexts(input({ placeholders: { ...input().placeholders, months: 1 } }))[1];
  expect(one?.texts).toEqual({ de: 'Nach 1 Monat.', ar: 'شهر' });
});

it('fails rather than show a placeholder without a value', () => {
  const consent = [{ id: 'x', type: 'text', audience: 'all', onlyWithArt9Items: false, texts: { de: 'Bei {nobody}.' } }] as const;
  expect(() => consentTexts(input({ itemBank: { ...EXAMPLE_ITEM_BANK, consent } }))).toThrow('nobody');
});
