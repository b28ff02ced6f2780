import type { Variable } from '@stadtteilstimme/domain';
import type { ItemIdentity, PublishedVersion } from '@stadtteilstimme/questionnaire';

/** Where staff find what the guard refuses. */
export interface GuardPlace {
  /** `items.<id>`, `demographics.<id>`, or the place as the guard wrote it. */
  readonly question: string;
  /** The question, with `.options.<code>` where it is about one answer. */
  readonly place: string;
}

/** A question in the words of readiness: `items.K1-1`, `demographics.district`. */
export function questionPlace({ kind, id }: ItemIdentity): string {
  return kind === 'item' ? `items.${id}` : kind === 'demographic' ? `demographics.${id}` : id;
}

/**
 * Translates a place of the guard (`S_1 · letter`, `B_1_bestand · page.title`, `old → new`) into the places readiness
 * uses. A name no version knows, as `languages.ar`, stays as it is.
 */
export function placeOfProblem(place: string, versions: readonly PublishedVersion[]): GuardPlace {
  const [names = '', field = ''] = place.split(' · ');
  const name = names.split(' → ').at(-1) ?? names;
  const variables = [...versions].reverse().flatMap(({ codebook }) => codebook.variables);
  const variable = variables.find((candidate) => candidate.name === name) ?? variables.find((candidate) => candidate.question === name);
  if (variable === undefined) return { question: place, place };
  const question = questionPlace(questionIdentity(variable));
  const asked = variables.filter((candidate) => questionPlace(questionIdentity(candidate)) === question);
  const code = knownCode(field, asked) ?? (variable.part === 'option' ? variable.option?.code : undefined);
  return { question, place: code === undefined ? question : `${question}.options.${code}` };
}

/** The question a variable of our own questionnaires belongs to. */
export function questionIdentity({ itemId, demographicId, question }: Variable): ItemIdentity {
  if (itemId !== null) return { kind: 'item', id: itemId };
  return demographicId === null ? { kind: 'question', id: question } : { kind: 'demographic', id: demographicId };
}

/** `letter` and `choices.letter.text` are about the answer `letter`; `page.title` is about none. */
function knownCode(field: string, variables: readonly Variable[]): string | undefined {
  const codes = new Set(variables.flatMap(({ codes: own, option }) => [...own.map(({ code }) => String(code)), ...(option === null ? [] : [option.code])]));
  return [field, field.replace(/^[a-zA-Z]+\./, '').replace(/\.text$/, '')].find((candidate) => codes.has(candidate));
}
