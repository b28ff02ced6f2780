import type { ItemBank, QuestionnaireDraft } from '@stadtteilstimme/domain';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { checkReadiness } from './check-readiness.js';

const readiness = (change: Partial<QuestionnaireDraft> = {}, itemBank: ItemBank = EXAMPLE_ITEM_BANK, slugTaken = false) =>
  checkReadiness({ draft: { ...EXAMPLE_DRAFT, ...change }, taxonomy: EXAMPLE_TAXONOMY, itemBank, slugTaken });

const without = <T extends object>(texts: T, language: string): T =>
  Object.fromEntries(Object.entries(texts).filter(([code]) => code !== language)) as T;

it('finds nothing in a complete draft', () => {
  expect(readiness().problems).toEqual([]);
});

describe('a missing wording', () => {
  const bank = EXAMPLE_ITEM_BANK;
  const missingIn: readonly (readonly [string, Partial<QuestionnaireDraft>, Partial<ItemBank>])[] = [
    ['title', { title: without(EXAMPLE_DRAFT.title, 'ar') }, {}],
    ['welcome', { welcome: { ...EXAMPLE_DRAFT.welcome, ar: '  ' } }, {}],
    ['thanks', { thanks: without(EXAMPLE_DRAFT.thanks, 'ar') }, {}],
    ['consent.agree', {}, { consent: bank.consent.map((b) => (b.id === 'agree' ? { ...b, texts: without(b.texts, 'ar') } : b)) }],
    ['consent.art9Agree', {}, { consent: bank.consent.map((b) => (b.id === 'art9Agree' ? { ...b, texts: without(b.texts, 'ar') } : b)) }],
    ['items.P-1', {}, { items: bank.items.map((i) => (i.id === 'P-1' ? { ...i, wordings: without(i.wordings, 'ar') } : i)) }],
    [
      'items.M-1.options.other', {},
      { items: bank.items.map((i) => (i.id === 'M-1' && i.choice
        ? { ...i, choice: { ...i.choice, options: i.choice.options.map((o) => (o.code === 'other' ? { ...o, labels: without(o.labels, 'ar') } : o)) } }
        : i)) },
    ],
    ['scales.AGREE.prompt', {}, { scales: bank.scales.map((s) => (s.id === 'AGREE' && s.prompt ? { ...s, prompt: without(s.prompt, 'ar') } : s)) }],
    [
      'scales.AGREE.points.3', {},
      { scales: bank.scales.map((s) => (s.id === 'AGREE' ? { ...s, points: s.points.map((p) => (p.code === 3 ? { ...p, labels: without(p.labels, 'ar') } : p)) } : s)) },
    ],
    [
      'scales.YESNO.missing.99', {},
      { scales: bank.scales.map((s) => (s.id === 'YESNO' ? { ...s, missing: s.missing.map((p) => (p.code === 99 ? { ...p, labels: without(p.labels, 'ar') } : p)) } : s)) },
    ],
    ['demographics.age-group', {}, { demographics: bank.demographics.map((d) => (d.id === 'age-group' ? { ...d, wordings: without(d.wordings, 'ar') } : d)) }],
    [
      'demographics.district.options.outside', {},
      { demographics: bank.demographics.map((d) => (d.id === 'district'
        ? { ...d, options: d.options.map((o) => (o.code === 'outside' ? { ...o, labels: without(o.labels, 'ar') } : o)) } : d)) },
    ],
  ];

  it.each(missingIn)('is named: %s', (place, change, parts) => {
    expect(readiness(change, { ...bank, ...parts }).problems).toEqual([{ code: 'wording-missing', place, language: 'ar' }]);
  });

  it.each(missingIn)('does not matter in a language that is not chosen: %s', (_place, change, parts) => {
    expect(readiness({ ...change, languages: ['de', 'en'] }, { ...bank, ...parts }).problems).toEqual([]);
  });

  it('does not matter in consent for another target group, for Art. 9 without such an item, or for what is not offered', () => {
    const consent = bank.consent.map((b) => (['work', 'withdrawal', 'art9Agree'].includes(b.id) ? { ...b, texts: {} } : b));
    expect(readiness({ itemIds: ['P-1'] }, { ...bank, consent }).problems).toEqual([]);
  });

  it('matters in the text on withdrawal as soon as withdrawal is offered', () => {
    const consent = bank.consent.map((b) => (b.id === 'withdrawal' ? { ...b, texts: without(b.texts, 'en') } : b));
    const { problems } = checkReadiness({
      draft: EXAMPLE_DRAFT, taxonomy: EXAMPLE_TAXONOMY, itemBank: { ...bank, consent }, offered: { withdrawalCode: true },
    });
    expect(problems).toEqual([{ code: 'wording-missing', place: 'consent.withdrawal', language: 'en' }]);
  });
});

