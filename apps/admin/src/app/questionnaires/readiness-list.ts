import { CONSENT_CITY_FIELDS, type ItemBank, type LanguageCode, type ProblemDetail, type Taxonomy } from '@stadtteilstimme/domain';

import { PROBLEM_TEXTS } from '../backend/problem-texts';
import type { InterfaceLanguage } from '../language/interface-language';
import { browserLanguageTag, textIn } from '../language/localized-text';
import type { TextKey, TextValues } from '../language/text-key';

/** Where a reader can mend a problem: a field of the editor or an item of the bank. */
export type PlaceLink = { readonly kind: 'field'; readonly id: string; readonly language: LanguageCode | null } | { readonly kind: 'item'; readonly itemId: string; readonly language: LanguageCode | null } | null;

/** A text of the interface with its values. */
export interface NamedText {
  readonly text: TextKey;
  readonly values: TextValues;
}

/** One thing about a place, in all languages it concerns. */
export interface Gap {
  /** Parts of the place it is about; empty = the place itself. */
  readonly parts: readonly NamedText[];
  /** How many texts the parts are: "fehlt" or "fehlen". */
  readonly count: number;
  readonly problem: TextKey;
  /** Names of languages in the interface language, in the order of the questionnaire; empty = it is not about languages. */
  readonly languages: readonly string[];
  /** What the server says and what to do, where code and place alone do not say it. */
  readonly sentence: string | null;
}

/** Everything about one place. */
export interface ReadinessLine {
  readonly place: NamedText;
  readonly gaps: readonly Gap[];
  readonly link: PlaceLink;
}

/** What places are named by. */
export interface PlaceNames {
  readonly bank: ItemBank;
  readonly taxonomy: Taxonomy;
  /** Items in the order of the questionnaire: they are counted. */
  readonly itemIds: readonly string[];
}

const FIELD_TEXTS: Readonly<Record<string, TextKey>> = {
  title: 'questionnaires.fields.title',
  welcome: 'questionnaires.fields.welcome',
  thanks: 'questionnaires.fields.thanks',
  slug: 'questionnaires.fields.slug',
  items: 'questionnaires.fields.items',
  demographics: 'questionnaires.fields.demographics',
  districtIds: 'questionnaires.fields.districts',
  languages: 'questionnaires.fields.languages',
  focus: 'questionnaires.fields.focus',
  purpose: 'questionnaires.fields.purpose',
  targetGroupId: 'questionnaires.fields.targetGroup',
};

/** More answers of one question than this are counted instead of named. */
const MOST_NAMED_OPTIONS = 3;

/** One line per item, field or list, whatever and in however many languages something is wrong with it. */
export function readinessLines(problems: readonly ProblemDetail[], names: PlaceNames, language: InterfaceLanguage): readonly ReadinessLine[] {
  return [...byPlace(problems)].map(([place, own]) => ({
    place: placeText(place, names, language),
    gaps: gapsOf(own, names, language),
    link: placeLink(isAboutDistricts(own, names) ? 'districtIds' : place, own.find((problem) => problem.language !== undefined)?.language ?? null),
  }));
}

/** How many lines a list of problems becomes. */
export function countPlaces(problems: readonly ProblemDetail[]): number {
  return byPlace(problems).size;
}

function byPlace(problems: readonly ProblemDetail[]): ReadonlyMap<string, readonly ProblemDetail[]> {
  const places = new Map<string, ProblemDetail[]>();
  for (const problem of problems) {
    const place = wholePlace(problem.place);
    places.set(place, [...(places.get(place) ?? []), problem]);
  }
  return places;
}

/** Answers belong to their question and points to their scale; other places stand for themselves. */
function wholePlace(place: string): string {
  const [group = '', id = ''] = place.split('.');
  return ['items', 'scales', 'demographics'].includes(group) && id !== '' ? `${group}.${id}` : place;
}

/** What is wrong in the same way in the same languages is said once. */
function gapsOf(problems: readonly ProblemDetail[], names: PlaceNames, language: InterfaceLanguage): readonly Gap[] {
  const parts = new Map<string, { readonly problem: ProblemDetail; readonly languages: LanguageCode[] }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.place, problem.code, problem.sentences]);
    const part = parts.get(key) ?? { problem, languages: [] };
    if (problem.language !== undefined) part.languages.push(problem.language);
    parts.set(key, part);
  }
  const groups = new Map<string, { readonly problem: ProblemDetail; readonly languages: readonly LanguageCode[]; readonly places: string[] }>();
  for (const { problem, languages } of parts.values()) {
    const key = JSON.stringify([problem.code, problem.sentences, languages]);
    const group = groups.get(key) ?? { problem, languages, places: [] };
    group.places.push(problem.place);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ problem, languages, places }) => ({
    parts: partTexts(places, names, language),
    count: places.length,
    problem: PROBLEM_TEXTS[problem.code],
    languages: languages.map((code) => languageName(code, names.bank, language)),
    sentence: problem.sentences === undefined ? null : textIn(problem.sentences, language),
  }));
}

