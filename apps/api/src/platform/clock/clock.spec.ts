import { localDate, localDay } from './clock.js';

describe('localDay', () => {
  it('is the day in the city, also where UTC is still on the day before', () => {
    expect(localDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(localDay(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
    expect(localDay(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });
});

describe('localDate', () => {
  it('gives the parts as numbers, months from 1', () => {
    expect(localDate(new Date('2026-02-03T12:00:00Z'))).toEqual({ year: 2026, month: 2, day: 3 });
  });
});
