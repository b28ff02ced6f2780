import type { LocalizedText } from '@stadtteilstimme/domain';
import { createVariableNames } from '../../compile/variable-names.js';
import { commentKeyOf } from '../../survey-model/free-text-condition.js';
import { translatedCondition, tryTranslation, type TranslatedCondition } from '../condition/translate-condition.js';
import type { ConditionLanguage } from '../condition/condition-parser.js';
import { ImportedTexts, type ForeignTexts } from '../imported-texts.js';
import { ReportBuilder } from '../import-report.js';
import { importResult, MAX_QUESTIONS, NotThisFormat, type ImportedQuestionnaire, type ImportResult } from '../import-result.js';
import { languageMap, type LanguageMap } from '../language-codes.js';
import type { CodedChoice } from '../legal-codes.js';
import { MOST_CODES } from '../../codebook/choice-codes.js';
import { flag, shownIf, surveyJson, valueProperty, type ElementJson, type PageJson } from '../survey-parts.js';
import { formElement } from './form-elements.js';
import { markdownAsHtml } from './form-markdown.js';
import { formSheets, type FormRow, type FormSheets } from './form-sheets.js';
import { formTree, type FormGroup, type FormQuestion } from './form-tree.js';
import { xpathLanguage, type FormAnswer } from './xpath-condition.js';

/**
 * Imports an XLSForm (.xlsx), as ODK, KoboToolbox and SurveyCTO use it: sheets `survey`, `choices`, `settings`.
 * Pure: the same bytes give the same result. Bad files come back as problems, nothing is thrown for them.
 *
 * Groups at the top become pages, groups inside them panels, questions outside groups pages of their own runs. Source: XLSForm
 * reference and ODK documentation (question types, form logic, operators and functions).
 */
export function importXlsForm(bytes: Uint8Array): ImportResult {
  return importResult(() => imported(formSheets(bytes)));
}

function imported(sheets: FormSheets): ImportedQuestionnaire {
  const report = new ReportBuilder();
  const languages = languageMap(sheets.languages, report);
  if (sheets.assumedLanguage !== null) report.changed('settings.default_language', 'language-assumed', { now: sheets.assumedLanguage });
  const run = new XlsFormImport(sheets, languages, report);
  const pages = run.pages();
  if (!run.hasQuestions) throw new NotThisFormat('no-questions', report.report);
  const title = sheets.settings?.value('form_title') ?? '';
  run.reportSettings();
  return {
    survey: surveyJson(pages, languages.languages, { title: run.texts.plain(new Map([[sheets.languages[0] ?? '', title]]), 'settings.form_title'), description: {} }),
    welcome: {},
    thanks: {},
    languages: languages.languages,
    report: report.report,
  };
}

const BENIGN_APPEARANCE = /^(minimal|autocomplete|search|multiline|numbers|likert|horizontal|horizontal-compact|compact(-\d+)?|quick(compact)?(-\d+)?|columns(-\d+|-pack|-flex)?|no-buttons|field-list|label|list|list-nolabel|table-list|w\d+|h\d+|year|month-year|no-calendar|vertical|no-ticks|picker|rating|thousands-sep|counter)$/;

const READ_SETTINGS: ReadonlySet<string> = new Set(['form_title', 'default_language']);

class XlsFormImport {
  hasQuestions = false;
  readonly texts: ImportedTexts;
  private readonly names = createVariableNames();
  private readonly newNames = new Map<FormRow, string>();
  private readonly answers = new Map<string, FormAnswer>();
  private readonly conditions: ConditionLanguage = xpathLanguage((name) => this.answers.get(name));
  private readonly lists: ReadonlyMap<string, readonly FormRow[]>;
  private readonly codedLists = new Map<string, readonly CodedChoice<LocalizedText>[]>();

  constructor(
    private readonly sheets: FormSheets,
    languages: LanguageMap,
    private readonly report: ReportBuilder,
  ) {
    this.lists = choiceLists(sheets.choices);
    for (const row of sheets.survey) if (row.value('name') !== '') this.newNames.set(row, this.names.claim(row.value('name')));
    const nameable = this.nameable();
    this.texts = new ImportedTexts(languages, report, {
      pattern: /\$\{[^{}]{1,200}\}/g,
      translate: (placeholder) => {
        const name = nameable.get(placeholder.slice(2, -1).trim());
        return name === undefined ? null : `{${name}}`;
      },
    }, markdownAsHtml);
  }

  /** What a `${name}` in a text may show: questions that have an answer here, and the text of their "other". */
  private nameable(): ReadonlyMap<string, string> {
    const asked = questionsIn(formTree(this.sheets.survey, new ReportBuilder()).root).filter((question) => hasAnswer(question, this.lists));
    const pairs = [
      ...asked.map(({ row }) => [row.value('name'), this.nameOf(row)] as const),
      ...asked.flatMap(({ row, type }) => (type.kind === 'select' && type.orOther ? [[`${row.value('name')}_other`, commentKeyOf(this.nameOf(row))] as const] : [])),
    ];
    // Of two with one name the first counts.
    return new Map(pairs.filter(([name]) => name !== '').reverse());
  }

