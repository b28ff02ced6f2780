import fc from 'fast-check';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { readJson } from '../../files/read-json.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../../fixtures/example-item-bank.js';
import { surveyJsonFile } from './survey-json-file.js';

const read = (text: string): unknown => readJson(new TextEncoder().encode(text));

describe('surveyJsonFile', () => {
  it('is read back identical', () => {
    const { survey } = compileQuestionnaire({ draft: EXAMPLE_DRAFT, itemBank: EXAMPLE_ITEM_BANK, taxonomy: EXAMPLE_TAXONOMY });
    expect(read(surveyJsonFile(survey))).toEqual(survey);
    fc.assert(
      fc.property(fc.dictionary(fc.string().filter((key) => key !== '__proto__'), fc.jsonValue({ noUnicodeString: false })), (json) => {
        const plain = JSON.parse(JSON.stringify(json)) as Record<string, unknown>;
        expect(read(surveyJsonFile(plain))).toEqual(plain);
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it('refuses what JSON cannot hold, with the place', () => {
    const loop: Record<string, unknown> = {};
    loop['pages'] = [loop];
    const bad: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ title: undefined }, 'survey.title'],
      [{ pages: [{ run: () => 1 }] }, 'survey.pages.0.run'],
      [{ min: Number.NaN }, 'survey.min'],
      [{ from: new Date(0) }, 'survey.from'],
      [loop, 'survey.pages.0'],
    ];
    for (const [survey, place] of bad) expect(() => surveyJsonFile(survey)).toThrow(`${place} cannot`);
  });
});
