import { isReviewed, type ItemBank, type LanguageCode, type LocalizedText, type PublishedLanguage, type QuestionnaireDraft, type Taxonomy } from '@stadtteilstimme/domain';
import { compileQuestionnaire, consentTexts } from '@stadtteilstimme/questionnaire';
import type { City } from './item-bank.repository.js';
import type { FrozenContent } from './questionnaire.entity.js';

export interface FreezeInput {
  readonly versionId: string;
  readonly draft: QuestionnaireDraft;
  readonly taxonomy: Taxonomy;
  readonly itemBank: ItemBank;
  readonly city: City;
}

/** All a respondent's device will ever get of a version: only the languages, texts and districts that were chosen. */
export function freezeContent({ versionId, draft, taxonomy, itemBank, city }: FreezeInput): FrozenContent {
  const compiled = compileQuestionnaire({ draft, taxonomy, itemBank });
  return {
    versionId,
    slug: draft.slug,
    languages: publishedLanguages(draft, itemBank),
    title: inLanguages(draft.title, draft.languages),
    welcome: inLanguages(draft.welcome, draft.languages),
    thanks: inLanguages(draft.thanks, draft.languages),
    consent: consentTexts({
      itemBank,
      languages: draft.languages,
      placeholders: city.consent,
      targetGroupId: draft.targetGroupId,
      hasArt9Items: compiled.hasArt9Items,
    }),
    hasArt9Items: compiled.hasArt9Items,
    minutes: compiled.minutes,
    survey: compiled.survey,
    codebook: compiled.codebook,
    interfaceTexts: interfaceTexts(itemBank, draft.languages, city),
    districtAliases: districtAliases(draft, taxonomy),
  };
}

function publishedLanguages(draft: QuestionnaireDraft, itemBank: ItemBank): readonly PublishedLanguage[] {
  const entries = [
    ...itemBank.items.filter((item) => draft.itemIds.includes(item.id)),
    ...itemBank.demographics.filter((demographic) => draft.demographicIds.includes(demographic.id)),
  ];
  return draft.languages.flatMap((code) => {
    const language = itemBank.languages.find((candidate) => candidate.code === code);
    if (language === undefined) return [];
    const reviewed = entries.every(({ wordings }) => wordings[code] !== undefined && isReviewed(wordings[code].state));
    return [{ ...language, reviewed }];
  });
}

function inLanguages(texts: LocalizedText, languages: readonly LanguageCode[]): LocalizedText {
  return Object.fromEntries(languages.flatMap((language) => (texts[language] === undefined ? [] : [[language, texts[language]]])));
}

/** The city's telephone number is filled in here; what the device fills in itself stays a placeholder. */
function interfaceTexts(itemBank: ItemBank, languages: readonly LanguageCode[], city: City): Readonly<Record<string, LocalizedText>> {
  return Object.fromEntries(
    Object.entries(itemBank.interfaceTexts).map(([key, texts]) => [
      key,
      inLanguages(
        Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.replaceAll('{phone}', city.helpPhone)])),
        languages,
      ),
    ]),
  );
}

function districtAliases(draft: QuestionnaireDraft, taxonomy: Taxonomy): Readonly<Record<string, readonly string[]>> {
  const asked = taxonomy.districts.filter((district) => draft.districtIds.includes(district.id) && district.aliases.length > 0);
  return Object.fromEntries(asked.map((district) => [district.id, district.aliases]));
}
