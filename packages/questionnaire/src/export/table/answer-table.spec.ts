import type { Codebook, LocalizedText, Variable } from '@stadtteilstimme/domain';
import { ANSWERED, EVERY_TYPE, EVERY_TYPE_INPUT, NOTHING_ANSWERED, NOTHING_SHOWN, wholeFile } from '../fixtures/every-type-table.js';
import { answerCsv, type ExportValues } from '../csv/answer-csv.js';
import { answerTable } from './answer-table.js';
import { questionTitles } from './column-labels.js';
import { codebookRows } from './codebook-rows.js';
import { isRightToLeft, labelIn } from './label-language.js';
import { missingNumbers } from './missing-codes.js';
import type { AnswerTableInput, ExportedResponse } from './table-column.js';

async function* pagesOf(...pages: readonly (readonly ExportedResponse[])[]): AsyncGenerator<readonly ExportedResponse[]> {
  yield* pages;
}

async function lines(responses: readonly ExportedResponse[], values: ExportValues = 'codes', input: AnswerTableInput = EVERY_TYPE_INPUT): Promise<string[]> {
  const file = await wholeFile(answerCsv({ table: answerTable(input), format: 'plain', values, pages: pagesOf(responses) }));
  return new TextDecoder().decode(file).split('\n').slice(0, -1);
}

const named = (name: string): Codebook => {
  const [first] = EVERY_TYPE.variables;
  if (first === undefined) throw new Error('The table has no variable.');
  return { ...EVERY_TYPE, variables: [{ ...first, name }] };
};

