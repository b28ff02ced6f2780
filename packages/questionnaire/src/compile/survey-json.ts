import type { ItemBank, LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { chosenTexts, isEmptyText } from '../chosen-texts.js';
import { freeTextVisibleIf } from '../survey-model/free-text-condition.js';
import { COMMENT_MAX_LENGTH } from './comment-length.js';
import type { PlannedCode, PlannedPage, PlannedQuestion } from './question-plan.js';

type Json = Record<string, unknown>;

/** Longer lists of districts become a searchable dropdown: eight rows are what a small phone shows. */
const LONGEST_OPEN_DISTRICT_LIST = 8;

/** SurveyJS JSON of the planned pages. Nothing is required, nothing moves on by itself, nothing hidden keeps a value. */
export function surveyJson(pages: readonly PlannedPage[], itemBank: ItemBank, languages: readonly LanguageCode[]): Json {
  return {
    // Texts are kept under real language codes only. SurveyJS's `default` key means the library's default locale
    // (English), so a German default would be shown to people who chose English.
    locale: languages.includes('de') ? 'de' : languages[0],
    clearInvisibleValues: 'onHidden',
    showQuestionNumbers: 'off',
    showTitle: false,
    showCompletePage: false,
    focusFirstQuestionAutomatic: false,
    pages: pages.map((page) => pageJson(page, itemBank, languages)),
  };
}

function pageJson(page: PlannedPage, itemBank: ItemBank, languages: readonly LanguageCode[]): Json {
  return {
    name: page.name,
    ...textProperty('title', page.title),
    ...textProperty('description', page.description),
    ...tracingProperties(page, null),
    elements: page.questions.flatMap((question) => [
      questionJson(question, page, itemBank, languages),
      ...(question.freeText ? [freeTextJson(question, page, itemBank, languages)] : []),
    ]),
  };
}

function questionJson(question: PlannedQuestion, page: PlannedPage, itemBank: ItemBank, languages: readonly LanguageCode[]): Json {
  const type = questionType(question);
  return {
    type,
    name: question.name,
    ...textProperty('title', question.title),
    ...textProperty('description', question.description),
    ...(question.visibleIf === null ? {} : { visibleIf: question.visibleIf }),
    ...tracingProperties(page, question),
    ...(question.max === null ? {} : { maxSelectedChoices: question.max }),
    ...(type === 'dropdown' ? textProperty('placeholder', interfaceText('pleaseSelect', itemBank, languages)) : {}),
    choices: question.codes.map((code) => choiceJson(code, type)),
  };
}

function questionType(question: PlannedQuestion): 'radiogroup' | 'checkbox' | 'dropdown' {
  if (question.multiple) return 'checkbox';
  return question.asksDistrict && question.codes.length > LONGEST_OPEN_DISTRICT_LIST ? 'dropdown' : 'radiogroup';
}

function choiceJson(code: PlannedCode, type: string): Json {
  return {
    value: code.code,
    text: code.labels,
    ...(code.missing === null ? {} : { missing: true, missingKind: code.missing }),
    // Only checkboxes know exclusive choices; a single choice is exclusive anyway.
    ...(code.exclusive && type === 'checkbox' ? { isExclusive: true } : {}),
  };
}

/**
 * The free text of a choice is a question of its own below it, under the key survey-core would use for a comment.
 * survey-core's built-in "other" moves behind "none of these" and demands a text, and a choice with a comment area
 * loses the text as soon as a second choice is ticked (survey-core 2.5.37).
 */
function freeTextJson(question: PlannedQuestion, page: PlannedPage, itemBank: ItemBank, languages: readonly LanguageCode[]): Json {
  const { freeText } = question;
  if (freeText === null) return {};
  const label = interfaceText('freeTextLabel', itemBank, languages);
  return {
    type: 'comment',
    name: freeText.key,
    ...textProperty('title', isEmptyText(label) ? freeText.labels : label),
    ...textProperty('description', interfaceText('freeTextHint', itemBank, languages)),
    visibleIf: freeTextVisibleIf(question.name, question.multiple, freeText.optionCode, question.visibleIf),
    option: freeText.optionCode,
    maxLength: COMMENT_MAX_LENGTH,
    rows: 3,
    ...tracingProperties(page, question),
    part: 'text',
  };
}

function tracingProperties(page: PlannedPage, question: PlannedQuestion | null): Json {
  const { item, demographic } = page;
  return dropEmpty({
    itemId: item?.id,
    demographicId: demographic?.id,
    kind: item?.kind,
    criterion: page.criterion,
    fieldOfAction: page.fieldOfAction,
    twinOf: item?.twinOf,
    reverse: item?.reverse,
    art9: item?.art9,
    sensitive: item?.sensitive,
    part: question?.part,
    scaleId: question?.scale?.id,
    // A scale is ordered unless it says otherwise.
    measurement: question?.scale?.ordered === false ? 'nominal' : null,
    asksDistrict: question?.asksDistrict,
  });
}

function dropEmpty(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value !== null && value !== false),
  );
}

function textProperty(name: string, texts: LocalizedText): Json {
  return isEmptyText(texts) ? {} : { [name]: texts };
}

function interfaceText(key: string, itemBank: ItemBank, languages: readonly LanguageCode[]): LocalizedText {
  return chosenTexts(itemBank.interfaceTexts[key] ?? {}, languages);
}
