import { Injectable } from '@nestjs/common';

/** The city's calendar: days and weeks are counted here, wherever the server stands. */
export const TIME_ZONE = 'Europe/Berlin';

/** Where use cases learn the time, so that tests can set it. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** `YYYY-MM-DD` in the city's calendar. */
export function localDay(time: Date): string {
  return ISO_DATE.format(time);
}

/** The same day as numbers. */
export function localDate(time: Date): LocalDate {
  const [year, month, day] = localDay(time).split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new RangeError('There is no such date.');
  return { year, month, day };
}
