import fc from 'fast-check';
import { isoWeekOf } from '../survey/iso-week.js';
import { addMonths, dueFreeTexts, nextFreeTextDeletion } from './free-text-period.js';

const RUNS = { numRuns: 500, seed: 20260320 };

describe('addMonths', () => {
  it.each([
    ['2026-01-15', 6, '2026-07-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-03-20', 12, '2027-03-20'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });

  it('refuses what is no date and no period', () => {
    for (const day of ['2026-02-29', '2026-13-01', '20.03.2026', '']) expect(() => addMonths(day, 1)).toThrow(RangeError);
    for (const months of [0, -1, 1.5, Number.NaN]) expect(() => addMonths('2026-03-20', months)).toThrow(RangeError);
  });
});

describe('free texts whose period is over', () => {
  const once = { months: 6, closings: ['2026-03-20'], open: false };

  it('are none while the questionnaire was never closed', () => {
    const running = { months: 6, closings: [], open: true };
    expect(dueFreeTexts(running, '2036-01-01')).toEqual({ kind: 'none' });
    expect(nextFreeTextDeletion(running, '2036-01-01')).toBeNull();
  });

  it('are none on the last day of the period and all from the day it ends', () => {
    expect(dueFreeTexts(once, '2026-09-19')).toEqual({ kind: 'none' });
    expect(nextFreeTextDeletion(once, '2026-09-19')).toBe('2026-09-20');
    expect(dueFreeTexts(once, '2026-09-20')).toEqual({ kind: 'all' });
    expect(nextFreeTextDeletion(once, '2026-09-20')).toBeNull();
  });

  it('go although the questionnaire was opened again, and later answers keep their own period', () => {
    const reopened = { ...once, open: true };
    expect(dueFreeTexts(reopened, '2026-09-20')).toEqual({ kind: 'through', week: '2026-W12' });
    const twice = { months: 6, closings: ['2026-06-30', '2026-03-20'], open: false };
    expect(dueFreeTexts(twice, '2026-09-20')).toEqual({ kind: 'through', week: '2026-W12' });
    expect(nextFreeTextDeletion(twice, '2026-09-20')).toBe('2026-12-30');
    expect(dueFreeTexts(twice, '2026-12-30')).toEqual({ kind: 'all' });
  });
});

describe('over any history of closings', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10));
  const period = fc.record({ months: fc.integer({ min: 1, max: 6 }), closings: fc.array(day, { maxLength: 6 }), open: fc.boolean() });
  const weekOf = (date: string) => isoWeekOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));

  it('keeps the promise: no answer outlives the period after its first closing', () => {
    fc.assert(
      fc.property(period, day, day, (of, given, today) => {
        const firstClosing = of.closings.filter((closing) => closing >= given).sort()[0];
        if (firstClosing === undefined || addMonths(firstClosing, of.months) > today) return;
        const due = dueFreeTexts(of, today);
        expect(due.kind === 'all' || (due.kind === 'through' && weekOf(given) <= due.week)).toBe(true);
      }),
      RUNS,
    );
  });

  it('takes nothing from an answer given in a week after the last closing whose period is over, while answers are taken', () => {
    fc.assert(
      fc.property(period, day, day, (of, given, today) => {
        const over = of.closings.filter((closing) => addMonths(closing, of.months) <= today);
        if (over.some((closing) => weekOf(closing) >= weekOf(given))) return;
        const due = dueFreeTexts({ ...of, open: true }, today);
        expect(due.kind === 'none' || (due.kind === 'through' && due.week < weekOf(given))).toBe(true);
      }),
      RUNS,
    );
  });

  it('never gives back: what is due today is due tomorrow', () => {
    fc.assert(
      fc.property(period, day, day, (of, one, other) => {
        const [today, tomorrow] = [one, other].sort() as [string, string];
        const rank = (date: string) => {
          const due = dueFreeTexts(of, date);
          return due.kind === 'none' ? '' : due.kind === 'all' ? '~' : due.week;
        };
        expect(rank(today) <= rank(tomorrow)).toBe(true);
      }),
      RUNS,
    );
  });
});
