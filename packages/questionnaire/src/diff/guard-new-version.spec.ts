import { codedVariables } from '@stadtteilstimme/domain';
import type { ChoiceOption, Item, ItemBank, QuestionnaireDraft } from '@stadtteilstimme/domain';
import { codebookFromSurvey } from '../codebook/codebook-from-survey.js';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { continuePositions } from './continue-positions.js';
import { guardNewVersion } from './guard-new-version.js';
import type { GuardResult } from './guard-new-version.js';
import type { PublishedVersion } from './published-version.js';

function published(itemBank: ItemBank = EXAMPLE_ITEM_BANK, draft: QuestionnaireDraft = EXAMPLE_DRAFT): PublishedVersion {
  const { survey, codebook } = compileQuestionnaire({ draft, itemBank, taxonomy: EXAMPLE_TAXONOMY });
  return { survey, codebook, languages: draft.languages };
}

const withItem = (id: string, change: (item: Item) => Item): ItemBank => ({
  ...EXAMPLE_ITEM_BANK,
  items: EXAMPLE_ITEM_BANK.items.map((item) => (item.id === id ? change(item) : item)),
});

const withOptions = (id: string, change: (options: readonly ChoiceOption[]) => readonly ChoiceOption[]): ItemBank =>
  withItem(id, (item) => ({ ...item, choice: item.choice && { ...item.choice, options: change(item.choice.options) } }));

const option = (code: string, label: string): ChoiceOption => ({ code, exclusive: false, freeText: false, missing: false, labels: { de: label, 'de-simple': label, en: label, ar: label } });

const codes = ({ problems }: GuardResult): readonly string[] => problems.map(({ code, place }) => `${code} ${place}`);

