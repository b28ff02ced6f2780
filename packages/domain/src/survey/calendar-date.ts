const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days before 1 January of a year, counted from 1 January 0001 (a Monday) in the Gregorian calendar. */
export function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/**
 * Number of a day, counted from 0 = Monday, 1 January 0001. Calendar arithmetic only: this package has no clock.
 * @param year 1 to 9999 · @param month 1 to 12 · @param day 1 to 31
 * @returns null when there is no such date.
 */
export function dayNumber(year: number, month: number, day: number): number | null {
  const before = DAYS_BEFORE_MONTH[month - 1];
  const after = DAYS_BEFORE_MONTH[month];
  if (before === undefined || after === undefined || ![year, day].every(Number.isInteger) || year < 1 || year > 9999) return null;
  const leapDay = isLeapYear(year) ? 1 : 0;
  if (day < 1 || day > after - before + (month === 2 ? leapDay : 0)) return null;
  return daysBeforeYear(year) + before + (month > 2 ? leapDay : 0) + day - 1;
}
