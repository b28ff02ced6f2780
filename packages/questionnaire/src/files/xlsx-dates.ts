/** Built-in number formats that show dates or times (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATE_FORMATS = [[14, 22], [27, 36], [45, 47], [50, 58]] as const;

const DAY = 86_400_000;

/** Days from the first day of Excel's two calendars to 1 January 1970. */
const DAYS_TO_1970 = { 1900: 25_569, 1904: 24_107 } as const;

/** Last serial before 29 February 1900, a day Excel counts although there was none. */
const LAST_BEFORE_PHANTOM_DAY = 59;

/** Whether a number format shows a date or time: a built-in one, or a code with y, m, d, h or s outside quotes and brackets. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATE_FORMATS.some(([from, to]) => id >= from && id <= to);
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare);
}

/**
 * A serial number of Excel as `YYYY-MM-DD`, with time of day as `YYYY-MM-DDTHH:MM`, below one day as `HH:MM`.
 * @param serial days since the calendar's start; numbers outside 0 to 2,958,465 (year 9999) are returned as they are
 */
export function excelDate(serial: number, calendar: 1900 | 1904): string {
  if (!(serial >= 0 && serial < 2_958_466)) return String(serial);
  const corrected = calendar === 1900 && serial >= 1 && serial <= LAST_BEFORE_PHANTOM_DAY ? serial + 1 : serial;
  const minutes = Math.round((corrected - DAYS_TO_1970[calendar]) * 1440);
  const [date = '', time = ''] = new Date(minutes * (DAY / 1440)).toISOString().split('T');
  const clock = time.slice(0, 5);
  if (serial < 1) return clock;
  return clock === '00:00' ? date : `${date}T${clock}`;
}
