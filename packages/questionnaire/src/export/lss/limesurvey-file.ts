import type { LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { element, text, xmlDocument } from '../xml/write-xml.js';
import { questionCodes } from './lss-codes.js';
import { lssRelevance } from './lss-condition.js';
import type { LssSource } from './lss-condition.js';
import { LssNotes } from './lss-notes.js';
import type { LssNote } from './lss-notes.js';
import { localizedText, planQuestion } from './lss-questions.js';
import type { Json, LssItem, LssQuestionPlan } from './lss-questions.js';
import { LssTables } from './lss-tables.js';

/** Structure of the files of LimeSurvey 6. */
const DB_VERSION = '640';

/** Any number: LimeSurvey gives the survey a free one when it reads the file. */
const SURVEY_ID = 100_001;

export interface LimeSurveyInput {
  readonly title: LocalizedText;
  readonly welcome: LocalizedText;
  readonly thanks: LocalizedText;
  /** SurveyJS JSON. */
  readonly survey: Json;
  /** The first is the base language. */
  readonly languages: readonly LanguageCode[];
}

export interface LimeSurveyFile {
  /** The file (.lss), UTF-8. */
  readonly xml: string;
  /** Everything that is not in the file as it is here; empty when nothing was lost. */
  readonly notes: readonly LssNote[];
}

/** Languages LimeSurvey has under another code. */
const LANGUAGE_THERE: Readonly<Record<LanguageCode, string>> = { 'de-simple': 'de-easy' };

/**
 * A questionnaire as a LimeSurvey survey file (.lss; structure of version 6, texts in the `…_l10ns` tables). Pages
 * become groups, questions the nearest type (L ! M R F N D S T X), codes stay where LimeSurvey allows them, conditions
 * of the simple kind become relevance equations. Answers are anonymous there too: no times, addresses or referrers.
 * What the format cannot carry is in `notes`, question by question.
 */
export function limeSurveyFile(input: LimeSurveyInput): LimeSurveyFile {
  const writer = new LimeSurveyWriter(input);
  return writer.file();
}

/** A question, or the heading of a panel, in the order of the page, with the conditions of the panels around it. */
interface PagedElement {
  readonly json: Json;
  readonly conditions: readonly string[];
}

class LimeSurveyWriter {
  private readonly notes = new LssNotes();
  private readonly tables = new LssTables();
  private readonly sources = new Map<string, LssSource>();
  private readonly base: LanguageCode;
  private readonly languages: readonly LanguageCode[];
  private codes: ReadonlyMap<string, string> = new Map();

  constructor(private readonly input: LimeSurveyInput) {
    this.languages = input.languages.length > 0 ? input.languages : ['de'];
    this.base = this.languages[0] ?? 'de';
  }

  file(): LimeSurveyFile {
    for (const language of this.languages) {
      if (this.there(language) !== language) this.notes.add('language-changed', language, { was: language, now: this.there(language) });
    }
    const pages = pagesOf(this.input.survey).map((page) => ({ page, elements: this.flattened(page['elements'], String(page['name'] ?? ''), []) }));
    this.codes = questionCodes(pages.flatMap(({ elements }) => elements.map(({ json }) => String(json['name'] ?? ''))));
    const planned = pages.map(({ page, elements }) => ({ page, questions: elements.flatMap((entry) => this.planned(entry)) }));
    for (const { questions } of planned) for (const { plan } of questions) for (const [name, source] of plan.sources) this.sources.set(name, source);
    planned.forEach(({ page, questions }, index) => {
      this.group(page, index, questions);
    });
    this.settings();
    return { xml: this.document(), notes: this.notes.all };
  }

  private document(): string {
    return xmlDocument(
      element(
        'document',
        {},
        element('LimeSurveyDocType', {}, text('Survey')),
        element('DBVersion', {}, text(DB_VERSION)),
        element('languages', {}, ...this.languages.map((language) => element('language', {}, text(this.there(language))))),
        ...this.tables.xml(),
      ),
    );
  }

  private flattened(held: unknown, place: string, conditions: readonly string[]): readonly PagedElement[] {
    if (!Array.isArray(held)) return [];
    return (held as readonly unknown[]).flatMap((entry): readonly PagedElement[] => {
      if (typeof entry !== 'object' || entry === null) return [];
      const json = entry as Json;
      if (json['type'] !== 'panel') return [{ json, conditions }];
      this.notes.add('panel-flattened', String(json['name'] ?? place));
      const inner = [...conditions, ...(typeof json['visibleIf'] === 'string' ? [json['visibleIf']] : [])];
      const heading = Object.keys(localizedText(json['title'], this.base)).length > 0 ? [{ json: { type: 'html', name: json['name'], html: this.escaped(localizedText(json['title'], this.base)) }, conditions: inner }] : [];
      return [...heading, ...this.flattened(json['elements'], String(json['name'] ?? place), inner)];
    });
  }

  private planned({ json, conditions }: PagedElement): readonly { readonly plan: LssQuestionPlan; readonly conditions: readonly string[] }[] {
    const name = String(json['name'] ?? '');
    const code = this.codes.get(name) ?? '';
    const plan = planQuestion(json, { name, code, base: this.base, languages: this.languages, notes: this.notes });
    if (plan === null) return [];
    if (code !== name) this.notes.add('name-changed', name, { was: name, now: code });
    return [{ plan, conditions: [...conditions, ...(typeof json['visibleIf'] === 'string' ? [json['visibleIf']] : [])] }];
  }

  private group(page: Json, index: number, questions: readonly { readonly plan: LssQuestionPlan; readonly conditions: readonly string[] }[]): void {
    const gid = this.tables.next('gid');
    const name = String(page['name'] ?? index + 1);
    for (const property of Object.keys(page)) if (!['name', 'title', 'description', 'visibleIf', 'elements'].includes(property)) this.notes.add('property-left-out', name, { was: property });
    const relevance = this.relevance(typeof page['visibleIf'] === 'string' ? [page['visibleIf']] : [], name);
    this.tables.add('groups', { gid, sid: SURVEY_ID, group_order: index + 1, randomization_group: '', grelevance: relevance });
    const title = localizedText(page['title'], this.base);
    const description = localizedText(page['description'], this.base);
    for (const language of this.languages) {
      this.tables.add('group_l10ns', { id: this.tables.next('text'), gid, group_name: this.html(title, language, name), description: this.html(description, language, name), language: this.there(language) });
    }
    questions.forEach(({ plan, conditions }, order) => {
      this.question(plan, gid, order + 1, this.relevance(conditions, plan.name));
    });
  }

  private question(plan: LssQuestionPlan, gid: number, order: number, relevance: string): void {
    const { json, type, code } = plan;
    const qid = this.tables.next('qid');
    this.tables.add('questions', {
      qid, parent_qid: 0, sid: SURVEY_ID, gid, type, title: code, preg: '', other: plan.other ? 'Y' : 'N', mandatory: json['isRequired'] === true ? 'Y' : 'N',
      encrypted: 'N', question_order: order, scale_id: 0, same_default: 0, relevance: relevance === '' ? '1' : relevance, modulename: '', same_script: 0,
    });
    const title = localizedText(type === 'X' ? json['html'] : json['title'], this.base);
    const help = localizedText(json['description'], this.base);
    for (const language of this.languages) {
      const words = type === 'X' ? (title[language] ?? '') : this.html(title, language, plan.name);
      this.tables.add('question_l10ns', { id: this.tables.next('text'), qid, question: words, help: this.html(help, language, plan.name), script: '', language: this.there(language) });
    }
    plan.subquestions.forEach((item, index) => {
      this.subquestion(item, { qid, gid, order: index + 1, place: plan.name, type });
    });
    plan.answers.forEach((item, index) => {
      this.answer(item, qid, index + 1, plan.name);
    });
    this.attributes(plan, qid);
  }

  private subquestion(item: LssItem, { qid, gid, order, place, type }: { readonly qid: number; readonly gid: number; readonly order: number; readonly place: string; readonly type: string }): void {
    const own = this.tables.next('qid');
    this.tables.add('subquestions', {
      qid: own, parent_qid: qid, sid: SURVEY_ID, gid, type, title: item.code, preg: '', other: 'N', mandatory: 'N', encrypted: 'N', question_order: order, scale_id: 0, same_default: 0,
      relevance: '1', modulename: '', same_script: 0,
    });
    for (const language of this.languages) {
      this.tables.add('question_l10ns', { id: this.tables.next('text'), qid: own, question: this.html(item.texts, language, place), help: '', script: '', language: this.there(language) });
    }
  }

  private answer(item: LssItem, qid: number, order: number, place: string): void {
    const aid = this.tables.next('aid');
    this.tables.add('answers', { aid, qid, code: item.code, sortorder: order, assessment_value: 0, scale_id: 0 });
    for (const language of this.languages) {
      this.tables.add('answer_l10ns', { id: this.tables.next('text'), aid, answer: this.html(item.texts, language, place), language: this.there(language) });
    }
  }

  private attributes({ attributes, name }: LssQuestionPlan, qid: number): void {
    for (const [attribute, held] of Object.entries(attributes)) {
      if (typeof held === 'string') this.tables.add('question_attributes', { qid, attribute, value: held, language: '' });
      else for (const language of this.languages) this.tables.add('question_attributes', { qid, attribute, value: this.html(held, language, name), language: this.there(language) });
    }
  }

  private settings(): void {
    const [, ...additional] = this.languages.map((language) => this.there(language));
    this.tables.add('surveys', {
      sid: SURVEY_ID, admin: '', active: 'N', anonymized: 'Y', format: 'G', savetimings: 'N', language: this.there(this.base), additional_languages: additional.join(' '), datestamp: 'N',
      ipaddr: 'N', ipanonymize: 'Y', refurl: 'N', allowprev: 'Y', allowsave: 'N', printanswers: 'N', listpublic: 'N', showwelcome: 'Y', showprogress: 'Y',
    });
    for (const language of this.languages) {
      this.tables.add('surveys_languagesettings', {
        surveyls_survey_id: SURVEY_ID, surveyls_language: this.there(language), surveyls_title: this.html(this.input.title, language, 'title'), surveyls_description: '',
        surveyls_welcometext: this.html(this.input.welcome, language, 'welcome'), surveyls_endtext: this.html(this.input.thanks, language, 'thanks'), surveyls_dateformat: 1, surveyls_numberformat: 1,
      });
    }
    this.notes.add('consent-left-out', 'survey');
  }

  /** One equation for several conditions that must all hold; empty = always. Each that cannot be said is noted and left out. */
  private relevance(conditions: readonly string[], place: string): string {
    const written = conditions.flatMap((condition) => {
      const equation = lssRelevance(condition, (name) => this.sources.get(name));
      if (equation === null) this.notes.add('condition-left-out', place, { was: condition });
      return equation === null ? [] : [equation];
    });
    return written.length > 1 ? written.map((equation) => `(${equation})`).join(' and ') : (written[0] ?? '');
  }

  private escaped(texts: LocalizedText): LocalizedText {
    return Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, escapedHtml(words)]));
  }

  /** Plain text as HTML, which all texts of LimeSurvey are; `{name}` of a question shows its answer there too. */
  private html(texts: LocalizedText, language: LanguageCode, place: string): string {
    const words = Object.hasOwn(texts, language) ? (texts[language] ?? '') : '';
    return escapedHtml(words).replaceAll(/\{([^{}]*)\}/g, (was, name: string) => {
      const source = this.sources.get(name.trim());
      if (source?.kind === 'value') return `{${source.code}.shown}`;
      this.notes.add('placeholder-left-out', place, { was });
      // With a space behind the brace LimeSurvey does not read an expression.
      return `{ ${name.trim()} }`;
    });
  }

  private there(language: LanguageCode): string {
    return Object.hasOwn(LANGUAGE_THERE, language) ? (LANGUAGE_THERE[language] ?? language) : language;
  }
}

function pagesOf(survey: Json): readonly Json[] {
  const pages = Array.isArray(survey['pages']) ? (survey['pages'] as readonly unknown[]) : [{ name: 'page', elements: survey['elements'] }];
  return pages.filter((page): page is Json => typeof page === 'object' && page !== null);
}

function escapedHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r\n?|\n/g, '<br />');
}
