import { childElement, childElements, textOf, type XmlElement } from '../../files/read-xml.js';
import { MAX_QUESTIONS, NotThisFormat } from '../import-result.js';
import type { ForeignTexts } from '../imported-texts.js';

/** An answer of a list. `scale` is 0, or 1 for the second scale of a dual scale array. */
export interface LssAnswer {
  readonly code: string;
  readonly scale: number;
  readonly assessment: string;
  readonly texts: ForeignTexts;
}

/** A row of an array, a tick of a multiple choice, an input of a multiple text. */
export interface LssSubquestion {
  readonly code: string;
  readonly scale: number;
  readonly relevance: string;
  readonly texts: ForeignTexts;
}

export interface LssQuestion {
  readonly id: string;
  readonly code: string;
  readonly type: string;
  readonly theme: string;
  readonly mandatory: string;
  readonly other: boolean;
  readonly relevance: string;
  readonly pattern: string;
  readonly texts: ForeignTexts;
  readonly help: ForeignTexts;
  readonly subquestions: readonly LssSubquestion[];
  readonly answers: readonly LssAnswer[];
  /** Attribute → language (empty for attributes without one) → value. */
  readonly attributes: ReadonlyMap<string, ForeignTexts>;
  readonly hasDefault: boolean;
  /** JavaScript that runs with the question. */
  readonly hasScript: boolean;
  /** Conditions of versions that had no relevance equations yet, in words. */
  readonly oldConditions: readonly string[];
}

export interface LssGroup {
  readonly texts: ForeignTexts;
  readonly description: ForeignTexts;
  readonly relevance: string;
  readonly random: string;
  readonly questions: readonly LssQuestion[];
}

export interface LssSurvey {
  /** Base language first. */
  readonly languages: readonly string[];
  readonly title: ForeignTexts;
  readonly description: ForeignTexts;
  readonly welcome: ForeignTexts;
  readonly thanks: ForeignTexts;
  readonly groups: readonly LssGroup[];
  readonly hasQuotas: boolean;
  readonly hasAssessments: boolean;
  readonly policyNotice: ForeignTexts;
  /** Subquestions and answers whose question is not in the file: `subquestions.SQ001`. */
  readonly strayRows: readonly string[];
  /** Languages that texts are written in although the survey does not list them. */
  readonly unlistedLanguages: readonly string[];
  /** Tables with rows that nobody here knows. */
  readonly unknownTables: readonly string[];
}

type Row = ReadonlyMap<string, string>;

/**
 * The tables of a LimeSurvey survey file as one survey. Texts stand in the rows, one row per language (database version below
 * 400), or in tables of their own (`question_l10ns` and so on); both are read. Structure as the files of LimeSurvey 2 to 6
 * have it; tables that are not known are named, columns that are not known are passed over.
 * @throws {NotThisFormat} `not-limesurvey`, `too-many-questions`
 */
export function lssSurvey(document: XmlElement): LssSurvey {
  const kind = childElement(document, 'LimeSurveyDocType');
  if (document.name !== 'document' || kind === undefined || textOf(kind).trim() !== 'Survey') throw new NotThisFormat('not-limesurvey');
  const tables = new LssTables(document);
  const settings = tables.rows('surveys')[0];
  const texts = tables.rows('surveys_languagesettings');
  const ofSurvey = (column: string): ForeignTexts => byLanguage(texts, 'surveyls_language', column);
  const languages = languagesOf(document, settings);
  return {
    languages,
    unlistedLanguages: unlistedLanguages(tables, languages),
    unknownTables: tables.names.filter((name) => !KNOWN_TABLES.has(name) && tables.rows(name).length > 0),
    title: ofSurvey('surveyls_title'),
    description: ofSurvey('surveyls_description'),
    welcome: ofSurvey('surveyls_welcometext'),
    thanks: ofSurvey('surveyls_endtext'),
    policyNotice: ofSurvey('surveyls_policy_notice'),
    groups: groupsOf(tables),
    strayRows: strayRows(tables),
    hasQuotas: tables.rows('quota').length > 0,
    hasAssessments: tables.rows('assessments').length > 0,
  };
}

/** Tables whose rows are read, and those that hold nothing but settings, quotas, default answers and looks, which are reported. */
const KNOWN_TABLES: ReadonlySet<string> = new Set([
  'surveys', 'surveys_languagesettings', 'groups', 'group_l10ns', 'questions', 'subquestions', 'question_l10ns', 'answers', 'answer_l10ns', 'question_attributes',
  'defaultvalues', 'defaultvalue_l10ns', 'conditions', 'quota', 'quota_members', 'quota_languagesettings', 'assessments', 'survey_url_parameters', 'plugin_settings',
  'themes', 'themes_inherited', 'surveys_groupsettings',
]);

