import type { QuestionType } from '@stadtteilstimme/domain';
import type { ReadableAnswer } from '../../codebook/condition-problems.js';
import { readJson } from '../../files/read-json.js';
import { commentKeyOf } from '../../survey-model/free-text-condition.js';
import { LONGEST_TEXT } from '../../codebook/value-rules.js';
import { ImportedTexts } from '../imported-texts.js';
import { ReportBuilder } from '../import-report.js';
import { importResult, MAX_QUESTIONS, NotThisFormat, type ImportedQuestionnaire, type ImportResult } from '../import-result.js';
import { languageMap, type LanguageMap } from '../language-codes.js';
import { shownIf, surveyJson, textProperty, valueProperty, type ElementJson, type PageJson } from '../survey-parts.js';
import { ASKING_TYPES, surveyElement } from './survey-elements.js';
import { SurveyExpressions } from './survey-expressions.js';
import { PERSONAL_INPUT } from './survey-field-elements.js';
import { isRecord, numberIn, recordsIn, type Json } from './survey-json-values.js';
import { surveyLanguages, type SurveyLanguages } from './survey-languages.js';
import { SurveyNames } from './survey-names.js';
import { reportDropped, tagsOf } from './survey-properties.js';
import { SurveyRenames } from './survey-renames.js';
import { SurveyVersions } from './survey-versions.js';

/**
 * Imports SurveyJS JSON of the library's versions 1 and 2 and normalises it: today's property names, every choice with value
 * and text, every text under its language, only what our questionnaires have. Pure: the same bytes give the same result. Bad
 * files come back as problems, nothing is thrown for them. Source: SurveyJS Form Library documentation and survey-core 2.5.
 */
export function importSurveyJs(bytes: Uint8Array): ImportResult {
  return importResult(() => imported(readJson(bytes)));
}

function imported(json: unknown): ImportedQuestionnaire {
  if (!isRecord(json) || !['pages', 'elements', 'questions'].some((name) => Array.isArray(json[name]))) throw new NotThisFormat('not-surveyjs');
  const report = new ReportBuilder();
  const versions = new SurveyVersions(report);
  const survey = versions.renamed(json, 'survey');
  const languages = surveyLanguages(survey);
  const map = languageMap(languages.foreign, report);
  if (languages.assumed !== null) report.changed('survey.locale', 'language-assumed', { now: map.ours(languages.assumed) ?? languages.assumed });
  const run = new SurveyJsImport(survey, languages, map, versions, report);
  const pages = run.pages();
  if (!run.hasQuestions) throw new NotThisFormat('no-questions', report.report);
  const settings = surveySettings(survey, pages, report);
  const { texts } = run;
  return {
    survey: surveyJson(pages, map.languages, { title: texts.plain(languages.texts(survey['title']), 'survey.title'), description: texts.plain(languages.texts(survey['description']), 'survey.description') }, settings),
    welcome: {},
    thanks: texts.plain(languages.texts(survey['completedHtml']), 'survey.completedHtml'),
    languages: map.languages,
    report: report.report,
  };
}

/** Settings that stay as the file has them, when it has them. */
const KEPT_SWITCHES = ['showTitle', 'showCompletePage', 'focusFirstQuestionAutomatic'] as const;

/** What the survey says for all its questions; what cannot stay is reported. */
function surveySettings(survey: Json, pages: readonly PageJson[], report: ReportBuilder): ElementJson {
  const numbers = survey['showQuestionNumbers'];
  reportDropped(survey, [
    'title', 'description', 'locale', 'pages', 'elements', 'completedHtml', 'clearInvisibleValues', 'maxTextLength', 'maxCommentLength',
    'sjsVersion', '$schema',
    ...(numbers === 'off' ? ['showQuestionNumbers'] : []), ...KEPT_SWITCHES,
  ], 'survey', report);
  return {
    ...commentLength(survey['maxCommentLength'], report),
    ...clearing(survey['clearInvisibleValues'], pages, report),
    ...Object.fromEntries(KEPT_SWITCHES.flatMap((name) => (typeof survey[name] === 'boolean' ? [[name, survey[name]] as const] : []))),
  };
}

function commentLength(stated: unknown, report: ReportBuilder): ElementJson {
  const length = numberIn(stated);
  if (length === null || length <= 0) return {};
  const now = Math.min(LONGEST_TEXT, Math.max(1, Math.floor(length)));
  if (now !== length) report.changed('survey.maxCommentLength', 'text-limit-set', { was: String(length), now: String(now) });
  return { maxCommentLength: now };
}

/** Hidden answers go at once; `onHidden` does that too as long as no page or panel has a condition. */
function clearing(stated: unknown, pages: readonly PageJson[], report: ReportBuilder): ElementJson {
  if (stated === undefined || stated === 'onHiddenContainer') return {};
  if (stated === 'onHidden' && !pages.some(hidesContainers)) return { clearInvisibleValues: 'onHidden' };
  report.changed('survey', 'setting-changed', { was: `clearInvisibleValues = ${String(stated)}`, now: 'onHiddenContainer' });
  return {};
}

