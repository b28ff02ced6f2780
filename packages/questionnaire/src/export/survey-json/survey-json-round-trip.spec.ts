import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { codebookFromSurvey } from '../../codebook/codebook-from-survey.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../../fixtures/example-item-bank.js';
import { importSurveyJs } from '../../import/surveyjs/import-surveyjs.js';
import { surveyJsonFile } from './survey-json-file.js';

const { survey } = compileQuestionnaire({ draft: EXAMPLE_DRAFT, itemBank: EXAMPLE_ITEM_BANK, taxonomy: EXAMPLE_TAXONOMY });

const imported = (json: Readonly<Record<string, unknown>>) => {
  const result = importSurveyJs(new TextEncoder().encode(surveyJsonFile(json)));
  if (!result.ok) throw new Error(result.problems.map(({ en }) => en).join(' '));
  return result;
};

describe('surveyJsonFile and importSurveyJs', () => {
  it('give every counted variable back with its identity, scale and codes', () => {
    const counted = (json: Readonly<Record<string, unknown>>) =>
      codebookFromSurvey(json)
        .codebook.variables.filter(({ part }) => part !== 'text')
        .map(({ name, itemId, demographicId, part, scale, reverse, art9, visibleIf, codes }) => ({ name, itemId, demographicId, part, scale, reverse, art9, visibleIf, codes }));
    expect(counted(imported(survey).survey)).toEqual(counted(survey));
  });

  it('give an imported questionnaire back identical, however often it goes out and in', () => {
    const once = imported(survey).survey;
    expect(imported(once).survey).toEqual(once);
  });
});
