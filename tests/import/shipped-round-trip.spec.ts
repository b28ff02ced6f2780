import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ItemBank, QuestionnaireDraft, Taxonomy } from '@stadtteilstimme/domain';
import { codebookFromSurvey, compileQuestionnaire } from '@stadtteilstimme/questionnaire';
import { surveyJsonFile } from '@stadtteilstimme/questionnaire/export';
import { importSurveyJs } from '@stadtteilstimme/questionnaire/import';

const DATA = join(import.meta.dirname, '../../apps/api/data');
const data = <T>(file: string): T => JSON.parse(readFileSync(join(DATA, file), 'utf8')) as T;

const itemBank = data<ItemBank>('item-bank.json');
const taxonomy = data<Taxonomy>('taxonomy.json');
const shipped = data<readonly (QuestionnaireDraft & { readonly slug: string })[]>('questionnaires.json');

const [first] = shipped;
assert.ok(first !== undefined);
/** One question asks for the district, whichever. */
const districtQuestions = itemBank.demographics.filter(({ optionsFrom }) => optionsFrom === 'districts').map(({ id }) => id);
const everything = {
  ...first,
  slug: 'every item, demographic and language',
  itemIds: itemBank.items.map(({ id }) => id),
  demographicIds: itemBank.demographics.map(({ id }) => id).filter((id) => !districtQuestions.slice(1).includes(id)),
  languages: itemBank.languages.map(({ code }) => code),
  districtIds: taxonomy.districts.map(({ id }) => id),
};

/** What a city takes away as SurveyJS JSON it can bring back: the same questionnaire, the same codes. */
describe('shipped questionnaires as SurveyJS JSON, out and in again', () => {
  for (const draft of [...shipped, everything]) {
    it(draft.slug, () => {
      const { survey, codebook } = compileQuestionnaire({ draft, itemBank, taxonomy });
      const result = importSurveyJs(new TextEncoder().encode(surveyJsonFile(survey)));
      assert.ok(result.ok);
      assert.deepEqual(result.survey, { ...survey, maxCommentLength: 1000 });
      assert.deepEqual(codebookFromSurvey(result.survey, { languages: draft.languages }), { codebook, unsupported: [] });
      assert.deepEqual(result.report.entries.filter(({ outcome }) => outcome !== 'taken'), []);
      assert.deepEqual([...result.languages].sort(), [...draft.languages].sort());
    });
  }
});