/** Tables with texts and the column that says their language. */
const TEXT_TABLES = [
  ['surveys_languagesettings', 'surveyls_language'], ['groups', 'language'], ['group_l10ns', 'language'], ['questions', 'language'], ['subquestions', 'language'],
  ['question_l10ns', 'language'], ['answers', 'language'], ['answer_l10ns', 'language'],
] as const;

function unlistedLanguages(tables: LssTables, listed: readonly string[]): readonly string[] {
  const used = TEXT_TABLES.flatMap(([table, column]) => tables.rows(table).map((row) => value(row, column)));
  return [...new Set(used)].filter((language) => language !== '' && !listed.includes(language));
}

class LssTables {
  private readonly read = new Map<string, readonly Row[]>();

  constructor(private readonly document: XmlElement) {}

  get names(): readonly string[] {
    return [...new Set(childElements(this.document).map(({ name }) => name))];
  }

  rows(table: string): readonly Row[] {
    const known = this.read.get(table);
    if (known !== undefined) return known;
    const rows = childElements(this.document, table)
      .flatMap((element) => childElements(element, 'rows'))
      .flatMap((element) => childElements(element, 'row'))
      .map((row): Row => new Map(childElements(row).map((cell) => [cell.name, textOf(cell)])));
    this.read.set(table, rows);
    return rows;
  }
}

function languagesOf(document: XmlElement, settings: Row | undefined): readonly string[] {
  const base = value(settings, 'language').trim();
  const additional = value(settings, 'additional_languages').split(/\s+/);
  const listed = childElements(document, 'languages').flatMap((element) => childElements(element, 'language').map((entry) => textOf(entry).trim()));
  return [...new Set([base, ...listed, ...additional])].filter((language) => language !== '' && language !== 'inherit');
}

function groupsOf(tables: LssTables): readonly LssGroup[] {
  const groups = tables.rows('groups');
  const texts = grouped([...groups, ...tables.rows('group_l10ns')], 'gid');
  const questions = grouped(questionsOf(tables), 'gid');
  const known = new Set(groups.map((group) => value(group, 'gid')));
  // Questions whose group is not in the file come last, on a page of their own.
  const lost = [...questions.keys()].filter((gid) => !known.has(gid)).map((gid): Row => new Map([['gid', gid]]));
  return [...inOrder(firstPer(groups, 'gid'), 'group_order'), ...lost].map((group) => {
    const rows = texts.get(value(group, 'gid')) ?? [];
    return {
      texts: byLanguage(rows, 'language', 'group_name'),
      description: byLanguage(rows, 'language', 'description'),
      relevance: value(group, 'grelevance'),
      random: value(group, 'randomization_group'),
      questions: (questions.get(value(group, 'gid')) ?? []).map(({ question }) => question),
    };
  });
}

function questionsOf(tables: LssTables): readonly (Row & { readonly question: LssQuestion })[] {
  const questionRows = tables.rows('questions').filter((row) => ['', '0'].includes(value(row, 'parent_qid')));
  const distinct = inOrder(firstPer(questionRows, 'qid'), 'question_order');
  if (distinct.length > MAX_QUESTIONS) throw new NotThisFormat('too-many-questions', { entries: [] }, String(MAX_QUESTIONS));
  const parts = questionParts(tables);
  return distinct.map((row) => Object.assign(new Map(row), { question: questionOf(row, value(row, 'qid'), parts) }));
}

function strayRows(tables: LssTables): readonly string[] {
  const questions = new Set(tables.rows('questions').map((row) => value(row, 'qid')));
  const stray = (table: string, owner: string, code: string): readonly string[] =>
    tables.rows(table).filter((row) => !questions.has(value(row, owner))).map((row) => `${table}.${value(row, code)}`);
  return [...new Set([...stray('subquestions', 'parent_qid', 'title'), ...stray('answers', 'qid', 'code')])];
}

interface QuestionParts {
  readonly texts: ReadonlyMap<string, readonly Row[]>;
  readonly subquestions: ReadonlyMap<string, readonly Row[]>;
  readonly answers: ReadonlyMap<string, readonly Row[]>;
  readonly answerTexts: ReadonlyMap<string, readonly Row[]>;
  readonly attributes: ReadonlyMap<string, readonly Row[]>;
  readonly defaults: ReadonlyMap<string, readonly Row[]>;
  readonly conditions: ReadonlyMap<string, readonly Row[]>;
}

