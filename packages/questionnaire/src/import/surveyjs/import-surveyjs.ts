import type { QuestionType } from '@stadtteilstimme/domain';
import { readJson } from '../../files/read-json.js';
import { createVariableNames } from '../../compile/variable-names.js';
import { ImportedTexts } from '../imported-texts.js';
import { ReportBuilder } from '../import-report.js';
import { importResult, MAX_QUESTIONS, NotThisFormat, type ImportedQuestionnaire, type ImportResult } from '../import-result.js';
import { languageMap, type LanguageMap } from '../language-codes.js';
import { shownIf, surveyJson, textProperty, valueProperty, type ElementJson, type PageJson } from '../survey-parts.js';
import { surveyElement } from './survey-elements.js';
import { SurveyExpressions } from './survey-expressions.js';
import { isRecord, numberIn, recordsIn, type Json } from './survey-json-values.js';
import { surveyLanguages, type SurveyLanguages } from './survey-languages.js';
import { reportDropped, tagsOf } from './survey-properties.js';
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
  reportDropped(survey, ['title', 'description', 'locale', 'pages', 'elements', 'completedHtml', 'clearInvisibleValues', 'maxTextLength', 'maxCommentLength', 'showQuestionNumbers'], 'survey', report);
  const clearing = survey['clearInvisibleValues'];
  if (clearing !== undefined && clearing !== 'onHiddenContainer') report.leftOut('survey', 'setting-not-offered', { was: `clearInvisibleValues = ${String(clearing)}` });
  const { texts } = run;
  return {
    survey: surveyJson(pages, map.languages, { title: texts.plain(languages.texts(survey['title']), 'survey.title'), description: texts.plain(languages.texts(survey['description']), 'survey.description') }),
    welcome: {},
    thanks: texts.plain(languages.texts(survey['completedHtml']), 'survey.completedHtml'),
    languages: map.languages,
    report: report.report,
  };
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
  private readonly names = createVariableNames();
  private readonly newNames = new Map<string, string>();
  private readonly claimed = new Map<Json, string>();
  private readonly answers = new Map<string, { readonly type: QuestionType; readonly yesNo?: true }>();
  private readonly expressions: SurveyExpressions;
  private questions = 0;

  constructor(
    private readonly survey: Json,
    private readonly languages: SurveyLanguages,
    map: LanguageMap,
    private readonly versions: SurveyVersions,
    private readonly report: ReportBuilder,
  ) {
    this.claimNames(recordsIn(survey['pages']).length > 0 ? recordsIn(survey['pages']).flatMap(childrenOf) : childrenOf(survey));
    this.texts = new ImportedTexts(map, report, {
      pattern: /\{[^{}]{1,200}\}/g,
      translate: (placeholder) => {
        const name = this.newNames.get(placeholder.slice(1, -1).trim());
        return name === undefined || placeholder === `{${name}}` ? placeholder : `{${name}}`;
      },
    });
    this.expressions = new SurveyExpressions(this.newNames, this.answers, report);
  }

  pages(): readonly PageJson[] {
    const listed = recordsIn(this.survey['pages']);
    const pages = listed.length > 0 ? listed : [{ elements: childrenOf(this.survey) }];
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
      name: this.names.claim(typeof page['name'] === 'string' && page['name'] !== '' ? page['name'] : `page${index + 1}`),
      title: this.texts.plain(this.languages.texts(page['title']), place),
      description: this.texts.plain(this.languages.texts(page['description']), place),
      visibleIf: this.expressions.taken(page['visibleIf'], place, 'visibleIf'),
      elements: nodes.map((node) => this.finished(node)),
    }];
  }

  private claimNames(elements: readonly Json[]): void {
    for (const json of elements) {
      this.questions += 1;
      if (this.questions > MAX_QUESTIONS) throw new NotThisFormat('too-many-questions', this.report.report, String(MAX_QUESTIONS));
      const foreign = typeof json['name'] === 'string' ? json['name'] : '';
      const name = this.names.claim(foreign === '' ? `question_${this.questions}` : foreign);
      this.claimed.set(json, name);
      if (foreign !== '' && !this.newNames.has(foreign)) this.newNames.set(foreign, name);
      if (json['type'] === 'panel') this.claimNames(childrenOf(json));
    }
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
    return { source: json, place, element: { type: 'panel', name, ...text('title'), ...text('description'), ...tagsOf(json) }, children };
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
      maxTextLength: numberIn(this.survey['maxTextLength']),
      claim: (wanted) => this.names.claim(wanted),
    });
    if (element === null) return null;
    if (type !== 'html') this.hasQuestions = true;
    for (const asked of recordsIn(element['elements']).length > 0 ? recordsIn(element['elements']) : [element]) {
      if (asked['type'] === 'html') continue;
      const key = String(asked['name']);
      this.answers.set(key, { type: answerType(asked), ...(asked['type'] === 'boolean' && asked['valueTrue'] === undefined ? { yesNo: true } : {}) });
      if (asked['showOtherItem'] === true || asked['showCommentArea'] === true) this.answers.set(`${key}-Comment`, { type: 'text' });
    }
    return { source: json, place, element, children: null };
  }

  private finished({ source, place, element, children }: Node): ElementJson {
    const required = element['type'] === 'html' || element['type'] === 'panel' ? null : this.expressions.taken(source['requiredIf'], place, 'requiredIf');
    const inside = children === null ? {} : { elements: children.map((child) => this.finished(child)) };
    return shownIf({ ...element, ...inside, ...valueProperty('requiredIf', required) }, this.expressions.taken(source['visibleIf'], place, 'visibleIf'));
  }

  private isHidden(json: Json, place: string, type: string): boolean {
    const isHidden = json['visible'] === false && (typeof json['visibleIf'] !== 'string' || json['visibleIf'] === '');
    if (isHidden) this.report.leftOut(place, 'question-hidden', { type });
    return isHidden;
  }
}

/** Only matrices and rankings have parts that a condition may read. */
function answerType({ type }: ElementJson): QuestionType {
  return type === 'matrix' || type === 'ranking' ? type : 'single';
}

function childrenOf(container: Json): readonly Json[] {
  return recordsIn(Array.isArray(container['elements']) ? container['elements'] : container['questions']);
}
