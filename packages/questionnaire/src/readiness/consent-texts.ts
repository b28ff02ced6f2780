import type { ConsentBlock, ConsentText, ItemBank, LanguageCode } from '@stadtteilstimme/domain';
import { fillIcuText } from '../icu-text.js';
import type { IcuValues } from '../icu-text.js';

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

/**
 * Values of the placeholders in the consent text: `controller`, `contact`, `dataProtectionContact`, `authority`
 * (names and addresses as the city writes them) and `months` (whole months free texts are kept).
 */
export interface ConsentPlaceholders extends IcuValues {
  readonly controller: string;
  readonly contact: string;
  readonly dataProtectionContact: string;
  readonly authority: string;
  readonly months: number;
}

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

export interface ConsentTextsInput extends ConsentSelection {
  readonly itemBank: ItemBank;
  readonly languages: readonly LanguageCode[];
  readonly placeholders: ConsentPlaceholders;
}

/**
 * The consent text as residents read it, every placeholder filled, plurals in the form of the language.
 * @throws {Error} when a text is not valid ICU MessageFormat or uses a placeholder that has no value.
 */
export function consentTexts({ itemBank, languages, placeholders, ...selection }: ConsentTextsInput): readonly ConsentText[] {
  return consentBlocksFor(itemBank, selection).map((block) => ({
    id: block.id,
    type: block.type,
    onlyWithArt9Items: block.onlyWithArt9Items,
    texts: fillIcuText(block.texts, languages, placeholders),
  }));
}
