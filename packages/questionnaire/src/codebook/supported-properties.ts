import { ADVICE } from './advice.js';
import { isBlank } from './json-value.js';
import type { Json } from './json-value.js';
import type { Advice, UnsupportedFeatures } from './unsupported-feature.js';

/** What carries properties: the survey itself, containers, an item of a list, or a type of question. */
export type PropertyOwner = 'survey' | 'page' | 'panel' | 'item' | 'information' | QuestionTypeName;

/** SurveyJS types that become variables. */
export const QUESTION_TYPES = [
  'radiogroup', 'buttongroup', 'checkbox', 'dropdown', 'tagbox', 'imagepicker', 'rating', 'boolean', 'ranking', 'matrix', 'text', 'comment',
] as const;
export type QuestionTypeName = (typeof QUESTION_TYPES)[number];

/** Types that only show something. Not an expression: survey-core sends its result along with the answers. */
export const INFORMATION_TYPES: readonly string[] = ['html', 'image'];

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

const TAGS = words(`itemId part criterion fieldOfAction kind twinOf reverse art9 sensitive scaleId demographicId measurement
  asksDistrict option`);

/** How something looks; no answer depends on it. */
const APPEARANCE = words(`state width minWidth maxWidth colSpan effectiveColSpan startWithNewLine indent innerIndent page title
  titleLocation showTitle description descriptionLocation showNumber hideNumber showQuestionNumbers questionStartIndex
  requiredErrorText errorLocation renderAs commentText commentPlaceholder commentPlaceHolder useDisplayValuesInTitle
  useDisplayValuesInDynamicTexts allowAdaptiveActions name type visible visibleIf cssClasses tooltip correctAnswer minErrorText
  maxErrorText stepErrorText requiredMark`);

const CHOICES = words(`choices choicesOrder colCount separateSpecialChoices hasOther showOtherItem otherText otherErrorText
  otherPlaceholder otherPlaceHolder hasNone showNoneItem noneText showRefuseItem refuseText showDontKnowItem dontKnowText itemComponent
  itemSize hideIfChoicesEmpty`);
const PLAIN_CHOICES = CHOICES.filter((name) => !/other|none|refuse|dontknow/i.test(name));
const LIMITED_CHOICES = words('maxSelectedChoices minSelectedChoices hasSelectAll showSelectAllItem selectAllText');
const DROPDOWN = words(`placeholder placeHolder optionsCaption allowClear showOptionsCaption autocomplete autoComplete textWrapEnabled
  searchEnabled searchMode inputFieldComponent closeOnSelect hideSelectedItems`);
const QUESTION = [...APPEARANCE, ...TAGS, ...words('isRequired requiredIf validators showCommentArea hasComment')];
const CONTAINER = words('elements questions questionTitleLocation questionTitleWidth questionErrorLocation questionDescriptionLocation navigationTitle navigationDescription navigationButtonsVisibility showNavigationButtons gridLayoutColumns');
const TEXT_FIELD = words('maxLength placeholder placeHolder textUpdateMode autocomplete autoComplete');

/** Properties that are read, or that no answer depends on. Everything else is named. */
const SUPPORTED: Readonly<Record<PropertyOwner, ReadonlySet<string>>> = {
  survey: new Set([
    ...APPEARANCE,
    ...words(`locale pages elements questions clearInvisibleValues maxTextLength maxCommentLength maxOthersLength logo logoWidth
      logoHeight logoFit logoPosition autoFocusFirstQuestion focusFirstQuestionAutomatic autoFocusFirstError focusOnFirstError
      completedHtml completedBeforeHtml loadingHtml sjsVersion $schema showNavigationButtons navigationButtonsLocation showPrevButton
      showPageTitles showCompletePage showCompletedPage questionOrder questionsOrder matrixDragHandleArea showPageNumbers
      questionTitleLocation questionDescriptionLocation questionErrorLocation showProgressBar progressBarLocation progressBarType
      progressBarShowPageTitles progressBarShowPageNumbers progressBarInheritWidthFrom showTOC tocLocation tocItemComponent
      autoAdvanceEnabled goNextPageAutomatic autoAdvanceAllowComplete allowCompleteSurveyAutomatic checkErrorsMode
      validateVisitedEmptyFields textUpdateMode autoGrowComment allowResizeComment commentAreaRows startSurveyText pagePrevText
      pageNextText completeText previewText editText requiredText questionTitlePattern questionTitleTemplate isSinglePage
      questionsOnPageMode showPreviewBeforeComplete previewMode widthMode gridLayoutEnabled fitToContainer headerView
      backgroundImage backgroundImageFit backgroundImageAttachment backgroundOpacity showBrandInfo themeVariables`),
  ]),
  page: new Set([...APPEARANCE, ...TAGS, ...CONTAINER]),
  panel: new Set([...APPEARANCE, ...TAGS, ...CONTAINER]),
  item: new Set(words('value text imageLink isExclusive missing missingKind icon randomize itemId criterion fieldOfAction reverse twinOf')),
  information: new Set([...APPEARANCE, ...TAGS, ...words(`html imageLink altText contentMode imageFit imageHeight imageWidth`)]),
  radiogroup: new Set([...QUESTION, ...CHOICES, ...words('allowClear showClearButton')]),
  buttongroup: new Set([...QUESTION, ...PLAIN_CHOICES]),
  checkbox: new Set([...QUESTION, ...CHOICES, ...LIMITED_CHOICES]),
  dropdown: new Set([...QUESTION, ...CHOICES, ...DROPDOWN, ...words('choicesMin choicesMax choicesStep')]),
  tagbox: new Set([...QUESTION, ...CHOICES, ...LIMITED_CHOICES, ...DROPDOWN]),
  imagepicker: new Set([...QUESTION, ...PLAIN_CHOICES, ...words(`multiSelect
    contentMode imageFit imageHeight imageWidth minImageWidth minImageHeight maxImageWidth
    maxImageHeight showLabel`)]),
  rating: new Set([...QUESTION, ...words(`rateType rateDisplayMode scaleColorMode rateColorMode autoGenerate rateCount rateValues rateMin
    rateMax rateStep minRateDescription mininumRateDescription maxRateDescription maximumRateDescription
    displayRateDescriptionsAsExtremeItems rateDescriptionLocation displayMode itemComponent`)]),
  boolean: new Set([...QUESTION, ...words('label labelTrue labelFalse valueTrue valueFalse swapOrder useTitleAsLabel')]),
  ranking: new Set([...QUESTION, ...PLAIN_CHOICES, ...words(`longTap selectToRankEnabled selectToRankSwapAreas selectToRankAreasLayout
    selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText maxSelectedChoices minSelectedChoices itemComponent`)]),
  matrix: new Set([...QUESTION, ...words(`rowTitleWidth columnMinWidth columns rows rowOrder rowsOrder eachRowRequired isAllRowRequired
    hideIfRowsEmpty cellComponent cellType showHeader verticalAlign alternateRows`)]),
  text: new Set([...QUESTION, ...TEXT_FIELD, ...words('inputType inputSize size min max step inputTextAlignment dataList')]),
  comment: new Set([...QUESTION, ...TEXT_FIELD, ...words('cols rows autoGrow allowResize acceptCarriageReturn')]),
};

