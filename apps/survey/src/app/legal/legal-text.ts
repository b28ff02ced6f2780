import type { CityField } from '@stadtteilstimme/domain';

/** Pages that must be reachable from everywhere. */
export const LEGAL_PAGES = ['imprint', 'privacy', 'accessibility', 'plain'] as const;
export type LegalPageId = (typeof LEGAL_PAGES)[number];

/** What only the city can say: a text of its settings, its telephone, the day of the accessibility statement. */
export type LegalField = CityField | 'helpPhone' | 'accessibilityStatementOn';

export interface LegalSection {
  readonly heading: string;
  /** ICU messages with `{city}` (its name) and `{months}` (how long free texts are kept). */
  readonly paragraphs: readonly string[];
  readonly points?: readonly string[];
  /** Particulars of the city that stand here, in this order. */
  readonly fields?: readonly LegalField[];
}

/** What the software can say for itself, and the places of what the city has to say. */
export interface LegalText {
  readonly title: string;
  readonly sections: readonly LegalSection[];
}

/** The legal pages in one language. */
export interface LegalTexts {
  readonly pages: Readonly<Record<LegalPageId, LegalText>>;
  readonly fieldLabels: Readonly<Record<LegalField, string>>;
  /** Stands in the place of what the city has not said yet. */
  readonly owed: string;
  /** Above the list of what the city has not said yet. */
  readonly missing: string;
}
