import { Injectable } from '@nestjs/common';
import { type Codebook, codedVariables, type LocalizedText, NOT_SHOWN, type QuestionnaireDraft, type Variable } from '@stadtteilstimme/domain';
import type { PublishedSeries, PublishedVersion } from '../questionnaires/index.js';
import { objectsIn } from './report-subject.js';

/** A questionnaire as reports count it, all its versions together. */
export interface ReportSeries {
  readonly draft: QuestionnaireDraft;
  readonly codebook: Codebook;
  readonly survey: Record<string, unknown>;
  /** The vector of one version's answer as a vector of this codebook. */
  recode(versionId: string, vector: Uint8Array): Uint8Array;
}

/** Report forms by series; each is made once. */
@Injectable()
export class ReportSeriesCache {
  private readonly made = new WeakMap<PublishedSeries, ReportSeries>();

  of(series: PublishedSeries): ReportSeries {
    const known = this.made.get(series) ?? reportSeries(series);
    this.made.set(series, known);
    return known;
  }
}

/** One variable of the report. */
interface ReportVariable {
  readonly variable: Variable;
  /** In the codebook of the series. */
  readonly source: Variable;
  /** Versions whose question it is, where it stands beside the newest form of that question: `v1`, `v1_2`. */
  readonly mark: string | null;
  /** Ids of the versions whose answers it counts; null = all. */
  readonly countedOf: ReadonlySet<string> | null;
}

/**
 * The answers of all versions as one report. The options of a multiple choice must have the same people behind them: only
 * then are their tables protected together. And a code that one version did not offer cannot have been chosen by its people,
 * whose number a reader may know. So a question that not every version asked with the same options, and every question whose
 * measurement changed, stands once per list or measurement, the older ones as questions of their own.
 */
export function reportSeries(series: PublishedSeries): ReportSeries {
  const { draft, codebook, survey } = series;
  if (series.versions.length === 1) return { draft, codebook, survey, recode: (_versionId, vector) => vector };
  const variables = reportVariables(series);
  const ownCodebook = { ...codebook, questions: [...codebook.questions, ...olderQuestions(codebook, variables)], variables: variables.map(({ variable }) => variable) };
  const merged = new Map(codedVariables(codebook).map(({ name }, index) => [name, index]));
  const byName = new Map(variables.map((entry) => [entry.variable.name, entry]));
  const columns = codedVariables(ownCodebook).map(({ name }) => {
    const entry = byName.get(name);
    return { at: merged.get(entry?.source.name ?? '') ?? -1, countedOf: entry?.countedOf ?? null };
  });
  return {
    draft,
    codebook: ownCodebook,
    survey: { pages: [...objectsIn(survey['pages']), { elements: olderElements(survey, variables) }] },
    recode: (versionId, vector) => {
      const recoded = series.recode(versionId, vector);
      return Uint8Array.from(columns, ({ at, countedOf }) => (countedOf === null || countedOf.has(versionId) ? (recoded[at] ?? NOT_SHOWN) : NOT_SHOWN));
    },
  };
}

/** The versions on either side of the last change of what is asked. */
interface Sides {
  /** Ask what the newest version asks. */
  readonly now: readonly PublishedVersion[];
  readonly before: readonly PublishedVersion[];
}

/** What the versions asked. */
interface Asked {
  /** Versions that have a variable, oldest first. */
  by(variable: Variable): readonly PublishedVersion[];
  /** The codes a version offered, as one text; the same for all versions where the codes are Stadtteile, the rows of the report. */
  codes(version: PublishedVersion, variable: Variable): string;
}

function askedIn(series: PublishedSeries): Asked {
  const by = new Map(series.codebook.variables.map(({ name }) => [name, series.versionsWith(name)]));
  const isDistrict = ({ codes }: Variable) => codes.some(({ code }) => series.districtIds.has(String(code)));
  return {
    by: ({ name }) => by.get(name) ?? [],
    codes: (version, variable) => (isDistrict(variable) ? '' : JSON.stringify(series.codesOffered(version, variable.name).toSorted())),
  };
}

function reportVariables(series: PublishedSeries): readonly ReportVariable[] {
  const { codebook, newest } = series;
  const asked = askedIn(series);
  const sides = sidesOf(series, asked);
  const identities = new Set(codebook.variables.filter((variable) => asked.by(variable).includes(newest)).map(identityOf));
  const done = new Set<string>();
  return codebook.variables.flatMap((variable): readonly ReportVariable[] => {
    const siblings = codebook.variables.filter(({ part, question }) => part === 'option' && question === variable.question);
    const isUneven = variable.part === 'option' && siblings.some((sibling) => asked.by(sibling).length !== asked.by(variable).length);
    if (variable.part !== 'option' && new Set(asked.by(variable).map((version) => asked.codes(version, variable))).size > 1) return byCodeList(series, variable, sides, asked);
    if (!isUneven) return evenVariable(variable, asked.by(variable), sides, identities.has(identityOf(variable)));
    if (done.has(variable.question)) return [];
    done.add(variable.question);
    return byOptionList(siblings, sides, asked);
  });
}

function sidesOf({ codebook, versions }: PublishedSeries, asked: Asked): Sides {
  const asks = (version: PublishedVersion): string =>
    codedVariables(codebook).flatMap((variable) => (asked.by(variable).includes(version) ? [`${variable.name} ${asked.codes(version, variable)}`] : [])).join();
  const newest = versions.at(-1);
  const last = versions.findLastIndex((version) => newest === undefined || asks(version) !== asks(newest));
  return { now: versions.slice(last + 1), before: versions.slice(0, last + 1) };
}

