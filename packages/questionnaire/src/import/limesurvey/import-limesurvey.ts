import { readXml } from '../../files/read-xml.js';
import { createVariableNames, type VariableNames } from '../../compile/variable-names.js';
import type { ConditionSource } from '../condition/condition.js';
import type { ConditionLanguage } from '../condition/condition-parser.js';
import { translatedCondition, type TranslatedCondition } from '../condition/translate-condition.js';
import { ImportedTexts, type PlaceholderLanguage } from '../imported-texts.js';
import { ReportBuilder } from '../import-report.js';
import { importResult, NotThisFormat, type ImportedQuestionnaire, type ImportResult } from '../import-result.js';
import { languageMap, type LanguageMap } from '../language-codes.js';
import { MOST_CODES } from '../../codebook/choice-codes.js';
import { shownIf, surveyJson, type ElementJson, type PageJson } from '../survey-parts.js';
import { reportAttributes } from './lss-attributes.js';
import { attributeOf } from './lss-context.js';
import { lssElements, lssTypeName, reasonToLeaveOut } from './lss-elements.js';
import { relevanceLanguage } from './lss-relevance.js';
import { lssSurvey, type LssGroup, type LssQuestion, type LssSurvey } from './lss-survey.js';

/**
 * Imports a LimeSurvey survey file (.lss), texts in the rows (versions 2 and 3) or in tables of their own (since 4).
 * Pure: the same bytes give the same result. Bad files come back as problems, nothing is thrown for them.
 *
 * Groups become pages, questions their counterparts here; see `lssElements` for the types, `relevanceLanguage` for the
 * conditions that can be translated. Source: LimeSurvey manual (question types, Expression Manager) and survey files of
 * its versions 2 to 6.
 */
export function importLimeSurvey(bytes: Uint8Array): ImportResult {
  return importResult(() => {
    if (ZIP_START.every((byte, index) => bytes[index] === byte)) throw new NotThisFormat('limesurvey-archive');
    return imported(lssSurvey(readXml(bytes)));
  });
}

/** First bytes of every ZIP; LimeSurvey's archives are one. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04];

function imported(lss: LssSurvey): ImportedQuestionnaire {
  const report = new ReportBuilder();
  const languages = languageMap(lss.languages, report);
  const run = new LimeSurveyImport(lss, languages, report);
  const pages = run.pages();
  if (pages.every((page) => page.elements.every((element) => element['type'] === 'html'))) throw new NotThisFormat('no-questions', report.report);
  run.reportSettings();
  const texts = run.texts;
  return {
    survey: surveyJson(pages, languages.languages, { title: texts.plain(lss.title, 'survey.title'), description: texts.plain(lss.description, 'survey.description') }),
    welcome: texts.plain(lss.welcome, 'survey.welcome'),
    thanks: texts.plain(lss.thanks, 'survey.thanks'),
    languages: languages.languages,
    report: report.report,
  };
}

/** Types whose answer is one value that a text can show. */
const SHOWABLE = ['L', '!', 'O', 'Y', 'G', '5', 'S', 'T', 'U', 'N', 'D'];

/** A relevance equation that is plainly false hides its question for everybody. */
const NEVER = /^[\s(]*0[\s)]*$/;

