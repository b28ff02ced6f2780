import type { LanguageCode, LocalizedText, Variable } from '@stadtteilstimme/domain';
import { codeMeanings, haveNoCodeInCommon } from './code-meaning.js';
import type { CodeMeanings } from './code-meaning.js';
import type { ChangeCode } from './change-sentences.js';
import { compareWordings } from './compare-wordings.js';
import { variableTextReader } from './question-texts.js';
import type { PublishedVersion } from './published-version.js';
import { questionOf, variableIdentities, variablesByItem } from './variable-identity.js';
import type { ItemIdentity } from './variable-identity.js';
import { codeKey, isOpenList, missingKinds, STRUCTURE_FACETS, variableStructure } from './variable-structure.js';
import type { StructureFacet } from './variable-structure.js';
import { versionChange, withoutRepeats, worst } from './version-change.js';
import type { Comparability, VersionChange } from './version-change.js';

/** A column that both versions have, under its name in each. */
export interface ComparedVariable {
  readonly identity: string;
  readonly before: string;
  readonly after: string;
  readonly comparability: Comparability;
}

/** An item that both versions have. Its class is that of its worst variable; a pair may break in one half only. */
export interface ComparedItem {
  readonly identity: ItemIdentity;
  readonly comparability: Comparability;
  readonly variables: readonly ComparedVariable[];
  readonly changes: readonly VersionChange[];
}

export interface VersionComparison {
  /** In the order of the later version. */
  readonly items: readonly ComparedItem[];
  readonly newItems: readonly ItemIdentity[];
  readonly droppedItems: readonly ItemIdentity[];
  /** Languages both versions offered: only their wordings count. */
  readonly languages: readonly LanguageCode[];
  readonly newLanguages: readonly LanguageCode[];
  readonly droppedLanguages: readonly LanguageCode[];
}

const FACET_CODES: Readonly<Record<StructureFacet, ChangeCode>> = {
  type: 'type-changed',
  scale: 'scale-changed',
  codes: 'codes-changed',
  role: 'option-role-changed',
  limit: 'limit-changed',
  base: 'base-changed',
  direction: 'direction-changed',
};

/** What all columns of a question share: said once for the question. */
const OF_THE_QUESTION: ReadonlySet<StructureFacet> = new Set(['type', 'limit', 'base']);

/**
 * Compares two published versions item by item, by identity and never by position or label. The order of the two
 * matters only for what is called new, dropped, before and after: the classes are the same either way round.
 */
export function compareVersions(before: PublishedVersion, after: PublishedVersion): VersionComparison {
  const [identitiesBefore = new Map<string, string>(), identitiesAfter = new Map<string, string>()] = variableIdentities([before.codebook, after.codebook]);
  const sides: Sides = {
    before: { version: before, identities: identitiesBefore, texts: variableTextReader(before) },
    after: { version: after, identities: identitiesAfter, texts: variableTextReader(after) },
    meanings: codeMeanings(before.codebook, after.codebook),
    languages: after.languages.filter((language) => before.languages.includes(language)),
  };
  const itemsBefore = variablesByItem(before.codebook);
  const itemsAfter = variablesByItem(after.codebook);
  const compared = [...itemsAfter].flatMap(([key, { identity, variables }]) => {
    const earlier = itemsBefore.get(key);
    return earlier ? [compareItem(identity, earlier.variables, variables, sides)] : [];
  });
  return {
    items: withChangedFilters(compared, sides),
    newItems: identitiesOnlyIn(itemsAfter, itemsBefore),
    droppedItems: identitiesOnlyIn(itemsBefore, itemsAfter),
    languages: sides.languages,
    newLanguages: after.languages.filter((language) => !before.languages.includes(language)),
    droppedLanguages: before.languages.filter((language) => !after.languages.includes(language)),
  };
}

interface Side {
  readonly version: PublishedVersion;
  readonly identities: ReadonlyMap<string, string>;
  readonly texts: ReturnType<typeof variableTextReader>;
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly meanings: CodeMeanings;
  readonly languages: readonly LanguageCode[];
}

function identitiesOnlyIn(these: ReturnType<typeof variablesByItem>, others: ReturnType<typeof variablesByItem>): readonly ItemIdentity[] {
  return [...these].filter(([key]) => !others.has(key)).map(([, { identity }]) => identity);
}

