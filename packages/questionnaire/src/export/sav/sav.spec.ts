import type { Codebook, MissingKind, Variable, VariableCode } from '@stadtteilstimme/domain';
import fc from 'fast-check';
import { AGREEMENT, ANSWERED, answersOf, EVERY_TYPE, EVERY_TYPE_INPUT, NOTHING_SHOWN, wholeFile } from '../fixtures/every-type-table.js';
import { answerTable } from '../table/answer-table.js';
import type { MissingReason, TableCode } from '../table/table-column.js';
import { answerSav } from './answer-sav.js';
import { CaseCompressor } from './case-compressor.js';
import { codeNumbers, columnNumbers } from './code-numbers.js';
import { cutUtf8Visibly } from './cut-utf8.js';
import { missingValues } from './missing-values.js';
import { shortNames } from './short-names.js';
import { spssDate } from './spss-date.js';
import { stringBytes } from './string-bytes.js';
import { placeOfByte, segmentWidths, stringElements } from './string-segments.js';

const SAMPLE = { seed: 20261122, numRuns: 300 };
const file = (changes: Partial<Parameters<typeof answerSav>[0]> = {}) =>
  wholeFile(answerSav({ table: answerTable(EVERY_TYPE_INPUT), title: 'Titel', createdOn: '2026-11-22', caseCount: null, responses: answersOf(ANSWERED), ...changes }));
const code = (value: number | string, missing: MissingReason | null = null): TableCode => ({ code: value, label: String(value), missing });
const NONE = [code(-9, 'not-answered'), code(-8, 'not-shown')];
const numbersOf = (codes: readonly TableCode[]) => codes.map((one) => codeNumbers(codes).numbers.get(one));

describe('answerSav', () => {
  it('begins as SPSS demands, with the day but no clock, and no answer in the dictionary', async () => {
    const text = new TextDecoder('latin1').decode(await file());
    expect(text.slice(0, 38)).toBe('$FL2@(#) SPSS DATA FILE Stadtteilstimm');
    expect(text.slice(92, 109)).toBe('22 Nov 2600:00:00');
    expect(text.slice(0, text.indexOf('UTF-8'))).not.toContain('Bäume');
  });

  it('is the same for the same answers, and says their number where it is known', async () => {
    expect(await file()).toEqual(await file());
    const counted = new DataView((await file({ caseCount: 1 })).buffer);
    expect([counted.getInt32(80, true), new DataView((await file()).buffer).getInt32(80, true)]).toEqual([1, -1]);
    await expect(file({ caseCount: 2 })).rejects.toThrow('The file says 2 answers, there were 1.');
  });

  it('refuses what would have no number', async () => {
    await expect(file({ responses: answersOf({ ...ANSWERED, districtId: 'elsewhere-new' }) })).rejects.toThrow('An answer has a district_row that is not in the list given for the export.');
    await expect(file({ createdOn: '22.11.2026' })).rejects.toThrow('no date of the form YYYY-MM-DD');
    await expect(file({ responses: answersOf({ ...ANSWERED, vector: ANSWERED.vector.with(0, 9) }) })).rejects.toThrow('Position 9 of agree');
  });

  it('writes in pieces and stops the answers when the reader stops', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<typeof ANSWERED> {
      for (;;) {
        read += 1;
        yield read % 2 === 0 ? ANSWERED : NOTHING_SHOWN;
      }
    }
    const sizes: number[] = [];
    for await (const chunk of answerSav({ table: answerTable(EVERY_TYPE_INPUT), title: '', createdOn: '2026-01-01', caseCount: null, responses: endless() })) {
      sizes.push(chunk.length);
      if (sizes.length === 4) break;
    }
    expect(Math.max(...sizes)).toBeLessThan(80_000);
    expect(read).toBeLessThan(5000);
  });
});