/** Parts of an expression that hold while a question has no answer. */
const HOLDS_WITHOUT_ANSWER = /<>|(?<!not)empty|notcontains|!\(/;

function isHidden(question: LssQuestion): boolean {
  return attributeOf(question, 'hidden') === '1' || NEVER.test(question.relevance);
}

/** The question will have an answer here that a text can show. */
function isAsked(question: LssQuestion): boolean {
  const needsAnswers = ['L', '!', 'O'].includes(question.type);
  return !isHidden(question) && reasonToLeaveOut(question) === null && (!needsAnswers || (question.answers.length > 0 && question.answers.length <= MOST_CODES));
}

class LimeSurveyImport {
  readonly texts: ImportedTexts;
  private readonly names: VariableNames = createVariableNames();
  private readonly newNames = new Map<LssQuestion, string>();
  private readonly sources = new Map<string, ConditionSource>();
  /** Codes that conditions may read → the question they belong to. */
  private readonly owners = new Map<string, LssQuestion>();
  private readonly conditions: ConditionLanguage;
  /** Questions that have a condition, themselves or by their group. */
  private readonly hideable: ReadonlySet<LssQuestion>;

  constructor(
    private readonly lss: LssSurvey,
    private readonly languages: LanguageMap,
    private readonly report: ReportBuilder,
  ) {
    const isCondition = (relevance: string): boolean => !['', '1'].includes(relevance.trim());
    this.hideable = new Set(lss.groups.flatMap((group) => group.questions.filter((question) => isCondition(group.relevance) || isCondition(question.relevance))));
    for (const question of lss.groups.flatMap((group) => group.questions)) this.newNames.set(question, this.names.claim(question.code));
    this.texts = new ImportedTexts(languages, report, this.placeholders());
    this.conditions = relevanceLanguage((code) => this.sources.get(code) ?? this.sources.get(byQuestionNumber(code)));
  }

  pages(): readonly PageJson[] {
    // Elements first: conditions may read any question, also a later one.
    const built = this.lss.groups.map((group) => ({ group, questions: group.questions.map((question) => ({ question, elements: this.elements(question) })) }));
    return built.flatMap(({ group, questions }, index) => {
      const elements = questions.flatMap(({ question, elements: own }) => this.shownByRelevance(question, own));
      return this.page(group, `G${index + 1}`, elements);
    });
  }

  reportSettings(): void {
    const { report, lss } = this;
    report.leftOut('survey.settings', 'settings-not-offered');
    for (const row of lss.strayRows) report.leftOut(row, 'row-not-understood');
    for (const was of lss.unlistedLanguages) report.leftOut(`language ${was}`, 'language-not-listed', { was });
    for (const was of lss.unknownTables) report.leftOut(was, 'table-left-out', { was });
    if (lss.hasQuotas) report.leftOut('survey.quota', 'quota-not-offered');
    if (lss.hasAssessments) report.leftOut('survey.assessments', 'assessment-not-offered', { was: 'assessments' });
    if ([...lss.policyNotice.values()].some((text) => text.trim() !== '')) report.leftOut('survey.policy_notice', 'privacy-notice-left-out');
  }

  private page(group: LssGroup, place: string, elements: readonly ElementJson[]): readonly PageJson[] {
    if (group.random !== '') this.report.leftOut(place, 'order-random', { type: 'randomization_group' });
    const title = this.texts.plain(group.texts, place);
    const description = this.texts.plain(group.description, place);
    if (elements.length === 0) {
      this.report.leftOut(place, 'no-content', { type: 'group' });
      return [];
    }
    const { expression, never } = this.condition(group.relevance, place, 'grelevance');
    if (never) {
      this.report.leftOut(place, 'question-hidden', { type: 'group' });
      return [];
    }
    this.report.taken(place, 'group');
    return [{ name: this.names.claim(`page_${place}`), title, description, visibleIf: expression, elements }];
  }

  private elements(question: LssQuestion): readonly ElementJson[] {
    const { report } = this;
    const name = this.newNames.get(question) ?? '';
    if (isHidden(question)) {
      report.leftOut(question.code, 'question-hidden', { type: lssTypeName(question.type) });
      return [];
    }
    const elements = lssElements({
      question,
      name,
      texts: this.texts,
      languages: this.languages,
      baseLanguage: this.lss.languages[0] ?? '',
      report,
      claim: (wanted) => this.names.claim(wanted),
      means: (code, source) => {
        this.learn(question, code, source);
      },
    });
    if (elements.length === 0) return [];
    report.taken(question.code, lssTypeName(question.type));
    if (name !== question.code) report.changed(question.code, 'name-changed', { was: question.code, now: name });
    reportAttributes(question, report);
    if (question.pattern !== '') report.leftOut(`${question.code}.preg`, 'rule-not-understood', { was: question.pattern });
    if (question.hasDefault) report.leftOut(question.code, 'default-not-offered');
    if (question.hasScript) report.leftOut(`${question.code}.script`, 'program-not-offered');
    return elements;
  }

  /** Answers can also be called by the number of their question: `Q481`, with the subquestion behind. */
  private learn(question: LssQuestion, code: string, source: ConditionSource): void {
    for (const name of [code, `Q${question.id}${code.slice(question.code.length)}`]) {
      if (this.sources.has(name)) continue;
      this.sources.set(name, source);
      this.owners.set(name, question);
    }
  }

  private shownByRelevance(question: LssQuestion, elements: readonly ElementJson[]): readonly ElementJson[] {
    if (elements.length === 0) return [];
    const { expression } = this.condition(question.relevance, question.code, 'relevance');
    if (['', '1'].includes(question.relevance)) {
      for (const was of question.oldConditions) this.report.leftOut(question.code, 'condition-not-understood', { type: 'conditions', was });
    }
    return elements.map((element) => shownIf(element, expression));
  }

  private condition(relevance: string, place: string, type: string): TranslatedCondition {
    const translated = translatedCondition(relevance, this.conditions, place, type, this.report);
    if (translated.expression !== null && HOLDS_WITHOUT_ANSWER.test(translated.expression)) this.reportHiddenSources(relevance.trim(), place, type);
    return translated;
  }

  /** Without `.NAOK` a condition of LimeSurvey is false as soon as a question it reads is hidden. */
  private reportHiddenSources(was: string, place: string, type: string): void {
    const outsideTexts = was.replaceAll(/"[^"]*"|'[^']*'/g, ' ');
    for (const [, code = '', suffix] of outsideTexts.matchAll(/([A-Za-z]\w*|\d+X\d+X\w+)(\.\w+)?/g)) {
      const owner = this.owners.get(code) ?? this.owners.get(byQuestionNumber(code));
      if (owner === undefined || /NAOK$/i.test(suffix ?? '') || !this.hideable.has(owner)) continue;
      this.report.changed(place, 'condition-while-shown', { type, was, now: owner.code });
    }
  }

  /** `{Q1}` or `{Q1.shown}` in a text shows an earlier answer; anything else in braces is an expression or a person's data. */
  private placeholders(): PlaceholderLanguage {
    const answerable = [...this.newNames].filter(([question]) => SHOWABLE.includes(question.type) && isAsked(question));
    const byCode = new Map(answerable.map(([question, name]) => [question.code, name]));
    return {
      pattern: /\{[^\s{}][^{}]{0,500}\}/g,
      translate: (placeholder) => {
        const code = /^\{(\w+)(?:\.(?:shown|NAOK|value))?\}$/.exec(placeholder)?.[1];
        const name = code === undefined ? undefined : byCode.get(code);
        return name === undefined ? null : `{${name}}`;
      },
    };
  }
}

/** `123X4X567SQ001`, as older files call an answer (survey, group, question, subquestion), by the number of its question: `Q567_SQ001`. */
function byQuestionNumber(code: string): string {
  const [, question = '', part = ''] = /^\d+X\d+X(\d+)(.*)$/s.exec(code) ?? [];
  return question === '' ? code : `Q${question}${part === '' ? '' : `_${part}`}`;
}