function compareItem(identity: ItemIdentity, earlier: readonly Variable[], later: readonly Variable[], sides: Sides): ComparedItem {
  const keyed = (variables: readonly Variable[], side: Side) => new Map(variables.map((variable) => [side.identities.get(variable.name) ?? '', variable]));
  const olds = keyed(earlier, sides.before);
  const news = keyed(later, sides.after);
  const compared = [...news].flatMap(([key, after]) => {
    const before = olds.get(key);
    return before ? [{ key, before, after, changes: compareVariables(before, after, sides) }] : [];
  });
  const typeChange = itemTypeChange(earlier, later, sides);
  // Another type has no column in common: that its parts came and went would only hide the reason.
  const partChanges = typeChange ? [typeChange] : [
    ...[...news].filter(([key]) => !olds.has(key)).map(([, variable]) => partChange('added', variable)),
    ...[...olds].filter(([key]) => !news.has(key)).map(([, variable]) => partChange('removed', variable)),
    ...optionOrderChange(earlier, later),
    ...(compared.length === 0 ? nothingInCommon(earlier, later) : []),
  ];
  const ownChanges = compared.flatMap((entry) => entry.changes);
  const changes = [...partChanges, ...(typeChange ? ownChanges.filter(({ code }) => code !== 'type-changed') : ownChanges)];
  return {
    identity,
    comparability: worst(changes),
    // A part that came or went stands beside all others on the screen: it limits them.
    variables: compared.map(({ key, before, after, changes: own }) => ({
      identity: key,
      before: before.name,
      after: after.name,
      comparability: worst([...partChanges, ...own]),
    })),
    changes: withoutRepeats(changes),
  };
}

function compareVariables(before: Variable, after: Variable, sides: Sides): readonly VersionChange[] {
  return [
    ...structureChanges(before, after, sides),
    ...meaningChanges(before, after, sides),
    ...optionChanges(before, after),
    ...answerRuleChanges(before, after, sides),
    ...compareWordings(sides.before.texts(before), sides.after.texts(after), sides.languages).map(({ field, ...wording }) =>
      versionChange(wording.words ? 'wording-changed' : 'wording-in-one-version-only', after, { place: `${after.question} · ${field}`, ...wording }),
    ),
  ];
}

function structureChanges(before: Variable, after: Variable, sides: Sides): readonly VersionChange[] {
  const old = variableStructure(before, sides.before.version.codebook, sides.before.identities);
  const now = variableStructure(after, sides.after.version.codebook, sides.after.identities);
  return STRUCTURE_FACETS.filter((facet) => old[facet] !== now[facet]).map((facet) => {
    const facts = facet === 'base' ? { before: before.visibleIf ?? '', after: after.visibleIf ?? '' } : { before: old[facet], after: now[facet] };
    return versionChange(FACET_CODES[facet], after, { place: OF_THE_QUESTION.has(facet) ? after.question : after.name, ...facts });
  });
}

/** The same codes under other labels of the list, or none of the same codes. */
function meaningChanges(before: Variable, after: Variable, sides: Sides): readonly VersionChange[] {
  const codes = ({ codes: list }: Variable): string => list.map(({ code }) => codeKey(code)).join(', ');
  return [
    ...sides.meanings.exchanged(before, after).map(({ code, ...labels }) =>
      versionChange('code-meaning-changed', after, { place: code === null ? after.name : `${after.name} · ${code}`, ...labels }),
    ),
    ...(haveNoCodeInCommon(before, after) ? [versionChange('codes-changed', after, { place: after.name, before: codes(before), after: codes(after) })] : []),
  ];
}

/** Options of a single choice live inside one variable; those of a multiple choice are variables of their own. */
function optionChanges(before: Variable, after: Variable): readonly VersionChange[] {
  const old = missingKinds(before);
  const now = missingKinds(after);
  const isOpen = isOpenList(before) && isOpenList(after);
  const plain = (key: string): string => String(JSON.parse(key));
  return [
    ...[...now].filter(([key, kind]) => old.has(key) && old.get(key) !== kind).map(([key, kind]) =>
      versionChange('missing-kind-changed', after, { place: `${after.name} · ${plain(key)}`, before: old.get(key) ?? '', after: kind ?? '' }),
    ),
    ...(isOpen ? [...now.keys()].filter((key) => !old.has(key)) : []).map((key) => versionChange('option-added', after, { place: after.name, after: plain(key), labels: { after: labelsOf(after, key) } })),
    ...(isOpen ? [...old.keys()].filter((key) => !now.has(key)) : []).map((key) => versionChange('option-removed', after, { place: after.name, before: plain(key), labels: { before: labelsOf(before, key) } })),
    ...(isReordered([...old.keys()], [...now.keys()]) ? [versionChange('option-order-changed', after, { place: after.name })] : []),
  ];
}

function labelsOf({ codes }: Variable, key: string): LocalizedText {
  return codes.find(({ code }) => codeKey(code) === key)?.labels ?? {};
}

function answerRuleChanges(before: Variable, after: Variable, sides: Sides): readonly VersionChange[] {
  const old = questionOf(before, sides.before.version.codebook);
  const now = questionOf(after, sides.after.version.codebook);
  const demand = (question: typeof old): string => (question?.required ? 'always' : (question?.requiredIf ?? ''));
  const range = (question: typeof old): string => {
    const value = question?.value;
    if (value === undefined) return '';
    if (value.kind === 'text') return `${value.maxLength}`;
    return value.min === null && value.max === null ? '' : `${value.min ?? ''}–${value.max ?? ''}`;
  };
  const pairs = [
    ['required-changed', demand(old), demand(now)],
    ['value-range-changed', range(old), range(now)],
  ] as const;
  return pairs.filter(([, was, is]) => was !== is).map(([code, was, is]) => versionChange(code, after, { place: after.question, before: was, after: is }));
}

