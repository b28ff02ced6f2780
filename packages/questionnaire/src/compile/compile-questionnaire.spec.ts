import type { QuestionnaireDraft } from '@stadtteilstimme/domain';
import { Model, surveyLocalization } from 'survey-core';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { QuestionnaireError } from '../questionnaire-error.js';
import { registerLocales } from '../survey-model/locales.js';
import { registerStadtteilProperties } from '../survey-model/stadtteil-properties.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import { createVariableNames } from './variable-names.js';

const compile = (change: Partial<QuestionnaireDraft> = {}, taxonomy = EXAMPLE_TAXONOMY) =>
  compileQuestionnaire({ draft: { ...EXAMPLE_DRAFT, ...change }, taxonomy, itemBank: EXAMPLE_ITEM_BANK });

const modelOf = (change: Partial<QuestionnaireDraft> = {}) => new Model(compile(change).survey);

const choiceValues = (model: Model, name: string): unknown[] =>
  (model.getQuestionByName(name).visibleChoices as { value: unknown }[]).map((choice) => choice.value);

beforeAll(() => {
  registerLocales(EXAMPLE_ITEM_BANK.languages, EXAMPLE_ITEM_BANK.interfaceTexts);
});

describe('the survey', () => {
  it('has one page per item and demographic question, demographics last', () => {
    expect(modelOf().pages.map((page) => page.name)).toEqual([
      'page_P-1', 'page_B-1', 'page_O-1', 'page_Y-1', 'page_M-1', 'page_S-1', 'page_A-1', 'page_district', 'page_age-group',
    ]);
  });

  it('puts the statement of a pair on the page and the prompts on its two questions', () => {
    const model = modelOf();
    const page = model.getPageByName('page_P-1');
    expect(page.title).toBe('Das Angebot passt.');
    expect(page.description).toBe('Hilfe');
    expect(page.questions.map((question) => [question.name, question.getType(), question.title])).toEqual([
      ['P_1_bestand', 'radiogroup', 'Stimmt das heute?'],
      ['P_1_bedarf', 'radiogroup', 'Wie wichtig ist Ihnen das?'],
    ]);
  });

  it('asks the wording itself where the scale has no prompt, with the note on sensitive questions', () => {
    const question = modelOf().getQuestionByName('O_1_bestand');
    expect(question.title).toBe('Wie oft kommen Sie?');
    expect(question.description).toBe('Diese Frage ist persönlich.');
  });

  it('requires nothing', () => {
    expect(modelOf().getAllQuestions().filter((question) => question.isRequired)).toEqual([]);
  });

  it('offers scale codes as numbers and marks the missing ones', () => {
    const model = modelOf();
    expect(choiceValues(model, 'P_1_bestand')).toEqual([1, 2, 3, 4, 5, 98, 99]);
    const choices = model.getQuestionByName('P_1_bestand').choices as { value: unknown; missing?: boolean }[];
    expect(choices.filter((choice) => choice.missing).map((choice) => choice.value)).toEqual([98, 99]);
  });

  it('lists the districts of the draft in the order of the master data, then the special options', () => {
    expect(choiceValues(modelOf(), 'district')).toEqual(['mitte', 'nord', 'west', 'outside', 'prefer-not']);
    expect(modelOf().getQuestionByName('district').getType()).toBe('radiogroup');
  });

  it('makes a long list of districts a searchable dropdown', () => {
    const districts = Array.from({ length: 7 }, (_, index) => ({
      id: `d${index}`, name: `D${index}`, aliases: [], tile: { col: index, row: 0 }, populations: [], areaKm2: null,
    }));
    const { survey } = compile({ districtIds: districts.map((district) => district.id) }, { ...EXAMPLE_TAXONOMY, districts });
    const question = new Model(survey).getQuestionByName('district');
    expect(question.getType()).toBe('dropdown');
    expect(question.searchEnabled).toBe(true);
    expect(question.placeholder).toBe('Bitte wählen');
  });

  it('unticks everything else when an exclusive option is ticked', () => {
    const model = modelOf();
    const question = model.getQuestionByName('M_1');
    const item = (value: string) => question.visibleChoices.find((choice: { value: unknown }) => choice.value === value);
    question.clickItemHandler(item('sport'), true);
    question.clickItemHandler(item('none'), true);
    expect(model.data).toEqual({ M_1: ['none'] });
  });

  it('says how many may be ticked and stops there', () => {
    const model = modelOf();
    const question = model.getQuestionByName('M_1');
    expect(question.description).toBe('Denken Sie an Ihren Alltag.\nHöchstens 2 Antworten.');
    question.value = ['sport', 'advice'];
    expect(question.visibleChoices.find((choice: { value: unknown }) => choice.value === 'other').isEnabled).toBe(false);
  });

  it.each([
    ['M_1', ['other'], ['sport', 'other'], ['sport']],
    ['S_1', 'elsewhere', 'elsewhere', 'letter'],
  ])('keeps the free text of %s with its choice and drops it with it', (name, chosen, more, without) => {
    const model = modelOf();
    const text = model.getQuestionByName(`${name}-Comment`);
    expect(text.isVisible).toBe(false);
    model.setValue(name, chosen);
    expect(text.isVisible).toBe(true);
    expect(text.title).toBe('Ihre Antwort');
    text.value = 'Ein Garten';
    model.setValue(name, more);
    expect(model.data).toEqual({ [name]: more, [`${name}-Comment`]: 'Ein Garten' });
    model.setValue(name, without);
    expect(model.data).toEqual({ [name]: without });
  });

  it('shows special categories only after their own consent and forgets them when it is taken back', () => {
    const model = modelOf();
    const page = model.getPageByName('page_A-1');
    expect(page.isVisible).toBe(false);
    model.setVariable('consentArt9', true);
    expect(page.isVisible).toBe(true);
    model.setValue('A_1', ['other']);
    expect(model.getQuestionByName('A_1-Comment').isVisible).toBe(true);
    model.setVariable('consentArt9', false);
    expect(page.isVisible).toBe(false);
    expect(model.data).toEqual({});
  });
});

