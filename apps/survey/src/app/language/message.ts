import { IntlMessageFormat } from 'intl-messageformat';

export type MessageValues = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/**
 * Fills an ICU message. Interprets the message instead of compiling it to code, so it runs under a
 * Content-Security-Policy without `unsafe-eval`.
 */
export function formatMessage(message: string, language: string, values: MessageValues = {}): string {
  const key = `${language}\n${message}`;
  let format = compiled.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(values));
}
