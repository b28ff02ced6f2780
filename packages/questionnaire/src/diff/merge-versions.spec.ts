import { codedVariables, NOT_ANSWERED, NOT_SHOWN } from '@stadtteilstimme/domain';
import type { Codebook } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { decodeVector } from '../check/decode-vector.js';
import type { DecodedValue } from '../check/decode-vector.js';
import { codebookFromSurvey } from '../codebook/codebook-from-survey.js';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { EXAMPLE_DRAFT, EXAMPLE_ITEM_BANK, EXAMPLE_TAXONOMY } from '../fixtures/example-item-bank.js';
import { randomVector, randomWaves } from '../fixtures/random-versions.js';
import { compareVersions } from './compare-versions.js';
import { mergeVersions } from './merge-versions.js';
import type { MergedVersionInput } from './merge-versions.js';
import type { PublishedVersion } from './published-version.js';

/** The big run: set to 20,000 by hand, the figure stands in the report of the change. */
const RUNS = 250;

const waved = (versions: readonly PublishedVersion[]) => versions.map((version, index) => ({ ...version, wave: `w${index}` }));

/** What a value means: its code and whether it counts as missing. The position is no meaning. */
const meaning = (value: DecodedValue | undefined): unknown => (value?.kind === 'code' ? [value.code.code, value.code.missing] : value?.kind);

function published(change: (parts: { draft: typeof EXAMPLE_DRAFT; itemBank: typeof EXAMPLE_ITEM_BANK }) => { draft: typeof EXAMPLE_DRAFT; itemBank: typeof EXAMPLE_ITEM_BANK } = (parts) => parts): PublishedVersion {
  const { draft, itemBank } = change({ draft: EXAMPLE_DRAFT, itemBank: EXAMPLE_ITEM_BANK });
  const { survey, codebook } = compileQuestionnaire({ draft, itemBank, taxonomy: EXAMPLE_TAXONOMY });
  return { survey, codebook, languages: draft.languages };
}

