const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** SPSS counts seconds since the day before the Gregorian calendar began. */
const DAY_ZERO = Date.UTC(1582, 9, 14);

/**
 * Seconds from 14 October 1582, 00:00, to the beginning of a calendar date (`YYYY-MM-DD`), as SPSS stores dates; null for days
 * before 15 October 1582. Calendar arithmetic: no time zone takes part.
 */
export function spssDate(date: string): number | null {
  const match = ISO_DATE.exec(date);
  if (match === null) return null;
  const [, year, month, day] = match.map(Number);
  // Date.UTC takes years below 100 for 19xx.
  if ((year ?? 0) < 1582) return null;
  const seconds = (Date.UTC(year ?? 0, (month ?? 1) - 1, day) - DAY_ZERO) / 1000;
  return seconds > 0 ? seconds : null;
}
