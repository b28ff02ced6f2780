import fc from 'fast-check';
import { ReportBuilder } from './import-report.js';
import { codedChoices } from './legal-codes.js';

describe('codedChoices', () => {
  it('gives legal, distinct codes and names every change (2,000 lists)', () => {
    const code = fc.oneof(fc.constantFrom('a', 'a|b', 'a_b', ' a', '', 'other', '__proto__', 'constructor', '1', '01', '\0'), fc.string({ maxLength: 5 }), fc.integer({ min: -3, max: 9 }));
    fc.assert(
      fc.property(fc.array(code, { maxLength: 12 }), fc.boolean(), fc.boolean(), (codes, rows, digitsAreNumbers) => {
        const report = new ReportBuilder();
        const coded = codedChoices(codes.map((entry) => ({ code: entry, data: null })), 'Q', report, { reserved: ['other'], rows, digitsAreNumbers });
        expect(new Set(coded.map((choice) => String(choice.code))).size).toBe(codes.length);
        const changes = new Set(report.report.entries.map(({ was, now }) => `${was ?? ''} → ${now ?? ''}`));
        for (const { foreign, code: now } of coded) {
          expect(String(now)).toMatch(/^[^\p{Cc}\p{Cs}|\s]([^\p{Cc}\p{Cs}|]*[^\p{Cc}\p{Cs}|\s])?$/u);
          expect(String(now) in Object.prototype || now === 'other').toBe(false);
          if (String(now) !== foreign) expect([...changes].some((change) => change.endsWith(`→ ${String(now)}`))).toBe(true);
        }
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('keeps leading zeros, and numbers only where all are', () => {
    const codes = (list: readonly string[]): readonly (string | number)[] => codedChoices(list.map((code) => ({ code, data: null })), 'Q', new ReportBuilder(), { digitsAreNumbers: true }).map(({ code }) => code);
    expect(codes(['1', '2', '-9'])).toEqual([1, 2, -9]);
    expect(codes(['01', '2'])).toEqual(['01', '2']);
    expect(codes(['1', 'A'])).toEqual(['1', 'A']);
  });
});
