import { VALUE_GIVEN } from '@stadtteilstimme/domain';
import { compileCheck } from '../check/compile-check.js';
import { QuestionnaireError } from '../questionnaire-error.js';
import { codebookFromSurvey } from './codebook-from-survey.js';
import type { CodebookFromSurveyOptions } from './codebook-from-survey.js';

type Json = Record<string, unknown>;

/** A survey in German with these questions on one page; hidden answers are cleared at once. */
const survey = (elements: readonly Json[], more: Json = {}): Json => ({
  locale: 'de', clearInvisibleValues: 'onHiddenContainer', maxCommentLength: 500, pages: [{ name: 'p1', elements }], ...more,
});
const read = (elements: readonly Json[], more: Json = {}, options: CodebookFromSurveyOptions = {}) => codebookFromSurvey(survey(elements, more), options);
const codebookOf = (elements: readonly Json[], more: Json = {}) => {
  const { codebook, unsupported } = read(elements, more);
  expect(unsupported).toEqual([]);
  return codebook;
};
const features = (elements: readonly Json[], more: Json = {}) => read(elements, more).unsupported.map(({ place, feature }) => `${place}: ${feature}`);

const codesOf = (element: Json) => codebookOf([{ name: 'q', ...element }]).variables.map(({ name, codes }) => [name, ...codes.map(({ code }) => code)]);

