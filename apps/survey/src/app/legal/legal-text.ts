/** Pages that must be reachable from everywhere. */
export const LEGAL_PAGES = ['imprint', 'privacy', 'accessibility', 'plain'] as const;
export type LegalPageId = (typeof LEGAL_PAGES)[number];

export interface LegalSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly points?: readonly string[];
}

/** What the software can say for itself, and what only the city can say and has not said yet. */
export interface LegalText {
  readonly title: string;
  readonly sections: readonly LegalSection[];
  readonly missing: { readonly heading: string; readonly points: readonly string[] } | null;
}

/** `{city}` stands for the name of the city that runs the installation. */
export type LegalTexts = Readonly<Record<LegalPageId, LegalText>>;

/** The text with the name of the city filled in. */
export function withCity(text: string, city: string): string {
  return text.replaceAll('{city}', city);
}
