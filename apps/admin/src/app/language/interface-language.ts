/** Languages of the staff app. German first: it is the language of the administration. */
export const UI_LANGUAGES = ['de', 'en'] as const;
export type InterfaceLanguage = (typeof UI_LANGUAGES)[number];

export function isInterfaceLanguage(value: string | null): value is InterfaceLanguage {
  return UI_LANGUAGES.some((language) => language === value);
}

/** The language to start in: the one chosen last time, otherwise that of the browser if we speak it, otherwise German. */
export function startLanguage(remembered: string | null, browserLanguages: readonly string[]): InterfaceLanguage {
  if (isInterfaceLanguage(remembered)) return remembered;
  const spoken = browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isInterfaceLanguage);
  return spoken ?? 'de';
}
