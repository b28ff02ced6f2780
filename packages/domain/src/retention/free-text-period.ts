import { dayNumber } from '../survey/calendar-date.js';
import { isoWeekOf } from '../survey/iso-week.js';

/** What is known about the free texts of one published version. */
export interface FreeTextPeriod {
  /** Whole months the consent text of the version promised, at least 1. */
  readonly months: number;
  /** Days on which the questionnaire was closed, ISO dates in the city's calendar, in any order. */
  readonly closings: readonly string[];
  /** It takes answers right now. */
  readonly open: boolean;
}

/**
 * Which answers must lose their free texts. `through`: those of this ISO week (`YYYY-Www`) and all before; `all`: whatever
 * week they carry; `none`: no period has ended yet.
 */
export type DueFreeTexts = { readonly kind: 'none' } | { readonly kind: 'all' } | { readonly kind: 'through'; readonly week: string };

const NONE: DueFreeTexts = { kind: 'none' };

/**
 * Which answers' free texts are due on a day.
 *
 * Rule: the evaluation of an answer begins with the first closing on or after the week it was given in. So many months
 * later its texts are due (Art. 5(1)(e) GDPR, storage limitation: no longer than the purpose needs). Opening the
 * questionnaire again does not prolong the life of what was collected before. An answer knows its week only, so a whole
 * week belongs to the closing in it: earlier than promised is allowed, later is not. While the questionnaire is closed and its
 * last period is over, nothing may be left, whatever week it carries.
 *
 * @param today ISO date in the city's calendar
 * @throws RangeError when a date is no ISO date or the number of months is below 1 or not whole.
 */
export function dueFreeTexts({ months, closings, open }: FreeTextPeriod, today: string): DueFreeTexts {
  const past = closings.filter((closing) => addMonths(closing, months) <= today).sort();
  const last = past.at(-1);
  if (last === undefined) return NONE;
  if (!open && past.length === closings.length) return { kind: 'all' };
  return { kind: 'through', week: isoWeekOf(...partsOf(last)) };
}

/**
 * The next day on which free texts become due, ISO date; null while none is known, because the questionnaire has not been
 * closed or every closing's period is over.
 * @throws RangeError as `dueFreeTexts`.
 */
export function nextFreeTextDeletion({ months, closings }: FreeTextPeriod, today: string): string | null {
  const coming = closings.map((closing) => addMonths(closing, months)).filter((day) => day > today);
  return coming.sort()[0] ?? null;
}

/**
 * The same day of the month so many months later; where that month is shorter, its last day (§ 188(3) BGB).
 * @throws RangeError when the date is no ISO date or the number of months is below 1 or not whole.
 */
export function addMonths(day: string, months: number): string {
  if (!Number.isInteger(months) || months < 1) throw new RangeError('A period has a whole number of months, at least one.');
  const [year, month, date] = partsOf(day);
  const counted = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  const last = [31, 30, 29, 28].find((candidate) => dayNumber(toYear, toMonth, candidate) !== null) ?? 28;
  return [String(toYear).padStart(4, '0'), twoDigits(toMonth), twoDigits(Math.min(date, last))].join('-');
}

function partsOf(day: string): [number, number, number] {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const [year, month, date] = [Number(found?.[1]), Number(found?.[2]), Number(found?.[3])];
  if (dayNumber(year, month, date) === null) throw new RangeError('This is no ISO date.');
  return [year, month, date];
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
