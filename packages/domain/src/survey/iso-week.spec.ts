import fc from 'fast-check';
import { compareIsoWeeks, isIsoWeek, isoWeekOf, isoWeekWithin } from './iso-week.js';

describe('isoWeekOf', () => {
  it.each([
    [2005, 1, 1, '2004-W53'],
    [2005, 1, 2, '2004-W53'],
    [2007, 1, 1, '2007-W01'],
    [2008, 12, 29, '2009-W01'],
    [2010, 1, 3, '2009-W53'],
    [2026, 12, 31, '2026-W53'],
    [2024, 2, 29, '2024-W09'],
  ])('puts %i-%i-%i into %s', (year, month, day, week) => {
    expect(isoWeekOf(year, month, day)).toBe(week);
  });

  it('refuses dates that do not exist', () => {
    expect(() => isoWeekOf(2025, 2, 29)).toThrow(RangeError);
    expect(() => isoWeekOf(2025, 13, 1)).toThrow(RangeError);
    expect(() => isoWeekOf(2025, 4, 31)).toThrow(RangeError);
    expect(() => isoWeekOf(2025, 4, 1.5)).toThrow(RangeError);
  });

  it('changes on Mondays only and never goes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const at = (offset: number): { date: Date; week: string } => {
          const date = new Date((days + offset) * 86_400_000);
          return { date, week: isoWeekOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) };
        };
        const [today, tomorrow] = [at(0), at(1)];
        expect(isIsoWeek(today.week)).toBe(true);
        expect(compareIsoWeeks(today.week, tomorrow.week)).toBe(tomorrow.date.getUTCDay() === 1 ? -1 : 0);
      }),
    );
  });
});

describe('weeks as text', () => {
  it('knows which years have 53 weeks', () => {
    expect(['2026-W53', '2025-W53', '2025-W00', '2025-W1', 'W01', '2025-W52'].map(isIsoWeek)).toEqual([true, false, false, false, false, true]);
  });

  it('includes both ends of a range, and all without limits', () => {
    expect(isoWeekWithin('2026-W10', '2026-W10', '2026-W10')).toBe(true);
    expect(isoWeekWithin('2026-W09', '2026-W10', null)).toBe(false);
    expect(isoWeekWithin('2027-W01', null, '2026-W53')).toBe(false);
    expect(isoWeekWithin('2027-W01', null, null)).toBe(true);
  });
});
