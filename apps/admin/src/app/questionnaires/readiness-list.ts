import type { ItemBank, LanguageCode, ProblemDetail, Taxonomy } from '@stadtteilstimme/domain';

import { PROBLEM_TEXTS } from '../backend/problem-texts';
import type { InterfaceLanguage } from '../language/interface-language';
import { textIn } from '../language/localized-text';
import type { TextKey, TextValues } from '../language/text-key';

/** Where a reader can mend a problem: a field of the editor or an item of the bank. */
export type PlaceLink = { readonly kind: 'field'; readonly id: string; readonly language: LanguageCode | null } | { readonly kind: 'item'; readonly itemId: string; readonly language: LanguageCode | null } | null;

export interface ReadinessLine {
  readonly problem: TextKey;
  readonly place: { readonly text: TextKey; readonly values: TextValues };
  /** Name of the language in itself; null when the problem is not about a language. */
  readonly language: { readonly name: string; readonly code: LanguageCode } | null;
  readonly link: PlaceLink;
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

/** Problems of the same code at the same place in several languages stay lines of their own: each is mended on its own. */
export function readinessLines(
  problems: readonly ProblemDetail[],
  bank: ItemBank,
  taxonomy: Taxonomy,
  language: InterfaceLanguage,
): readonly ReadinessLine[] {
  return problems.map((problem) => ({
    problem: PROBLEM_TEXTS[problem.code],
    place: placeText(problem.place, bank, taxonomy, language),
    language: problem.language === undefined ? null : { code: problem.language, name: languageName(problem.language, bank) },
    link: placeLink(problem.place, problem.language ?? null),
  }));
}

function languageName(code: LanguageCode, bank: ItemBank): string {
  const known = bank.languages.find((candidate) => candidate.code === code);
  return known?.ownNameUnreviewed ?? known?.ownName ?? code;
}

/** Places are written as `field`, `field.id` or `items.<id>.options.<code>`. */
function placeText(place: string, bank: ItemBank, taxonomy: Taxonomy, language: InterfaceLanguage): ReadinessLine['place'] {
  const [group = '', id = '', ...rest] = place.split('.');
  if (group === 'consent') return { text: 'questionnaires.places.consent', values: { id } };
  if (group === 'scales') return { text: 'questionnaires.places.scale', values: { id } };
  if (group === 'items' && id) {
    const code = rest.at(-1) ?? '';
    const labels = bank.items.find((item) => item.id === id)?.choice?.options.find((option) => option.code === code)?.labels ?? {};
    return { text: rest.length > 0 ? 'questionnaires.places.itemOption' : 'questionnaires.places.item', values: { id, option: textIn(labels, language) || code } };
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
  return { text: FIELD_TEXTS[group] ?? 'questionnaires.places.other', values: { place } };
}

function placeLink(place: string, language: LanguageCode | null): PlaceLink {
  const [group = '', id = ''] = place.split('.');
  if (group === 'items' && id) return { kind: 'item', itemId: id, language };
  return Object.hasOwn(FIELD_TEXTS, group) ? { kind: 'field', id: group, language } : null;
}
