import type german from '../../i18n/de.json';

/** Paths of all leaves of a tree of texts, joined by dots. */
type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** Key of a text of the staff app. A key that the German file lacks does not compile, neither in code nor in a template. */
export type TextKey = Leaves<typeof german>;

/** Values for the placeholders of an ICU message. */
export type TextValues = Readonly<Record<string, string | number>>;
