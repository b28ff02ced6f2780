import { dayNumber, daysBeforeYear } from './calendar-date.js';

const ISO_WEEK = /^(\d{4})-W(\d{2})$/;

/** The year an ISO week belongs to is the one its Thursday lies in. */
function yearOfDay(day: number, guess: number): number {
  if (day < daysBeforeYear(guess)) return guess - 1;
  return day >= daysBeforeYear(guess + 1) ? guess + 1 : guess;
}

/**
 * ISO 8601 week of a date, `YYYY-Www`.
 * @param year 1000 to 9998 · @param month 1 to 12 · @param day 1 to 31, in whatever time zone the caller keeps to
 * @throws RangeError when there is no such date.
 */
export function isoWeekOf(year: number, month: number, day: number): string {
  const number = year < 1000 || year > 9998 ? null : dayNumber(year, month, day);
  if (number === null) throw new RangeError('There is no such date.');
  const thursday = number - (number % 7) + 3;
  const weekYear = yearOfDay(thursday, year);
  const week = Math.floor((thursday - daysBeforeYear(weekYear)) / 7) + 1;
  return `${String(weekYear)}-W${String(week).padStart(2, '0')}`;
}

/** Whether a text names a week that exists: `2026-W53` does, `2025-W53` does not. */
export function isIsoWeek(text: string): boolean {
  const match = ISO_WEEK.exec(text);
  const year = Number(match?.[1]);
  const week = Number(match?.[2]);
  if (match === null || year < 1000 || year > 9998 || week < 1) return false;
  // 28 December always lies in the last week of its ISO year.
  return week <= Number(isoWeekOf(year, 12, 28).slice(-2));
}

/** Orders two weeks for `Array.prototype.sort`: negative, zero or positive. Both must be `YYYY-Www`. */
export function compareIsoWeeks(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether a week lies between two weeks, both included; null = no limit. */
export function isoWeekWithin(week: string, from: string | null, to: string | null): boolean {
  return (from === null || week >= from) && (to === null || week <= to);
}