describe('every type the product offers', () => {
  it.each<[string, Json, string, unknown[][]]>([
    ['single choice', { type: 'radiogroup', choices: ['a', 2, { value: 'c', text: 'C' }] }, 'single', [['q', 'a', 2, 'c']]],
    ['dropdown', { type: 'dropdown', choices: ['a'], choicesMin: 1, choicesMax: 3 }, 'single', [['q', 'a', 1, 2, 3]]],
    ['dropdown in steps, none below 1', { type: 'dropdown', choices: ['a'], choicesMin: 0.5, choicesMax: 3, choicesStep: 0.1 }, 'single', [['q', 'a', 0.5, 1.5, 2.5]]],
    ['single choice with built-in answers', { type: 'radiogroup', choices: ['a'], hasNone: true, showDontKnowItem: true, showRefuseItem: true }, 'single', [
      ['q', 'a', 'none', 'refused', 'dontknow'],
    ]],
    ['multiple choice', { type: 'checkbox', choices: ['a', 2] }, 'multiple', [['q_a', 0, 1], ['q_2', 0, 1]]],
    ['tag box', { type: 'tagbox', choices: ['a'], showNoneItem: true }, 'multiple', [['q_a', 0, 1], ['q_none', 0, 1]]],
    ['multiple choice with other', { type: 'checkbox', choices: ['a'], showOtherItem: true }, 'multiple', [['q_a', 0, 1], ['q_other', 0, 1], ['q_text']]],
    ['buttons', { type: 'buttongroup', choices: ['a', 'b'] }, 'single', [['q', 'a', 'b']]],
    ['one image', { type: 'imagepicker', choices: [{ value: 'x', imageLink: 'x.png' }, 'y'] }, 'single', [['q', 'x', 'y']]],
    ['several images', { type: 'imagepicker', multiSelect: true, choices: ['x', 'y'] }, 'multiple', [['q_x', 0, 1], ['q_y', 0, 1]]],
    ['rating', { type: 'rating' }, 'single', [['q', 1, 2, 3, 4, 5]]],
    ['rating from 0', { type: 'rating', rateMin: 0, rateMax: 10 }, 'single', [['q', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]],
    ['rating in steps', { type: 'rating', rateStep: 2, rateMax: 6 }, 'single', [['q', 1, 3, 5]]],
    ['rating by count', { type: 'rating', rateCount: 3, rateMax: 3 }, 'single', [['q', 1, 2, 3]]],
    ['rating with values', { type: 'rating', rateValues: [1, '2|zwei', { value: 'x', text: 'X' }] }, 'single', [['q', 1, '2', 'x']]],
    ['yes or no', { type: 'boolean' }, 'single', [['q', 1, 0]]],
    ['yes or no with values', { type: 'boolean', valueTrue: 'ja', valueFalse: 'nein' }, 'single', [['q', 'ja', 'nein']]],
    ['ranking', { type: 'ranking', choices: ['a', 'b'] }, 'ranking', [['q_a', 1, 2], ['q_b', 1, 2]]],
    ['matrix', { type: 'matrix', rows: ['r', { value: 2, text: 'zwei' }], columns: [1, 2] }, 'matrix', [['q_r', 1, 2], ['q_2', 1, 2]]],
    ['number', { type: 'text', inputType: 'number' }, 'number', [['q', VALUE_GIVEN]]],
    ['date', { type: 'text', inputType: 'date' }, 'date', [['q', VALUE_GIVEN]]],
    ['short text', { type: 'text', maxLength: 20 }, 'text', [['q', VALUE_GIVEN]]],
    ['long text', { type: 'comment', maxLength: 200 }, 'text', [['q', VALUE_GIVEN]]],
    ['place', { type: 'dropdown', choices: ['mitte', 'nord'], demographicId: 'district', asksDistrict: true }, 'single', [['q', 'mitte', 'nord']]],
  ])('%s', (_name, element, type, codes) => {
    const codebook = codebookOf([{ name: 'q', ...element }]);
    expect(codebook.questions.map((question) => [question.name, question.type])).toEqual([['q', type]]);
    expect(codesOf(element)).toEqual(codes);
    for (const variable of codebook.variables) expect(variable.codes.map(({ position }) => position)).toEqual(variable.codes.map((_, index) => index + 1));
    expect(() => compileCheck(codebook)).not.toThrow();
  });

  it('information has no variable', () => {
    const information = [
      { type: 'html', name: 'h', html: '<b>x</b>' },
      { type: 'image', name: 'i', imageLink: 'x.png' },
    ];
    expect(codebookOf([...information, { type: 'rating', name: 'q' }]).variables.map(({ name }) => name)).toEqual(['q']);
  });

  it('the two halves of a pair carry the statement above them', () => {
    const half = (part: string): Json => ({ type: 'radiogroup', name: `I_${part}`, title: `Frage ${part}`, itemId: 'I-1', part, scaleId: 'S', choices: [1, 2] });
    const { variables } = codebookFromSurvey({
      locale: 'de', pages: [{ title: 'Das Angebot passt.', itemId: 'I-1', elements: [half('bestand'), half('bedarf')] }],
    }).codebook;
    expect(variables.map(({ name, itemId, part, labels, scale }) => [name, itemId, part, labels['de'], scale])).toEqual([
      ['I_bestand', 'I-1', 'bestand', 'Das Angebot passt.', { id: 'S', min: 1, max: 2 }],
      ['I_bedarf', 'I-1', 'bedarf', 'Das Angebot passt.', { id: 'S', min: 1, max: 2 }],
    ]);
  });

  it('names the variable of the Stadtteil, also where its name differs from the question', () => {
    const codebook = codebookOf([{ type: 'dropdown', name: 'Ihr Stadtteil', choices: ['mitte', 'nord'], asksDistrict: true }]);
    expect(codebook.districtVariable).toBe('Ihr_Stadtteil');
    expect(compileCheck(codebook)({ 'Ihr Stadtteil': 'nord' }, { consent: { agree: true, art9: false } })).toMatchObject({ ok: true, district: 'nord' });
  });
});

describe('measurement', () => {
  const measured = (element: Json) => codebookOf([{ name: 'q', ...element }]).variables.map(({ measurement, scale, part }) => [measurement, scale, part]);

  it.each<[string, Json, unknown]>([
    ['a rating is ordered', { type: 'rating' }, ['ordinal', { id: 'q', min: 1, max: 5 }, 'choice']],
    ['numbers to choose from need not be', { type: 'radiogroup', choices: [1, 2] }, ['nominal', null, 'choice']],
    ['unless our scale says so', { type: 'radiogroup', choices: [1, 2, { value: 99, missing: true }], scaleId: 'S' }, ['ordinal', { id: 'S', min: 1, max: 2 }, 'choice']],
    ['or takes it back', { type: 'radiogroup', choices: [1, 0], scaleId: 'S', measurement: 'nominal' }, ['nominal', null, 'choice']],
    ['ordered words have no scores', { type: 'radiogroup', choices: ['wenig', 'viel'], measurement: 'ordinal' }, ['ordinal', null, 'choice']],
    ['a matrix of numbers is ordered', { type: 'matrix', rows: ['r'], columns: [1, 2] }, ['ordinal', { id: 'q', min: 1, max: 2 }, 'choice']],
    ['a matrix of words is not', { type: 'matrix', rows: ['r'], columns: ['a', 'b'] }, ['nominal', null, 'choice']],
    ['ranks are ordered', { type: 'ranking', choices: ['a'] }, ['ordinal', null, 'rank']],
    ['a number is metric', { type: 'text', inputType: 'number', demographicId: 'age' }, ['scale', null, 'number']],
    ['a date is a date', { type: 'text', inputType: 'date' }, ['date', null, 'date']],
    ['about the person', { type: 'radiogroup', choices: ['u65', '65plus'], demographicId: 'age-group' }, ['nominal', null, 'demographic']],
  ])('%s', (_name, element, expected) => {
    expect(measured(element)).toEqual([expected]);
  });

  it('knows why a code is missing', () => {
    const choices = [1, { value: 98, missing: true }, { value: 99, missing: true }, { value: 'x', missingKind: 'prefer-not' }, { value: 'y', missing: true, missingKind: 'dont-know' }];
    const { codes } = codebookOf([{ type: 'radiogroup', name: 'q', choices, showDontKnowItem: true, showRefuseItem: true }]).variables[0] ?? { codes: [] };
    expect(codes.map(({ code, missing }) => [code, missing])).toEqual([
      [1, null], [98, 'dont-know'], [99, 'prefer-not'], ['x', 'prefer-not'], ['y', 'dont-know'], ['refused', 'prefer-not'], ['dontknow', 'dont-know'],
    ]);
  });
});

describe('our tags', () => {
  it('reach every variable of a question', () => {
    const tags = { itemId: 'K1-1', criterion: 'K1', fieldOfAction: 'H1', kind: 'bestand', twinOf: 'K1-3', reverse: true, art9: true, sensitive: true };
    const visibleIf = '{consentArt9} = true';
    for (const element of [{ type: 'checkbox', choices: ['a', 'b'], showOtherItem: true }, { type: 'comment', maxLength: 5 }, { type: 'ranking', choices: ['a'] }]) {
      for (const variable of codebookOf([{ name: 'q', ...element, ...tags, visibleIf }]).variables) expect(variable).toMatchObject(tags);
    }
  });

  it('of a row go before those of its matrix', () => {
    const rows = [{ value: 'r1', itemId: 'K1-1', reverse: true, criterion: 'K1', twinOf: 'K1-3' }, 'r2'];
    const { variables } = codebookOf([{ type: 'matrix', name: 'm', itemId: 'M', criterion: 'K2', rows, columns: [1, 2] }]);
    expect(variables.map(({ row, itemId, criterion, reverse, twinOf }) => [row, itemId, criterion, reverse, twinOf])).toEqual([
      ['r1', 'K1-1', 'K1', true, 'K1-3'], ['r2', 'M', 'K2', false, undefined],
    ]);
  });

  it('with values that do not exist are named and do not apply', () => {
    const element = { type: 'rating', name: 'q', part: 'half', measurement: 'interval', itemId: 7, kind: 'single' };
    expect(features([element])).toEqual(['q: kind', 'q: itemId', 'q: part', 'q: measurement']);
  });

  it('of answers and rows, and levels a type does not have, are named, too', () => {
    expect(features([
      { type: 'radiogroup', name: 'q', measurement: 'scale', choices: [{ value: 1, itemId: 'K1-1', reverse: true }, { value: 2, missingKind: 'refused' }] },
      { type: 'matrix', name: 'm', columns: [1], rows: [{ value: 'r', itemId: 7, reverse: true, twinOf: 'K1-1' }] },
      { type: 'checkbox', name: 'c', measurement: 'ordinal', choices: [1] }, { type: 'text', inputType: 'number', name: 'n', measurement: 'scale' }, { type: 'text', name: 't', maxLength: 9, measurement: 'nominal' },
    ])).toEqual(['q: choices.itemId', 'q: choices.reverse', 'q: choices.missingKind', 'q: measurement', 'm: rows.itemId', 'c: measurement', 't: measurement']);
  });

  it('at a page or panel only are named: they apply to questions', () => {
    const panel = { type: 'panel', name: 'x', criterion: 'K1', reverse: true, elements: [{ type: 'rating', name: 'q', reverse: true }, { type: 'rating', name: 'r', reverse: false }] };
    expect(features([panel])).toEqual(['pages.x: criterion']);
    expect(features([{ type: 'rating', name: 'q' }], { pages: [{ name: 'p', art9: true, elements: [{ type: 'rating', name: 'q' }] }] })).toEqual(['pages.p: art9']);
  });

  it.each<[string | undefined, boolean]>([
    [undefined, false], ['{a} = 1', false], ['{consentArt9} = true', true], ['{consentart9}', true], ['{a} = 1 and ({consentArt9} = true and {a} < 3)', true],
    ['true = {consentArt9}', true], ['{a} = 1 or {consentArt9} = true', false], ['{consentArt9} = false', false], ['!({consentArt9} = true)', false], ['{consentArt9} <> true', false],
  ])('of Art. 9 demand the consent: %s', (visibleIf, isEnough) => {
    expect(features([{ type: 'rating', name: 'a' }, { type: 'rating', name: 'q', art9: true, visibleIf }])).toEqual(isEnough ? [] : ['q: art9']);
  });
});

describe('conditions and demands', () => {
  it('joins the conditions of page, panels and question', () => {
    const inner = { type: 'panel', name: 'inner', visibleIf: '{a} = 2', elements: [{ type: 'rating', name: 'q', visibleIf: '{a} > 1' }, { type: 'rating', name: 'r' }] };
    const pages = [{ elements: [{ type: 'rating', name: 'a' }] }, { visibleIf: '{a} notempty', elements: [{ type: 'panel', name: 'outer', elements: [inner] }] }];
    const { codebook, unsupported } = codebookFromSurvey({ clearInvisibleValues: 'onHiddenContainer', pages });
    expect(unsupported).toEqual([]);
    expect(codebook.questions.map(({ name, visibleIf }) => [name, visibleIf])).toEqual([
      ['a', null], ['q', '({a} notempty) and ({a} = 2) and ({a} > 1)'], ['r', '({a} notempty) and ({a} = 2)'],
    ]);
    expect(codebook.variables.map(({ visibleIf }) => visibleIf)).toEqual(codebook.questions.map(({ visibleIf }) => visibleIf));
  });

  it('takes required, lets its condition decide, and knows what demands an answer by itself', () => {
    const { questions } = codebookOf([
      { type: 'rating', name: 'a', isRequired: true },
      { type: 'rating', name: 'b', isRequired: true, requiredIf: '{a} = 1' },
      { type: 'checkbox', name: 'c', choices: [1, 2, 3], minSelectedChoices: 2, maxSelectedChoices: 3 },
      { type: 'checkbox', name: 'd', choices: [1, 2, 3], validators: [{ type: 'answercount', minCount: 2, maxCount: 2 }] },
      { type: 'matrix', name: 'e', rows: ['r'], columns: [1], isAllRowRequired: true },
      { type: 'radiogroup', name: 'f', choices: [1], hasOther: true },
      { type: 'ranking', name: 'g', choices: [1, 2, 3] },
      { type: 'ranking', name: 'h', choices: [1, 2, 3], selectToRankEnabled: true, maxSelectedChoices: 2 },
    ]);
    const demands = questions.map(({ name, required, requiredIf, min, max, eachRowRequired, commentRequired }) =>
      JSON.stringify({ name, required, requiredIf, min, max, eachRowRequired, commentRequired }));
    expect(demands.map((text) => JSON.parse(text) as unknown)).toEqual([
      { name: 'a', required: true, max: null }, { name: 'b', requiredIf: '{a} = 1', max: null }, { name: 'c', required: true, min: 2, max: 3 },
      { name: 'd', min: 2, max: 2 }, { name: 'e', eachRowRequired: true, max: null }, { name: 'f', commentRequired: true, max: null },
      { name: 'g', min: 3, max: null }, { name: 'h', max: 2 },
    ]);
  });

  it('limits values', () => {
    const { questions } = codebookOf([
      { type: 'text', inputType: 'number', name: 'n', min: 1, max: '9', step: 1, validators: [{ type: 'numeric', minValue: 3 }] },
      { type: 'text', inputType: 'date', name: 'd', min: '2020-02-29' },
      { type: 'text', name: 't', maxLength: 20, validators: [{ type: 'text', maxLength: 10 }] },
      { type: 'comment', name: 'c' },
    ], { maxTextLength: 300 });
    expect(questions.map(({ value }) => value)).toEqual([
      { kind: 'number', whole: true, min: 3, max: 9 },
      { kind: 'date', min: '2020-02-29', max: null },
      { kind: 'text', multiline: false, maxLength: 10 },
      { kind: 'text', multiline: true, maxLength: 300 },
    ]);
  });

  it('keeps the text of another answer and of a comment area under the key of survey-core', () => {
    const { questions, variables } = codebookOf([
      { type: 'checkbox', name: 'a', choices: [1], hasOther: true, otherText: { de: 'Und zwar' } },
      { type: 'rating', name: 'b', hasComment: true, commentText: 'Warum?' },
    ]);
    expect(questions.map(({ commentKey, commentMaxLength }) => [commentKey, commentMaxLength])).toEqual([['a-Comment', 500], ['b-Comment', 500]]);
    expect(variables.filter(({ part }) => part === 'text').map(({ name, question, option, labels }) => [name, question, option?.code ?? null, labels])).toEqual([
      ['a_text', 'a-Comment', 'other', { de: 'Und zwar' }], ['b_text', 'b-Comment', null, { de: 'Warum?' }],
    ]);
  });
});

describe('languages', () => {
  it('takes texts without a language for the language of the survey, `default` beside it for English', () => {
    const elements = [
      { type: 'radiogroup', name: 'a', title: 'Frage', choices: ['ja|Ja', { value: 'x', text: { default: 'X', de: 'IX', ar: 'س' } }, 3] },
      { type: 'rating', name: 'b', title: { default: 'Wie?' }, minRateDescription: { de: 'gar nicht', en: 'not at all' } },
    ];
    const { variables } = codebookOf(elements);
    expect(variables[0]?.labels).toEqual({ de: 'Frage' });
    expect(variables[0]?.codes.map(({ labels }) => labels)).toEqual([{ de: 'Ja' }, { de: 'IX', en: 'X', ar: 'س' }, { de: '3', en: '3', ar: '3' }]);
    expect(variables[1]?.labels).toEqual({ de: 'Wie?' });
    expect(variables[1]?.codes[0]?.labels).toEqual({ de: 'gar nicht', en: 'not at all', ar: '1' });
  });

  it('is English without a locale, another if the caller knows better, and only those asked for', () => {
    const title = { default: 'Question', de: 'Frage', tr: 'Soru' };
    const labels = (options: CodebookFromSurveyOptions) => codebookFromSurvey({ elements: [{ type: 'rating', name: 'q', title }] }, options).codebook.variables[0]?.labels;
    expect(labels({})).toEqual({ en: 'Question', de: 'Frage', tr: 'Soru' });
    expect(labels({ defaultLanguage: 'fa' })).toEqual({ fa: 'Question', de: 'Frage', tr: 'Soru' });
    expect(labels({ languages: ['tr', 'de'] })).toEqual({ tr: 'Soru', de: 'Frage' });
  });

  it('has the built-in answers in the language of survey-core unless the survey says otherwise', () => {
    const { variables } = codebookOf([{ type: 'radiogroup', name: 'q', choices: [1], hasNone: true, noneText: { tr: 'Hiçbiri değil' } }]);
    expect(variables[0]?.codes[1]?.labels).toMatchObject({ tr: 'Hiçbiri değil' });
    expect(variables[0]?.codes[1]?.labels['de']).toMatch(/\S/);
  });
});

describe('what is not supported is named', () => {
  const choice: Json = { type: 'radiogroup', name: 'q', choices: [1, 2] };
  it.each<[string, readonly Json[], Json, readonly string[]]>([
    ...['file', 'signaturepad', 'paneldynamic', 'matrixdropdown', 'matrixdynamic', 'multipletext', 'slider', 'my-widget'].map(
      (type): [string, readonly Json[], Json, readonly string[]] => [type, [{ type, name: 'x' }, choice], {}, [`x: ${type}`]],
    ),
    ['a result that is sent along', [choice, { type: 'expression', name: 'e', expression: '1 + 1' }], {}, ['e: expression']],
    ['an element without a type', [choice, { name: 'x' }], {}, ['x: type']],
    ['a default that is off', [{ type: 'boolean', name: 'q', defaultValue: false }, { ...choice, name: 'r', defaultValue: 'default', valueName: 'default' }], {}, ['q: defaultValue', 'r: defaultValue', 'r: valueName']],
    ['yes and no as text or number', [
      { ...choice, isRequired: 'true', showOtherItem: 1, showCommentArea: 'false' }, { type: 'matrix', name: 'r', rows: ['r'], columns: [1], eachRowRequired: 'true' },
      { type: 'rating', name: 's', reverse: 'true', visible: 'false' }, { type: 'checkbox', name: 't', choices: [1, { value: 2, isExclusive: 'true', missing: 1 }] },
    ], {}, ['q: isRequired', 'q: showOtherItem', 'q: showCommentArea', 'r: eachRowRequired', 's: reverse', 's: visible', 't: choices.isExclusive', 't: choices.missing']],
    ['validators of other questions', [
      { type: 'rating', name: 'q', validators: [{ type: 'numeric', minValue: 3 }] }, { type: 'text', name: 'r', maxLength: 9, validators: [{ type: 'numeric' }] },
      { type: 'text', inputType: 'date', name: 's', validators: [{ type: 'numeric', minValue: 3 }] }, { type: 'text', inputType: 'number', name: 't', validators: [{ type: 'text', maxLength: 3 }] },
      { type: 'text', name: 'u', maxLength: 9, validators: [{ type: 'text', allowDigits: false }] }, { type: 'ranking', name: 'v', choices: [1, 2], validators: [{ type: 'answercount', maxCount: 1 }] },
      { type: 'text', inputType: 'number', name: 'w', validators: [{ type: 'numeric', maxValue: 'x' }, 'x'] }, { ...choice, name: 'x', validators: { type: 'numeric' } },
    ], {}, ['q: validators.numeric', 'r: validators.numeric', 's: validators.numeric', 't: validators.text', 'u: validators.text', 'v: validators.answercount', 'w: validators.numeric', 'w: validators.?', 'x: validators']],
    ['an exclusive answer that is too few', [{ type: 'checkbox', name: 'q', choices: [1, 2, 3], showNoneItem: true, validators: [{ type: 'answercount', minCount: 2 }] }], {}, ['q: validators.answercount']],
    ['exclusive answers the screen does not know', [
      { type: 'imagepicker', name: 'q', multiSelect: true, choices: [1, { value: 2, isExclusive: true }] }, { type: 'ranking', name: 'r', choices: [1, { value: 2, isExclusive: true }] },
    ], {}, ['q: choices.isExclusive', 'r: choices.isExclusive']],
    ['conditions that are no text', [{ ...choice, visibleIf: true, requiredIf: 1 }, { type: 'html', name: 'h', html: 'x', visibleIf: '{a} =' }, { type: 'html', name: 'i', html: 'x', visibleIf: '{a} = 1' }], {}, [
      'q: visibleIf', 'q: requiredIf', 'h: visibleIf', 'i: {a}',
    ]],
    ['rules that compute', [choice], { triggers: [{ type: 'setvalue' }], calculatedValues: [{ name: 'v' }] }, ['survey: triggers', 'survey: calculatedValues']],
    ['answers nobody gave', [{ ...choice, defaultValue: 1, defaultValueExpression: '1', setValueExpression: '{a}', resetValueIf: '{a} = 1' }], {}, [
      'q: defaultValue', 'q: defaultValueExpression', 'q: setValueExpression', 'q: resetValueIf',
    ]],
    ['choices from elsewhere', [{ ...choice, choicesByUrl: { url: 'x' }, choicesFromQuestion: 'a', choicesVisibleIf: '{a} = 1', choicesEnableIf: '{a} = 1' }], {}, [
      'q: choicesByUrl', 'q: choicesFromQuestion', 'q: choicesVisibleIf', 'q: choicesEnableIf',
    ]],
    ['conditions of one answer', [{ ...choice, choices: [{ value: 1, visibleIf: '{a} = 1' }, { value: 2, enableIf: '{a} = 1', showCommentArea: true }] }], {}, [
      'q: choices.visibleIf', 'q: choices.enableIf', 'q: choices.showCommentArea',
    ]],
    ['own answers', [{ ...choice, type: 'dropdown', allowCustomChoices: true }], {}, ['q: allowCustomChoices']],
    ['locks', [{ ...choice, readOnly: true, enableIf: '{a} = 1' }], { mode: 'display' }, ['survey: mode', 'q: readOnly', 'q: enableIf']],
    ['another key', [{ ...choice, valueName: 'other' }], {}, ['q: valueName']],
    ['masks', [{ type: 'text', name: 'q', maxLength: 9, maskType: 'pattern', maskSettings: { pattern: '99' } }], {}, ['q: maskType', 'q: maskSettings']],
    ['other inputs', [{ type: 'text', name: 'q', maxLength: 9, inputType: 'email' }], {}, ['q: inputType: email']],
    ['validators that are not checked', [{ type: 'text', name: 'q', maxLength: 9, validators: [{ type: 'regex', regex: 'x' }, { type: 'text', minLength: 2 }, { type: 'expression', expression: '{q}' }, { type: 'email' }] }], {}, [
      'q: validators.regex', 'q: validators.text', 'q: validators.expression', 'q: validators.email',
    ]],
    ['a text without end', [{ type: 'comment', name: 'q' }, { type: 'text', name: 'r', maxLength: 1e6 }], {}, ['q: maxLength', 'r: maxLength']],
    ['steps', [{ type: 'text', inputType: 'number', name: 'q', step: 0.5 }], {}, ['q: step']],
    ['limits that are computed', [{ type: 'text', inputType: 'date', name: 'q', min: '=today()', maxValueExpression: 'today()' }], {}, ['q: maxValueExpression', 'q: min']],
    ['several answers in a cell', [{ type: 'matrix', name: 'q', rows: ['r'], columns: [1], cellType: 'checkbox' }, choice].map((json, index) => ({ ...json, name: `q${index}` })), {}, ['q0: cellType: checkbox']],
    ['texts in cells', [{ type: 'matrix', name: 'q', rows: ['r'], columns: [1], cells: { r: { 1: 'x' } }, eachRowUnique: true }], {}, ['q: cells', 'q: eachRowUnique']],
    ['a rating that is cut', [{ type: 'rating', name: 'q', rateMax: 100 }], {}, ['q: rateMax']],
    ['half a yes', [{ type: 'boolean', name: 'q', valueTrue: 'ja' }], {}, ['q: valueTrue']],
    ['two texts in one', [{ ...choice, hasOther: true, hasComment: true }], {}, ['q: showCommentArea']],
    ['no answers', [{ ...choice, choices: [] }], {}, ['q: choices']],
    ['too many answers', [{ type: 'dropdown', name: 'q', choicesMin: 1, choicesMax: 251 }], {}, ['q: choices']],
    ['built-in answers where there are none', [{ type: 'ranking', name: 'q', choices: [1, 2], showNoneItem: true }, { type: 'imagepicker', name: 'r', choices: [1, 2], hasOther: true, minSelectedChoices: 2 }], {}, [
      'q: showNoneItem', 'r: hasOther', 'r: minSelectedChoices',
    ]],
    ['too many rows', [{ type: 'matrix', name: 'q', rows: Array.from({ length: 251 }, (_, index) => index), columns: [1] }], {}, ['q: rows']],
    ['answers without a code', [{ ...choice, choices: [1, { text: { de: 'x' } }, '', null, { value: { a: 1 } }, '__proto__', 'x'.repeat(201)] }], {}, ['q: choices.value']],
    ['always hidden', [{ ...choice, visible: false }], {}, ['q: visible']],
    ['keeping hidden answers', [choice, { type: 'rating', name: 'r', visibleIf: '{q} = 1' }], { clearInvisibleValues: 'onComplete' }, ['survey: clearInvisibleValues']],
    ['reading what is no answer', [{ ...choice, visibleIf: '{nobody} = 1 and {q.x} = 1' }], {}, ['q: {nobody}', 'q: {q.x}']],
    ['functions of today', [{ ...choice, visibleIf: "today() > '2024-01-01' and getDate('x') = 1 and iif({q} = 'sum(1)', 1, 2) = 1" }], {}, ['q: today()', 'q: getDate()']],
    ['a condition that is none', [choice, { type: 'rating', name: 'r', visibleIf: '{q}' }, { type: 'rating', name: 's', requiredIf: '{q} + 1' }], {}, ['r: visibleIf', 's: visibleIf']],
    ['the order of ticks', [{ type: 'checkbox', name: 'm', choices: [1, 2] }, { ...choice, visibleIf: '{m[0]} = 1' }], {}, ['q: {m[0]}']],
    ['names the screen reads otherwise', [
      { type: 'rating', name: 'locale' }, { type: 'rating', name: 'self' }, { type: 'matrix', name: 'panel', rows: ['a', 'q'], columns: [1] }, { type: 'rating', name: 'panel.a' }, { type: 'rating', name: '$x' }, { type: 'rating', name: 'y[0]' },
      { ...choice, visibleIf: '{locale} = 1 and {self} = 1 and {panel.a} = 1 and {$x} = 1 and {y[0]} = 1 and {pageno} = 1 and {q-unwrapped} = 1' },
      { type: 'matrix', name: 'm', rows: ['Q', 'z'], columns: [1], visibleIf: '{q} = 1' }, { type: 'panel', name: 'p', visibleIf: '{q} = 1', elements: [{ type: 'matrix', name: 'n', rows: ['q'], columns: [1] }] },
    ], {}, ['q: {locale}', 'q: {self}', 'q: {panel.a}', 'q: {$x}', 'q: {y[0]}', 'q: {pageno}', 'q: {q-unwrapped}', 'm: {q}']],
    ['lists that are compared as one value', [
      { type: 'checkbox', name: 'm', choices: [1, 2] }, { type: 'ranking', name: 'r', choices: [1, 2] }, { type: 'matrix', name: 'g', rows: ['x'], columns: [1] },
      { ...choice, visibleIf: "{m} = [1, 2] and {m} <> 1 and {m} contains 1 and {r} anyof [1] and {g} notempty and {r} empty" },
      { ...choice, name: 's', visibleIf: '{m} > 1' }, { ...choice, name: 't', visibleIf: '{r} = [1, 2]' }, { ...choice, name: 'u', visibleIf: '{q} contains {m}' }, { ...choice, name: 'v', visibleIf: "{g} contains 'x'" },
      { ...choice, name: 'w', visibleIf: '1 = {m}' }, { type: 'text', name: 'x', maxLength: 9, visibleIf: "{x} = 'a' or {x} > 'a'" }, { ...choice, name: 'y', visibleIf: '{x} % 2 = 0' },
    ], {}, ['s: visibleIf: m', 't: visibleIf: r', 'u: visibleIf: m', 'v: visibleIf: g', 'w: visibleIf: m', 'x: visibleIf: x', 'y: visibleIf: x']],
    ['rows of a matrix that may be hidden', [
      choice, { type: 'matrix', name: 'g', rows: ['x'], columns: [1], visibleIf: '{q} = 1' }, { ...choice, name: 'r', visibleIf: '{g.x} = 1' }, { ...choice, name: 's', visibleIf: '{q} = 1 and {g.x} = 1' },
      { ...choice, name: 't', visibleIf: '{g} notempty' },
    ], {}, ['r: visibleIf: g.x']],
    ['calculating with what is no number', [
      { type: 'checkbox', name: 'm', choices: [1, 2] }, { type: 'text', name: 'x', maxLength: 9 }, { type: 'text', inputType: 'number', name: 'n' }, { type: 'boolean', name: 'b' },
      { ...choice, visibleIf: 'sum({n}, {n}) > 1 and round({n}) = 1 and avg({x}, 2) > 1 and max({b}, 1) = 1' }, { ...choice, name: 'r', visibleIf: 'min({q}, {n}) = 1' },
    ], {}, ['q: visibleIf: x', 'q: avg()', 'q: max()']],
    ['demands on panels', [{ type: 'panel', name: 'x', isRequired: true, requiredIf: '{q} = 1', elements: [choice] }], {}, ['pages.x: isRequired', 'pages.x: requiredIf']],
    ['traces', [choice], { cookieName: 'x', navigateToUrl: 'https://example.org', timeLimit: 60, firstPageIsStarted: true, storeOthersAsComment: false }, [
      'survey: cookieName', 'survey: navigateToUrl', 'survey: timeLimit', 'survey: firstPageIsStarted', 'survey: storeOthersAsComment',
    ]],
    ['what nobody knows', [{ ...choice, myProperty: 1 }], { surprise: true }, ['survey: surprise', 'q: myProperty']],
  ])('%s', (_name, elements, more, expected) => {
    expect(features(elements, more)).toEqual(expected);
  });

  it('with advice in German and English', () => {
    for (const { whatToDo } of read([{ type: 'file', name: 'x' }, { type: 'rating', name: 'q', defaultValue: 1 }]).unsupported) {
      expect(whatToDo.de).toMatch(/\.$/);
      expect(whatToDo.en).toMatch(/\.$/);
    }
  });

  it('off or empty says nothing', () => {
    expect(features([{ type: 'rating', name: 'q', readOnly: false, valueName: 'q', triggers: [], choicesByUrl: {}, maskType: '', enableIf: '' }])).toEqual([]);
  });
});

describe('what is refused', () => {
  const refused = (definition: unknown): unknown => {
    try {
      codebookFromSurvey(definition);
    } catch (error) {
      if (error instanceof QuestionnaireError) return error.problems.map(({ code, place }) => `${code} ${place}`);
      throw error;
    }
    return 'accepted';
  };
  const rating = (name: unknown): Json => ({ type: 'rating', name });
  const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => ({ elements: [inner] }), {});

  it.each<[string, unknown, readonly string[]]>([
    ['no object', 'survey', ['invalid-survey survey']],
    ['a list', [], ['invalid-survey survey']],
    ['no pages', { title: 'x' }, ['invalid-survey survey']],
    ['too deep', deep, ['invalid-survey survey']],
    ['thousands of questions', { elements: Array.from({ length: 2001 }, (_, index) => rating(`q${index}`)) }, ['invalid-survey survey']],
    ['no name', { elements: [rating(undefined)] }, ['invalid-survey name']],
    ['a name every object has', { elements: [rating('constructor'), rating('q')] }, ['invalid-survey constructor']],
    ['the name of our variable', { elements: [rating('ConsentArt9')] }, ['invalid-survey ConsentArt9']],
    ['names the screen changes', { elements: [rating(' q'), rating('{r}')] }, ['invalid-survey  q', 'invalid-survey {r}']],
    ['two lists of pages', { pages: [{ elements: [rating('q')] }], elements: [rating('r')] }, ['invalid-survey survey']],
    ['two lists of questions', { pages: [{ elements: [rating('q')], questions: [rating('r')] }] }, ['invalid-survey survey']],
    ['one name twice', { elements: [rating('q'), rating('q')] }, ['duplicate-name q']],
    ['one name in two spellings', { elements: [rating('q'), rating('Q')] }, ['duplicate-name Q']],
    ['the key of a text', { elements: [{ type: 'checkbox', name: 'q', choices: [1], hasOther: true }, rating('q-Comment')] }, ['duplicate-name q-Comment']],
    ['one code twice', { elements: [{ type: 'radiogroup', name: 'q', choices: [1, 2, '1'] }] }, ['duplicate-code q.1']],
    ['one row twice', { elements: [{ type: 'matrix', name: 'q', columns: [1], rows: ['r', 'r'] }] }, ['duplicate-code q.r']],
    ['a built-in code twice', { elements: [{ type: 'radiogroup', name: 'q', choices: ['none'], hasNone: true }] }, ['duplicate-code q.none']],
    ['a condition that cannot be read', { elements: [{ ...rating('q'), visibleIf: '{a} =' }] }, ['invalid-expression q']],
    ['a demand that cannot be read', { elements: [{ ...rating('q'), requiredIf: '{a} and' }] }, ['invalid-expression q']],
    ['brackets without end', { elements: [{ ...rating('q'), visibleIf: `${'('.repeat(4000)}1${')'.repeat(4000)}` }] }, ['invalid-expression q']],
  ])('%s', (_name, definition, expected) => {
    expect(refused(definition)).toEqual(expected);
  });

  it('a million answers at once, without a hang', () => {
    const choices = Array.from({ length: 1_000_000 }, (_, index) => index);
    expect(features([{ type: 'checkbox', name: 'q', choices }])).toEqual(['q: choices']);
  });
});