function countsOf(codebook: Codebook, vectors: readonly Uint8Array[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const vector of vectors) {
    for (const [name, value] of decodeVector(codebook, vector)) {
      const key = JSON.stringify([name, meaning(value)]);
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

describe('mergeVersions', () => {
  it('keeps a question that changed its type as two questions, each with its own type', () => {
    const wave = (name: string, type: string): MergedVersionInput => {
      const json = { locale: 'de', pages: [{ name: 'p', elements: [{ type, name: 'way', title: 'A', choices: ['bus', 'car'], showOtherItem: true }] }] };
      return { wave: name, survey: json, codebook: codebookFromSurvey(json, { languages: ['de'], defaultLanguage: 'de' }).codebook, languages: ['de'] };
    };
    const { codebook } = mergeVersions([wave('1', 'radiogroup'), wave('2', 'checkbox')]);
    const typeOf = (name: string) => codebook.questions.find((question) => question.name === name)?.type;
    expect(codebook.variables.filter(({ part }) => part !== 'text').map(({ part, question }) => [part, typeOf(question)])).toEqual([
      ['option', 'multiple'], ['option', 'multiple'], ['option', 'multiple'], ['choice', 'single'],
    ]);
    const comments = codebook.variables.filter(({ part }) => part === 'text').map(({ question }) => question);
    expect(new Set(comments).size).toBe(comments.length);
    expect(comments.every((comment) => codebook.questions.some(({ commentKey }) => commentKey === comment))).toBe(true);
  });

  it('lets a filter read its question under the name it has after the merge, in every wave', () => {
    const wave = (name: string, max: number, filter: string): MergedVersionInput => {
      const json = {
        locale: 'de',
        pages: [{ name: 'p', elements: [
          { type: 'rating', name: 'grade', title: 'A', rateMin: 1, rateMax: max },
          { type: 'matrix', name: 'grid', title: 'B', rows: ['x'], columns: [1, 2] },
          { type: 'comment', name: 'why', title: 'C', visibleIf: filter },
        ] }],
      };
      return { wave: name, survey: json, codebook: codebookFromSurvey(json, { languages: ['de'], defaultLanguage: 'de' }).codebook, languages: ['de'] };
    };
    const { codebook } = mergeVersions([wave('1', 5, '{grade} <= 2'), wave('2', 5, '{grade} <= 2'), wave('3', 4, '{grade} = 1 and {grid.x} = 2')]);
    const names = new Set(codebook.questions.map(({ name }) => name));
    const filters = codebook.variables.flatMap(({ visibleIf }) => (visibleIf === null ? [] : [visibleIf]));
    expect(filters).toEqual(['{grade_3} = 1 and {grid.x} = 2', '{grade_2} <= 2']);
    expect(codebook.questions.flatMap(({ visibleIf }) => visibleIf ?? [])).toEqual(filters);
    expect(filters.flatMap((filter) => filter.match(/(?<=\{)[^}.]+/g) ?? []).every((name) => names.has(name))).toBe(true);
  });

  it('joins two equal waves without changing a byte’s meaning', () => {
    const [first, second] = [published(), published()];
    const merged = mergeVersions([{ ...first, wave: '2026-1' }, { ...second, wave: '2027-1' }]);
    expect(merged.keptApart).toEqual([]);
    expect(merged.notOffered).toEqual([]);
    expect(merged.limited).toEqual([]);
    expect(merged.codebook.variables.map(({ name }) => name)).toEqual(first.codebook.variables.map(({ name }) => name));
    expect(merged.codebook.districtVariable).toBe('district');
    const vector = Uint8Array.from(codedVariables(first.codebook), (variable) => variable.codes[0]?.position ?? 0);
    expect(merged.recoders.get('2026-1')?.(vector)).toEqual(vector);
  });

  it('shows an option one wave did not offer as not shown, never as not answered', () => {
    const old = published();
    const now = published(({ draft, itemBank }) => ({
      draft,
      itemBank: {
        ...itemBank,
        items: itemBank.items.map((item) =>
          item.id === 'M-1' && item.choice ? { ...item, choice: { ...item.choice, options: item.choice.options.filter(({ code }) => code !== 'advice') } } : item,
        ),
      },
    }));
    const merged = mergeVersions([{ ...old, wave: 'a' }, { ...now, wave: 'b' }]);
    expect(merged.notOffered).toEqual([{ wave: 'b', variable: 'M_1_advice', code: null }]);
    const nobody = new Uint8Array(codedVariables(now.codebook).length);
    const decoded = decodeVector(merged.codebook, merged.recoders.get('b')?.(nobody) ?? nobody);
    expect(decoded.get('M_1_advice')).toEqual({ kind: 'not-shown' });
    expect(decoded.get('M_1_sport')).toEqual({ kind: 'not-answered' });
    expect(merged.limited).toEqual(expect.arrayContaining(['M_1_sport', 'M_1_other']));
  });

  it('keeps a variable whose scale changed apart, one column for each', () => {
    const old = published();
    const now = published(({ draft, itemBank }) => ({
      draft,
      itemBank: { ...itemBank, items: itemBank.items.map((item) => (item.id === 'O-1' ? { ...item, scales: { bestand: 'AGREE', bedarf: null } } : item)) },
    }));
    const merged = mergeVersions([{ ...old, wave: '2026' }, { ...now, wave: '2027' }]);
    expect(merged.keptApart.map(({ variables }) => variables)).toEqual([
      [
        { name: 'O_1_bestand_2027', waves: ['2027'] },
        { name: 'O_1_bestand_2026', waves: ['2026'] },
      ],
    ]);
    const answered = Uint8Array.from(codedVariables(old.codebook), () => 1);
    const decoded = decodeVector(merged.codebook, merged.recoders.get('2026')?.(answered) ?? answered);
    expect(meaning(decoded.get('O_1_bestand_2026'))).toEqual([1, null]);
    expect(decoded.get('O_1_bestand_2027')).toEqual({ kind: 'not-shown' });
  });

  it('refuses vectors that do not belong to the wave, and two waves of one name', () => {
    const version = published();
    const recode = mergeVersions([{ ...version, wave: 'a' }]).recoders.get('a');
    expect(() => recode?.(new Uint8Array(3))).toThrow('3 bytes');
    expect(() => recode?.(new Uint8Array(codedVariables(version.codebook).length).fill(200))).toThrow('Position 200');
    expect(() => mergeVersions([{ ...version, wave: 'a' }, { ...version, wave: 'a' }])).toThrow('same wave');
  });

  it('never changes what an answer means, on random waves and vectors', () => {
    const cases = randomWaves.chain((versions) => fc.tuple(fc.constant(versions), fc.tuple(...versions.map(({ codebook }) => randomVector(codebook)))));
    let columns = 0;
    fc.assert(
      fc.property(cases, ([versions, vectors]) => {
        const merged = mergeVersions(waved(versions));
        versions.forEach(({ codebook }, index) => {
          const vector = vectors[index] ?? new Uint8Array();
          const before = decodeVector(codebook, vector);
          const after = decodeVector(merged.codebook, merged.recoders.get(`w${index}`)?.(vector) ?? vector);
          const names = merged.variables.get(`w${index}`) ?? new Map<string, string>();
          for (const [name, value] of before) expect(meaning(after.get(names.get(name) ?? ''))).toEqual(meaning(value));
          const own = new Set(names.values());
          for (const [name, value] of after) if (!own.has(name)) expect(value.kind).toBe('not-shown');
          expect(own.size).toBe(codebook.variables.length);
          columns += before.size;
        });
      }),
      { seed: 4, numRuns: RUNS },
    );
    expect(columns).toBeGreaterThan(RUNS);
  });

  it('gives the same counts in whatever order the waves come', () => {
    const cases = randomWaves.chain((versions) =>
      fc.tuple(fc.constant(waved(versions)), fc.tuple(...versions.map(({ codebook }) => fc.array(randomVector(codebook), { maxLength: 4 }))), fc.shuffledSubarray(versions.map((_, index) => index), { minLength: versions.length })),
    );
    fc.assert(
      fc.property(cases, ([versions, answers, order]) => {
        const count = (indexes: readonly number[]) => {
          const merged = mergeVersions(indexes.flatMap((index) => versions[index] ?? []));
          const vectors = indexes.flatMap((index) => (answers[index] ?? []).map((vector) => merged.recoders.get(`w${index}`)?.(vector) ?? vector));
          return countsOf(merged.codebook, vectors);
        };
        expect(count(order)).toEqual(count(versions.map((_, index) => index)));
      }),
      { seed: 5, numRuns: RUNS },
    );
  });

  it('puts two waves into one column exactly where the comparison finds no break', () => {
    fc.assert(
      fc.property(randomWaves, ([first, second]) => {
        if (!first || !second) return;
        const merged = mergeVersions([{ ...first, wave: 'w0' }, { ...second, wave: 'w1' }]);
        for (const compared of compareVersions(first, second).items.flatMap((item) => item.variables)) {
          const isOne = merged.variables.get('w0')?.get(compared.before) === merged.variables.get('w1')?.get(compared.after);
          expect(isOne).toBe(compared.comparability !== 'break');
        }
      }),
      { seed: 6, numRuns: RUNS },
    );
  });

  it('keeps 0 and 255 what they are', () => {
    const version = published();
    const recode = mergeVersions([{ ...version, wave: 'a' }]).recoders.get('a');
    const length = codedVariables(version.codebook).length;
    for (const byte of [NOT_ANSWERED, NOT_SHOWN]) expect(new Set(recode?.(new Uint8Array(length).fill(byte)))).toEqual(new Set([byte]));
  });
});
