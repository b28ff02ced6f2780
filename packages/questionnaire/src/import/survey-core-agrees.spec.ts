import { Model } from 'survey-core';
import { registerStadtteilProperties } from '../survey-model/stadtteil-properties.js';
import { importLimeSurvey } from './limesurvey/import-limesurvey.js';

const question = (id: number, type: string, code: string, relevance: string): string =>
  `<row><qid>${id}</qid><gid>1</gid><type>${type}</type><title>${code}</title><question>${code}?</question><language>de</language><question_order>${id}</question_order><relevance><![CDATA[${relevance}]]></relevance></row>`;

function survey(relevance: string): Record<string, unknown> {
  const file = `<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>de</language></languages>
    <groups><rows><row><gid>1</gid><group_name>G</group_name><language>de</language></row></rows></groups>
    <questions><rows>${question(1, 'Y', 'Q1', '1')}${question(2, 'M', 'Q2', '')}${question(3, 'N', 'Q3', '')}${question(4, 'A', 'Q4', '')}${question(9, 'T', 'V', relevance)}</rows></questions>
    <subquestions><rows>${[[21, 2, 'S1'], [22, 2, 'S2'], [41, 4, 'R1']].map(([qid, parent, title]) => `<row><qid>${qid}</qid><parent_qid>${parent}</parent_qid><title>${title}</title><question>x</question><language>de</language></row>`).join('')}</rows></subquestions></document>`;
  const result = importLimeSurvey(new TextEncoder().encode(file));
  if (!result.ok) throw new Error(result.problems[0]?.code);
  return { ...result.survey };
}

/** What LimeSurvey's Expression Manager shows for the same answers, by its manual. */
describe('translated relevance in a real survey', () => {
  registerStadtteilProperties();

  it.each([
    ['Q1.NAOK == "Y"', { Q1: 'Y' }, true],
    ['Q1.NAOK == "Y"', {}, false],
    ['Q1.NAOK != "Y"', {}, true],
    ['Q1.NAOK != "Y"', { Q1: 'Y' }, false],
    ['is_empty(Q1.NAOK)', {}, true],
    ['!is_empty(Q3.NAOK)', { Q3: 4 }, true],
    ['Q2_S1.NAOK == "Y"', { Q2: ['S2', 'S1'] }, true],
    ['Q2_S1.NAOK == "Y"', { Q2: ['S2'] }, false],
    ['Q2_S1.NAOK != "Y"', {}, true],
    ['Q2_S1.NAOK == ""', { Q2: ['S2'] }, true],
    ['Q3.NAOK >= 18 and Q3.NAOK < 65', { Q3: 18 }, true],
    ['Q3.NAOK >= 18 and Q3.NAOK < 65', { Q3: 65 }, false],
    ['Q3.NAOK > 3', {}, false],
    ['Q4_R1.NAOK == 5', { Q4: { R1: 5 } }, true],
    ['Q4_R1.NAOK == 5', { Q4: { R1: 4 } }, false],
    ['Q1.NAOK == "N" or Q3.NAOK == 1 and Q2_S1.NAOK == "Y"', { Q1: 'N' }, true],
    ['(Q1.NAOK == "N" or Q3.NAOK == 1) and Q2_S1.NAOK == "Y"', { Q1: 'N' }, false],
    ['not (Q1.NAOK == "N")', { Q1: 'N' }, false],
  ])('%s with %j: %s', (relevance, answers, isShown) => {
    const model = new Model(survey(relevance));
    expect(model.jsonErrors ?? []).toEqual([]);
    model.data = answers;
    expect(model.getQuestionByName('V').isVisible).toBe(isShown);
  });
});
