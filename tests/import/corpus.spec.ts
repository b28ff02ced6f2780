import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { codebookFromSurvey } from '@stadtteilstimme/questionnaire';
import { corpusCases, summary } from './corpus-cases.ts';

/**
 * One small file per feature of a foreign format, written from the documentation of the format, with the questionnaire and the
 * report that have to come out.
 */
const cases = corpusCases();

describe('import corpus', () => {
  it('has at least twenty cases per format', () => {
    for (const format of ['lss', 'surveyjs', 'xlsform']) {
      assert.ok(cases.filter((entry) => entry.format === format).length >= 20, format);
    }
  });

  for (const { format, name, bytes, run, expectedPath } of cases) {
    it(`${format}: ${name}`, () => {
      const result = run(bytes);
      assert.deepEqual(summary(result), JSON.parse(readFileSync(expectedPath, 'utf8')));
      assert.deepEqual(run(bytes.slice()), result, 'the same bytes give the same result');
      for (const { de, en } of result.report.entries) assert.ok(de !== '' && en !== '' && !/\{(was|now|detail)\}/.test(de + en), de);
      if (!result.ok) return;
      const { codebook, unsupported } = codebookFromSurvey(result.survey, { languages: result.languages });
      assert.deepEqual(unsupported, [], 'the codebook keeps all of it');
      assert.ok(codebook.questions.length > 0);
    });
  }
});
