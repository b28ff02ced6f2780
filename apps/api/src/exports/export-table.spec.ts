import { codebookFromSurvey } from '@stadtteilstimme/questionnaire';
import type { Survey } from '../analysis/index.js';
import { exportTable, type ExportTableNames } from './export-table.js';

/** Names of the columns of a survey whose questions are called as given. */
function columns(questions: readonly string[], names: ExportTableNames): readonly string[] {
  const elements = questions.map((name) => ({ type: 'radiogroup', name, title: { de: `Frage ${name}` }, choices: [1, 2] }));
  const survey = { locale: 'de', pages: [{ name: 'p', elements }] };
  const { codebook } = codebookFromSurvey(survey, { languages: ['de'], defaultLanguage: 'de' });
  // Only what a table is made of.
  const found = { version: { synthetic: true }, series: { codebook, survey }, taxonomy: { districts: [], targetGroups: [] } } as unknown as Survey;
  return exportTable(found, names).columns.map(({ name }) => name);
}

describe('names of columns', () => {
  it('are those of the codebook for programs', () => {
    expect(columns(['mood'], { format: 'plain', values: 'labels' })).toEqual(['synthetic', 'district_row', 'target_group', 'mode', 'week', 'mood']);
  });

  it('are German for a German spreadsheet, and say what was asked beside answers in words', () => {
    const lead = ['Beispieldaten', 'Stadtteil', 'Zielgruppe', 'Erhebungsweg', 'Kalenderwoche'];
    expect(columns(['mood'], { format: 'german-excel', values: 'codes' })).toEqual([...lead, 'mood']);
    expect(columns(['mood'], { format: 'german-excel', values: 'labels' })).toEqual([...lead, 'mood: Frage mood']);
  });

  it('never give two columns one name: a question keeps its own', () => {
    expect(columns(['stadtteil'], { format: 'german-excel', values: 'codes' })).toEqual(['Beispieldaten', 'district_row', 'Zielgruppe', 'Erhebungsweg', 'Kalenderwoche', 'stadtteil']);
  });
});