  pages(): readonly PageJson[] {
    const tree = formTree(this.sheets.survey, this.report);
    if (tree.questions > MAX_QUESTIONS) throw new NotThisFormat('too-many-questions', this.report.report, String(MAX_QUESTIONS));
    // Elements first: conditions may read any question.
    const built = new Map<FormQuestion, ElementJson | null>();
    for (const question of questionsIn(tree.root)) built.set(question, this.element(question));
    const pages: PageJson[] = [];
    let loose: ElementJson[] = [];
    const closeLoose = (): void => {
      if (loose.length > 0) pages.push({ name: this.names.claim(`page_${pages.length + 1}`), title: {}, description: {}, visibleIf: null, elements: loose });
      loose = [];
    };
    for (const child of tree.root.children) {
      if (child.kind === 'question') loose.push(...this.finished(child, built));
      else {
        closeLoose();
        pages.push(...this.page(child, built));
      }
    }
    closeLoose();
    return pages;
  }

  reportSettings(): void {
    const { report, sheets } = this;
    for (const name of sheets.settingNames) if (!READ_SETTINGS.has(name)) report.leftOut(`settings.${name}`, 'setting-not-offered', { was: name });
    for (const was of sheets.otherSheets) report.leftOut(was, 'sheet-left-out', { was });
    for (const column of sheets.unknownColumns) report.leftOut(column, 'setting-not-offered', { was: column });
    const used = new Set(this.codedLists.keys());
    for (const [list, rows] of this.lists) {
      const isUsed = used.has(JSON.stringify([list, false])) || used.has(JSON.stringify([list, true]));
      if (!isUsed) report.leftOut(rows[0]?.place ?? 'choices', 'list-unused', { was: list });
    }
    for (const row of sheets.choices) {
      if (row.value('list_name') === '' && row.value('name') !== '') report.leftOut(row.place, 'row-not-understood', { was: row.value('name') });
    }
  }

  private page(group: FormGroup, built: ReadonlyMap<FormQuestion, ElementJson | null>): readonly PageJson[] {
    const elements = group.children.flatMap((child) => (child.kind === 'question' ? this.finished(child, built) : this.panel(child, built)));
    if (elements.length === 0) return [];
    const { row } = group;
    const { expression, never } = this.relevance(row);
    if (never) {
      this.report.leftOut(row.place, 'question-hidden', { type: row.value('type') });
      return [];
    }
    this.reportGroup(group);
    return [{ name: this.nameOf(row), title: this.texts.plain(row.texts('label'), row.place), description: this.texts.plain(row.texts('hint'), row.place), visibleIf: expression, elements }];
  }

  private panel(group: FormGroup, built: ReadonlyMap<FormQuestion, ElementJson | null>): readonly ElementJson[] {
    const [page] = this.page(group, built);
    if (page === undefined) return [];
    const { name, title, description, visibleIf, elements } = page;
    const texts = { ...(Object.keys(title).length > 0 ? { title } : {}), ...(Object.keys(description).length > 0 ? { description } : {}) };
    return [shownIf({ type: 'panel', name, ...texts, elements }, visibleIf)];
  }

  private reportGroup({ row }: FormGroup): void {
    this.report.taken(row.place, row.value('type'));
    this.reportName(row);
    this.reportAppearance(row);
    this.reportRest(row);
  }

  private element(question: FormQuestion): ElementJson | null {
    const { row, type } = question;
    const name = this.nameOf(row);
    const reason = NEVER.test(row.value('relevant')) ? 'question-hidden' : isShownCalculation(question) ? 'calculation-not-offered' : null;
    if (reason !== null) {
      this.report.leftOut(row.place, reason, { type: row.value('type') });
      return null;
    }
    const element = formElement(type, {
      row,
      foreignName: row.value('name'),
      name,
      texts: this.texts,
      report: this.report,
      lists: this.lists,
      codedLists: this.codedLists,
      means: (answer, foreign = row.value('name')) => {
        if (!this.answers.has(foreign)) this.answers.set(foreign, answer);
      },
    });
    if (element === null) return null;
    if (type.kind !== 'note') this.hasQuestions = true;
    this.report.taken(row.place, row.value('type'));
    this.reportName(row);
    this.reportAppearance(row);
    this.reportRest(row);
    return element;
  }

  private finished(question: FormQuestion, built: ReadonlyMap<FormQuestion, ElementJson | null>): readonly ElementJson[] {
    const element = built.get(question);
    if (element === undefined || element === null) return [];
    const { expression } = this.relevance(question.row);
    const required = question.type.kind === 'note' ? {} : this.requirement(question.row);
    return [shownIf({ ...element, ...required }, expression)];
  }

