import fc from 'fast-check';
import { codebookFromSurvey } from '../../codebook/codebook-from-survey.js';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { surveyJsonFile } from '../../export/survey-json/survey-json-file.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../../fixtures/example-item-bank.js';
import { randomSurveys } from '../../fixtures/random-survey.js';
import { surveyTexts } from '../../parity/survey-texts.js';
import { importSurveyJs } from './import-surveyjs.js';

type Survey = Readonly<Record<string, unknown>>;

const RUNS = 300;

function imported(survey: Survey) {
  const result = importSurveyJs(new TextEncoder().encode(surveyJsonFile(survey)));
  if (!result.ok) throw new Error(result.problems.map(({ en }) => en).join(' '));
  return result;
}

describe('our SurveyJS JSON, out and in again', () => {
  it('is the compiled questionnaire itself, whatever was chosen', () => {
    const drafts = fc.record({
      itemIds: fc.shuffledSubarray([...EXAMPLE_DRAFT.itemIds], { minLength: 1 }),
      demographicIds: fc.shuffledSubarray([...EXAMPLE_DRAFT.demographicIds]),
      languages: fc.shuffledSubarray(['de', 'de-simple', 'en', 'ar', 'ku'], { minLength: 1 }),
      focus: fc.subarray(['F1', 'F2', 'F3'], { maxLength: 2 }),
    });
    fc.assert(
      fc.property(drafts, (change) => {
        const { survey, codebook } = compileQuestionnaire({ draft: { ...EXAMPLE_DRAFT, ...change }, itemBank: EXAMPLE_ITEM_BANK, taxonomy: EXAMPLE_TAXONOMY });
        const back = imported(survey);
        expect(back.survey).toEqual({ ...survey, maxCommentLength: 1000 });
        expect(codebookFromSurvey(back.survey, { languages: change.languages })).toEqual({ codebook, unsupported: [] });
        expect(back.report.entries.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);
      }),
      { numRuns: RUNS, seed: 11 },
    );
  });

  it('keeps codebook and texts of random surveys of every type', () => {
    fc.assert(
      fc.property(randomSurveys, ({ survey }) => {
        const back = imported(survey);
        expect(codebookFromSurvey(back.survey)).toEqual(codebookFromSurvey(survey));
        expect(imported(back.survey).survey).toEqual(back.survey);
      }),
      { numRuns: RUNS, seed: 12 },
    );
  });

  it('keeps texts that look like markup, placeholders and every kind of title', () => {
    const words = fc.constantFrom('a < b', 'R&D', '1 > 0 & 2 < 3', 'Zeile 1\nZeile 2', '{wo} war es?', '„Ja“ – nein', 'AT&amp;T', 'العربية 3 < 4', '«да»', "Fisher's", '100 % / 5 €');
    const texts = fc.record({ de: words, en: words, 'de-simple': words });
    fc.assert(
      fc.property(texts, texts, texts, texts, (title, description, text, end) => {
        const survey: Survey = {
          locale: 'de', title, description, clearInvisibleValues: 'onHiddenContainer', maxCommentLength: 500, showQuestionNumbers: 'off',
          pages: [{
            name: 'Seite 1', title, description,
            elements: [
              { type: 'radiogroup', name: 'wo', title, description, choices: [{ value: 'a', text }, { value: 2, text: end }], showOtherItem: true, otherText: text },
              { type: 'panel', name: 'Gruppe', title, description, elements: [{ type: 'rating', name: 'r', title, rateValues: [{ value: 1, text }, { value: 2, text: end }], minRateDescription: text, maxRateDescription: end }] },
              { type: 'boolean', name: 'b', title, labelTrue: text, labelFalse: end, showCommentArea: true, commentText: title },
              { type: 'comment', name: 'c', title, placeholder: text, maxLength: 20, rows: 4 },
              { type: 'dropdown', name: 'd', title, placeholder: text, choices: [{ value: 'a', text }] },
              { type: 'matrix', name: 'm', title, columns: [{ value: 1, text }], rows: [{ value: 'z', text: end, itemId: 'K1', reverse: true }] },
            ],
          }],
        };
        const plain = JSON.parse(JSON.stringify(survey).replaceAll('&amp;', '&')) as Survey;
        const back = imported(survey).survey;
        expect(back).toEqual(plain);
        expect(surveyTexts(back)).toEqual(surveyTexts(plain));
      }),
      { numRuns: RUNS, seed: 13 },
    );
  });
});