describe('multipleResponseSets', () => {
  const sets = async (codebook: Codebook): Promise<string> => {
    const text = new TextDecoder().decode(await file({ table: answerTable({ ...EVERY_TYPE_INPUT, codebook, questionTitles: new Map([['ticks', { de: 'Wo sind\nSie, Größe?' }]]) }) }));
    return /\$\w+=D.*$/m.exec(text)?.[0] ?? '';
  };
  const withOption = (name: string, option: Variable['option']): Codebook => ({
    ...EVERY_TYPE,
    variables: EVERY_TYPE.variables.map((variable) => (variable.name === name ? { ...variable, option } : variable)),
  });
  const both = { code: 'a', exclusive: false, missing: null };
  const ticked = (second: NonNullable<Variable['option']>): Codebook => ({
    ...EVERY_TYPE,
    variables: withOption('ticks_a', both).variables.map((variable) => (variable.name === 'ticks_b' ? { ...variable, option: second } : variable)),
  });

  it('joins the ticks of a question under its title, with lengths in bytes and short names', async () => {
    expect(await sets(ticked({ ...both, code: 'b' }))).toContain('$ticks=D1 1 21 Wo sind Sie, Größe? ticks_a ticks_b');
  });

  it('gives every set a legal name of its own, whatever the questions are called', async () => {
    const [first] = EVERY_TYPE.variables.filter(({ name }) => name === 'ticks_a');
    if (first === undefined) throw new Error('The table has no tick.');
    const variables = ['Frage 1', 'frage-1', '1x', 'ü'.repeat(80)].flatMap((question, index) => ['a', 'b'].map((code): Variable => ({ ...first, name: `v${index}${code}`, question, option: { ...both, code } })));
    const bytes = await wholeFile(answerSav({ table: answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables } }), title: '', createdOn: '2026-11-22', caseCount: null, responses: answersOf() }));
    const names = [...new TextDecoder().decode(bytes).matchAll(/\$(\w+)=D1 1 /g)].map(([, name]) => name);
    expect(names).toEqual(['Frage_1', 'frage_1_2', 'Q_1x', `Q_${'_'.repeat(56)}`]);
  });

  it('leaves out a tick that is no judgement, and a set of one', async () => {
    expect(await sets(ticked({ code: 'b', exclusive: true, missing: 'dont-know' }))).toBe('');
  });
});