/** An item asked with another type of question: one choice became many, a choice became a text. */
function itemTypeChange(earlier: readonly Variable[], later: readonly Variable[], sides: Sides): VersionChange | null {
  const typesOf = (variables: readonly Variable[], { version }: Side): readonly string[] => [
    ...new Set(variables.filter(({ codes }) => codes.length > 0).map((variable) => questionOf(variable, version.codebook)?.type ?? '')),
  ];
  const old = typesOf(earlier, sides.before);
  const now = typesOf(later, sides.after);
  const [first] = later;
  if (!first || old.length === 0 || now.length === 0 || old.some((type) => now.includes(type))) return null;
  return versionChange('type-changed', first, { place: first.question, before: old.join(' · '), after: now.join(' · ') });
}

/** The question is the same and no column of it is: halves, options or rows were all replaced. */
function nothingInCommon(earlier: readonly Variable[], later: readonly Variable[]): readonly VersionChange[] {
  const called = (variables: readonly Variable[]): string => variables.map((variable) => variable.option?.code ?? variable.row ?? variable.part).join(' · ');
  const [first] = later;
  return first ? [versionChange('nothing-in-common', first, { place: first.question, before: called(earlier), after: called(later) })] : [];
}

function partChange(kind: 'added' | 'removed', variable: Variable): VersionChange {
  const { option } = variable;
  const name = option === null ? (variable.row ?? variable.part) : option.code;
  const isOption = option !== null && variable.part !== 'text';
  const code = isOption ? (`option-${kind}` as const) : (`part-${kind}` as const);
  const called = option !== null && variable.part === 'text' ? `${option.code} · text` : name;
  const labels = isOption ? { labels: kind === 'added' ? { after: variable.labels } : { before: variable.labels } } : {};
  return versionChange(code, variable, { place: variable.question, ...(kind === 'added' ? { after: called } : { before: called }), ...labels });
}

function optionOrderChange(earlier: readonly Variable[], later: readonly Variable[]): readonly VersionChange[] {
  const order = (variables: readonly Variable[]): readonly string[] =>
    variables.filter((variable) => variable.part === 'option' || variable.part === 'rank').map((variable) => codeKey(variable.option?.code ?? ''));
  const first = later.find((variable) => variable.option !== null);
  return first && isReordered(order(earlier), order(later)) ? [versionChange('option-order-changed', first, { place: first.question })] : [];
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const old = before.filter((key) => after.includes(key));
  const now = after.filter((key) => before.includes(key));
  return old.some((key, index) => key !== now[index]);
}

/** The same filter over a question that itself broke lets other people through: said, though the filter reads the same. */
function withChangedFilters(items: readonly ComparedItem[], { after }: Sides): readonly ComparedItem[] {
  const { variables } = after.version.codebook;
  const questions = shiftedQuestions(items, variables);
  return items.map((item) => {
    const changes = item.variables.flatMap((compared) => {
      const variable = variables.find((candidate) => candidate.name === compared.after);
      const filter = variable && filterNames(variable).find((name) => questions.has(name));
      const isSaid = item.changes.some(({ code, place }) => code === 'base-changed' && place === variable?.question);
      return variable && filter !== undefined && !isSaid ? [versionChange('base-question-changed', variable, { place: variable.question, after: filter })] : [];
    });
    if (changes.length === 0) return item;
    const touched = new Set(changes.map((change) => change.variable));
    return {
      ...item,
      comparability: worst([...item.changes, ...changes]),
      variables: item.variables.map((variable) =>
        touched.has(variable.after) && variable.comparability === 'comparable' ? { ...variable, comparability: 'limited' } : variable,
      ),
      changes: withoutRepeats([...item.changes, ...changes]),
    };
  });
}

/** Questions that broke, and those that hang on them through their own filters, however many steps away. */
function shiftedQuestions(items: readonly ComparedItem[], variables: readonly Variable[]): ReadonlySet<string> {
  // The columns of a changed type are in no comparison; the change names one of them.
  const broken = new Set(items.filter((item) => item.comparability === 'break').flatMap((item) => [...item.variables.map((variable) => variable.after), ...item.changes.map((change) => change.variable)]));
  const questions = new Set(variables.filter(({ name }) => broken.has(name)).map(({ question }) => question));
  for (let before = -1; before !== questions.size; ) {
    before = questions.size;
    for (const variable of variables) if (filterNames(variable).some((name) => questions.has(name))) questions.add(variable.question);
  }
  return questions;
}

/** Questions a filter reads: `{grid.row}` and `{ticks[0]}` read `grid` and `ticks`. */
function filterNames({ visibleIf }: Variable): readonly string[] {
  return (visibleIf?.match(/(?<=\{)[^}]+(?=\})/g) ?? []).flatMap((name) => [name.trim(), name.trim().replace(/[.[].*$/, '')]);
}