function hidesContainers({ visibleIf, elements }: PageJson): boolean {
  const hides = (element: ElementJson): boolean => element['type'] === 'panel' && (element['visibleIf'] !== undefined || recordsIn(element['elements']).some(hides));
  return visibleIf !== null || elements.some(hides);
}

/** An element between its making and its conditions, which may read questions that come later. */
interface Node {
  readonly source: Json;
  readonly place: string;
  readonly element: ElementJson;
  readonly children: readonly Node[] | null;
}

class SurveyJsImport {
  hasQuestions = false;
  readonly texts: ImportedTexts;
  private hasDistrict = false;
  private readonly names = new SurveyNames();
  private readonly containerNames = new SurveyNames();
  private readonly renames = new SurveyRenames();
  private readonly claimed = new Map<Json, string>();
  /** Names that a text may call in the file and that have no answer here. */
  private readonly withoutAnswer = new Set<string>();
  private readonly answers = new Map<string, ReadableAnswer>();
  private readonly expressions: SurveyExpressions;

  constructor(
    private readonly survey: Json,
    private readonly languages: SurveyLanguages,
    map: LanguageMap,
    private readonly versions: SurveyVersions,
    private readonly report: ReportBuilder,
  ) {
    const elements = this.listed(recordsIn(survey['pages']).length > 0 ? recordsIn(survey['pages']).flatMap(childrenOf) : childrenOf(survey));
    this.claimNames(elements);
    for (const json of [...elements.filter((element) => !hasAnswer(element)), ...recordsIn(survey['calculatedValues'])]) {
      if (typeof json['name'] === 'string' && json['name'] !== '') this.withoutAnswer.add(json['name']);
    }
    this.texts = new ImportedTexts(map, report, {
      pattern: /\{[^{}]{1,200}\}/g,
      translate: (placeholder) => {
        const foreign = placeholder.slice(1, -1).trim();
        if (this.withoutAnswer.has(foreign) || LOOPED.test(foreign)) return null;
        const now = this.renames.variable(foreign);
        return now === foreign ? placeholder : `{${now}}`;
      },
    });
    this.expressions = new SurveyExpressions(this.renames, this.answers, report);
  }

  pages(): readonly PageJson[] {
    const listed = recordsIn(this.survey['pages']);
    const pages = listed.length > 0 ? listed : [{ elements: childrenOf(this.survey) }];
    if (listed.length > 0 && childrenOf(this.survey).length > 0) this.report.leftOut('survey.elements', 'row-not-understood');
    const made = pages.map((page, index) => {
      const place = typeof page['name'] === 'string' && page['name'] !== '' ? page['name'] : `pages[${index}]`;
      return { page, place, nodes: this.isHidden(page, place, 'page') ? [] : childrenOf(page).flatMap((child) => this.node(child)) };
    });
    return made.flatMap(({ page, place, nodes }, index) => this.page(page, place, index, nodes));
  }

  private page(page: Json, place: string, index: number, nodes: readonly Node[]): readonly PageJson[] {
    if (nodes.length === 0) {
      this.report.leftOut(place, 'no-content', { type: 'page' });
      return [];
    }
    this.report.taken(place, 'page');
    reportDropped(page, ['title', 'description', 'visibleIf', 'elements', 'questions'], place, this.report);
    return [{
      name: this.containerNames.claim(typeof page['name'] === 'string' && page['name'] !== '' ? page['name'] : `page${index + 1}`),
      title: this.texts.plain(this.languages.texts(page['title']), place),
      description: this.texts.plain(this.languages.texts(page['description']), place),
      visibleIf: this.expressions.taken(page['visibleIf'], place, 'visibleIf'),
      tags: tagsOf(page, 'page'),
      elements: nodes.map((node) => this.finished(node)),
    }];
  }

  /** Every element in the order of the file, panels before what is in them. */
  private listed(elements: readonly Json[]): readonly Json[] {
    const all = elements.flatMap((json): readonly Json[] => [json, ...(json['type'] === 'panel' ? this.listed(childrenOf(json)) : [])]);
    if (all.length > MAX_QUESTIONS) throw new NotThisFormat('too-many-questions', this.report.report, String(MAX_QUESTIONS));
    return all;
  }

  private claimNames(elements: readonly Json[]): void {
    const foreign = (json: Json): string => (typeof json['name'] === 'string' ? json['name'] : '');
    const questions = elements.filter((json) => json['type'] !== 'panel');
    const names = this.names.claimAll(questions.map((json) => ({ wanted: foreign(json), hasComment: COMMENT_FLAGS.some((flag) => json[flag] === true) })));
    for (const [index, json] of questions.entries()) {
      const name = names[index] ?? '';
      this.claimed.set(json, name);
      this.renames.question(foreign(json), name);
    }
    for (const [index, json] of questions.entries()) if (foreign(json) !== '') this.renames.question(commentKeyOf(foreign(json)), commentKeyOf(names[index] ?? ''));
    for (const [index, json] of elements.entries()) if (json['type'] === 'panel') this.claimed.set(json, this.containerNames.claim(foreign(json) || `panel_${index + 1}`));
  }