/** What to do about properties that are known and not supported. */
const ADVICE_OF: Readonly<Record<string, Advice>> = {
  ...advised(ADVICE.computedAnswer, 'defaultValue defaultValueExpression setValueExpression setValueIf resetValueIf defaultDisplayValue bindings'),
  ...advised(ADVICE.changingChoices, `choicesByUrl choicesFromQuestion choicesFromQuestionMode choiceValuesFromQuestion
    choiceTextsFromQuestion choicesVisibleIf choicesEnableIf choicesLazyLoadEnabled choicesLazyLoadPageSize carryForwardStartUnranked
    allowCustomChoices createCustomChoiceText rowsVisibleIf columnsVisibleIf valuePropertyName visibleIf enableIf`),
  ...advised(ADVICE.readOnly, 'readOnly enableIf mode'),
  ...advised(ADVICE.choiceComment, 'isCommentRequired elements'),
  ...advised(ADVICE.sharedValue, 'valueName'),
  ...advised(ADVICE.uncheckedRule, 'maskType maskSettings minValueExpression maxValueExpression eachRowUnique'),
  ...advised(ADVICE.requiredContainer, 'isRequired requiredIf'),
  ...advised(ADVICE.program, 'triggers calculatedValues'),
  ...advised(ADVICE.device, `cookieName surveyId surveyPostId surveyShowDataSaving partialSendEnabled sendResultOnPageNext navigateToUrl
    navigateToUrlOnCondition completedHtmlOnCondition`),
  ...advised(ADVICE.flow, `firstPageIsStartPage firstPageIsStarted showTimer timeLimit maxTimeToFinish timeLimitPerPage
    maxTimeToFinishPage timerLocation timerInfoMode showTimerPanelMode showTimerPanel`),
  // Only where survey-core has no such limit: image choices.
  ...advised(ADVICE.imageLimit, 'maxSelectedChoices minSelectedChoices'),
  ...advised(ADVICE.commentKey, 'storeOthersAsComment'),
  ...advised(ADVICE.cells, 'cells'),
  ...advised(ADVICE.clearing, 'clearIfInvisible'),
};

function advised(advice: Advice, names: string): Readonly<Record<string, Advice>> {
  return Object.fromEntries(words(names).map((name) => [name, advice]));
}

/** Read as yes or no; survey-core takes the text `"true"` and 1 for yes, too. */
const FLAGS: ReadonlySet<string> = new Set(words(`isRequired visible hasOther showOtherItem hasNone showNoneItem showRefuseItem showDontKnowItem
  hasComment showCommentArea multiSelect selectToRankEnabled eachRowRequired isAllRowRequired autoGenerate isExclusive missing reverse art9
  sensitive asksDistrict`));

/** Names every property of a part of a survey that the codebook cannot keep. Properties that are off or empty say nothing. */
export function reportProperties(json: Json, owner: PropertyOwner, place: string, unsupported: UnsupportedFeatures, prefix = ''): void {
  for (const [name, value] of Object.entries(json)) {
    if (saysNothing(name, value, place)) continue;
    if (SUPPORTED[owner].has(name)) {
      if (FLAGS.has(name) && typeof value !== 'boolean') unsupported.add(place, `${prefix}${name}`, ADVICE.flag);
      continue;
    }
    const advice = Object.hasOwn(ADVICE_OF, name) ? ADVICE_OF[name] : undefined;
    unsupported.add(place, `${prefix}${printable(name)}`, advice ?? ADVICE.unknownProperty);
  }
}

/** Off, empty, or what survey-core does anyway. A default of `false` is an answer nobody gave; answers and keys may be called `default`. */
function saysNothing(name: string, value: unknown, place: string): boolean {
  if (name === 'storeOthersAsComment') return value !== false;
  if (name === 'defaultValue' && (value === false || value === 'default')) return false;
  if (name === 'valueName' && typeof value === 'string') return value === '' || value === place;
  return isBlank(value) || (name === 'maskType' && value === 'none') || (name === 'mode' && value === 'edit');
}

/** A property's name comes from a file: short and without control characters. */
function printable(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, 60);
}
