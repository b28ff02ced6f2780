import { SMALL_CODEBOOK, SMALL_DRAFT, SMALL_SURVEY_JSON, SMALL_TAXONOMY } from '../../test/small-survey.js';
import { reportSubject } from './report-subject.js';

const subject = reportSubject({ draft: SMALL_DRAFT, codebook: SMALL_CODEBOOK, survey: SMALL_SURVEY_JSON }, SMALL_TAXONOMY);

describe('reportSubject', () => {
  it('has a row for every district of the questionnaire in the order of the master data, then elsewhere and unknown', () => {
    expect(subject.about.rows).toEqual([
      { row: 'north', population: { count: 1000, asOf: '2021-12-31', source: 'Stadt' } },
      { row: 'south', population: null },
      { row: 'elsewhere', population: null },
      { row: 'unknown', population: null },
    ]);
    expect(subject.rows.map(({ row, name }) => [row, name])).toEqual([['all', null], ['north', 'Nord'], ['south', 'Süd'], ['elsewhere', null], ['unknown', null]]);
  });

  it('names what was asked: the statement, for ticks the question they belong to', () => {
    expect(subject.about.items.map(({ itemId, kind, text }) => [itemId, kind, text])).toEqual([
      ['K1-1', 'pair', { de: 'Ich finde Hilfe.' }],
      ['K2-3', 'bedarf', { de: 'Was fehlt Ihnen?' }],
      ['district', 'demographic', { de: 'district' }],
    ]);
  });

  it('fills criteria with their items and the slot once per Handlungsfeld', () => {
    expect(subject.about.criteria).toEqual([
      { criterion: 'K1', fieldOfAction: null, names: { de: 'Netzwerk' }, itemIds: ['K1-1'] },
      { criterion: 'K7', fieldOfAction: 'H3', names: { de: 'Seniorenberatung' }, itemIds: [] },
    ]);
  });
});
