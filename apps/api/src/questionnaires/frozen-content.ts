import { type CitySettings, type CityPlaceholders, cityPlaceholders, type Codebook, isReviewed, type ItemBank, type LanguageCode, type LocalizedText, type PublishedLanguage, type QuestionnaireDraft, type Taxonomy } from '@stadtteilstimme/domain';
import { compileQuestionnaire, consentTexts, continuePositions } from '@stadtteilstimme/questionnaire';
import { ProblemException } from '../platform/errors/index.js';
import type { FrozenContent } from './questionnaire.entity.js';

export interface FreezeInput {
  readonly versionId: string;
  readonly draft: QuestionnaireDraft;
  readonly taxonomy: Taxonomy;
  readonly itemBank: ItemBank;
  readonly settings: CitySettings;
  /** Codebooks of the versions there are, oldest first: their codes keep the positions they are stored under. */
  readonly published: readonly Codebook[];
}

/**
 * All a respondent's device will ever get of a version: only the languages, texts and districts that were chosen.
 * @throws ProblemException `new-version-refused` when a question has used up the positions its answers are stored under
 */
export function freezeContent({ versionId, draft, taxonomy, itemBank, settings, published }: FreezeInput): FrozenContent {
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
      placeholders: (language) => placeholdersIn(language, itemBank, settings),
      surveyPurpose: { ...draft.purposeTranslations, de: draft.purpose },
      targetGroupId: draft.targetGroupId,
      hasArt9Items: compiled.hasArt9Items,
    }),
    hasArt9Items: compiled.hasArt9Items,
    freeTextMonths: settings.freeTextMonths,
    minutes: compiled.minutes,
    survey: compiled.survey,
    codebook: continuedCodebook(published, compiled.codebook),
    interfaceTexts: interfaceTexts(itemBank, draft.languages, settings),
    districtAliases: districtAliases(draft, taxonomy),
  };
}

function continuedCodebook(published: readonly Codebook[], next: Codebook): Codebook {
  try {
    return continuePositions(published, next);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const sentences = {
      de: 'Eine Frage hatte über alle Fassungen mehr als 250 verschiedene Antworten. Bitte einen neuen Fragebogen anlegen.',
      en: 'Over all versions a question had more than 250 different answers. Please start a new questionnaire.',
    };
    throw new ProblemException('new-version-refused', [{ code: 'new-version-refused', place: 'items', sentences }]);
  }
}

function publishedLanguages(draft: QuestionnaireDraft, itemBank: ItemBank): readonly PublishedLanguage[] {
  const entries = [
    ...itemBank.items.filter((item) => draft.itemIds.includes(item.id)),
    ...itemBank.demographics.filter((demographic) => draft.demographicIds.includes(demographic.id)),
  ];
  return draft.languages.flatMap((code) => {
    const language = itemBank.languages.find((candidate) => candidate.code === code);
    if (language === undefined) return [];
    // A translation of an older German text was confirmed, but not as the translation of this one.
    const reviewed = entries.every(({ wordings }) => wordings[code] !== undefined && isReviewed(wordings[code].state) && !wordings[code].stale);
    return [{ ...language, reviewed }];
  });
}

function inLanguages(texts: LocalizedText, languages: readonly LanguageCode[]): LocalizedText {
  return Object.fromEntries(languages.flatMap((language) => (texts[language] === undefined ? [] : [[language, texts[language]]])));
}

/** Publishing was refused while the city owes one of them. */
function placeholdersIn(code: LanguageCode, itemBank: ItemBank, settings: CitySettings): CityPlaceholders {
  const direction = itemBank.languages.find((language) => language.code === code)?.direction ?? 'ltr';
  return cityPlaceholders(settings, { code, direction }, '');
}

/**
 * The city's telephone number is filled in here, and where there is none the text that wants one is left out; what the
 * device fills in itself stays a placeholder.
 */
function interfaceTexts(itemBank: ItemBank, languages: readonly LanguageCode[], settings: CitySettings): Readonly<Record<string, LocalizedText>> {
  const wanted = Object.entries(itemBank.interfaceTexts).filter(([, texts]) => settings.helpPhone !== '' || !(texts['de'] ?? '').includes('{phone}'));
  const filled = (language: LanguageCode, text: string): string => text.replaceAll('{phone}', () => placeholdersIn(language, itemBank, settings).phone);
  return Object.fromEntries(
    wanted.map(([key, texts]) => {
      const chosen = Object.entries(inLanguages(texts, languages));
      return [key, Object.fromEntries(chosen.map(([language, text]) => [language, filled(language, text)]))];
    }),
  );
}

function districtAliases(draft: QuestionnaireDraft, taxonomy: Taxonomy): Readonly<Record<string, readonly string[]>> {
  const asked = taxonomy.districts.filter((district) => draft.districtIds.includes(district.id) && district.aliases.length > 0);
  return Object.fromEntries(asked.map((district) => [district.id, district.aliases]));
}
