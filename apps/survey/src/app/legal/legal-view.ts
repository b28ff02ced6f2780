import { cityText, type LanguageCode, type LegalInformation, OPTIONAL_CITY_FIELDS } from '@stadtteilstimme/domain';

import { formatMessage } from '../language/message';
import type { LegalField, LegalPageId, LegalTexts } from './legal-text';

/** A particular of the city under its label. `language` is the one the text is really in; owed: the text says that it is missing. */
export interface LegalParticular {
  readonly field: LegalField;
  readonly label: string;
  readonly text: string;
  readonly language: LanguageCode;
  readonly isOwed: boolean;
}

export interface LegalSectionView {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly points: readonly string[];
  readonly particulars: readonly LegalParticular[];
}

/** What stands on a legal page below its heading. */
export interface LegalView {
  readonly sections: readonly LegalSectionView[];
  /** Labels of what the city has not said yet; empty also while nobody knows. */
  readonly missing: readonly string[];
}

export interface LegalViewInput {
  readonly page: LegalPageId;
  readonly texts: LegalTexts;
  /** Language of these texts: German, where there are none in the language of the reader. */
  readonly textLanguage: LanguageCode;
  readonly readerLanguage: LanguageCode;
  readonly city: string;
  /** Null until it is known what the city says: then nothing is said to be missing. */
  readonly information: LegalInformation | null;
}

/**
 * The page with the city's particulars filled in. A particular the city owes is named as missing, in its place and once more
 * together, and never invented; one it may leave out is left out, and so is a section with nothing in it. Paragraphs that need
 * the settings wait for them.
 */
export function legalView({ page, texts, textLanguage, readerLanguage, city, information }: LegalViewInput): LegalView {
  const { sections } = texts.pages[page];
  const messages = textLanguage === 'de-simple' ? 'de' : textLanguage;
  const particular = (field: LegalField): LegalParticular | null => {
    if (information === null) return null;
    const found = particularOf(field, information.settings, readerLanguage, messages);
    if (found === null && mayBeLeftOut(field)) return null;
    return { field, label: texts.fieldLabels[field], ...(found ?? { text: texts.owed, language: textLanguage }), isOwed: found === null };
  };
  const shown = sections
    .map(({ heading, paragraphs, points = [], fields = [] }) => ({
      heading,
      paragraphs: paragraphs
        .filter((paragraph) => information !== null || !paragraph.includes('{months'))
        .map((paragraph) => formatMessage(paragraph, messages, { city, months: information?.settings.freeTextMonths ?? 0 })),
      points,
      particulars: fields.flatMap((field) => particular(field) ?? []),
    }))
    .filter(({ paragraphs, points, particulars }) => paragraphs.length + points.length + particulars.length > 0);
  const owed = shown.flatMap(({ particulars }) => particulars.filter(({ isOwed }) => isOwed).map(({ label }) => label));
  return { sections: shown, missing: [...new Set(owed)] };
}

function mayBeLeftOut(field: LegalField): boolean {
  return field === 'helpPhone' || OPTIONAL_CITY_FIELDS.some((optional) => optional === field);
}

function particularOf(
  field: LegalField,
  settings: LegalInformation['settings'],
  reader: LanguageCode,
  dates: LanguageCode,
): Pick<LegalParticular, 'text' | 'language'> | null {
  if (field === 'helpPhone') return settings.helpPhone === '' ? null : { text: settings.helpPhone, language: dates };
  if (field !== 'accessibilityStatementOn') return cityText(settings.texts, field, reader);
  if (settings.accessibilityStatementOn === null) return null;
  // Europe writes the day first, also in English.
  const day = new Intl.DateTimeFormat(dates === 'en' ? 'en-GB' : dates, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${settings.accessibilityStatementOn}T00:00:00Z`));
  return { text: day, language: dates };
}