  private node(original: Json): readonly Node[] {
    const name = this.claimed.get(original) ?? '';
    const place = typeof original['name'] === 'string' && original['name'] !== '' ? original['name'] : name;
    const type = typeof original['type'] === 'string' ? original['type'] : '';
    if (this.isHidden(original, place, type)) return [];
    const json = this.versions.renamed(original, place);
    const node = type === 'panel' ? this.panel(json, name, place) : this.question(json, type, name, place);
    if (node === null) return [];
    this.report.taken(place, type);
    if (place !== name) this.report.changed(place, 'name-changed', { was: place, now: name });
    return [node];
  }

  private panel(json: Json, name: string, place: string): Node | null {
    const children = childrenOf(json).flatMap((child) => this.node(child));
    if (children.length === 0) {
      this.report.leftOut(place, 'no-content', { type: 'panel' });
      return null;
    }
    reportDropped(json, ['title', 'description', 'visibleIf', 'elements'], place, this.report);
    const text = (property: string): ElementJson => textProperty(property, this.texts.plain(this.languages.texts(json[property]), place));
    return { source: json, place, element: { type: 'panel', name, ...text('title'), ...text('description'), ...tagsOf(json, 'panel') }, children };
  }

  private question(json: Json, type: string, name: string, place: string): Node | null {
    const element = surveyElement({
      json,
      type,
      name,
      place,
      texts: this.texts,
      languages: this.languages,
      report: this.report,
      renames: this.renames,
      maxTextLength: numberIn(this.survey['maxTextLength']),
      claim: (wanted) => this.names.claim(wanted),
    });
    if (element === null) return null;
    if (type !== 'html') this.hasQuestions = true;
    for (const asked of recordsIn(element['elements']).length > 0 ? recordsIn(element['elements']) : [element]) {
      if (asked['type'] === 'html') continue;
      const key = String(asked['name']);
      const rows = answerType(asked) === 'matrix' ? { rows: new Set(recordsIn(asked['rows']).map((row) => String(row['value']))) } : {};
      this.answers.set(key, { type: answerType(asked), ...rows, ...(asked['type'] === 'boolean' && asked['valueTrue'] === undefined ? { yesNo: true } : {}) });
      if (asked['showOtherItem'] === true || asked['showCommentArea'] === true) this.answers.set(commentKeyOf(key), { type: 'text' });
    }
    return { source: json, place, element: this.asksDistrictOnce(element, place), children: null };
  }

  /** One question with one answer asks for the district; the mark on any other says nothing and is left out. */
  private asksDistrictOnce(element: ElementJson, place: string): ElementJson {
    if (element['asksDistrict'] !== true) return element;
    const isSingle = ['radiogroup', 'dropdown', 'rating', 'boolean'].includes(String(element['type'])) || (element['type'] === 'imagepicker' && element['multiSelect'] !== true);
    if (isSingle && !this.hasDistrict) {
      this.hasDistrict = true;
      return element;
    }
    this.report.leftOut(place, 'setting-not-offered', { was: 'asksDistrict' });
    const { asksDistrict: _asksDistrict, ...rest } = element;
    return rest;
  }

  private finished({ source, place, element, children }: Node): ElementJson {
    const required = element['type'] === 'html' || element['type'] === 'panel' ? null : this.expressions.taken(source['requiredIf'], place, 'requiredIf');
    const inside = children === null ? {} : { elements: children.map((child) => this.finished(child)) };
    return shownIf({ ...element, ...inside, ...valueProperty('requiredIf', required) }, this.expressions.taken(source['visibleIf'], place, 'visibleIf'));
  }

  private isHidden(json: Json, place: string, type: string): boolean {
    const isHidden = isAlwaysHidden(json);
    if (isHidden) this.report.leftOut(place, 'question-hidden', { type });
    return isHidden;
  }
}

/** Placeholders that only mean something inside a repeated panel or a matrix of inputs. */
const LOOPED = /^(?:panel|parentPanel|row|item|choice|rowIndex|panelIndex|visiblePanelIndex)(?:\.|$)/i;

/** Whether there will be an answer that a text can show; questions whose lists turn out empty are told by their own entry. */
function hasAnswer(json: Json): boolean {
  const inputType = json['type'] === 'text' && typeof json['inputType'] === 'string' ? json['inputType'] : '';
  return ASKING_TYPES.has(String(json['type'])) && !isAlwaysHidden(json) && !PERSONAL_INPUT.includes(inputType);
}

function isAlwaysHidden(json: Json): boolean {
  return json['visible'] === false && (typeof json['visibleIf'] !== 'string' || json['visibleIf'] === '');
}

/** Both versions' names of what makes a question store a text beside its answer. */
const COMMENT_FLAGS = ['hasOther', 'showOtherItem', 'hasComment', 'showCommentArea'];

/** Only matrices and rankings have parts that a condition may read. */
function answerType({ type }: ElementJson): QuestionType {
  return type === 'matrix' || type === 'ranking' ? type : 'single';
}

function childrenOf(container: Json): readonly Json[] {
  return recordsIn(Array.isArray(container['elements']) ? container['elements'] : container['questions']);
}
