/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list under a name; empty when there is none. */
export function listIn(json: Json, name: string): readonly unknown[] {
  const value = propertyOf(json, name);
  return Array.isArray(value) ? value : [];
}

/** The text under a name; null when there is none or it is empty. */
export function textOf(json: Json, name: string): string | null {
  const value = propertyOf(json, name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The finite number under a name, also written as a text; null when there is none. */
export function numberOf(json: Json, name: string): number | null {
  const value = propertyOf(json, name);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Only own properties: nothing inherited is ever read from a file. */
export function propertyOf(json: Json, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}

/** Whether one of several names (SurveyJS renamed properties in version 2) is `true`. */
export function isOn(json: Json, ...names: readonly string[]): boolean {
  return names.some((name) => propertyOf(json, name) === true);
}

/** Whether a property says nothing: left out, off or empty. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '' || value === 'default') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}