describe('languages', () => {
  it.each([
    ['de', 'Das Angebot passt.', 'Stufe 1', 'Weiter'],
    ['en', 'The offer fits.', 'Stufe en 1', 'Next'],
    ['ar', 'العرض مناسب.', 'Stufe ar 1', 'التالي'],
    ['de-simple', 'Das Angebot passt.', 'Stufe 1', 'Weiter'],
  ])('speaks %s after a switch of locale, in any order', (language, statement, label, next) => {
    const model = modelOf();
    for (const locale of ['ar', 'de', language]) model.locale = locale;
    expect(model.getPageByName('page_P-1').title).toBe(statement);
    expect(model.getQuestionByName('P_1_bestand').choices[0].text).toBe(label);
    expect(model.pageNextText).toBe(next);
  });

  it('tells Leichte Sprache from German', () => {
    const itemBank = {
      ...EXAMPLE_ITEM_BANK,
      items: EXAMPLE_ITEM_BANK.items.map((item) => ({
        ...item,
        wordings: { ...item.wordings, 'de-simple': { text: 'Ganz einfach.', state: 'draft-simple' as const } },
      })),
    };
    const model = new Model(compileQuestionnaire({ draft: EXAMPLE_DRAFT, taxonomy: EXAMPLE_TAXONOMY, itemBank }).survey);
    model.locale = 'de-simple';
    expect(model.getPageByName('page_P-1').title).toBe('Ganz einfach.');
  });

  it('knows the direction of languages survey-core does not ship and falls back to German strings', () => {
    expect(surveyLocalization.localeDirections['ckb']).toBe('rtl');
    expect(surveyLocalization.localeDirections['ku']).toBe('ltr');
    expect(surveyLocalization.getString('otherItemText', 'ku')).toBe('Tiştekî din');
    expect(surveyLocalization.getString('loadingSurvey', 'ku')).toBe('Umfrage wird geladen...');
  });

  it('carries only the chosen languages', () => {
    const { survey, codebook } = compile({ languages: ['de', 'ar'] });
    expect(JSON.stringify(survey)).not.toContain('The offer fits.');
    expect(Object.keys(codebook.variables[0]?.labels ?? {})).toEqual(['de', 'ar']);
  });
});

