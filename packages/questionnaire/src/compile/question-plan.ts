import type {
  AnswerCode,
  Choice,
  ChoiceOption,
  Demographic,
  Item,
  ItemBank,
  LanguageCode,
  LocalizedText,
  MissingKind,
  QuestionnaireDraft,
  Scale,
  Taxonomy,
} from '@stadtteilstimme/domain';
import { chosenTexts, helpTexts, joinTexts, wordingTexts } from '../chosen-texts.js';
import { fillIcuText } from '../icu-text.js';
import { commentKeyOf } from '../survey-model/free-text-condition.js';
import { ART9_VISIBLE_IF } from '../survey-model/stadtteil-properties.js';
import type { VariableNames } from './variable-names.js';

/** What a question asks for, before ticks are spread over variables. */
export type QuestionPart = 'bestand' | 'bedarf' | 'choice' | 'demographic';

export interface PlannedCode {
  readonly code: AnswerCode;
  readonly labels: LocalizedText;
  readonly missing: MissingKind | null;
  readonly exclusive: boolean;
}

export interface PlannedFreeText {
  /** Option that opens the field. */
  readonly optionCode: string;
  readonly labels: LocalizedText;
  /** Key of the text in the answers. */
  readonly key: string;
}

/** One question of the survey. */
export interface PlannedQuestion {
  readonly name: string;
  readonly part: QuestionPart;
  readonly multiple: boolean;
  readonly max: number | null;
  readonly scale: Scale | null;
  readonly codes: readonly PlannedCode[];
  readonly freeText: PlannedFreeText | null;
  /** What stands above the answers. */
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly visibleIf: string | null;
  readonly asksDistrict: boolean;
}

/** One page: an item with one or two questions, or a demographic question. */
export interface PlannedPage {
  readonly name: string;
  readonly item: Item | null;
  readonly demographic: Demographic | null;
  readonly criterion: string | null;
  readonly fieldOfAction: string | null;
  /** The statement, where the questions below it carry only prompts; empty otherwise. */
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly questions: readonly PlannedQuestion[];
}

interface PlanContext {
  readonly draft: QuestionnaireDraft;
  readonly taxonomy: Taxonomy;
  readonly itemBank: ItemBank;
  readonly languages: readonly LanguageCode[];
  readonly names: VariableNames;
}

/** Plans every page; the draft must have no `structureProblems`. */
export function planPages(context: PlanContext): readonly PlannedPage[] {
  const items = new Map(context.itemBank.items.map((item) => [item.id, item]));
  const demographics = new Map(context.itemBank.demographics.map((entry) => [entry.id, entry]));
  return [
    ...context.draft.itemIds.map((id) => items.get(id)).filter((item) => item !== undefined).map((item) => itemPage(item, context)),
    ...context.draft.demographicIds
      .map((id) => demographics.get(id))
      .filter((entry) => entry !== undefined)
      .map((entry) => demographicPage(entry, context)),
  ];
}

/** Criterion an item counts for: its own, or the focus slot when its Handlungsfeld is a focus of this questionnaire. */
export function criterionOf(item: Item, draft: QuestionnaireDraft, taxonomy: Taxonomy): string | null {
  if (item.criterion !== null) return item.criterion;
  if (item.fieldOfAction === null || !draft.focus.includes(item.fieldOfAction)) return null;
  return taxonomy.criteria.find((criterion) => criterion.kind === 'focus-slot')?.id ?? null;
}

function itemPage(item: Item, context: PlanContext): PlannedPage {
  const statement = chosenTexts(wordingTexts(item.wordings), context.languages);
  const help = chosenTexts(helpTexts(item.wordings), context.languages);
  const scales = scalesOf(item, context.itemBank);
  // With a prompt ("Is this true today?") the wording is a statement above it, without one it is the question itself.
  const isStatement = item.choice === null && scales.some(({ scale }) => scale.prompt !== null);
  const notice = item.sensitive ? interfaceText('sensitiveNotice', context) : {};
  const pageHelp = joinTexts([help, notice], context.languages);
  const questionHelp = isStatement ? {} : pageHelp;
  const visibleIf = item.art9 ? ART9_VISIBLE_IF : null;
  const shared = { visibleIf, asksDistrict: false };

  const questions = item.choice
    ? [choiceQuestion(item.id, 'choice', item.choice, { ...shared, statement, help: questionHelp }, context)]
    : scales.map(({ part, scale }) => ({
        ...shared,
        ...scaleQuestion(`${item.id}_${part}`, part, scale, statement, context),
        description: questionHelp,
      }));

  return {
    name: `page_${item.id}`,
    item,
    demographic: null,
    criterion: criterionOf(item, context.draft, context.taxonomy),
    fieldOfAction: item.fieldOfAction,
    title: isStatement ? statement : {},
    description: isStatement ? pageHelp : {},
    questions,
  };
}

