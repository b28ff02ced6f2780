import type { LocalizedText } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { ConditionRunner } from 'survey-core';
import { importLimeSurvey } from '../../import/limesurvey/import-limesurvey.js';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../../fixtures/example-item-bank.js';
import { limeSurveyFile } from './limesurvey-file.js';
import type { LimeSurveyInput } from './limesurvey-file.js';

type Json = Readonly<Record<string, unknown>>;

const LANGUAGES = ['de', 'ar', 'de-simple'];

/** What LimeSurvey shows as it is: no braces, no white space at the edges or in runs. */
const words = fc.array(fc.constantFrom('Haus', 'Straße & Weg', 'بيت', '<b>', 'a < b', '"Zitat"', 'é', '😀', '5 %', "it's"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const lines = fc.array(words, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('\n'));
const said: fc.Arbitrary<LocalizedText> = fc.record({ de: lines, ar: lines, 'de-simple': lines });

const wordCodes = fc.uniqueArray(fc.constantFrom('a', 'B2', 'yes', 'no', 'x9', 'other'), { minLength: 1, maxLength: 5, selector: (code) => code.toLowerCase() });
const numberCodes = fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 5 });
const choices = (codes: fc.Arbitrary<readonly (string | number)[]>) => codes.chain((list) => fc.tuple(...list.map((value) => said.map((text) => ({ value, text })))));

const head = { title: said, description: fc.option(said, { nil: undefined }), isRequired: fc.constantFrom(true, undefined) };
const limit = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });

/** Every type with what its counterpart carries; without names and conditions. */
const question: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ type: fc.constantFrom('radiogroup', 'dropdown'), ...head, choices: choices(fc.oneof(wordCodes, numberCodes)) }),
  fc.record({ type: fc.constant('checkbox'), ...head, choices: choices(wordCodes).map((list) => list.map((choice, index) => (index === 0 ? { ...choice, isExclusive: true } : choice))), minSelectedChoices: limit, maxSelectedChoices: limit }),
  fc.record({ type: fc.constant('ranking'), ...head, choices: choices(wordCodes), selectToRankEnabled: fc.constant(true), maxSelectedChoices: limit }),
  fc.record({ type: fc.constant('matrix'), ...head, columns: choices(fc.oneof(wordCodes, numberCodes)), rows: choices(wordCodes) }),
  fc.record({ type: fc.constant('text'), inputType: fc.constant('number'), ...head, min: fc.option(fc.integer({ min: -99, max: 9 }), { nil: undefined }), max: fc.option(fc.integer({ min: 10, max: 99 }), { nil: undefined }), step: fc.constantFrom(1, undefined) }),
  fc.record({ type: fc.constant('text'), inputType: fc.constant('date'), ...head, min: fc.constantFrom('2020-01-01', undefined), max: fc.constantFrom('2030-12-31', undefined) }),
  fc.record({ type: fc.constantFrom('text', 'comment'), ...head, maxLength: fc.integer({ min: 1, max: 9999 }) }),
  fc.record({ type: fc.constant('html'), html: fc.record({ de: fc.constant('<b>Hinweis</b>'), ar: fc.constant('معلومة') }) }),
);

const page = fc.record({ title: said, description: fc.option(said, { nil: undefined }), elements: fc.array(question, { minLength: 1, maxLength: 3 }) });

