import type { Item, ItemBank, QuestionnaireDraft } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { codebookFromSurvey } from '../codebook/codebook-from-survey.js';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { randomWaves } from '../fixtures/random-versions.js';
import { compareVersions } from './compare-versions.js';
import type { PublishedVersion } from './published-version.js';

function published(itemBank: ItemBank = EXAMPLE_ITEM_BANK, draft: QuestionnaireDraft = EXAMPLE_DRAFT): PublishedVersion {
  const { survey, codebook } = compileQuestionnaire({ draft, itemBank, taxonomy: EXAMPLE_TAXONOMY });
  return { survey, codebook, languages: draft.languages };
}

const withItem = (id: string, change: (item: Item) => Item): ItemBank => ({
  ...EXAMPLE_ITEM_BANK,
  items: EXAMPLE_ITEM_BANK.items.map((item) => (item.id === id ? change(item) : item)),
});

const itemOf = (before: PublishedVersion, after: PublishedVersion, id: string) =>
  compareVersions(before, after).items.find(({ identity }) => identity.id === id);

describe('compareVersions', () => {
  it('calls everything comparable that is the same', () => {
    const { items, newItems, droppedItems } = compareVersions(published(), published());
    expect(items.map(({ identity, comparability }) => `${identity.kind} ${identity.id} ${comparability}`)).toEqual([
      ...['P-1', 'B-1', 'O-1', 'Y-1', 'M-1', 'S-1', 'A-1'].map((id) => `item ${id} comparable`),
      'demographic district comparable',
      'demographic age-group comparable',
    ]);
    expect([newItems, droppedItems]).toEqual([[], []]);
  });

  it('limits an item whose wording changed in one language, word by word', () => {
    const after = published(withItem('P-1', (item) => ({ ...item, wordings: { ...item.wordings, ar: { text: 'العرض جيد.', state: 'draft' } } })));
    const item = itemOf(published(), after, 'P-1');
    expect(item?.comparability).toBe('limited');
    const wording = item?.changes.find((change) => change.place.endsWith('page.title'));
    expect(wording).toMatchObject({ code: 'wording-changed', effect: 'limited', language: 'ar' });
    expect(wording?.words).toEqual([
      { kind: 'kept', text: 'العرض ' },
      { kind: 'removed', text: 'مناسب' },
      { kind: 'added', text: 'جيد' },
      { kind: 'kept', text: '.' },
    ]);
    expect(wording?.sentences['de']).toContain('Der Wortlaut (ar) hat sich geändert');
    expect(wording?.sentences['en']).toContain('The comparison is limited');
  });

  it('ignores a wording in a language only one version used', () => {
    const after = published(
      withItem('P-1', (item) => ({ ...item, wordings: { ...item.wordings, ar: { text: 'غير ذلك', state: 'draft' } } })),
      { ...EXAMPLE_DRAFT, languages: ['de', 'en', 'ar'] },
    );
    const before = published(EXAMPLE_ITEM_BANK, { ...EXAMPLE_DRAFT, languages: ['de', 'en', 'de-simple'] });
    const comparison = compareVersions(before, after);
    expect(comparison.items.every(({ comparability }) => comparability === 'comparable')).toBe(true);
    expect([comparison.languages, comparison.newLanguages, comparison.droppedLanguages]).toEqual([['de', 'en'], ['ar'], ['de-simple']]);
  });

  it('breaks only the half of a pair whose scale changed', () => {
    const bank = { ...EXAMPLE_ITEM_BANK, scales: EXAMPLE_ITEM_BANK.scales.map((scale) => (scale.id === 'IMPORTANT' ? { ...scale, max: 4, points: scale.points.slice(0, 4) } : scale)) };
    const item = itemOf(published(), published(bank), 'P-1');
    expect(item?.comparability).toBe('break');
    expect(item?.variables.map(({ after, comparability }) => [after, comparability])).toEqual([
      ['P_1_bestand', 'comparable'],
      ['P_1_bedarf', 'break'],
    ]);
    expect(item?.changes.map(({ code }) => code)).toEqual(['scale-changed', 'codes-changed']);
    expect(item?.changes[0]?.sentences['de']).toContain('IMPORTANT 1–5“ → „IMPORTANT 1–4');
  });

  const breaks: readonly (readonly [string, string, (item: Item) => Item, string])[] = [
    ['another limit', 'M-1', (item) => ({ ...item, choice: item.choice && { ...item.choice, max: 3 } }), 'limit-changed'],
    ['another base', 'S-1', (item) => ({ ...item, art9: true }), 'base-changed'],
    ['another direction', 'B-1', (item) => ({ ...item, reverse: false }), 'direction-changed'],
    ['another scale', 'O-1', (item) => ({ ...item, scales: { bestand: 'AGREE', bedarf: null } }), 'scale-changed'],
    [
      'a code that counts as missing now',
      'S-1',
      (item) => ({ ...item, choice: item.choice && { ...item.choice, options: item.choice.options.map((option) => (option.code === 'letter' ? { ...option, missing: true } : option)) } }),
      'missing-kind-changed',
    ],
    [
      'a tick that excludes others now',
      'M-1',
      (item) => ({ ...item, choice: item.choice && { ...item.choice, options: item.choice.options.map((option) => (option.code === 'sport' ? { ...option, exclusive: true } : option)) } }),
      'option-role-changed',
    ],
  ];

  it.each(breaks)('breaks an item with %s', (_, id, change, code) => {
    const item = itemOf(published(), published(withItem(id, change)), id);
    expect(item?.comparability).toBe('break');
    expect(item?.changes.map((entry) => entry.code)).toContain(code);
  });

  it('limits a choice with an option more or less, and names it', () => {
    const fewer = withItem('S-1', (item) => ({ ...item, choice: item.choice && { ...item.choice, options: item.choice.options.filter(({ code }) => code !== 'letter') } }));
    expect(itemOf(published(), published(fewer), 'S-1')?.changes).toMatchObject([{ code: 'option-removed', effect: 'limited', before: 'letter' }]);
    const [gone] = itemOf(published(), published(fewer), 'S-1')?.changes ?? [];
    expect(gone?.sentences).toMatchObject({ de: 'S_1: Die Antwort „Brief“ gibt es nicht mehr. Der Vergleich gilt eingeschränkt.', en: 'S_1: the option “Letter” is no longer offered. The comparison is limited.' });
    expect(gone?.statements).toEqual({ de: 'Die Antwort „Brief“ gibt es nicht mehr. Der Vergleich gilt eingeschränkt.', en: 'The option “Letter” is no longer offered. The comparison is limited.' });
    expect(itemOf(published(fewer), published(), 'S-1')?.changes).toMatchObject([{ code: 'option-added', effect: 'limited', after: 'letter' }]);
    const reordered = withItem('M-1', (item) => ({ ...item, choice: item.choice && { ...item.choice, options: [...item.choice.options].reverse() } }));
    expect(itemOf(published(), published(reordered), 'M-1')?.changes.map(({ code }) => code)).toEqual(['option-order-changed']);
  });

  it('finds an item under another variable name and says which items are new or gone', () => {
    const before = published();
    const after = published(EXAMPLE_ITEM_BANK, { ...EXAMPLE_DRAFT, itemIds: ['B-1', 'P-1'] });
    const renamed: PublishedVersion = JSON.parse(JSON.stringify(after).replaceAll('P_1_', 'Angebot_')) as PublishedVersion;
    const comparison = compareVersions(before, renamed);
    expect(comparison.items.map(({ identity, comparability }) => [identity.id, comparability])).toEqual([
      ['B-1', 'comparable'],
      ['P-1', 'comparable'],
      ['district', 'comparable'],
      ['age-group', 'comparable'],
    ]);
    expect(comparison.items[1]?.variables.map(({ before: old, after: now }) => [old, now])).toEqual([
      ['P_1_bestand', 'Angebot_bestand'],
      ['P_1_bedarf', 'Angebot_bedarf'],
    ]);
    expect(comparison.droppedItems.map(({ id }) => id)).toEqual(['O-1', 'Y-1', 'M-1', 'S-1', 'A-1']);
    expect(compareVersions(renamed, before).newItems.map(({ id }) => id)).toEqual(['O-1', 'Y-1', 'M-1', 'S-1', 'A-1']);
  });

  it('reads a filter the same under other names and white space, and says when the filter’s question broke', () => {
    const filtered = (version: PublishedVersion, filter: string): PublishedVersion => ({
      ...version,
      codebook: { ...version.codebook, variables: version.codebook.variables.map((variable) => (variable.itemId === 'Y-1' ? { ...variable, visibleIf: filter } : variable)) },
    });
    const renamed: PublishedVersion = JSON.parse(JSON.stringify(published()).replaceAll('P_1_', 'Angebot_')) as PublishedVersion;
    expect(itemOf(filtered(published(), '{P_1_bestand} = 1'), filtered(renamed, ' { Angebot_bestand }  =  1'), 'Y-1')?.comparability).toBe('comparable');
    expect(itemOf(filtered(published(), "{S_1} = 'letter'"), filtered(published(), "{S_1} = 'Letter'"), 'Y-1')?.changes.map(({ code }) => code)).toEqual(['base-changed']);
    const broken = published(withItem('O-1', (item) => ({ ...item, reverse: true })));
    expect(itemOf(filtered(published(), '{O_1_bestand} > 3'), filtered(broken, '{O_1_bestand} > 3'), 'Y-1')).toMatchObject({
      comparability: 'limited',
      changes: [{ code: 'base-question-changed', after: 'O_1_bestand' }],
    });
  });

  it('finds the same class whichever version comes first', () => {
    fc.assert(
      fc.property(randomWaves, ([first, second]) => {
        if (!first || !second) return;
        const classes = (before: PublishedVersion, after: PublishedVersion) =>
          Object.fromEntries(compareVersions(before, after).items.map(({ identity, comparability }) => [`${identity.kind} ${identity.id}`, comparability]));
        expect(classes(second, first)).toEqual(classes(first, second));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  const survey = (...elements: readonly Readonly<Record<string, unknown>>[]): PublishedVersion => {
    const json = { locale: 'de', pages: [{ name: 'p', elements }] };
    return { survey: json, codebook: codebookFromSurvey(json, { languages: ['de'], defaultLanguage: 'de' }).codebook, languages: ['de'] };
  };
  const way = { type: 'radiogroup', name: 'way', title: 'Wie kommen Sie?', choices: ['bus', 'car'] };
  const said = (before: PublishedVersion, after: PublishedVersion) => compareVersions(before, after).items.map(({ identity, comparability, changes }) => [identity.id, comparability, ...changes.map(({ sentences }) => sentences['de'])]);

  it.each([
    ['checkbox', { choices: ['bus', 'car'] }, 'Mehrfachauswahl'],
    ['comment', {}, 'Freitext'],
    ['ranking', { choices: ['bus', 'car'] }, 'Rangfolge'],
  ])('breaks an item that became a %s, either way round, and says only that', (type, more, word) => {
    const other = survey({ type, name: 'way', title: 'Wie kommen Sie?', ...more });
    expect(said(survey(way), other)).toEqual([['way', 'break', `way: Die Frageart hat sich geändert („Einfachauswahl“ → „${word}“). Die Reihe bricht hier ab.`]]);
    expect(said(other, survey(way))).toEqual([['way', 'break', `way: Die Frageart hat sich geändert („${word}“ → „Einfachauswahl“). Die Reihe bricht hier ab.`]]);
  });

  it('follows a filter over several steps to the question that broke', () => {
    const chain = (max: number) => [
      { type: 'rating', name: 'q1', title: 'A', rateMin: 1, rateMax: max },
      { type: 'comment', name: 'q2', title: 'B', visibleIf: '{q1} <= 2' },
      { type: 'comment', name: 'q3', title: 'C', visibleIf: '{q2} notempty' },
      { type: 'comment', name: 'q4', title: 'D' },
      { type: 'checkbox', name: 'q5', title: 'E', choices: ['a', 'b'], visibleIf: '{q3} notempty' },
    ];
    const { items } = compareVersions(survey(...chain(5)), survey(...chain(4)));
    expect(items.map(({ identity, comparability }) => `${identity.id} ${comparability}`)).toEqual(['q1 break', 'q2 limited', 'q3 limited', 'q4 comparable', 'q5 limited']);
    expect(items[2]?.changes[0]?.sentences['de']).toBe('q3: Die Filterfrage „q2“ hat sich geändert. Der Vergleich gilt eingeschränkt.');
    expect(items[4]?.changes.map(({ code, place }) => `${code} ${place}`)).toEqual(['base-question-changed q5']);
  });

  it('says limits, filters, roles and places in words, once for a question and not once for each tick', () => {
    const ticks = { type: 'checkbox', name: 'm', title: 'Was?', choices: [{ value: 'a', text: 'Eins' }, { value: 'b', text: 'Zwei' }] };
    const changed = { ...ticks, maxSelectedChoices: 1, visibleIf: "{way} = 'bus'", choices: [{ value: 'a', text: 'Eins!', isExclusive: true }, { value: 'b', text: 'Zwei' }] };
    expect(said(survey(way, ticks), survey({ ...way, isRequired: true }, changed))).toEqual([
      ['way', 'limited', 'way: Die Antwort war nicht in beiden Fassungen Pflicht (freiwillig → „immer Pflicht“). Der Vergleich gilt eingeschränkt.'],
      [
        'm', 'break',
        'm_a: Die Antwort hat eine andere Rolle, ausschließend oder fehlende Angabe (gewöhnlich → „schließt andere aus“). Die Reihe bricht hier ab.',
        'm: Es durften verschieden viele Antworten gewählt werden (ohne Grenze → „0–1“). Die Reihe bricht hier ab.',
        "m: Die Frage wurde anderen Personen gezeigt (allen → „{way} = 'bus'“). Die Reihe bricht hier ab.",
        'm · Antwort a: Der Wortlaut (de) hat sich geändert. Der Vergleich gilt eingeschränkt.',
      ],
    ]);
  });

  it('explains a filter that reads the same and asks another question', () => {
    const filtered = { type: 'comment', name: 'w', title: 'W', visibleIf: "{way} = 'bus'" };
    const [, comment] = said(survey(way, filtered), survey({ ...way, type: 'checkbox' }, filtered));
    expect(comment).toEqual(['w', 'break', "w: Der Filter „{way} = 'bus'“ liest eine Frage, die jetzt eine andere ist. Die Reihe bricht hier ab."]);
  });

  describe('what a code stands for', () => {
    const versionOf = (element: Record<string, unknown>): PublishedVersion => {
      const definition = { locale: 'de', maxCommentLength: 50, pages: [{ name: 'p', elements: [{ name: 'q', title: 'Frage', ...element }] }] };
      return { survey: definition, codebook: codebookFromSurvey(definition).codebook, languages: ['de', 'ar'] };
    };
    const found = (before: Record<string, unknown>, after: Record<string, unknown>): readonly string[] => {
      const [item] = compareVersions(versionOf(before), versionOf(after)).items;
      return [item?.comparability ?? '', ...new Set(item?.changes.map(({ code, place }) => `${code} ${place}`))];
    };
    const list = (...labels: readonly string[]) => labels.map((text, index) => ({ value: 'abc'[index], text }));
    const bilingual = (de: string, ar: string, value: string) => ({ value, text: { de, ar } });
    const choice = { type: 'radiogroup' };

    it.each<[string, Record<string, unknown>, Record<string, unknown>, readonly string[]]>([
      ['labels changed places', { ...choice, choices: list('Bus', 'Rad') }, { ...choice, choices: list('Rad', 'bus') }, ['break', 'code-meaning-changed q · a', 'code-meaning-changed q · b', 'wording-changed q · choices.a.text', 'wording-changed q · choices.b.text']],
      ['labels changed places in one language', { ...choice, choices: [bilingual('Bus', 'ا', 'a'), bilingual('Rad', 'ب', 'b')] }, { ...choice, choices: [bilingual('Bus', 'ب', 'a'), bilingual('Rad', 'ا', 'b')] }, ['break', 'code-meaning-changed q · a', 'code-meaning-changed q · b', 'wording-changed q · choices.a.text', 'wording-changed q · choices.b.text']],
      ['a scale was turned round', { type: 'rating', rateMax: 3, minRateDescription: 'nie', maxRateDescription: 'immer' }, { type: 'rating', rateMax: 3, minRateDescription: 'immer', maxRateDescription: 'nie' }, ['break', 'code-meaning-changed q · 1', 'code-meaning-changed q · 3', 'wording-changed q · minRateDescription', 'wording-changed q · maxRateDescription']],
      ['yes became no', { type: 'boolean', labelTrue: 'Ja', labelFalse: 'Nein' }, { type: 'boolean', labelTrue: 'Nein', labelFalse: 'Ja' }, ['break', 'code-meaning-changed q · 1', 'code-meaning-changed q · 0', 'wording-changed q · labelTrue', 'wording-changed q · labelFalse']],
      ['ticks changed places', { type: 'checkbox', choices: list('Bus', 'Rad') }, { type: 'checkbox', choices: list('Rad', 'Bus') }, ['break', 'code-meaning-changed q_a', 'wording-changed q · choices.a.text', 'code-meaning-changed q_b', 'wording-changed q · choices.b.text']],
      ['rows changed places', { type: 'matrix', columns: [1], rows: list('Bus', 'Rad') }, { type: 'matrix', columns: [1], rows: list('Rad', 'Bus') }, ['break', 'code-meaning-changed q_a', 'wording-changed q · rows.a.text', 'code-meaning-changed q_b', 'wording-changed q · rows.b.text']],
      ['a code took over a label that is gone', { ...choice, choices: list('Bus', 'Rad') }, { ...choice, choices: list('Rad') }, ['break', 'code-meaning-changed q · a', 'option-removed q', 'wording-changed q · choices.a.text']],
      ['another order is no other meaning', { ...choice, choices: list('Bus', 'Rad') }, { ...choice, choices: list('Bus', 'Rad').reverse() }, ['limited', 'option-order-changed q']],
      ['a new label is a wording', { ...choice, choices: list('Bus', 'Rad') }, { ...choice, choices: list('Linienbus', 'Rad') }, ['limited', 'wording-changed q · choices.a.text']],
      ['no code in common', { ...choice, choices: [1, 2] }, { ...choice, choices: ['1', '2'] }, ['break', 'codes-changed q', 'option-added q', 'option-removed q']],
      ['no row in common', { type: 'matrix', columns: [1], rows: ['a'] }, { type: 'matrix', columns: [1], rows: ['b'] }, ['break', 'part-added q', 'part-removed q', 'nothing-in-common q']],
      ['the other half of a pair', { type: 'rating', itemId: 'I', part: 'bestand' }, { type: 'rating', itemId: 'I', part: 'bedarf' }, ['break', 'part-added q', 'part-removed q', 'nothing-in-common q']],
      ['labels behind a bar', { ...choice, choices: ['a|Bus', 'b|Rad'] }, { ...choice, choices: ['a|Linienbus', 'b|Rad'] }, ['limited', 'wording-changed q · choices.a.text']],
      ['a code that got a label', { ...choice, choices: ['a', 'b'] }, { ...choice, choices: ['a', { value: 'b', text: 'Rad' }] }, ['limited', 'wording-changed q · choices.b.text']],
      ['built-in words written out', { type: 'boolean' }, { type: 'boolean', labelTrue: 'Stimmt' }, ['limited', 'wording-in-one-version-only q · labelTrue']],
      ['another picture', { type: 'imagepicker', choices: [{ value: 'a', imageLink: '1.png' }] }, { type: 'imagepicker', choices: [{ value: 'a', imageLink: '2.png' }] }, ['limited', 'wording-changed q · choices.a.imageLink']],
      ['the same letters in another Unicode form', { ...choice, choices: list('Größe') }, { ...choice, choices: list('Gr\u006f\u0308ße') }, ['comparable']],
    ])('%s', (_, before, after, expected) => {
      expect(found(before, after)).toEqual(expected);
      expect(found(after, before)[0]).toBe(expected[0]);
    });
  });

  it('gives every reason a German and an English sentence', () => {
    fc.assert(
      fc.property(randomWaves, ([first, second]) => {
        if (!first || !second) return;
        for (const change of compareVersions(first, second).items.flatMap((item) => item.changes)) {
          expect(change.sentences['de']).toMatch(/Reihe bricht hier ab|gilt eingeschränkt/);
          expect(change.sentences['en']).toMatch(/series breaks here|is limited/);
          expect(change.sentences['de']?.startsWith(change.place.split(' · ')[0] ?? '')).toBe(true);
        }
      }),
      { seed: 8, numRuns: 100 },
    );
  });
});