describe('answerTable', () => {
  it('has the same columns in the same order for every answer, and no id', async () => {
    const header = 'district_row,target_group,mode,week,agree,place,place_text,ticks_a,ticks_b,order_x,order_y,grid_row,age,degrees,since,wish';
    for (const responses of [[], [ANSWERED], [NOTHING_SHOWN]]) expect((await lines(responses))[0]).toBe(header);
  });

  it('writes codes, ticks, ranks, rows, numbers, dates and the free text beside its choice', async () => {
    const [, row, rest] = await lines([ANSWERED]);
    expect(`${row ?? ''}\n${rest ?? ''}`).toBe('north,senior,paper,2026-W10,2,other,"\'=Bänke; ""mehr""",0,1,2,1,98,42,-8.5,2001-02-03,"Ruhe\nund Bäume"');
  });

  it('tells not answered from not shown in every type', async () => {
    const [, answered, shown] = await lines([NOTHING_ANSWERED, NOTHING_SHOWN]);
    expect(answered).toBe('unknown,senior,paper,2026-W10,-9,not-answered,,-9,-9,-9,-9,-9,-9,-999999999999999,not-answered,-9');
    expect(shown).toBe('elsewhere,senior,paper,2026-W10,-8,not-shown,,-8,-8,-8,-8,-8,-8,-999999999999998,not-shown,-8');
  });

  it('writes labels in the language, German where there is none', async () => {
    const [, german] = await lines([ANSWERED], 'labels');
    expect(german).toContain('Nord,Ältere Menschen,Papierbogen,2026-W10,eher nicht,Anderes,');
    const [, english, missing] = await lines([{ ...ANSWERED, answers: { ...ANSWERED.answers, wish: 'x' } }, NOTHING_SHOWN], 'labels', { ...EVERY_TYPE_INPUT, language: 'en' });
    expect(english).toContain('Paper form,2026-W10,eher nicht (en),Anderes (en),');
    expect(missing).toContain('not shown,not shown,,not shown');
  });

  it('needs of the answers only what no vector holds: texts, numbers and dates', async () => {
    const { answerKeys } = answerTable(EVERY_TYPE_INPUT);
    expect(answerKeys).toEqual(['place-Comment', 'age', 'degrees', 'since', 'wish']);
    const answers = Object.fromEntries(Object.entries(ANSWERED.answers).filter(([key]) => answerKeys.includes(key)));
    expect(await lines([{ ...ANSWERED, answers }])).toEqual(await lines([ANSWERED]));
  });

  it('writes an empty text where one was deleted since, and tells it from one that was never written', async () => {
    const { wish: _wish, 'place-Comment': _place, ...kept } = ANSWERED.answers;
    const [, whole] = await lines([ANSWERED]);
    const [, deleted, never] = await lines([{ ...ANSWERED, answers: kept }, NOTHING_ANSWERED]);
    expect(deleted).not.toContain('Ruhe');
    expect(deleted?.endsWith(',')).toBe(true);
    expect(never?.endsWith(',-9')).toBe(true);
    expect(deleted?.split(',').slice(0, 4)).toEqual(whole?.split(',').slice(0, 4));
    const { age: _age, ...without } = ANSWERED.answers;
    await expect(lines([{ ...ANSWERED, answers: without }])).rejects.toThrow('no such value');
  });

  it('writes every page, empty ones and the last, in their order', async () => {
    const table = answerTable(EVERY_TYPE_INPUT);
    const file = await wholeFile(answerCsv({ table, format: 'plain', values: 'codes', pages: pagesOf([ANSWERED, NOTHING_SHOWN], [], [NOTHING_ANSWERED]) }));
    expect(new TextDecoder().decode(file).split('\n').slice(0, -1)).toEqual(await lines([ANSWERED, NOTHING_SHOWN, NOTHING_ANSWERED]));
  });

  it('marks example data in a first column', async () => {
    const [header, row] = await lines([ANSWERED], 'codes', { ...EVERY_TYPE_INPUT, synthetic: true });
    expect([header?.slice(0, 10), row?.slice(0, 2)]).toEqual(['synthetic,', '1,']);
  });

  it.each([['week', 'week_answer'], ['WITH', 'WITH_answer'], ['function', 'function_answer'], ['str12', 'str12_answer'], ['K1_1', 'K1_1']])('names the variable %s %s', (name, expected) => {
    expect(answerTable({ ...EVERY_TYPE_INPUT, codebook: named(name) }).columns.at(-1)?.name).toBe(expected);
  });

  it.each(['-9', '-8', "'-9"])('tells a typed %s from a missing text', async (wish) => {
    const [, row] = await lines([{ ...ANSWERED, answers: { ...ANSWERED.answers, wish } }]);
    // One apostrophe tells it from the code, one more guards the cell.
    expect(row?.endsWith(`,''${wish}`)).toBe(true);
  });

  it('refuses an answer that does not belong to the codebook', async () => {
    await expect(lines([{ ...ANSWERED, vector: Uint8Array.of(1) }])).rejects.toThrow('The vector has 1 bytes, the codebook 11 coded variables.');
    await expect(lines([{ ...ANSWERED, vector: ANSWERED.vector.with(0, 77) }])).rejects.toThrow('Position 77 of agree is not in the codebook.');
    await expect(lines([{ ...ANSWERED, answers: {} }])).rejects.toThrow('The vector says that age was answered');
    await expect(lines([{ ...ANSWERED, answers: { ...ANSWERED.answers, degrees: -999_999_999_999_999 } }])).rejects.toThrow('degrees is the number that stands for a missing one');
    const questions = EVERY_TYPE.questions.filter(({ name }) => name !== 'age');
    expect(() => answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, questions } })).toThrow('age holds values, but the codebook has no rule');
  });
});