describe('codeNumbers', () => {
  it('keeps numbers, also those written as words', () => {
    const declared = AGREEMENT.map(({ code: value, missing }) => code(value, missing));
    expect(numbersOf(declared)).toEqual([1, 2, 5, 98, 99]);
    expect(numbersOf([code('1'), code('10'), code('98', 'dont-know'), code('not-answered', 'not-answered')])).toEqual([1, 10, 98, -9]);
  });

  it('numbers words by their place, missing ones from -7 on', () => {
    const codes = [code('cafe'), code('1'), code('dont-know', 'dont-know'), code('refused', 'prefer-not'), code('not-answered', 'not-answered'), code('not-shown', 'not-shown')];
    expect(numbersOf(codes)).toEqual([1, 2, -7, -6, -9, -8]);
    expect(codeNumbers(codes).missing).toEqual({ kind: 'range', low: -9, high: -6, one: null });
  });

  it('keeps the numbers of words when a later version adds an option in the middle', () => {
    const option = (value: string, position: number, missing: MissingKind | null = null): VariableCode => ({ code: value, position, missing, labels: {} });
    const numbers = (codes: readonly VariableCode[]) => {
      const [first] = EVERY_TYPE.variables;
      if (first === undefined) throw new Error('The table has no variable.');
      const column = answerTable({ ...EVERY_TYPE_INPUT, codebook: { ...EVERY_TYPE, variables: [{ ...first, codes }] } }).columns.at(-1);
      if (column === undefined) throw new Error('The table has no column.');
      return Object.fromEntries(Array.from(columnNumbers(column).numbers, ([each, number]) => [each.code, number]));
    };
    const before = [option('bus', 1), option('car', 2), option('dont-know', 3, 'dont-know')];
    const after = [option('bus', 1), option('bike', 4), option('refused', 5, 'prefer-not'), option('car', 2), option('dont-know', 3, 'dont-know')];
    expect(numbers(before)).toEqual({ bus: 1, car: 2, 'dont-know': -7, 'not-answered': -9, 'not-shown': -8 });
    expect(numbers(after)).toEqual({ ...numbers(before), bike: 4, refused: -6 });
  });

  it('makes not shown system-missing where four codes lie on both sides of the scale', () => {
    const codes = [code(1), code(5), code(98, 'dont-know'), code(99, 'prefer-not'), ...NONE];
    expect(numbersOf(codes)).toEqual([1, 5, 98, 99, -9, null]);
    expect(codeNumbers(codes).missing).toEqual({ kind: 'discrete', values: [98, 99, -9] });
  });

  it('numbers missing codes anew where nothing else helps', () => {
    const codes = [code(1), code(70, 'dont-know'), code(75), code(80, 'prefer-not'), code(85), code(90, 'prefer-not'), ...NONE];
    expect(numbersOf(codes)).toEqual([1, -8, 75, -9, 85, -10, -11, -12]);
    expect(codeNumbers(codes).missing).toEqual({ kind: 'range', low: -12, high: -8, one: null });
  });

  it('gives every code its own number and declares exactly the missing ones, whatever the codes are', () => {
    const one = fc.tuple(fc.oneof(fc.integer({ min: -12, max: 120 }), fc.stringMatching(/^[a-z0-9]{1,3}$/)), fc.constantFrom(null, null, 'dont-know' as const, 'prefer-not' as const));
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ([value]) => String(value), maxLength: 12 }), (drawn) => {
        const codes = [...drawn.map(([value, missing]) => code(value, missing)), code('none', 'not-answered'), code('hidden', 'not-shown')];
        const { numbers, missing } = codeNumbers(codes);
        const given = codes.map((each) => numbers.get(each));
        expect(new Set(given).size).toBe(codes.length);
        const isMissing = (value: number) =>
          missing.kind === 'discrete' ? missing.values.includes(value) : (value >= missing.low && value <= missing.high) || value === missing.one;
        for (const [index, each] of codes.entries()) {
          const value = given[index];
          if (value === null) expect(each.missing).toBe('not-shown');
          else expect(isMissing(value ?? Number.NaN)).toBe(each.missing !== null);
        }
        expect(missing.kind === 'discrete' ? missing.values.length : 0).toBeLessThanOrEqual(3);
      }),
      { ...SAMPLE, numRuns: 2000 },
    );
  });
});

describe('missingValues', () => {
  it('finds a range that holds no answer', () => {
    expect(missingValues([-9, 97, 98, 99], [1, 5])).toEqual({ kind: 'range', low: 97, high: 99, one: -9 });
    expect(missingValues([-9, -8, -7, 99], [1, 5])).toEqual({ kind: 'range', low: -9, high: -7, one: 99 });
    expect(missingValues([-9, -8, 98, 99], [1, 5])).toBeNull();
  });
});

describe('strings', () => {
  it('divides very long strings as the format says', () => {
    expect(segmentWidths(255)).toEqual([255]);
    expect(segmentWidths(256)).toEqual([255, 4]);
    expect(segmentWidths(600)).toEqual([255, 255, 96]);
    expect([stringElements(8), stringElements(9), stringElements(600)]).toEqual([1, 2, 76]);
  });

  it('holds every text that fits, byte for byte, after longer and shorter ones', () => {
    const width = 700;
    const bytes = stringBytes(width);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 230 }), (text) => {
        bytes.fill(text);
        const expected = new TextEncoder().encode(text);
        fc.pre(expected.length <= width);
        const found = Uint8Array.from({ length: expected.length }, (_, at) => bytes.elements[placeOfByte(at)] ?? 0);
        expect(found).toEqual(expected);
        const used = new Set(Array.from(expected, (_, at) => placeOfByte(at)));
        expect(bytes.elements.every((byte, at) => used.has(at) || byte === 0x20)).toBe(true);
      }),
      SAMPLE,
    );
  });

  it('marks a text that is too long and cuts between characters', () => {
    const bytes = stringBytes(20);
    bytes.fill('ä'.repeat(30));
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes.elements).trimEnd()).toBe(`${'ä'.repeat(7)} […]`);
    expect(cutUtf8Visibly('ä'.repeat(61), 120)).toBe(`${'ä'.repeat(58)}…`);
    expect(cutUtf8Visibly('😀'.repeat(30), 120)).toBe('😀'.repeat(30));
  });
});

