import type { LanguageReadiness, QuestionnaireSummary, Readiness } from '@stadtteilstimme/domain';

import { languageProgress, occurringStates, unreviewedWordings } from './language-progress';
import { filterRows, nextStep, overviewRows } from './overview-rows';

function summary(part: Partial<QuestionnaireSummary>): QuestionnaireSummary {
  return {
    id: 'a', slug: 'aelter-werden', title: { de: 'Älter werden', en: 'Growing older' }, state: 'open', targetGroupId: 'senior', samplingDesign: 'open',
    languages: ['de'], itemCount: 9, publishedVersion: 1, newVersionBegun: false, responseCount: 12, synthetic: false, ...part,
  };
}

function language(part: Partial<LanguageReadiness>): LanguageReadiness {
  return { language: 'de', wordings: 3, missing: 0, states: { reviewed: 3 }, ...part };
}

function readiness(languages: readonly LanguageReadiness[], problems: Readiness['problems'] = []): Readiness {
  return { problems, languages };
}

describe('languageProgress', () => {
  it('is reviewed only when a person confirmed every wording', () => {
    expect(languageProgress(language({}))).toBe('reviewed');
    expect(languageProgress(language({ states: { reviewed: 2, 'approved-by-test-group': 1 } }))).toBe('reviewed');
    expect(languageProgress(language({ states: { reviewed: 2, machine: 1 } }))).toBe('unreviewed');
  });

  it('is incomplete as soon as one text is missing', () => {
    expect(languageProgress(language({ missing: 1, states: { reviewed: 2 } }))).toBe('incomplete');
  });

  it('counts what nobody confirmed and lists states in order', () => {
    const mixed = language({ states: { reviewed: 1, machine: 4, draft: 2 } });
    expect(unreviewedWordings(mixed)).toBe(6);
    expect(occurringStates(mixed)).toEqual([{ state: 'machine', count: 4 }, { state: 'draft', count: 2 }, { state: 'reviewed', count: 1 }]);
  });
});

describe('nextStep', () => {
  it('finishes a next version that was begun', () => {
    expect(nextStep(summary({ newVersionBegun: true }), readiness([language({})]))).toMatchObject({ text: 'questionnaires.next.finishNewVersion', values: { number: 2 }, leadsTo: 'editor' });
    expect(nextStep(summary({ newVersionBegun: true, state: 'closed' }), null).text).toBe('questionnaires.next.readResults');
  });

  it('of a draft with gaps is to close them', () => {
    const gaps = readiness([language({})], [{ code: 'wording-missing', place: 'title', language: 'ar' }, { code: 'questionnaire-incomplete', place: 'purpose' }]);
    expect(nextStep(summary({ state: 'draft' }), gaps)).toEqual({ text: 'questionnaires.next.closeGaps', values: { count: 2 }, leadsTo: 'editor' });
  });

  it('of a draft without gaps is to publish, and unknown gaps promise nothing', () => {
    expect(nextStep(summary({ state: 'draft' }), readiness([language({})])).text).toBe('questionnaires.next.publish');
    expect(nextStep(summary({ state: 'draft' }), null).text).toBe('questionnaires.next.continue');
  });

  it('of a running one without answers is to share it', () => {
    expect(nextStep(summary({ responseCount: 0 }), null).text).toBe('questionnaires.next.spread');
  });

  it('of a running one with unreviewed languages is to have them read', () => {
    expect(nextStep(summary({}), readiness([language({ states: { machine: 3 } })]))).toMatchObject({ text: 'questionnaires.next.review', values: { count: 1 } });
  });

  it('of a closed one, or where counts are not visible, is to read results', () => {
    expect(nextStep(summary({ state: 'closed', responseCount: 0 }), null)).toMatchObject({ text: 'questionnaires.next.readResults', leadsTo: 'report' });
    expect(nextStep(summary({ responseCount: null }), null).text).toBe('questionnaires.next.readResults');
  });
});

describe('overviewRows', () => {
  const rows = overviewRows(
    [summary({ id: 'c', state: 'closed' }), summary({ id: 'd', state: 'draft' }), summary({ id: 'z', title: { de: 'Zu Hause' } }), summary({ id: 'a' })],
    new Map([['a', readiness([language({ missing: 1 }), language({ states: { draft: 3 } }), language({})])]]),
    'de',
  );

  it('puts running ones first, then drafts, then closed ones, by title within', () => {
    expect(rows.map(({ summary: { id } }) => id)).toEqual(['a', 'z', 'd', 'c']);
  });

  it('draws finished languages first and none where they are unknown', () => {
    expect(rows[0]?.languages).toEqual(['reviewed', 'unreviewed', 'incomplete']);
    expect(rows[1]?.languages).toBeNull();
  });

  it('finds titles in any language and respects every filter', () => {
    const find = (text: string, state: '' | 'draft' = '', targetGroupId = '') => filterRows(rows, { text, state, targetGroupId }).map(({ summary: { id } }) => id);
    expect(find('GROWING')).toEqual(['a', 'd', 'c']);
    expect(find('zu hause')).toEqual(['z']);
    expect(find('', 'draft')).toEqual(['d']);
    expect(find('', '', 'refugee')).toEqual([]);
  });
});