function partTexts(places: readonly string[], names: PlaceNames, language: InterfaceLanguage): readonly NamedText[] {
  const [first = ''] = places;
  const [group = '', id = ''] = first.split('.');
  if (wholePlace(first) === first && group !== 'items' && group !== 'demographics') return [];
  if (group === 'scales') return [{ text: 'questionnaires.places.scaleTexts', values: { count: places.length } }];
  const codes = places.filter((place) => place.includes('.options.')).map((place) => place.split('.').at(-1) ?? '');
  const labels = [...names.bank.items, ...names.bank.demographics].find((entry) => entry.id === id);
  const options = labels === undefined ? [] : 'choice' in labels ? (labels.choice?.options ?? []) : labels.options;
  const optionName = (code: string): string => {
    const district = group === 'demographics' ? names.taxonomy.districts.find((candidate) => candidate.id === code)?.name : undefined;
    return district ?? (textIn(options.find((candidate) => candidate.code === code)?.labels ?? {}, language) || code);
  };
  const named = codes.length > MOST_NAMED_OPTIONS ? [{ count: codes.length, option: '' }] : codes.map((code) => ({ count: 1, option: optionName(code) }));
  return [
    ...(codes.length < places.length ? [{ text: 'questionnaires.places.wording', values: {} } as const] : []),
    ...named.map((values) => ({ text: 'questionnaires.places.options', values }) as const),
  ];
}

/**
 * The language as staff call it: "Arabisch". "Einfache Sprache" is no language of its own for a browser and is not
 * called Leichte Sprache before a test group has approved it.
 */
export function languageName(code: LanguageCode, bank: ItemBank, language: InterfaceLanguage): string {
  const known = bank.languages.find((candidate) => candidate.code === code);
  const ownName = known?.ownNameUnreviewed ?? known?.ownName ?? code;
  if (browserLanguageTag(code) !== code) return ownName;
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code) ?? ownName;
}

/** Places are written as `field`, `field.id` or `items.<id>`. */
function placeText(place: string, { bank, taxonomy, itemIds }: PlaceNames, language: InterfaceLanguage): NamedText {
  const [group = '', id = ''] = place.split('.');
  const owed = CONSENT_CITY_FIELDS.find((field) => group === 'city' && field === id);
  if (owed) return { text: `citySettings.places.${owed}`, values: {} };
  if (group === 'consent') return { text: 'questionnaires.places.consent', values: { id } };
  if (group === 'scales') return { text: 'questionnaires.places.scale', values: { id } };
  if (group === 'items' && id) {
    const number = itemIds.indexOf(id) + 1;
    return number > 0 ? { text: 'questionnaires.places.itemNumbered', values: { id, number } } : { text: 'questionnaires.places.item', values: { id } };
  }
  if (group === 'demographics' && id) {
    const wordings = bank.demographics.find((demographic) => demographic.id === id)?.wordings ?? {};
    return { text: 'questionnaires.places.demographic', values: { name: wordings[language]?.text ?? wordings['de']?.text ?? id } };
  }
  if (group === 'districtIds' && id) {
    return { text: 'questionnaires.places.district', values: { name: taxonomy.districts.find((district) => district.id === id)?.name ?? id } };
  }
  if (group === 'focus' && id) {
    const field = taxonomy.fieldsOfAction.find((candidate) => candidate.id === id);
    return { text: 'questionnaires.places.focus', values: { name: field ? textIn(field.names, language) : id } };
  }
  if (group === 'languages' && id) return { text: 'questionnaires.places.language', values: { name: languageName(id, bank, language) } };
  return { text: FIELD_TEXTS[group] ?? 'questionnaires.places.other', values: { place } };
}

/** Stadtteile are answers of the question about the Stadtteil, but they are chosen elsewhere. */
function isAboutDistricts(problems: readonly ProblemDetail[], { taxonomy }: PlaceNames): boolean {
  return problems.every(({ place }) => place.startsWith('demographics.') && taxonomy.districts.some(({ id }) => place.endsWith(`.options.${id}`)));
}

function placeLink(place: string, language: LanguageCode | null): PlaceLink {
  const [group = '', id = ''] = place.split('.');
  if (group === 'items' && id) return { kind: 'item', itemId: id, language };
  return Object.hasOwn(FIELD_TEXTS, group) ? { kind: 'field', id: group, language } : null;
}
