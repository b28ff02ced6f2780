import { dayNumber } from '@stadtteilstimme/domain';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a date of the calendar as `YYYY-MM-DD` (ISO 8601), years 1 to 9999: 29 February only in leap years. */
export function isCalendarDate(text: string): boolean {
  const parts = ISO_DATE.exec(text);
  return parts !== null && dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}