/** Conditions over the questions before, in the words of SurveyJS. */
function conditionFor(before: readonly Json[], draw: number): string | undefined {
  const asked = before[draw % Math.max(1, before.length)];
  if (!asked || draw % 3 === 0) return undefined;
  const name = String(asked['name']);
  const quoted = (value: unknown): string => (typeof value === 'number' ? String(value) : `'${String(value)}'`);
  const firstOf = (list: unknown): string => quoted((list as readonly { readonly value: unknown }[])[0]?.value);
  switch (asked['type']) {
    case 'radiogroup':
    case 'dropdown':
      return [`{${name}} = ${firstOf(asked['choices'])}`, `{${name}} <> ${firstOf(asked['choices'])}`, `{${name}} empty`, `!({${name}} notempty)`][draw % 4];
    case 'checkbox':
      return [`{${name}} contains ${firstOf(asked['choices'])}`, `{${name}} notcontains ${firstOf(asked['choices'])}`, `{${name}} notempty`][draw % 3];
    case 'matrix': {
      const row = String((asked['rows'] as readonly { readonly value: unknown }[])[0]?.value);
      return `{${name}.${row}} = ${firstOf(asked['columns'])} or {${name}.${row}} empty`;
    }
    case 'text':
      return asked['inputType'] === 'number' ? `{${name}} >= 5 and {${name}} < 50` : `{${name}} notempty`;
    default:
      return undefined;
  }
}

const survey: fc.Arbitrary<Json> = fc.tuple(fc.array(page, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(97), { minLength: 12, maxLength: 12 })).map(([pages, draws]) => {
  const asked: Json[] = [];
  return {
    pages: pages.map((entry, index) => ({
      ...defined(entry),
      name: `page_G${index + 1}`,
      elements: entry.elements.map((element) => {
        const visibleIf = conditionFor(asked, draws[asked.length] ?? 0);
        const named = defined({ ...element, name: `q${asked.length + 1}`, visibleIf });
        asked.push(named);
        return named;
      }),
    })),
  };
});

const defined = (json: Json): Json => Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));

const input = (json: Json): LimeSurveyInput => ({ title: { de: 'Titel' }, welcome: { de: 'Willkommen' }, thanks: { de: 'Danke' }, survey: json, languages: LANGUAGES });

const elementsOf = (json: Json): readonly Json[] => (json['pages'] as readonly { readonly elements: readonly Json[] }[]).flatMap(({ elements }) => elements);

const withoutConditions = (json: Json): unknown => ({
  pages: (json['pages'] as readonly Json[]).map((entry) => ({
    ...entry,
    elements: (entry['elements'] as readonly Json[]).map(({ visibleIf: _, eachRowRequired: __, ...element }) => element),
  })),
});

/** A few answers per question, the empty one among them. */
function someAnswers(elements: readonly Json[], draw: number): Record<string, unknown> {
  const entries = elements.flatMap((element, index): readonly (readonly [string, unknown])[] => {
    const name = String(element['name']);
    const pick = (list: unknown): unknown => (list as readonly { readonly value: unknown }[])[(draw + index) % (list as readonly unknown[]).length]?.value;
    if ((draw + index) % 3 === 0) return [];
    switch (element['type']) {
      case 'radiogroup':
      case 'dropdown':
        return [[name, pick(element['choices'])]];
      case 'checkbox':
      case 'ranking':
        return [[name, [pick(element['choices'])]]];
      case 'matrix':
        return [[name, { [String(pick(element['rows']))]: pick(element['columns']) }]];
      case 'text':
        return [[name, element['inputType'] === 'number' ? draw % 60 : 'x']];
      default:
        return [];
    }
  });
  return Object.fromEntries(entries);
}

