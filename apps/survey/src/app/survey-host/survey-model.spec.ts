import type { PublishedQuestionnaire } from '@stadtteilstimme/domain';

import { createSurveyModel, viewOf } from './survey-model';

const scale = [1, 2, 3, 4, 5].map((value) => ({ value, text: { de: `Stufe ${value}`, ar: `درجة ${value}` } }));

const questionnaire: PublishedQuestionnaire = {
  versionId: 'version-1',
  slug: 'ankommen',
  state: 'open',
  synthetic: false,
  languages: [
    { code: 'de', ownName: 'Deutsch', direction: 'ltr', reviewed: true },
    { code: 'ar', ownName: 'العربية', direction: 'rtl', reviewed: false },
  ],
  title: { de: 'Ankommen' },
  welcome: { de: 'Guten Tag' },
  thanks: { de: 'Danke' },
  consent: [],
  hasArt9Items: true,
  minutes: 5,
  survey: {
    pages: [
      {
        name: 'page_K1-1',
        title: { de: 'Aussage', ar: 'عبارة' },
        elements: [
          { type: 'radiogroup', name: 'K1_1_bestand', title: { de: 'Stimmt das?' }, choices: scale },
          { type: 'radiogroup', name: 'K1_1_bedarf', title: { de: 'Wichtig?' }, choices: scale },
        ],
      },
      {
        name: 'page_H3-3',
        elements: [
          { type: 'checkbox', name: 'H3_3', title: { de: 'Wobei?' }, visibleIf: '{consentArt9} = true', choices: ['care', 'other'] },
          { type: 'comment', name: 'H3_3-Comment', visibleIf: "{consentArt9} = true and {H3_3} contains 'other'" },
        ],
      },
      { name: 'page_district', elements: [{ type: 'dropdown', name: 'district', title: { de: 'Stadtteil?' }, choices: [{ value: 'oedeme', text: { de: 'Oedeme' } }] }] },
    ],
  },
  codebook: { questions: [], variables: [], districtVariable: null },
  interfaceTexts: {},
  districtAliases: { oedeme: ['Am Hang'] },
};

function model(consentArt9: boolean, answers = {}): ReturnType<typeof createSurveyModel> {
  return createSurveyModel(questionnaire, { language: 'de', answers, consentArt9 });
}

describe('viewOf', () => {
  it('takes the statement as heading and the question where there is none', () => {
    expect(viewOf(model(true)).pages).toMatchObject([
      { name: 'page_K1-1', heading: 'Aussage', isPair: true },
      { name: 'page_H3-3', heading: 'Wobei?', isPair: false },
      { name: 'page_district', heading: 'Stadtteil?', isPair: false },
    ]);
  });

  it('shows questions under Art. 9 only with their own consent', () => {
    expect(viewOf(model(true)).shown).toContain('H3_3');
    const without = viewOf(model(false));
    expect(without.shown).toEqual(['K1_1_bestand', 'K1_1_bedarf', 'district']);
    expect(without.pages.map((page) => page.name)).toEqual(['page_K1-1', 'page_district']);
  });

  it('changes the language and keeps the answers', () => {
    const survey = model(true, { K1_1_bestand: 4 });
    survey.locale = 'ar';
    const view = viewOf(survey);
    expect(view.pages[0]?.heading).toBe('عبارة');
    expect(view.answers).toEqual({ K1_1_bestand: 4 });
    expect(survey.localeDir).toBe('rtl');
  });

  it('shows a free text only while its choice is ticked', () => {
    const survey = model(true, { H3_3: ['other'] });
    expect(viewOf(survey).shown).toContain('H3_3-Comment');
    survey.setValue('H3_3', ['care']);
    expect(viewOf(survey).shown).not.toContain('H3_3-Comment');
  });

  it('adds the names people use to the Stadtteile', () => {
    const question = model(true).getQuestionByName('district');
    expect(question['choices'][0].text).toBe('Oedeme (Am Hang)');
  });
});