describe('our own properties', () => {
  it('are registered once, however often', () => {
    registerStadtteilProperties();
    expect(() => { registerStadtteilProperties(); }).not.toThrow();
  });

  it('survive loading and saving', () => {
    const saved = new Model(compile().survey).toJSON();
    const [pair, reverse] = saved.pages;
    expect(pair).toMatchObject({ itemId: 'P-1', kind: 'pair', criterion: 'C1', twinOf: 'P-9' });
    expect(pair.elements[0]).toMatchObject({ itemId: 'P-1', part: 'bestand', scaleId: 'AGREE', criterion: 'C1' });
    expect(pair.elements[0].choices.at(-1)).toMatchObject({ value: 99, missing: true });
    expect(reverse.elements[0]).toMatchObject({ reverse: true, fieldOfAction: 'F1', criterion: 'C7' });
    expect(saved.pages[2].elements[0]).toMatchObject({ sensitive: true });
    expect(saved.pages[6].elements[0]).toMatchObject({ art9: true });
    expect(saved.pages[7].elements[0]).toMatchObject({ demographicId: 'district', part: 'demographic' });
    expect(new Model(saved).toJSON()).toEqual(saved);
  });
});

describe('the codebook', () => {
  const { codebook } = compile();
  const variable = (name: string) => codebook.variables.find((candidate) => candidate.name === name);

  it('has a variable for every judgement, tick, text and demographic question', () => {
    expect(codebook.variables.map((candidate) => candidate.name)).toEqual([
      'P_1_bestand', 'P_1_bedarf', 'B_1_bestand', 'O_1_bestand', 'Y_1_bedarf',
      'M_1_sport', 'M_1_advice', 'M_1_young_people', 'M_1_other', 'M_1_none', 'M_1_dont_know', 'M_1_prefer_not', 'M_1_text',
      'S_1', 'S_1_text',
      'A_1_care', 'A_1_meals', 'A_1_other', 'A_1_dont_know', 'A_1_prefer_not', 'A_1_text',
      'district', 'age_group',
    ]);
  });

  it('has a question for every key the survey can produce', () => {
    const keys = codebook.questions.flatMap((question) => [question.name, ...(question.commentKey ? [question.commentKey] : [])]);
    expect(keys).toEqual(new Model(compile().survey).getAllQuestions().map((question) => question.name));
  });

  it('describes scales with codes, positions and kinds of missing', () => {
    expect(variable('P_1_bedarf')).toMatchObject({
      itemId: 'P-1', part: 'bedarf', measurement: 'ordinal', scale: { id: 'IMPORTANT', min: 1, max: 5 }, criterion: 'C1',
    });
    expect(variable('P_1_bedarf')?.codes.map(({ code, position, missing }) => [code, position, missing])).toEqual([
      [1, 1, null], [2, 2, null], [3, 3, null], [4, 4, null], [5, 5, null], [98, 6, 'dont-know'], [99, 7, 'prefer-not'],
    ]);
  });

  it('keeps name, key and position of every code: answers are stored by them', () => {
    const lines = codebook.variables.map(({ name, question, codes }) => `${name} ${question} ${codes.map(({ code, position }) => `${code}@${position}`).join(' ')}`.trim());
    const five = '1@1 2@2 3@3 4@4 5@5 98@6 99@7';
    const ticks = (question: string, options: readonly string[]) => [...options.map((option) => `${question}_${option} ${question} 0@1 1@2`), `${question}_text ${question}-Comment`];
    expect(lines).toEqual([
      `P_1_bestand P_1_bestand ${five}`, `P_1_bedarf P_1_bedarf ${five}`, `B_1_bestand B_1_bestand ${five}`, `O_1_bestand O_1_bestand ${five}`,
      'Y_1_bedarf Y_1_bedarf 1@1 0@2 98@3 99@4',
      ...ticks('M_1', ['sport', 'advice', 'young_people', 'other', 'none', 'dont_know', 'prefer_not']),
      'S_1 S_1 letter@1 elsewhere@2 dont-know@3 prefer-not@4', 'S_1_text S_1-Comment',
      ...ticks('A_1', ['care', 'meals', 'other', 'dont_know', 'prefer_not']),
      'district district mitte@1 nord@2 west@3 outside@4 prefer-not@5', 'age_group age_group u65@1 65plus@2 prefer-not@3',
    ]);
  });

  it('carries the twin of an item', () => {
    expect(codebook.variables.map(({ twinOf }) => twinOf).filter((twin) => twin !== undefined)).toEqual(['P-9', 'P-9']);
  });

  it('gives unordered scales no scores', () => {
    expect(variable('Y_1_bedarf')).toMatchObject({ measurement: 'nominal', scale: null });
  });

  it('describes ticks and texts by their option', () => {
    expect(variable('M_1_none')).toMatchObject({ question: 'M_1', part: 'option', option: { code: 'none', exclusive: true, missing: null } });
    expect(variable('M_1_prefer_not')?.option?.missing).toBe('prefer-not');
    expect(variable('M_1_sport')?.codes.map((code) => [code.code, code.position])).toEqual([[0, 1], [1, 2]]);
    expect(variable('M_1_text')).toMatchObject({ question: 'M_1-Comment', part: 'text', codes: [], option: { code: 'other' } });
  });

  it('counts a focus item for the focus slot, one outside the focus for no criterion, and keeps the Handlungsfeld', () => {
    expect(variable('B_1_bestand')).toMatchObject({ criterion: 'C7', fieldOfAction: 'F1', reverse: true });
    expect(variable('O_1_bestand')).toMatchObject({ criterion: null, fieldOfAction: 'F2', sensitive: true });
  });

  it('marks special categories and their condition on every variable', () => {
    const ofItem = codebook.variables.filter((candidate) => candidate.itemId === 'A-1');
    expect(ofItem.every((candidate) => candidate.art9 && candidate.visibleIf === '{consentArt9} = true')).toBe(true);
    expect(compile().hasArt9Items).toBe(true);
    expect(compile({ itemIds: ['P-1'] }).hasArt9Items).toBe(false);
  });

  it('names the district variable, and none when it is not asked', () => {
    expect(codebook.districtVariable).toBe('district');
    expect(compile({ demographicIds: ['age-group'] }).codebook.districtVariable).toBeNull();
  });

  it('is the same for the same draft', () => {
    expect(compile()).toEqual(compile());
  });
});

