import type { AnswerValue, DistrictId, LanguageCode, PublishedQuestionnaire } from '@stadtteilstimme/domain';
import { CONSENT_ART9_VARIABLE, registerLocales, registerStadtteilProperties } from '@stadtteilstimme/questionnaire';
import { Model, QuestionDropdownModel, QuestionSelectBase, settings, type PageModel, type Question, type SurveyModel } from 'survey-core';

import type { PageView, SurveyView } from './survey-view';

export interface SurveyStart {
  readonly language: LanguageCode;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly consentArt9: boolean;
}

/** Name under which our answer brick is registered with survey-angular-ui. */
export const ANSWER_ITEM = 'app-answer-item';

/**
 * A survey of which only the answers are left to survey-core: heading, progress, buttons and sending are ours, nothing is required and
 * nothing moves by itself.
 */
export function createSurveyModel(questionnaire: PublishedQuestionnaire, start: SurveyStart): SurveyModel {
  registerStadtteilProperties();
  registerLocales(questionnaire.languages, questionnaire.interfaceTexts);
  // Nothing moves by itself; a field that fades in is not there yet for a person who types on.
  settings.animationEnabled = false;
  const model = new Model(questionnaire.survey);
  model.showNavigationButtons = false;
  model.showTitle = false;
  model.showPageTitles = false;
  model.showProgressBar = false;
  model.showCompletePage = false;
  model.showQuestionNumbers = 'onpage';
  model.questionStartIndex = '1';
  model.questionsOnPageMode = 'standard';
  model.checkErrorsMode = 'onComplete';
  model.textUpdateMode = 'onTyping';
  model.widthMode = 'responsive';
  model.autoFocusFirstQuestion = false;
  model.autoAdvanceEnabled = false;
  model.clearInvisibleValues = 'onHidden';
  model.autoGrowComment = true;
  model.allowResizeComment = false;
  for (const page of model.pages) dressPage(page, questionnaire.districtAliases);
  model.onGetTitleTagName.add((_, options) => {
    options.tagName = 'h2';
  });
  model.onScrollToTop.add((_, options) => {
    options.cancel = true;
  });
  // Our own names for the parts our own style sheet dresses, so that it need not fight the library's rules for them.
  model.onUpdateQuestionCssClasses.add((_, { question, cssClasses }) => {
    cssClasses.title = 'scale__legend';
    cssClasses.number = 'scale__part';
    if (question.getType() === 'comment') cssClasses.mainRoot += ' is-free-text';
  });
  // People mix scripts in one sentence; the browser finds the direction of each text.
  model.onAfterRenderQuestionInput.add((_, options) => {
    if (options.question.getType() === 'comment') options.htmlElement.setAttribute('dir', 'auto');
  });
  model.locale = start.language;
  model.setVariable(CONSENT_ART9_VARIABLE, start.consentArt9);
  model.data = { ...start.answers };
  return model;
}

function dressPage(page: PageModel, aliases: Readonly<Record<DistrictId, readonly string[]>>): void {
  const judgements = page.questions.filter((question) => question.getType() !== 'comment');
  for (const question of page.questions) {
    question.showNumber = judgements.length > 1 && question.getType() !== 'comment';
    if (question instanceof QuestionDropdownModel) {
      // The device's own list: large, known to everyone, works with every screen reader and on every old phone.
      question.renderAs = 'select';
      for (const choice of question.choices) addAliases(choice, aliases[String(choice.value)] ?? []);
    } else if (question instanceof QuestionSelectBase) {
      question.itemComponent = ANSWER_ITEM;
    }
  }
  // Without a statement of the page the question itself is the heading, so it is not shown a second time.
  if (page.locTitle.isEmpty && judgements[0] !== undefined) judgements[0].titleLocation = 'hidden';
}

/** People look for the name they use: "Neu Hagen (Hagen)". */
function addAliases(choice: { text: string; locText: { getJson(): unknown; setJson(json: unknown): void } }, aliases: readonly string[]): void {
  if (aliases.length === 0) return;
  const suffix = ` (${aliases.join(', ')})`;
  const texts = choice.locText.getJson();
  if (typeof texts === 'string') choice.text = texts + suffix;
  else if (typeof texts === 'object' && texts !== null) {
    choice.locText.setJson(Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, String(text) + suffix])));
  }
}

/** Reads what the frame needs from the model. */
export function viewOf(model: SurveyModel): SurveyView {
  return {
    pages: model.visiblePages.map(pageViewOf),
    shown: model.getAllQuestions().filter(isShown).map((question) => question.name),
    answers: { ...model.data },
  };
}

function pageViewOf(page: PageModel): PageView {
  const judgements = page.questions.filter((question) => question.isVisible && question.getType() !== 'comment');
  const first = judgements[0];
  const ownHeading = !page.locTitle.isEmpty;
  return {
    name: page.name,
    heading: (ownHeading ? page.locTitle : first?.locTitle)?.textOrHtml ?? '',
    help: (ownHeading ? page.locDescription : first?.locDescription)?.textOrHtml ?? '',
    isPair: judgements.length > 1,
  };
}

/** Every page counts, not only the one on the screen. */
function isShown(question: Question): boolean {
  return question.isVisible && question.isParentVisible;
}