/**
 * A variable asked by all is counted of all, any other of one side as a whole. Every further way of dividing people would
 * let the number of people of a single version be subtracted, however small. What cannot be counted so stays in exports:
 * questions that only some of the older versions asked, and conditional ones that not all versions asked.
 */
function evenVariable(variable: Variable, asking: readonly PublishedVersion[], { now, before }: Sides, hasNewForm: boolean): readonly ReportVariable[] {
  if (asking.length === now.length + before.length) return [{ variable, source: variable, mark: null, countedOf: null }];
  if (variable.visibleIf !== null) return [];
  const side = [now, before].find((versions) => versions.every((version) => asking.includes(version)));
  if (side === undefined) return [];
  const mark = side === before && hasNewForm ? markOf(before) : null;
  return [{ variable: mark === null ? variable : older(variable, mark), source: variable, mark, countedOf: idsOf(side) }];
}

/** A question with one choice, a row or a rank once for each side that offered one list of codes, with these codes only. */
function byCodeList(series: PublishedSeries, variable: Variable, { now, before }: Sides, asked: Asked): readonly ReportVariable[] {
  if (variable.visibleIf !== null) return [];
  return [now, before].flatMap((versions) => {
    const [first, ...others] = versions;
    if (first === undefined || !versions.every((version) => asked.by(variable).includes(version))) return [];
    if (others.some((version) => asked.codes(version, variable) !== asked.codes(first, variable))) return [];
    const offered = series.codesOffered(first, variable.name);
    const own = { ...variable, codes: variable.codes.filter(({ code }) => offered.includes(code)) };
    const mark = versions === now ? null : markOf(versions);
    return [{ variable: mark === null ? own : older(own, mark), source: variable, mark, countedOf: idsOf(versions) }];
  });
}

/** The options once for each side that asked one list of options, the newest list under its own name. */
function byOptionList(siblings: readonly Variable[], { now, before }: Sides, asked: Asked): readonly ReportVariable[] {
  if (siblings.some(({ visibleIf }) => visibleIf !== null)) return [];
  const listOf = (version: PublishedVersion): readonly Variable[] => siblings.filter((sibling) => asked.by(sibling).includes(version));
  const lists = [now, before].flatMap((versions) => {
    const [first = [], ...others] = versions.map(listOf);
    const isOneList = others.every((other) => other.length === first.length && other.every((option) => first.includes(option)));
    return first.length > 0 && isOneList ? [{ options: first, versions }] : [];
  });
  return lists.flatMap(({ options, versions }, place) => {
    const mark = place === 0 ? null : markOf(versions);
    return options.map((option) => ({ variable: mark === null ? option : older(option, mark), source: option, mark, countedOf: idsOf(versions) }));
  });
}

function idsOf(versions: readonly PublishedVersion[]): ReadonlySet<string> {
  return new Set(versions.map(({ id }) => id));
}

function identityOf({ itemId, demographicId, question, part, option, row }: Variable): string {
  return JSON.stringify([itemId ?? demographicId ?? question, part, option?.code ?? null, row ?? null]);
}

function markOf(versions: readonly PublishedVersion[]): string {
  return `v${versions.map(({ number }) => number).join('_')}`;
}

/** The same question as older versions asked it. It takes no part in the index: that is the newest question's. */
function older(variable: Variable, mark: string): Variable {
  const marked = (id: string | null): string | null => (id === null ? null : `${id}.${mark}`);
  return {
    ...variable,
    name: `${variable.name}_${mark}`,
    question: `${variable.question}_${mark}`,
    itemId: marked(variable.itemId),
    demographicId: marked(variable.demographicId),
    criterion: null,
    labels: variable.part === 'option' ? variable.labels : withVersions(variable.labels, mark),
  };
}

/** "… (Fassung 1)", in languages without a word for it "… (1)". */
function withVersions(texts: LocalizedText, mark: string): LocalizedText {
  const numbers = mark.slice(1).replaceAll('_', ', ');
  const words: LocalizedText = { de: `Fassung ${numbers}`, 'de-simple': `Fassung ${numbers}`, en: `version ${numbers}` };
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, `${text} (${words[language] ?? numbers})`]));
}

/** Questions that stand in the report in an older form, once each. */
function olderForms(variables: readonly ReportVariable[]): readonly { readonly name: string; readonly of: string; readonly mark: string }[] {
  const forms = variables.flatMap(({ variable, source, mark }) => (mark === null ? [] : [{ name: variable.question, of: source.question, mark }]));
  return forms.filter(({ name }, index) => forms.findIndex((form) => form.name === name) === index);
}

function olderQuestions({ questions }: Codebook, variables: readonly ReportVariable[]): Codebook['questions'] {
  return olderForms(variables).flatMap(({ name, of }) =>
    questions.filter((question) => question.name === of).map((question) => ({ ...question, name, commentKey: null })),
  );
}

/** Titles of the questions in their older form, as elements of a page. */
function olderElements(survey: Record<string, unknown>, variables: readonly ReportVariable[]): readonly Record<string, unknown>[] {
  const elements = objectsIn(survey['pages']).flatMap((page) => objectsIn(page['elements']));
  return olderForms(variables).flatMap(({ name, of, mark }) => {
    const title = elements.findLast((element) => element['name'] === of)?.['title'];
    return typeof title === 'object' && title !== null ? [{ name, title: withVersions(title as LocalizedText, mark) }] : [];
  });
}