describe('variable names', () => {
  it('are legal, short and unique without regard to case', () => {
    const names = createVariableNames();
    const long = 'x'.repeat(70);
    const claimed = ['K1-1', 'K1_1', 'k1.1', '9a', 'constructor', 'consentArt9', long, long].map((wanted) => names.claim(wanted));
    expect(claimed).toEqual([
      'K1_1', 'K1_1_2', 'k1_1_3', 'v9a', 'constructor_2', 'consentArt9_2', 'x'.repeat(63), `${'x'.repeat(61)}_2`,
    ]);
  });
});

describe('a draft that cannot be compiled', () => {
  it.each<[string, Partial<QuestionnaireDraft>, string]>([
    ['an unknown item', { itemIds: ['X-1'] }, 'items.X-1'],
    ['a doubled item', { itemIds: ['P-1', 'P-1'] }, 'items.P-1'],
    ['an unknown district', { districtIds: ['atlantis'] }, 'districtIds.atlantis'],
    ['an unknown language', { languages: ['de', 'xx'] }, 'languages.xx'],
  ])('names the place of %s', (_name, change, place) => {
    expect(() => compile(change)).toThrow(QuestionnaireError);
    expect(() => compile(change)).toThrow(place);
  });
});

it('takes longer for more questions', () => {
  expect(compile({ itemIds: ['P-1'], demographicIds: [] }).minutes).toBe(2);
  expect(compile().minutes).toBeGreaterThan(3);
});