function questionParts(tables: LssTables): QuestionParts {
  const subquestions = [...tables.rows('subquestions'), ...tables.rows('questions').filter((row) => !['', '0'].includes(value(row, 'parent_qid')))];
  return {
    texts: grouped([...tables.rows('questions'), ...tables.rows('subquestions'), ...tables.rows('question_l10ns')], 'qid'),
    subquestions: grouped(subquestions, 'parent_qid'),
    answers: grouped(tables.rows('answers'), 'qid'),
    answerTexts: grouped(tables.rows('answer_l10ns'), 'aid'),
    attributes: grouped(tables.rows('question_attributes'), 'qid'),
    defaults: grouped(tables.rows('defaultvalues'), 'qid'),
    conditions: grouped(tables.rows('conditions'), 'qid'),
  };
}

function questionOf(row: Row, id: string, parts: QuestionParts): LssQuestion {
  const texts = parts.texts.get(id) ?? [];
  return {
    id,
    code: value(row, 'title').trim(),
    type: value(row, 'type'),
    theme: value(row, 'question_theme_name'),
    mandatory: value(row, 'mandatory'),
    other: value(row, 'other') === 'Y',
    relevance: value(row, 'relevance').trim(),
    pattern: value(row, 'preg'),
    texts: byLanguage(texts, 'language', 'question'),
    help: byLanguage(texts, 'language', 'help'),
    subquestions: subquestionsOf(parts.subquestions.get(id) ?? [], parts),
    answers: answersOf(parts.answers.get(id) ?? [], parts),
    attributes: attributesOf(parts.attributes.get(id) ?? []),
    hasDefault: (parts.defaults.get(id) ?? []).length > 0,
    hasScript: texts.some((text) => value(text, 'script').trim() !== ''),
    oldConditions: (parts.conditions.get(id) ?? []).map((condition) => ['cfieldname', 'method', 'value'].map((column) => value(condition, column)).join(' ')),
  };
}

function subquestionsOf(rows: readonly Row[], parts: QuestionParts): readonly LssSubquestion[] {
  return inOrder(firstPer(rows, 'qid'), 'question_order').map((row) => ({
    code: value(row, 'title').trim(),
    scale: Number(value(row, 'scale_id')) || 0,
    relevance: value(row, 'relevance').trim(),
    texts: byLanguage(parts.texts.get(value(row, 'qid')) ?? [], 'language', 'question'),
  }));
}

/** Answers have an id since texts have their own table; before, code and scale tell them apart. */
function answersOf(rows: readonly Row[], parts: QuestionParts): readonly LssAnswer[] {
  const perAnswer = new Map<string, Row[]>();
  const seen = new Set<string>();
  for (const row of rows) {
    const key = row.has('aid') ? `aid ${value(row, 'aid')}` : JSON.stringify([value(row, 'code'), value(row, 'scale_id')]);
    const inLanguage = JSON.stringify([key, value(row, 'language')]);
    // Without an id a second row in one language is a second answer with the same code, not a translation.
    const isSecond = !row.has('aid') && seen.has(inLanguage);
    seen.add(inLanguage);
    const same = perAnswer.get(key);
    if (same === undefined || isSecond) perAnswer.set(same === undefined ? key : `${key} ${perAnswer.size}`, [row]);
    else same.push(row);
  }
  const answers = [...perAnswer.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const texts = byLanguage([...same, ...(parts.answerTexts.get(value(first, 'aid')) ?? [])], 'language', 'answer');
    return [{ row: first, answer: { code: value(first, 'code').trim(), scale: Number(value(first, 'scale_id')) || 0, assessment: value(first, 'assessment_value'), texts } }];
  });
  const position = new Map(answers.map(({ row, answer }) => [row, answer]));
  return inOrder(answers.map(({ row }) => row), 'sortorder').flatMap((row) => position.get(row) ?? []);
}

function attributesOf(rows: readonly Row[]): ReadonlyMap<string, ForeignTexts> {
  const attributes = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const name = value(row, 'attribute');
    const values = attributes.get(name) ?? new Map<string, string>();
    attributes.set(name, values.set(value(row, 'language'), value(row, 'value').trim()));
  }
  return attributes;
}

function value(row: Row | undefined, column: string): string {
  return row?.get(column) ?? '';
}

/** Rows of the texts of one thing as one text; a later row of the same language replaces an earlier one. */
function byLanguage(rows: readonly Row[], languageColumn: string, column: string): ForeignTexts {
  return new Map(rows.filter((row) => row.has(languageColumn) && row.has(column)).map((row) => [value(row, languageColumn), value(row, column)]));
}

function grouped<R extends Row>(rows: readonly R[], column: string): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = value(row, column);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function firstPer(rows: readonly Row[], column: string): readonly Row[] {
  return [...grouped(rows, column).values()].flatMap((group) => group.slice(0, 1));
}

/** By the number in a column; rows of the same number stay in the order of the file. */
function inOrder(rows: readonly Row[], column: string): readonly Row[] {
  return [...rows].sort((a, b) => (Number(value(a, column)) || 0) - (Number(value(b, column)) || 0));
}