describe('guardNewVersion', () => {
  it('lets the same version through', () => {
    expect(guardNewVersion([published()], published())).toEqual({ problems: [], allowed: [] });
    expect(guardNewVersion([], published())).toEqual({ problems: [], allowed: [] });
  });

  it('refuses a removed code, of a single and of a multiple choice, with what to do', () => {
    const single = guardNewVersion([published()], published(withOptions('S-1', (options) => options.filter(({ code }) => code !== 'letter'))));
    expect(codes(single)).toContain('code-removed S_1 · letter');
    expect(single.problems[0]?.remedy['de']).toContain('neuen Fragebogen');
    const multiple = guardNewVersion([published()], published(withOptions('M-1', (options) => options.filter(({ code }) => code !== 'sport'))));
    expect(codes(multiple)).toEqual(['code-removed M_1 · sport']);
  });

  it('refuses a code that stands for something else now, unless a note says it means the same', () => {
    const next = published(withOptions('S-1', (options) => options.map((entry) => (entry.code === 'letter' ? option('letter', 'Plakat') : entry))));
    expect(codes(guardNewVersion([published()], next))).toEqual(expect.arrayContaining(['code-reused S_1 · letter', 'wording-note-missing S_1 · choices.letter.text']));
    expect(guardNewVersion([published()], next, { wordingNotes: { 'S-1': 'Aushang statt Brief, vom Beirat beschlossen' } }).problems).toEqual([]);
  });

  it('refuses labels that moved to other codes, whatever the note says', () => {
    const labelsOf = new Map(EXAMPLE_ITEM_BANK.items.find(({ id }) => id === 'S-1')?.choice?.options.map(({ code, labels }) => [code, labels]));
    const [first = '', second = ''] = [...labelsOf.keys()];
    const exchange: Readonly<Record<string, string>> = { [first]: second, [second]: first };
    const next = published(withOptions('S-1', (options) => options.map((entry) => ({ ...entry, labels: labelsOf.get(exchange[entry.code] ?? entry.code) ?? {} }))));
    expect(codes(guardNewVersion([published()], next, { wordingNotes: { 'S-1': 'Wortlaut geglättet' } }))).toEqual([`code-reused S_1 · ${first}`, `code-reused S_1 · ${second}`]);
  });

  it('asks for the reason of a new wording once, not again in every later version', () => {
    const second = published(withOptions('S-1', (options) => options.map((entry) => (entry.code === 'letter' ? option('letter', 'Plakat') : entry))));
    expect(guardNewVersion([published(), second], second).problems).toEqual([]);
    expect(codes(guardNewVersion([published(), second], published()))).toContain('code-reused S_1 · letter');
  });

  it('says that a question changed its type, not that its answers are gone', () => {
    const next = published(withItem('S-1', (item) => ({ ...item, choice: item.choice && { ...item.choice, multiple: true } })));
    const found = guardNewVersion([published()], next).problems.filter(({ code }) => code === 'type-changed' || code === 'code-removed');
    expect(found.map(({ code, place }) => `${code} ${place}`)).toEqual(['type-changed S_1']);
    const asked = (element: Readonly<Record<string, unknown>>): PublishedVersion => {
      const survey = { locale: 'de', pages: [{ name: 'p', elements: [{ name: 'way', title: 'Wie?', ...element }] }] };
      return { survey, codebook: codebookFromSurvey(survey, { languages: ['de'], defaultLanguage: 'de' }).codebook, languages: ['de'] };
    };
    expect(codes(guardNewVersion([asked({ type: 'dropdown', choices: ['bus'] })], asked({ type: 'comment' })))).toEqual(['type-changed way']);
  });

  it('refuses moved positions; continued positions are accepted wherever the option stands', () => {
    const next = published(withOptions('S-1', (options) => [option('poster', 'Plakat'), ...options]));
    expect(codes(guardNewVersion([published()], next))).toContain('position-changed S_1 · letter');
    const continued = { ...next, codebook: continuePositions([published().codebook], next.codebook) };
    const result = guardNewVersion([published()], continued);
    expect(result).toEqual({ problems: [], allowed: [{ kind: 'new-option', place: 'S_1 · poster' }] });
    const positions = codedVariables(continued.codebook).find(({ name }) => name === 'S_1')?.codes.map(({ code, position }) => [code, position]);
    expect(positions).toEqual([['poster', 5], ['letter', 1], ['elsewhere', 2], ['dont-know', 3], ['prefer-not', 4]]);
  });

  it('refuses another type, scale, base, limit and role', () => {
    const changes: readonly (readonly [string, ItemBank])[] = [
      ['scale-changed O_1_bestand', withItem('O-1', (item) => ({ ...item, scales: { bestand: 'AGREE', bedarf: null } }))],
      ['type-changed B_1_bestand', withItem('B-1', (item) => ({ ...item, reverse: false }))],
      ['base-changed S_1', withItem('S-1', (item) => ({ ...item, art9: true }))],
      ['limit-changed M_1', withItem('M-1', (item) => ({ ...item, choice: item.choice && { ...item.choice, max: 5 } }))],
      ['option-role-changed M_1_sport', withOptions('M-1', (options) => options.map((entry) => (entry.code === 'sport' ? { ...entry, exclusive: true } : entry)))],
    ];
    for (const [expected, bank] of changes) expect(codes(guardNewVersion([published()], published(bank), { wordingNotes: { 'M-1': 'x', 'O-1': 'x' } }))).toContain(expected);
  });

  it('demands a note for a changed wording and lists it then', () => {
    const next = published(withItem('B-1', (item) => ({ ...item, wordings: { ...item.wordings, en: { text: 'I waited.', state: 'reviewed' } } })));
    expect(codes(guardNewVersion([published()], next))).toEqual(['wording-note-missing B_1_bestand · page.title']);
    expect(guardNewVersion([published()], next, { wordingNotes: { 'B-1': 'Kürzer' } })).toEqual({
      problems: [],
      allowed: [{ kind: 'wording', place: 'B_1_bestand · page.title', language: 'en', note: 'Kürzer' }],
    });
  });

  it('allows new and dropped items and a new language, refuses a dropped one', () => {
    const short = { ...EXAMPLE_DRAFT, itemIds: ['P-1', 'B-1'], languages: ['de', 'en'] };
    expect(guardNewVersion([published(EXAMPLE_ITEM_BANK, short)], published()).problems).toEqual([]);
    expect(guardNewVersion([published(EXAMPLE_ITEM_BANK, short)], published()).allowed.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      ...['O-1', 'Y-1', 'M-1', 'S-1', 'A-1'].map((id) => `new-item ${id}`),
      'new-language languages.de-simple',
      'new-language languages.ar',
    ]);
    const shorter = guardNewVersion([published()], published(EXAMPLE_ITEM_BANK, short));
    expect(codes(shorter)).toEqual(['language-dropped languages.de-simple', 'language-dropped languages.ar']);
    expect(shorter.allowed.filter(({ kind }) => kind === 'dropped-item')).toHaveLength(5);
  });

  it('remembers what an older version used: a name, a position, a scale', () => {
    const first = published();
    const without = published(EXAMPLE_ITEM_BANK, { ...EXAMPLE_DRAFT, itemIds: EXAMPLE_DRAFT.itemIds.filter((id) => id !== 'O-1' && id !== 'S-1') });
    const back = published(withItem('O-1', (item) => ({ ...item, scales: { bestand: 'AGREE', bedarf: null } })));
    expect(codes(guardNewVersion([first, without], back, { wordingNotes: { 'O-1': 'neue Skala' } }))).toContain('scale-changed O_1_bestand');
    const moved = published(withOptions('S-1', (options) => [option('poster', 'Plakat'), ...options.slice(1)]));
    expect(codes(guardNewVersion([first, without], moved))).toContain('position-changed S_1 · poster');
    const taken: PublishedVersion = JSON.parse(JSON.stringify(without).replaceAll('B_1_bestand', 'O_1_bestand')) as PublishedVersion;
    expect(codes(guardNewVersion([first, without], taken))).toEqual(expect.arrayContaining(['variable-reused O_1_bestand', 'variable-renamed B_1_bestand → O_1_bestand']));
  });
});
