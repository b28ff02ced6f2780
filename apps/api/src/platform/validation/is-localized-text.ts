import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isPlainText } from './is-plain-text.js';

const LANGUAGE_CODE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
/** Far more than a city works in; what is saved goes out to every device. */
const MAX_LANGUAGES = 50;

/** An object of language code → text with at most `maxLength` characters each. May be empty: readiness finds what is missing. */
export function IsLocalizedText(maxLength: number, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLocalizedText',
      constraints: [maxLength],
      validator: {
        validate: (value: unknown) => isLocalizedText(value, maxLength),
        defaultMessage: () => '$property must be texts by language code',
      },
    },
    options,
  );
}

function isLocalizedText(value: unknown, maxLength: number): boolean {
  return isByLanguage(value, (text) => isPlainText(text, maxLength));
}

/** An object of language code → something, in at most `MAX_LANGUAGES` languages. @param isEntry whether a value may stand there */
export function isByLanguage(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries: [string, unknown][] = Object.entries(value);
  return entries.length <= MAX_LANGUAGES && entries.every(([language, entry]) => LANGUAGE_CODE.test(language) && isEntry(entry));
}
