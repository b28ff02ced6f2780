import type { Codebook, CodebookQuestion, Variable, VariableCode } from '@stadtteilstimme/domain';
import { MOST_CODES } from '../codebook/choice-codes.js';
import { createVariableNames } from '../compile/variable-names.js';
import type { VariableNames } from '../compile/variable-names.js';
import { codeMeanings } from './code-meaning.js';
import { itemIdentity, questionOf, variableIdentities } from './variable-identity.js';
import { codeKey, missingKinds, variableStructure } from './variable-structure.js';

interface NamedCodebook {
  readonly wave: string;
  readonly codebook: Codebook;
}

/** One column of the merged codebook and the variable it comes from in each wave that has it. */
export interface MergedColumn {
  readonly identity: string;
  readonly variable: Variable;
  readonly sources: ReadonlyMap<string, Variable>;
}

/**
 * The codebook of several waves (given in the order of time) together. Variables of one identity, one structure
 * and one meaning of their codes are one variable with all their codes; the newest wave gives names, labels and order, what only older waves had follows.
 * @throws {RangeError} when a variable would have more than 250 codes.
 */
export function mergedCodebook(versions: readonly NamedCodebook[]): { readonly codebook: Codebook; readonly columns: readonly MergedColumn[] } {
  const groups = groupVariables(versions);
  const names = createVariableNames();
  const questions = new Map<string, CodebookQuestion>();
  const questionName = createQuestionNames();
  const isApart = identitiesApart(groups);
  const merged = groups.map((group) => mergedColumn(group, { names, questions, questionName, isApart }));
  const columns = withRenamedFilters(merged);
  const filters = new Map(columns.map(({ variable }) => [variable.question, variable.visibleIf]));
  return {
    codebook: {
      questions: [...questions.values()].map((question) => ({ ...question, visibleIf: filters.get(question.name) ?? question.visibleIf })),
      variables: columns.map(({ variable }) => variable),
      districtVariable: districtVariable(versions, columns),
    },
    columns,
  };
}

