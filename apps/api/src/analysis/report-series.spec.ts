import fc from 'fast-check';
import { codedVariables, NOT_SHOWN } from '@stadtteilstimme/domain';
import { codebookFromSurvey, compileCheck, type AnswerCheck } from '@stadtteilstimme/questionnaire';
import { PublishedSeries, PublishedVersion } from '../questionnaires/index.js';
import { reportSeries } from './report-series.js';
import { reportSubject } from './report-subject.js';

interface Asked {
  /** Choices of a question with one answer, without order. */
  readonly choices?: readonly string[];
  readonly ticks: readonly string[] | null;
  readonly points?: number;
}

/** A version that asks for ticks and for one point on a scale. */
function version(number: number, { choices, ticks, points = 3 }: Asked): PublishedVersion {
  const elements = [
    { type: 'radiogroup', name: 'mood', itemId: 'M-1', scaleId: 'MOOD', title: { de: 'Stimmung' }, choices: Array.from({ length: points }, (_, at) => at + 1) },
    ...(choices === undefined ? [] : [{ type: 'radiogroup', name: 'way', itemId: 'R-1', title: { de: 'Weg' }, choices }]),
    ...(ticks === null ? [] : [{ type: 'checkbox', name: 'wishes', itemId: 'W-1', title: { de: 'Wünsche' }, choices: ticks }]),
  ];
  const survey = { locale: 'de', pages: [{ name: 'p', elements }] };
  const { codebook } = codebookFromSurvey(survey, { languages: ['de'], defaultLanguage: 'de' });
  const draft = { ...DRAFT, districtIds: [`d${number}`] };
  const content = {
    versionId: `id${number}`, slug: 'x', languages: [{ code: 'de', ownName: 'Deutsch', direction: 'ltr', reviewed: true }], title: {}, welcome: {}, thanks: {}, consent: [],
    hasArt9Items: false, minutes: 1, survey, codebook, interfaceTexts: {}, districtAliases: {},
  } as const;
  const entity = { id: `id${number}`, questionnaireId: 'q', number, publishedOn: '2026-01-01', taxonomyVersion: 1, draft, content, wordingNotes: {} };
  return new PublishedVersion({ version: entity, state: 'open', synthetic: false }, { current: 'open' });
}

const DRAFT = {
  slug: 'x', title: {}, welcome: {}, thanks: {}, targetGroupId: 'resident', districtIds: [], languages: ['de'], samplingDesign: 'open', purpose: '', legalBasis: 'consent', focus: [],
  itemIds: [], demographicIds: [],
} as const;

function vectorOf({ check }: { readonly check: AnswerCheck }, answers: object): Uint8Array {
  const checked = check(answers, { consent: { agree: true, art9: false } });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.vector;
}

/** Variable → byte of one answer, as the report counts it. */
function counted(versions: readonly PublishedVersion[], at: number, answers: object): Readonly<Record<string, number | undefined>> {
  const series = reportSeries(new PublishedSeries(versions));
  const asked = versions[at];
  if (asked === undefined) throw new Error('no version');
  const vector = series.recode(asked.id, vectorOf({ check: compileCheck(asked.content.codebook) }, answers));
  return Object.fromEntries(codedVariables(series.codebook).map(({ name }, index) => [name, vector[index]]));
}

