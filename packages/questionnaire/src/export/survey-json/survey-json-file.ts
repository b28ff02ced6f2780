/**
 * The questionnaire as a SurveyJS JSON file (UTF-8, two spaces, line feed at the end), with our own properties, so that
 * nothing is lost on the way back; other programs pass over properties they do not know.
 * @throws {TypeError} when the definition holds something JSON cannot (a function, a number without a value, a loop):
 * such a file would come back as something else.
 */
export function surveyJsonFile(survey: Readonly<Record<string, unknown>>): string {
  refuseForeign(survey, 'survey', new Set());
  return `${JSON.stringify(survey, null, 2)}\n`;
}

function refuseForeign(value: unknown, place: string, around: ReadonlySet<unknown>): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return;
  if (typeof value !== 'object' || around.has(value) || !isPlain(value)) throw new TypeError(`${place} cannot be written to JSON.`);
  const inside = new Set([...around, value]);
  for (const [key, inner] of Object.entries(value)) refuseForeign(inner, `${place}.${key}`, inside);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