/** Filters with the names that the questions of their own wave have in the merged codebook. */
function withRenamedFilters(columns: readonly MergedColumn[]): readonly MergedColumn[] {
  const names = new Map<string, string>();
  for (const { variable, sources } of columns) for (const [wave, source] of sources) names.set(JSON.stringify([wave, source.question]), variable.question);
  return columns.map((column) => {
    const wave = newestWave(column);
    const visibleIf = column.variable.visibleIf?.replaceAll(/\{([^{}.[]+)([^{}]*)\}/g, (whole, name: string, path: string) => {
      const now = names.get(JSON.stringify([wave, name.trim()]));
      return now === undefined ? whole : `{${now}${path}}`;
    });
    return visibleIf === undefined ? column : { ...column, variable: { ...column.variable, visibleIf } };
  });
}

/** Sources are listed with the oldest wave first. */
function newestWave({ sources }: MergedColumn): string {
  return [...sources.keys()].at(-1) ?? '';
}

interface Group {
  readonly identity: string;
  /** Item the variable belongs to, as a text to compare. */
  readonly item: string;
  /** Oldest first. */
  readonly members: { readonly wave: string; readonly variable: Variable; readonly question: CodebookQuestion | undefined }[];
}

function groupVariables(versions: readonly NamedCodebook[]): readonly Group[] {
  const identities = variableIdentities(versions.map(({ codebook }) => codebook));
  const disputed = disputedMissing(versions, identities);
  const meaningOf = meanings(versions, identities);
  const groups = new Map<string, Group>();
  // Newest first, so that its order leads.
  [...versions].reverse().forEach(({ wave, codebook }, back) => {
    const own = identities[versions.length - 1 - back] ?? new Map<string, string>();
    for (const variable of codebook.variables) {
      const identity = own.get(variable.name) ?? '';
      const missing = missingKinds(variable);
      const disputes = (disputed.get(identity) ?? []).map((key) => (missing.has(key) ? `${key}:${missing.get(key) ?? ''}` : ''));
      const key = JSON.stringify([identity, variableStructure(variable, codebook, own), disputes, meaningOf.get(variable)]);
      const group = groups.get(key) ?? { identity, item: JSON.stringify(itemIdentity(variable, codebook)), members: [] };
      group.members.unshift({ wave, variable, question: questionOf(variable, codebook) });
      groups.set(key, group);
    }
  });
  return [...groups.values()];
}

/**
 * The number of the meaning that the codes of a variable have, among the variables of its identity: the first one, oldest
 * waves first, whose variables all have the same codes for the same answers.
 */
function meanings(versions: readonly NamedCodebook[], identities: readonly ReadonlyMap<string, string>[]): ReadonlyMap<Variable, number> {
  const compared = versions.map(({ codebook: after }, index) => versions.slice(0, index).map(({ codebook: before }) => codeMeanings(before, after)));
  const known = new Map<string, { readonly variable: Variable; readonly wave: number }[][]>();
  return new Map(versions.flatMap(({ codebook }, wave) => codebook.variables.map((variable) => {
    const identity = identities[wave]?.get(variable.name) ?? '';
    const found = known.get(identity) ?? [];
    known.set(identity, found);
    const same = found.find((members) => members.every((other) => compared[wave]?.[other.wave]?.areSame(other.variable, variable) ?? false));
    if (same) same.push({ variable, wave });
    else found.push([{ variable, wave }]);
    return [variable, same ? found.indexOf(same) : found.length - 1] as const;
  })));
}

/** Codes that count as missing in one wave and not, or otherwise, in another: such waves cannot be one variable. */
function disputedMissing(versions: readonly NamedCodebook[], identities: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, Map<string, Set<string | null>>>();
  versions.forEach(({ codebook }, index) => {
    for (const variable of codebook.variables) {
      const identity = identities[index]?.get(variable.name) ?? '';
      const codes = kinds.get(identity) ?? new Map<string, Set<string | null>>();
      for (const [code, missing] of missingKinds(variable)) codes.set(code, (codes.get(code) ?? new Set()).add(missing));
      kinds.set(identity, codes);
    }
  });
  return new Map([...kinds].map(([identity, codes]) => [identity, [...codes].filter(([, found]) => found.size > 1).map(([code]) => code).sort()]));
}

function identitiesApart(groups: readonly Group[]): (identity: string) => boolean {
  const counts = new Map<string, number>();
  for (const { identity } of groups) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  return (identity) => (counts.get(identity) ?? 0) > 1;
}

interface MergeContext {
  readonly names: VariableNames;
  readonly questions: Map<string, CodebookQuestion>;
  readonly questionName: QuestionNames;
  readonly isApart: (identity: string) => boolean;
}

function mergedColumn({ identity, item, members }: Group, { names, questions, questionName, isApart }: MergeContext): MergedColumn {
  const newest = members.at(-1);
  if (!newest) throw new RangeError('A merged variable needs a source.');
  const suffix = isApart(identity) ? `_${newest.wave}` : '';
  const { variable, question } = newest;
  // A type of its own is a question of its own: nothing may read ticks by the rules of one choice.
  const owner = `${item}${suffix} ${question?.type ?? ''}`;
  if (question) {
    const name = questionName(`${question.name}${suffix}`, owner);
    const commentKey = question.commentKey === null ? null : questionName(`${question.commentKey}${suffix}`, owner);
    if (!questions.has(name)) questions.set(name, { ...question, name, commentKey });
  }
  return {
    identity,
    sources: new Map(members.map((member) => [member.wave, member.variable])),
    variable: {
      ...variable,
      name: names.claim(`${variable.name}${suffix}`),
      question: questionName(`${variable.question}${suffix}`, owner),
      codes: joinedCodes(members.map((member) => member.variable)),
    },
  };
}

/** Name of a merged question; a name that another item used in another wave gets `_2`, `_3`, … */
type QuestionNames = (wanted: string, owner: string) => string;

function createQuestionNames(): QuestionNames {
  const owners = new Map<string, string>();
  return (wanted, owner) => {
    let name = wanted;
    for (let n = 2; (owners.get(name) ?? owner) !== owner; n += 1) name = `${wanted}_${n}`;
    owners.set(name, owner);
    return name;
  };
}

function joinedCodes(oldestFirst: readonly Variable[]): readonly VariableCode[] {
  const codes = new Map<string, VariableCode>();
  for (const { codes: own } of [...oldestFirst].reverse()) {
    for (const code of own) if (!codes.has(codeKey(code.code))) codes.set(codeKey(code.code), code);
  }
  if (codes.size > MOST_CODES) throw new RangeError(`A merged variable would have ${codes.size} codes; ${MOST_CODES} are possible.`);
  return [...codes.values()].map((code, index) => ({ ...code, position: index + 1 }));
}

function districtVariable(versions: readonly NamedCodebook[], columns: readonly MergedColumn[]): string | null {
  const asking = versions.filter(({ codebook }) => codebook.districtVariable !== null);
  if (asking.length === 0) return null;
  const shared = columns.find(({ sources }) => asking.every(({ wave, codebook }) => sources.get(wave)?.name === codebook.districtVariable));
  return shared?.variable.name ?? null;
}