  private requirement(row: FormRow): ElementJson {
    const was = row.value('required');
    if (/^(|no|false(\(\))?|0)$/i.test(was)) return {};
    if (/^(yes|true(\(\))?|1)$/i.test(was)) return flag('isRequired', true);
    const { expression, failure } = tryTranslation(was, this.conditions);
    if (failure !== null) this.report.leftOut(row.place, 'rule-not-understood', { type: 'required', was });
    if (expression !== null) this.report.changed(row.place, 'condition-translated', { type: 'required', was, now: expression });
    return expression === null ? flag('isRequired', failure === null) : valueProperty('requiredIf', expression);
  }

  private relevance(row: FormRow): TranslatedCondition {
    return translatedCondition(row.value('relevant'), this.conditions, row.place, 'relevant', this.report);
  }

  private nameOf(row: FormRow): string {
    const known = this.newNames.get(row);
    if (known !== undefined) return known;
    const name = this.names.claim(`row_${row.place.replace(/^.*!/, '')}`);
    this.newNames.set(row, name);
    return name;
  }

  private reportName(row: FormRow): void {
    const [was, now] = [row.value('name'), this.nameOf(row)];
    if (was !== now && was !== '') this.report.changed(row.place, 'name-changed', { was, now });
  }

  private reportAppearance(row: FormRow): void {
    const unknown = row.value('appearance').split(/\s+/).filter((word) => word !== '' && !BENIGN_APPEARANCE.test(word));
    if (unknown.length > 0) this.report.leftOut(row.place, 'setting-not-offered', { type: 'appearance', was: `appearance ${unknown.join(' ')}` });
  }

  private reportRest(row: FormRow): void {
    const { report } = this;
    if (row.value('default') !== '') report.leftOut(row.place, 'default-not-offered', { was: row.value('default') });
    reportParameters(row, report);
    if (row.value('trigger') !== '') report.leftOut(row.place, 'calculation-not-offered', { was: `trigger ${row.value('trigger')}` });
    if (row.value('calculation') !== '') report.leftOut(row.place, 'calculation-not-offered', { was: row.value('calculation') });
    if (/^(yes|true(\(\))?|1)$/i.test(row.value('read_only'))) report.leftOut(row.place, 'setting-not-offered', { was: 'read_only' });
    for (const column of ['guidance_hint', 'constraint_message', 'required_message']) {
      if (hasText(row.texts(column))) report.leftOut(row.place, 'setting-not-offered', { was: column });
    }
    for (const medium of ['image', 'audio', 'video', 'big-image']) {
      if (hasText(row.texts(medium))) report.leftOut(row.place, 'media-not-offered', { type: medium });
    }
  }
}

/** A condition that is plainly false hides its question for everybody. */
const NEVER = /^[\s(]*false\(\s*\)[\s)]*$/;

/** A text that nobody can type: it only shows a calculation. */
function isShownCalculation({ row, type }: FormQuestion): boolean {
  return row.value('read_only') !== '' && type.kind === 'text' && row.value('calculation') !== '';
}

function hasAnswer(question: FormQuestion, lists: ReadonlyMap<string, readonly FormRow[]>): boolean {
  const { row, type } = question;
  if (type.kind === 'note' || NEVER.test(row.value('relevant')) || isShownCalculation(question)) return false;
  const count = type.kind === 'select' || type.kind === 'rank' ? (lists.get(type.list)?.length ?? 0) : 1;
  return count > 0 && count <= MOST_CODES;
}

function hasText(texts: ForeignTexts): boolean {
  return [...texts.values()].some((text) => text.trim() !== '');
}

/** Parameters that the elements read, or that only say how large a field is. */
const READ_PARAMETERS: ReadonlySet<string> = new Set(['randomize', 'seed', 'start', 'end', 'step', 'rows']);

function reportParameters(row: FormRow, report: ReportBuilder): void {
  for (const [, name = '', value = ''] of row.value('parameters').matchAll(/([\w-]{1,100})\s*=\s*([^\s,;]{0,200})/g)) {
    if (!READ_PARAMETERS.has(name.toLowerCase())) report.leftOut(row.place, 'setting-not-offered', { type: 'parameters', was: `${name}=${value}` });
  }
}

function questionsIn(group: FormGroup): readonly FormQuestion[] {
  return group.children.flatMap((child) => (child.kind === 'question' ? [child] : questionsIn(child)));
}

function choiceLists(rows: readonly FormRow[]): ReadonlyMap<string, readonly FormRow[]> {
  const lists = new Map<string, FormRow[]>();
  for (const row of rows) {
    const name = row.value('list_name');
    if (name === '') continue;
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [row]);
    else list.push(row);
  }
  return lists;
}
