import { ValidateBy, type ValidationOptions } from 'class-validator';

/** PostgreSQL keeps neither NUL nor half surrogate pairs, and nobody types the other control characters. */
const NOT_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** A string of at most `maxLength` UTF-16 code units that can be stored and shown. */
export function isPlainText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength && !NOT_TEXT.test(value);
}

/** Property, or with `{ each: true }` every entry of a list, is text from `minLength` to `maxLength` long, spaces at its ends not counted. */
export function IsPlainText(minLength: number, maxLength: number, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isPlainText',
      constraints: [minLength, maxLength],
      validator: {
        validate: (value: unknown) => isPlainText(value, maxLength) && value.trim().length >= minLength,
        defaultMessage: () => '$property must be text',
      },
    },
    options,
  );
}
