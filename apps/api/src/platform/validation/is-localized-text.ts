import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isPlainText } from './is-plain-text.js';

const LANGUAGE_CODE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

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
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries: [string, unknown][] = Object.entries(value);
  return entries.every(([language, text]) => LANGUAGE_CODE.test(language) && isPlainText(text, maxLength));
}