describe('CaseCompressor', () => {
  type Cell = number | null | Uint8Array;
  const string = fc.array(fc.constantFrom(0x20, 0x41), { minLength: 24, maxLength: 24 }).map((bytes) => Uint8Array.from(bytes));

  it('is undone by the rules of the format', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(fc.integer({ min: -120, max: 170 }), fc.double({ noNaN: true }), fc.constant(null), string);
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 400 }), (cells) => {
        const cases = new CaseCompressor();
        const parts: Uint8Array[] = [];
        for (const [index, one] of cells.entries()) {
          if (one === null) cases.systemMissing();
          else if (typeof one === 'number') cases.number(one);
          else cases.string(one, one.length);
          if (index % 50 === 0) parts.push(cases.take());
        }
        parts.push(cases.finish());
        const expected = cells.flatMap((one) => (one instanceof Uint8Array ? [0, 8, 16].map((at) => hex(one.slice(at, at + 8))) : [one === null ? 'missing' : hex(float(one))]));
        expect(decompress(Uint8Array.from(parts.flatMap((part) => [...part])))).toEqual(expected);
      }),
      SAMPLE,
    );
  });

  const float = (value: number) => new Uint8Array(new Float64Array([value]).buffer);
  // Minus nought is nought in one byte.
  const hex = (bytes: Uint8Array) => (new Float64Array(bytes.slice().buffer)[0] === 0 ? '0' : [...bytes].join(' '));

  function decompress(bytes: Uint8Array): string[] {
    const found: string[] = [];
    let at = 0;
    while (at < bytes.length) {
      const group = bytes.slice(at, at + 8);
      at += 8;
      for (const instruction of group) {
        if (instruction === 0) continue;
        if (instruction === 253) {
          found.push(hex(bytes.slice(at, at + 8)));
          at += 8;
        } else if (instruction === 254) found.push(hex(new Uint8Array(8).fill(0x20)));
        else found.push(instruction === 255 ? 'missing' : hex(float(instruction - 100)));
      }
    }
    return found;
  }
});

describe('names and dates', () => {
  it('gives every long name and segment a short one of its own', () => {
    const claim = shortNames();
    const names = Array.from({ length: 2000 }, (_, index) => claim(`question_with_long_name_${index}`));
    expect(new Set(names).size).toBe(2000);
    expect(names.every((name) => /^[A-Z][A-Z0-9_]{0,7}$/.test(name))).toBe(true);
  });

  it('counts seconds from 14 October 1582', () => {
    expect(spssDate('1582-10-15')).toBe(86_400);
    expect(spssDate('1970-01-01')).toBe(12_219_379_200);
    expect(spssDate('1582-10-14')).toBeNull();
    expect(spssDate('0050-01-01')).toBeNull();
  });

  it('says in the file that a date is too early for SPSS', async () => {
    const early = { ...ANSWERED, answers: { ...ANSWERED.answers, since: '1500-01-01' } };
    const text = new TextDecoder().decode(await file({ responses: answersOf(early) }));
    expect(text).toContain('vor dem 15.10.1582');
    expect(EVERY_TYPE.variables.some(({ part }) => part === 'date')).toBe(true);
  });
});