describe('limeSurveyFile', () => {
  it('is read back as it was: texts, codes, limits, and conditions that hold for the same answers', () => {
    let conditions = 0;
    fc.assert(
      fc.property(survey, (json) => {
        const { xml, notes } = limeSurveyFile(input(json));
        expect(notes.filter(({ reason }) => reason !== 'language-changed' && reason !== 'consent-left-out')).toEqual([]);
        const read = importLimeSurvey(new TextEncoder().encode(xml));
        if (!read.ok) {
          // A page of information alone is no questionnaire.
          expect(elementsOf(json).every(({ type }) => type === 'html')).toBe(true);
          return;
        }
        expect(read.languages).toEqual(LANGUAGES);
        expect([read.welcome, read.thanks]).toEqual([{ de: 'Willkommen' }, { de: 'Danke' }]);
        expect(withoutConditions({ pages: read.survey['pages'] })).toEqual(withoutConditions(json));
        const before = elementsOf(json);
        const after = elementsOf(read.survey);
        before.forEach((element, index) => {
          const was = element['visibleIf'];
          const now = after[index]?.['visibleIf'];
          expect(typeof now).toBe(typeof was);
          if (typeof was !== 'string' || typeof now !== 'string') return;
          conditions += 1;
          for (let draw = 0; draw < 9; draw += 1) {
            const answers = someAnswers(before, draw);
            expect([now, answers, new ConditionRunner(now).runValues(answers)]).toEqual([now, answers, new ConditionRunner(was).runValues(answers)]);
          }
        });
      }),
      { seed: 4, numRuns: 60 },
    );
    expect(conditions).toBeGreaterThan(30);
  });

  it('names everything of our own questionnaire that the format cannot carry', () => {
    const { survey: compiled } = compileQuestionnaire({ draft: EXAMPLE_DRAFT, itemBank: EXAMPLE_ITEM_BANK, taxonomy: EXAMPLE_TAXONOMY });
    const { xml, notes } = limeSurveyFile({ title: EXAMPLE_DRAFT.title, welcome: EXAMPLE_DRAFT.welcome, thanks: EXAMPLE_DRAFT.thanks, survey: compiled, languages: EXAMPLE_DRAFT.languages });
    const said = notes.map(({ reason, place, was, now }) => [reason, place, was, now].filter((part) => part !== undefined).join(' '));
    expect(said).toEqual(
      expect.arrayContaining([
        'language-changed de-simple de-simple de-easy',
        'name-changed P_1_bestand P_1_bestand P1bestand',
        'property-left-out P_1_bestand itemId',
        'property-left-out P_1_bestand · 98 missing',
        'code-changed S_1 dont-know dontk',
        'condition-left-out A_1 {consentArt9} = true',
      ]),
    );
    expect(notes.every(({ sentences }) => (sentences['de'] ?? '') !== '' && !(sentences['en'] ?? '{was}').includes('{was}'))).toBe(true);
    const read = importLimeSurvey(new TextEncoder().encode(xml));
    expect(read.ok && elementsOf(read.survey).map(({ name, type }) => `${String(name)} ${String(type)}`)).toEqual([
      'P1bestand radiogroup', 'P1bedarf radiogroup', 'B1bestand radiogroup', 'O1bestand radiogroup', 'Y1bedarf radiogroup', 'M1 checkbox', 'M1Comment comment', 'S1 radiogroup', 'S1Comment comment',
      'A1 checkbox', 'A1Comment comment', 'district radiogroup', 'agegroup radiogroup',
    ]);
  });

  it('gives codes that LimeSurvey allows, and never one code to two answers', () => {
    const code = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('A1', 'a1', 'prefer-not', 'prefe', 'PREFE', '-1', '1', ''));
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 12 }), fc.constantFrom('radiogroup', 'checkbox'), (values, type) => {
        const { xml } = limeSurveyFile(input({ pages: [{ name: 'p', elements: [{ type, name: 'q', title: 'T', choices: values.map((value) => ({ value, text: 'x' })) }] }] }));
        const codes = type === 'radiogroup' ? [...xml.matchAll(/<code>(.*?)<\/code>/g)].map(([, found]) => found ?? '') : [...xml.matchAll(/<title>(.*?)<\/title>/g)].slice(1).map(([, found]) => found ?? '');
        expect(codes).toHaveLength(values.length);
        expect(new Set(codes.map((found) => found.toLowerCase())).size).toBe(values.length);
        expect(codes.every((found) => (type === 'radiogroup' ? /^[A-Za-z0-9]{1,5}$/ : /^[A-Za-z0-9]{1,20}$/).test(found))).toBe(true);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('loses no built-in answer: none, don’t know and refusal are answers of the list there, in every language', () => {
    const builtIn = { showNoneItem: true, noneText: { de: 'nichts davon', ar: 'لا شيء' }, showDontKnowItem: true, showRefuseItem: true };
    const elements = [
      { type: 'checkbox', name: 'q1', title: 'A', choices: ['a'], ...builtIn },
      { type: 'radiogroup', name: 'q2', title: 'B', choices: ['a', 'none'], ...builtIn, visibleIf: "{q1} contains 'none'" },
    ];
    const { xml, notes } = limeSurveyFile(input({ pages: [{ name: 'p', elements }] }));
    const read = importLimeSurvey(new TextEncoder().encode(xml));
    const [ticks, list] = read.ok ? elementsOf(read.survey) : [];
    const codesOf = (json: Json | undefined) => (json?.['choices'] as readonly { readonly value: string; readonly isExclusive?: boolean }[]).map(({ value, isExclusive }) => [value, isExclusive ?? false]);
    expect(codesOf(ticks)).toEqual([['a', false], ['none', true], ['refused', true], ['dontknow', true]]);
    expect(codesOf(list).map(([value]) => value)).toEqual(['a', 'none', 'refus', 'dontk']);
    expect(list?.['visibleIf']).toBe("{q1} contains 'none'");
    expect([xml.includes('لا شيء'), /<answer\/>/.test(xml)]).toEqual([true, false]);
    expect(notes.filter(({ reason }) => reason === 'property-left-out').map(({ place, was }) => `${place} ${was ?? ''}`)).toEqual(['q1 · refused missing', 'q1 · dontknow missing', 'q2 · refused missing', 'q2 · dontknow missing']);
  });

  it('carries a condition on a yes/no question, but not one that asks a text for true', () => {
    const elements = [
      { type: 'boolean', name: 'q1', title: 'A' },
      { type: 'text', name: 'q2', title: 'B', visibleIf: '{q1} = true' },
      { type: 'text', name: 'q3', title: 'C', visibleIf: '{q1} <> false' },
      { type: 'text', name: 'q4', title: 'D', visibleIf: '{q2} = true' },
    ];
    const { xml, notes } = limeSurveyFile(input({ pages: [{ name: 'p', elements }] }));
    expect([...xml.matchAll(/<relevance>(q1.*?)<\/relevance>/g)].map(([, relevance]) => relevance)).toEqual(['q1.NAOK == "true"', 'q1.NAOK != "false"']);
    expect(notes.filter(({ reason }) => reason === 'condition-left-out').map(({ place }) => place)).toEqual(['q4']);
  });

  it('leaves conditions out that LimeSurvey would read differently, and says so', () => {
    const elements = [
      { type: 'radiogroup', name: 'q1', title: 'A', choices: ['lang-code', 'b'] },
      { type: 'text', name: 'q2', title: 'B', visibleIf: "{q1} > 'b'" },
      { type: 'text', name: 'q3', title: 'C', visibleIf: 'iif({q1} empty, 1, 2) = 1' },
      { type: 'text', name: 'q4', title: 'D', visibleIf: "{q1} = 'lang-code'" },
      { type: 'text', name: 'q5', title: 'E {q1} {unknown}', visibleIf: "{unknown} = 'b'" },
    ];
    const { xml, notes } = limeSurveyFile(input({ pages: [{ name: 'p', elements }] }));
    expect(notes.filter(({ reason }) => reason === 'condition-left-out').map(({ place }) => place)).toEqual(['q2', 'q3', 'q5']);
    expect(xml).toContain('<relevance>q1.NAOK == "langc"</relevance>');
    expect(xml).toContain('E {q1.shown} { unknown }');
    expect(notes.find(({ reason }) => reason === 'placeholder-left-out')).toMatchObject({ place: 'q5', was: '{unknown}' });
  });
});
