import { SURVEY_PURPOSE } from '@stadtteilstimme/domain';
import type { CityPlaceholders, ConsentBlock, ConsentText, ItemBank, LanguageCode, LocalizedText } from '@stadtteilstimme/domain';
import { chosenTexts, isEmptyText } from '../chosen-texts.js';
import { fillIcuText } from '../icu-text.js';

/**
 * What the installation really does. A consent text must not promise anything else
 * (Art. 5(1)(a) and Art. 13 GDPR: transparent and true information).
 */
export interface OfferedServices {
  /** People get a code with which they can have their answer deleted. */
  readonly withdrawalCode: boolean;
}

/** Blocks that promise a service and are shown only where it is offered. */
const BLOCKS_OF_SERVICES: Readonly<Record<string, keyof OfferedServices>> = { withdrawal: 'withdrawalCode' };

const NOTHING_OFFERED: OfferedServices = { withdrawalCode: false };

export interface ConsentSelection {
  readonly targetGroupId: string;
  readonly hasArt9Items: boolean;
  /** Default: nothing is offered. */
  readonly offered?: OfferedServices;
}

/** The blocks one target group reads, in the order of the item bank. */
export function consentBlocksFor(itemBank: ItemBank, selection: ConsentSelection): readonly ConsentBlock[] {
  const offered = selection.offered ?? NOTHING_OFFERED;
  return itemBank.consent.filter((block) => {
    const service = Object.hasOwn(BLOCKS_OF_SERVICES, block.id) ? BLOCKS_OF_SERVICES[block.id] : undefined;
    if (service !== undefined && !offered[service]) return false;
    if (block.onlyWithArt9Items && !selection.hasArt9Items) return false;
    return block.audience === 'all' || block.audience.includes(selection.targetGroupId);
  });
}

/** Block of the consent text that says what every survey of the city is for; the questionnaire's own purpose follows it. */
const GENERAL_PURPOSE = 'purpose';

export interface ConsentTextsInput extends ConsentSelection {
  readonly itemBank: ItemBank;
  readonly languages: readonly LanguageCode[];
  /** What stands for the placeholders in a language. */
  readonly placeholders: (language: LanguageCode) => CityPlaceholders;
  /**
   * What this questionnaire is for, in German and where somebody has translated it. It is no message: braces in it are
   * braces. The German stays in the text of every questionnaire, for languages that lack a translation.
   */
  readonly surveyPurpose: LocalizedText;
}

/**
 * The consent text as residents read it, every placeholder filled, plurals in the form of the language. The questionnaire's
 * own purpose stands behind the general one, or first where there is none.
 * @throws {Error} when a text is not valid ICU MessageFormat or uses a placeholder that has no value.
 */
export function consentTexts({ itemBank, languages, placeholders, surveyPurpose, ...selection }: ConsentTextsInput): readonly ConsentText[] {
  const texts = consentBlocksFor(itemBank, selection).map((block) => ({
    id: block.id,
    type: block.type,
    onlyWithArt9Items: block.onlyWithArt9Items,
    texts: Object.assign({}, ...languages.map((language) => fillIcuText(block.texts, [language], placeholders(language)))) as LocalizedText,
  }));
  const own = ownPurpose(surveyPurpose, languages);
  return own === null ? texts : texts.toSpliced(texts.findIndex((block) => block.id === GENERAL_PURPOSE) + 1, 0, own);
}

/** Null where nobody has written a purpose; publishing refuses that. */
function ownPurpose(purpose: LocalizedText, languages: readonly LanguageCode[]): ConsentText | null {
  const texts = chosenTexts(purpose, ['de', ...languages]);
  return isEmptyText(texts) ? null : { id: SURVEY_PURPOSE, type: 'text', onlyWithArt9Items: false, texts };
}