function scalesOf(item: Item, itemBank: ItemBank): readonly { part: 'bestand' | 'bedarf'; scale: Scale }[] {
  return (['bestand', 'bedarf'] as const).flatMap((part) => {
    const scale = itemBank.scales.find((candidate) => candidate.id === item.scales[part]);
    return scale ? [{ part, scale }] : [];
  });
}

function scaleQuestion(
  wantedName: string,
  part: 'bestand' | 'bedarf',
  scale: Scale,
  statement: LocalizedText,
  context: PlanContext,
): Pick<PlannedQuestion, 'name' | 'part' | 'multiple' | 'max' | 'scale' | 'codes' | 'freeText' | 'title'> {
  const judgements = scale.points.map((point) => ({ ...point, missing: null }));
  const missing = scale.missing.map((point) => ({ ...point, missing: point.key }));
  return {
    name: context.names.claim(wantedName),
    part,
    multiple: false,
    max: null,
    scale,
    codes: [...judgements, ...missing].map((point) => ({
      code: point.code,
      labels: chosenTexts(point.labels, context.languages),
      missing: point.missing,
      exclusive: false,
    })),
    freeText: null,
    title: scale.prompt ? chosenTexts(scale.prompt, context.languages) : statement,
  };
}

interface ChoiceTexts {
  readonly statement: LocalizedText;
  readonly help: LocalizedText;
  readonly visibleIf: string | null;
  readonly asksDistrict: boolean;
}

function choiceQuestion(
  wantedName: string,
  part: 'choice' | 'demographic',
  choice: Choice,
  texts: ChoiceTexts,
  context: PlanContext,
): PlannedQuestion {
  const name = context.names.claim(wantedName);
  const freeTextOption = choice.options.find((option) => option.freeText);
  return {
    name,
    part,
    multiple: choice.multiple,
    max: choice.multiple ? choice.max : null,
    scale: null,
    codes: choice.options.map((option) => plannedOption(option, context.languages)),
    freeText: freeTextOption
      ? {
          optionCode: freeTextOption.code,
          labels: chosenTexts(freeTextOption.labels, context.languages),
          key: commentKeyOf(name),
        }
      : null,
    title: texts.statement,
    description: joinTexts([texts.help, choiceHint(choice, context)], context.languages),
    visibleIf: texts.visibleIf,
    asksDistrict: texts.asksDistrict,
  };
}

function plannedOption(option: ChoiceOption, languages: readonly LanguageCode[]): PlannedCode {
  return {
    code: option.code,
    labels: chosenTexts(option.labels, languages),
    missing: missingKindOf(option),
    exclusive: option.exclusive,
  };
}

/** Options only say that they are missing; the kind is in their code. */
function missingKindOf(option: ChoiceOption): MissingKind | null {
  if (!option.missing) return null;
  return option.code === 'prefer-not' ? 'prefer-not' : 'dont-know';
}

function choiceHint(choice: Choice, context: PlanContext): LocalizedText {
  if (!choice.multiple) return {};
  if (choice.max === null) return interfaceText('chooseMany', context);
  const limit = context.itemBank.interfaceTexts['chooseUpTo'] ?? {};
  return fillIcuText(limit, context.languages, { max: choice.max });
}

function interfaceText(key: string, context: PlanContext): LocalizedText {
  return chosenTexts(context.itemBank.interfaceTexts[key] ?? {}, context.languages);
}

function demographicPage(demographic: Demographic, context: PlanContext): PlannedPage {
  const asksDistrict = demographic.optionsFrom === 'districts';
  const options = asksDistrict ? [...districtOptions(context), ...demographic.options] : demographic.options;
  const statement = chosenTexts(wordingTexts(demographic.wordings), context.languages);
  const help = chosenTexts(helpTexts(demographic.wordings), context.languages);
  const choice: Choice = { multiple: false, max: null, options };
  return {
    name: `page_${demographic.id}`,
    item: null,
    demographic,
    criterion: null,
    fieldOfAction: null,
    title: {},
    description: {},
    questions: [
      choiceQuestion(
        demographic.id,
        'demographic',
        choice,
        { statement, help, visibleIf: null, asksDistrict },
        context,
      ),
    ],
  };
}

/** The questionnaire's districts in the order of the master data; names of places are not translated. */
function districtOptions(context: PlanContext): readonly ChoiceOption[] {
  return context.taxonomy.districts
    .filter((district) => context.draft.districtIds.includes(district.id))
    .map((district) => ({
      code: district.id,
      exclusive: false,
      freeText: false,
      missing: false,
      labels: Object.fromEntries(context.languages.map((language) => [language, district.name])),
    }));
}
