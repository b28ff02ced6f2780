import type { LanguageCode, LocalizedText, QuestionnaireDraft, Taxonomy } from '@stadtteilstimme/domain';

/** Parts of a questionnaire that are written in every chosen language. */
export const LOCALIZED_FIELDS = ['title', 'welcome', 'thanks'] as const;
export type LocalizedField = (typeof LOCALIZED_FIELDS)[number];

const SLUG_LENGTH = 60;

/** A new questionnaire: open to everyone in all districts, in German, with the question for the district. */
export function emptyDraft(taxonomy: Taxonomy, demographicIds: readonly string[]): QuestionnaireDraft {
  return {
    slug: '',
    title: {},
    welcome: {},
    thanks: {},
    targetGroupId: taxonomy.targetGroups[0]?.id ?? '',
    districtIds: taxonomy.districts.map(({ id }) => id),
    languages: ['de'],
    samplingDesign: 'open',
    purpose: '',
    legalBasis: 'consent',
    focus: [],
    itemIds: [],
    demographicIds,
  };
}

/** An emptied text is removed: a missing key is what "no wording yet" means. */
export function withText(texts: LocalizedText, language: LanguageCode, text: string): LocalizedText {
  const { [language]: _replaced, ...others } = texts;
  return text.trim() === '' ? others : { ...others, [language]: text };
}

/** Adds at the end or removes. */
export function withMember<Id extends string>(ids: readonly Id[], id: Id, chosen: boolean): readonly Id[] {
  const others = ids.filter((other) => other !== id);
  return chosen ? [...others, id] : others;
}

/** Adds or removes, keeping the order of `all`; ids that `all` does not know stay at the end. */
export function withMemberInOrder<Id extends string>(ids: readonly Id[], id: Id, chosen: boolean, all: readonly Id[]): readonly Id[] {
  const next = withMember(ids, id, chosen);
  return [...all.filter((known) => next.includes(known)), ...next.filter((other) => !all.includes(other))];
}

/** Moves one entry up (−1) or down (+1); at the ends nothing happens. */
export function moved<Id extends string>(ids: readonly Id[], id: Id, step: -1 | 1): readonly Id[] {
  const from = ids.indexOf(id);
  const other = ids[from + step];
  if (from < 0 || other === undefined) return ids;
  return ids.map((entry, index) => (index === from ? other : index === from + step ? id : entry));
}

const GERMAN_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A public address made from a title: lower-case letters, digits, hyphens, at most 60 characters. */
export function slugFrom(title: string): string {
  return title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN_LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');
}

/** The shape the server accepts: words of lower-case letters and digits joined by hyphens, 3 to 60 characters. */
export function isUsableSlug(slug: string): boolean {
  return slug.length >= 3 && slug.length <= SLUG_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
}

/** Same content, whatever the order of keys in texts. */
export function sameDraft(a: QuestionnaireDraft, b: QuestionnaireDraft): boolean {
  return canonical(a) === canonical(b);
}

function canonical(draft: QuestionnaireDraft): string {
  return JSON.stringify(draft, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