describe('an incomplete draft', () => {
  it.each<[string, Partial<QuestionnaireDraft>, string]>([
    ['no item', { itemIds: [] }, 'items'],
    ['no district', { districtIds: [] }, 'districtIds'],
    ['no German', { languages: ['en'] }, 'languages'],
    ['no language', { languages: [] }, 'languages'],
    ['three focus fields', { focus: ['F1', 'F2', 'F3'] }, 'focus'],
    ['no purpose', { purpose: ' ' }, 'purpose'],
    ['an unknown target group', { targetGroupId: 'martians' }, 'targetGroupId'],
    ['an unknown item', { itemIds: ['P-1', 'X-9'] }, 'items.X-9'],
    ['an unknown demographic', { demographicIds: ['shoe-size'] }, 'demographics.shoe-size'],
    ['an unknown focus', { focus: ['F9'] }, 'focus.F9'],
    ['a slug with capitals', { slug: 'Leben' }, 'slug'],
    ['a slug that is too short', { slug: 'ab' }, 'slug'],
    ['a slug that is too long', { slug: 'a'.repeat(61) }, 'slug'],
    ['a slug that ends in a hyphen', { slug: 'abc-' }, 'slug'],
  ])('is named: %s', (_name, change, place) => {
    expect(readiness(change).problems).toContainEqual({ code: 'questionnaire-incomplete', place });
  });

  it('may have a slug of 3 and of 60 characters', () => {
    for (const slug of ['abc', 'a'.repeat(60)]) expect(readiness({ slug }).problems).toEqual([]);
  });

  it('reports a slug another questionnaire has', () => {
    expect(readiness({}, EXAMPLE_ITEM_BANK, true).problems).toEqual([{ code: 'slug-taken', place: 'slug' }]);
  });

  it('refuses a second question about the district', () => {
    const second = { ...EXAMPLE_ITEM_BANK.demographics[0], id: 'district-work' } as ItemBank['demographics'][number];
    const itemBank = { ...EXAMPLE_ITEM_BANK, demographics: [...EXAMPLE_ITEM_BANK.demographics, second] };
    expect(readiness({ demographicIds: ['district', 'district-work'] }, itemBank).problems).toEqual([
      { code: 'questionnaire-incomplete', place: 'demographics.district-work' },
    ]);
  });

  it('refuses a district whose id is also a special option', () => {
    const taxonomy = { ...EXAMPLE_TAXONOMY, districts: EXAMPLE_TAXONOMY.districts.map((d) => (d.id === 'west' ? { ...d, id: 'outside' } : d)) };
    const draft = { ...EXAMPLE_DRAFT, districtIds: ['outside'] };
    expect(checkReadiness({ draft, taxonomy, itemBank: EXAMPLE_ITEM_BANK }).problems).toEqual([
      { code: 'questionnaire-incomplete', place: 'demographics.district.options.outside' },
    ]);
  });
});

it('counts the states of item and demographic wordings per language', () => {
  const items = EXAMPLE_ITEM_BANK.items.map((i) => (i.id === 'P-1' ? { ...i, wordings: without(i.wordings, 'ar') } : i));
  expect(readiness({}, { ...EXAMPLE_ITEM_BANK, items }).languages).toEqual([
    { language: 'de', wordings: 9, missing: 0, states: { reviewed: 9 } },
    { language: 'de-simple', wordings: 9, missing: 0, states: { 'draft-simple': 9 } },
    { language: 'en', wordings: 9, missing: 0, states: { draft: 9 } },
    { language: 'ar', wordings: 9, missing: 1, states: { machine: 8 } },
  ]);
});
