import type { AnswerCode, Codebook, MissingKind, Variable } from '@stadtteilstimme/domain';
import { questionOf } from './variable-identity.js';

/** What makes two columns the same measurement; any difference is a break in the series. Values are texts to compare. */
export const STRUCTURE_FACETS = ['type', 'scale', 'codes', 'role', 'limit', 'base', 'direction'] as const;
export type StructureFacet = (typeof STRUCTURE_FACETS)[number];
export type VariableStructure = Readonly<Record<StructureFacet, string>>;

/**
 * The structure of one variable. `identities` (variable name → identity) makes filters comparable: `{K1_2} = 1` means
 * the same under another name. Codes of a list without order are not part of it: a further option leaves the others
 * what they were. Where a list has an order (scales, ranks, ticks) its codes are.
 */
export function variableStructure(variable: Variable, codebook: Codebook, identities: ReadonlyMap<string, string>): VariableStructure {
  const question = questionOf(variable, codebook);
  const value = question?.value;
  return {
    type: [question?.type ?? '', variable.measurement, value?.kind ?? '', value?.kind === 'number' && value.whole ? 'whole' : ''].filter((word, index, words) => word !== '' && words.indexOf(word) === index).join(' · '),
    scale: variable.scale === null ? '' : `${variable.scale.id} ${variable.scale.min}–${variable.scale.max}`,
    codes: isOpenList(variable) ? '' : codeList(variable),
    role: variable.option === null ? '' : [variable.option.exclusive ? 'exclusive' : '', variable.option.missing ?? ''].filter((word) => word !== '').join(' · '),
    limit: variable.part === 'text' ? '' : limitOf(question?.min, question?.max ?? null),
    base: baseOf(variable.visibleIf, codebook, identities),
    direction: variable.reverse ? 'reversed' : '',
  };
}

/** A choice among options without order: options may be added without changing what the others mean. */
export function isOpenList(variable: Variable): boolean {
  return variable.scale === null && variable.measurement === 'nominal' && variable.part !== 'option' && variable.part !== 'rank';
}

/** Two codes are the same only if they are the same kind of value: `5` is not `"5"`. */
export function codeKey(code: AnswerCode): string {
  return JSON.stringify(code);
}

/** Why a code counts as missing, per code key. */
export function missingKinds(variable: Variable): ReadonlyMap<string, MissingKind | null> {
  return new Map(variable.codes.map(({ code, missing }) => [codeKey(code), missing]));
}

function codeList(variable: Variable): string {
  return variable.codes.map(({ code, missing }) => `${codeKey(code)}${missing === null ? '' : ` (${missing})`}`).sort().join(', ');
}

function limitOf(min: number | undefined, max: number | null): string {
  return min === undefined && max === null ? '' : `${min ?? 0}–${max ?? '∞'}`;
}

/** Quoted texts stay as they are; white space between them does not count; names become identities. */
const EXPRESSION_PART = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\{([^}]*)\}|\s+|[^'"{\s]+|[{'"]/g;

/** Many columns share one filter: it is read once for the identities of a codebook. */
const READ_FILTERS = new WeakMap<ReadonlyMap<string, string>, Map<string, string>>();

function baseOf(visibleIf: string | null, codebook: Codebook, identities: ReadonlyMap<string, string>): string {
  if (visibleIf === null) return '';
  const read = READ_FILTERS.get(identities) ?? new Map<string, string>();
  READ_FILTERS.set(identities, read);
  const base = read.get(visibleIf) ?? comparableFilter(visibleIf, codebook, identities);
  read.set(visibleIf, base);
  return base;
}

function comparableFilter(visibleIf: string, codebook: Codebook, identities: ReadonlyMap<string, string>): string {
  const parts = [...visibleIf.trim().matchAll(EXPRESSION_PART)].map(([part, name]) => {
    if (name !== undefined) return `{${nameIdentity(name, codebook, identities)}}`;
    return /^\s+$/.test(part) ? ' ' : part;
  });
  return parts.join('');
}

function nameIdentity(reference: string, codebook: Codebook, identities: ReadonlyMap<string, string>): string {
  const name = reference.trim();
  const variable = codebook.variables.find((candidate) => candidate.question === name);
  const identity = variable && identities.get(variable.name);
  if (!variable || identity === undefined) return name;
  // All ticks of one choice share the question: its identity is that of the first without option and row.
  return JSON.stringify([variable.itemId, variable.demographicId, variable.part, variable.itemId ?? variable.demographicId ?? variable.question]);
}