describe('labels of columns', () => {
  const labels = (codebook: Codebook, titles?: ReadonlyMap<string, LocalizedText>) =>
    new Map(answerTable({ ...EVERY_TYPE_INPUT, codebook, ...(titles ? { questionTitles: titles } : {}) }).columns.map(({ name, label }) => [name, label]));
  const survey = {
    title: { de: 'Umfrage' },
    pages: [{ name: 'ticks', title: { de: 'Seite' }, elements: [{ type: 'matrix', name: 'grid', title: { de: 'Wie wichtig?', en: 'How?' } }, { type: 'dropdown', name: 'place', title: { de: 'Wo?' } }] }],
  };

  it('names the question behind a row and a free text, and nothing where a column is a question of its own', () => {
    const found = labels(EVERY_TYPE, questionTitles(survey));
    expect(['grid_row', 'place_text', 'place', 'age'].map((name) => found.get(name))).toEqual(['Frage grid_row – Wie wichtig?', 'Frage place_text – Wo?', 'Frage place', 'Frage age']);
    expect(labels(EVERY_TYPE).get('grid_row')).toBe('Frage grid_row');
  });

  it('takes the titles of questions only, whatever pages and panels are called', () => {
    const question = (name: string, title?: string) => ({ type: 'text', name, ...(title === undefined ? {} : { title: { de: title } }) });
    const panel = { type: 'panel', name: 'ticks', title: { de: 'Abschnitt' }, elements: [question('b', 'Frage b')] };
    const pages = [{ name: 'a', title: { de: 'Seite a' }, elements: [question('a', 'Frage a'), question('c'), panel] }, { name: 'b', title: { de: 'Seite b' }, elements: [] }, { name: 'c', title: { de: 'Seite c' } }];
    expect(questionTitles({ pages })).toEqual(new Map([['a', { de: 'Frage a' }], ['b', { de: 'Frage b' }]]));
    expect(questionTitles({ elements: [question('d', 'Frage d')] })).toEqual(new Map([['d', { de: 'Frage d' }]]));
  });

  it('tells the halves of a pair apart, and leaves a single scale as it is', () => {
    const [agree] = EVERY_TYPE.variables;
    if (agree === undefined) throw new Error('The table has no variable.');
    const half = (name: string, itemId: string, part: Variable['part']): Variable => ({ ...agree, name, itemId, part, labels: { de: 'Das Angebot passt.' } });
    const found = labels({ ...EVERY_TYPE, variables: [half('P_1_bestand', 'P-1', 'bestand'), half('P_1_bedarf', 'P-1', 'bedarf'), half('B_1_bestand', 'B-1', 'bestand')] });
    expect([...found].slice(-3)).toEqual([['P_1_bestand', 'Das Angebot passt. – Bestand'], ['P_1_bedarf', 'Das Angebot passt. – Bedarf'], ['B_1_bestand', 'Das Angebot passt.']]);
  });
});

describe('missingNumbers', () => {
  it('takes the first pair of nines that no answer can have', () => {
    expect(missingNumbers(() => false)).toEqual({ notAnswered: -9, notShown: -8 });
    expect(missingNumbers((value) => value >= -20)).toEqual({ notAnswered: -99, notShown: -98 });
    expect(missingNumbers((value) => value === -98)).toEqual({ notAnswered: -9, notShown: -8 });
    expect(missingNumbers(() => true)).toEqual({ notAnswered: -999_999_999_999_999, notShown: -999_999_999_999_998 });
  });
});

describe('codebookRows', () => {
  it('has every code of every column, the missing ones too, and says that there is no time of day', () => {
    const { rows, notes } = codebookRows(answerTable(EVERY_TYPE_INPUT));
    expect(rows.filter(([name]) => name === 'agree').map((row) => row.slice(5, 8))).toEqual([
      [1, 'gar nicht', ''], [2, 'eher nicht', ''], [5, 'voll', ''], [98, 'weiß nicht', 'weiß nicht'], [99, 'sage ich nicht', 'möchte nicht antworten'],
      [-9, 'nicht beantwortet', 'nicht beantwortet'], [-8, 'nicht gezeigt', 'nicht gezeigt'],
    ]);
    expect(notes.join(' ')).toContain('keine Uhrzeiten');
  });
});

describe('languages', () => {
  it.each([['ar', true], ['fa', true], ['ar-DE', true], ['ku-Arab', true], ['ckb', true], ['ur', true], ['de', false], ['de-simple', false], ['ku', false], ['az-Latn', false], ['ar-Latn', false]])('%s is written from right to left: %s', (language, expected) => {
    expect(isRightToLeft(language)).toBe(expected);
  });

  it('falls back to German, then to any language, then to the code', () => {
    expect(labelIn({ de: 'a', en: 'b' }, 'en', 'c')).toBe('b');
    expect(labelIn({ de: 'a', en: 'b' }, 'ar', 'c')).toBe('a');
    expect(labelIn({ fr: 'd' }, 'ar', 'c')).toBe('d');
    expect(labelIn({}, 'ar', 'c')).toBe('c');
  });
});
