const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Day 0 of the 1900 date system as Excel counts from March 1900 on (it takes 1900 for a leap year). */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_EXACT_DAY = 61;

/**
 * Serial number of a calendar date (`YYYY-MM-DD`) in Excel's 1900 date system; null before 1 March 1900, where Excel counts
 * wrongly or has no dates at all. Pure calendar arithmetic: no time zone takes part.
 */
export function excelDate(date: string): number | null {
  const match = ISO_DATE.exec(date);
  if (match === null) return null;
  const [, year, month, day] = match.map(Number);
  const serial = (Date.UTC(year ?? 0, (month ?? 1) - 1, day) - DAY_ZERO) / MILLISECONDS_PER_DAY;
  // Date.UTC takes years below 100 for 19xx.
  return serial >= FIRST_EXACT_DAY && (year ?? 0) >= 1900 ? serial : null;
}