describe('reportSeries', () => {
  it('leaves a single version as it is', () => {
    const only = version(1, { ticks: ['a', 'b'] });
    const series = reportSeries(new PublishedSeries([only]));
    const vector = Uint8Array.of(1, 2, 3);
    expect([series.codebook, series.recode('id1', vector)]).toEqual([only.content.codebook, vector]);
    expect(series.recode('id1', vector)).toBe(vector);
  });

  it('counts ticks only among those who had the same list, each list under its own name', () => {
    const versions = [version(1, { ticks: ['a', 'b'] }), version(2, { ticks: ['a', 'b'] }), version(3, { ticks: ['a', 'new', 'b'] })];
    const before = counted(versions, 1, { mood: 2, wishes: ['a'] });
    expect(before).toMatchObject({ mood: 2, wishes_a: NOT_SHOWN, wishes_new: NOT_SHOWN, wishes_b: NOT_SHOWN });
    const after = counted(versions, 2, { mood: 2, wishes: ['a'] });
    expect(after).toMatchObject({ mood: 2, wishes_a_v1_2: NOT_SHOWN, wishes_b_v1_2: NOT_SHOWN });
    const codebook = reportSeries(new PublishedSeries(versions)).codebook;
    const codeAt = (name: string, position: number | undefined) => codebook.variables.find((variable) => variable.name === name)?.codes.find((code) => code.position === position)?.code;
    expect([codeAt('wishes_a_v1_2', before['wishes_a_v1_2']), codeAt('wishes_b_v1_2', before['wishes_b_v1_2'])]).toEqual([1, 0]);
    expect([codeAt('wishes_a', after['wishes_a']), codeAt('wishes_new', after['wishes_new'])]).toEqual([1, 0]);
  });

  it('counts a choice only among those who had the same list: nobody of the other version can have chosen what it did not offer', () => {
    const versions = [version(1, { ticks: null, choices: ['bus', 'foot'] }), version(2, { ticks: null, choices: ['bus', 'foot', 'bike'] })];
    expect(counted(versions, 0, { mood: 2, way: 'foot' })).toEqual({ mood: 2, way: NOT_SHOWN, way_v1: expect.any(Number) });
    expect(counted(versions, 1, { mood: 2, way: 'bike' })).toEqual({ mood: 2, way: expect.any(Number), way_v1: NOT_SHOWN });
    const { variables } = reportSeries(new PublishedSeries(versions)).codebook;
    const codes = (name: string, at: number, answers: object) => {
      const found = variables.find((variable) => variable.name === name);
      return [found?.codes.map(({ code }) => code), found?.codes.find(({ position }) => position === counted(versions, at, answers)[name])?.code];
    };
    expect(codes('way', 1, { mood: 1, way: 'bike' })).toEqual([['bus', 'foot', 'bike'], 'bike']);
    expect(codes('way_v1', 0, { mood: 1, way: 'foot' })).toEqual([['bus', 'foot'], 'foot']);
    // The same codes in another order are the same list.
    const turned = [version(1, { ticks: null, choices: ['bus', 'foot'] }), version(2, { ticks: ['a'], choices: ['foot', 'bus'] })];
    expect(counted(turned, 0, { mood: 2, way: 'foot' })['way']).not.toBe(NOT_SHOWN);
  });

  it('divides people in one way only: by the last change of what is asked', () => {
    const versions = [version(1, { ticks: ['a'] }), version(2, { ticks: ['a', 'b'] }), version(3, { ticks: ['a', 'b', 'c'] })];
    expect(counted(versions, 1, { mood: 2, wishes: ['b'] })).toEqual({ mood: 2, wishes_a: NOT_SHOWN, wishes_b: NOT_SHOWN, wishes_c: NOT_SHOWN });
    const back = [version(1, { ticks: ['a'] }), version(2, { ticks: null }), version(3, { ticks: ['a'] })];
    expect(counted(back, 0, { mood: 2, wishes: ['a'] })).toEqual({ mood: 2, wishes_a: NOT_SHOWN });
    expect(counted(back, 2, { mood: 2, wishes: ['a'] })['wishes_a']).not.toBe(NOT_SHOWN);
    const gone = [version(1, { ticks: ['a'] }), version(2, { ticks: null, points: 5 }), version(3, { ticks: null })];
    expect(Object.keys(counted(gone, 2, { mood: 2 }))).not.toContain('wishes_a');
  });

  it('divides people in that one way whatever five versions ask: no other group of people can be subtracted', () => {
    const lists = [null, ['a'], ['a', 'b'], ['a', 'b', 'c']] as const;
    const choices = fc.constantFrom(['bus', 'foot'], ['bus', 'foot', 'bike']);
    const asked = fc.record({ choices, ticks: fc.constantFrom(...lists), points: fc.constantFrom(3, 5) });
    let divided = 0;
    for (const questions of fc.sample(fc.array(asked, { minLength: 2, maxLength: 5 }), { numRuns: 200, seed: 20_261_122 })) {
      const versions = questions.map((each, at) => version(at + 1, each));
      const countedIn = versions.map((_, at) => counted(versions, at, { mood: 1, ...(questions[at]?.ticks === null ? {} : { wishes: ['a'] }) }));
      const groups = new Set(Object.keys(countedIn[0] ?? {}).map((name) => countedIn.map((bytes) => (bytes[name] === NOT_SHOWN ? '-' : '+')).join('')));
      groups.delete('+'.repeat(versions.length));
      divided += groups.size === 2 ? 1 : 0;
      for (const group of groups) expect(group).toMatch(/^(-+\++|\++-+)$/);
      expect(new Set([...groups].map((group) => group.lastIndexOf(group.charAt(0)))).size).toBeLessThanOrEqual(1);
    }
    expect(divided).toBeGreaterThan(50);
  });

  it('keeps a dropped multiple choice under its own name and knows what was asked', () => {
    const versions = [version(1, { ticks: ['a', 'b'] }), version(2, { ticks: null })];
    expect(counted(versions, 1, { mood: 1 })).toEqual({ mood: 1, wishes_a: NOT_SHOWN, wishes_b: NOT_SHOWN });
    expect(Object.keys(counted(versions, 0, { mood: 1, wishes: [] }))).toEqual(['mood', 'wishes_a', 'wishes_b']);
  });

  it('shows a question whose scale changed twice, the older one outside the index and named after its version', () => {
    const series = reportSeries(new PublishedSeries([version(1, { ticks: ['a'], points: 3 }), version(2, { ticks: ['a'], points: 5 })]));
    const taxonomy = { cityName: '', districts: [], communityHouses: [], targetGroups: [], fieldsOfAction: [], criteria: [] };
    const items = reportSubject(series, taxonomy).about.items.map(({ itemId, text, criterion }) => [itemId, text['de'], criterion]);
    expect(items).toEqual([['M-1', 'Stimmung', null], ['W-1', 'Wünsche', null], ['M-1.v1', 'Stimmung (Fassung 1)', null]]);
    expect(new Set(series.draft.districtIds)).toEqual(new Set(['d1', 'd2']));
  });
});
