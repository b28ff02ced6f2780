import { isIsoDate } from './is-iso-date.js';

it('takes days of the calendar and nothing else', () => {
  for (const day of ['2026-03-20', '2024-02-29']) expect(isIsoDate(day)).toBe(true);
  for (const value of ['2026-02-29', '2026-13-01', '2026-3-2', '2026-03-20T00:00:00Z', '', 20260320, null]) expect(isIsoDate(value)).toBe(false);
});
