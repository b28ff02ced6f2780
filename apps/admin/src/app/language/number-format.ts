import type { InterfaceLanguage } from './interface-language';

const LOCALES: Readonly<Record<InterfaceLanguage, string>> = { de: 'de-DE', en: 'en-GB' };

/** Writes a number with the digits and separators of the interface language; `digits` = decimal places. */
export function formatNumber(value: number, language: InterfaceLanguage, digits = 0): string {
  const text = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return text.replace('-', '\u2212');
}

/** `YYYY` stays a year; `YYYY-MM-DD` becomes a day in the interface language. */
export function formatDay(day: string, language: InterfaceLanguage): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Joins names the way the language does: "a, b und c". */
export function formatList(names: readonly string[], language: InterfaceLanguage): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names);
}
