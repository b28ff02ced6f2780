import type { ProblemDetail } from '../contract/problems.js';
import { dayNumber } from '../survey/calendar-date.js';
import type { District, PopulationFigure, Taxonomy } from './taxonomy.js';

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Handlungsfelder and criteria carry the city's own short names, for example `H3` or `K1`. */
const SHORT_ID = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const YEAR_OR_DATE = /^(\d{4})(?:-(\d{2})-(\d{2}))?$/;

function problem(place: string): ProblemDetail {
  return { code: 'invalid-taxonomy', place };
}

/** Ids that occur before; the first of a kind is not a problem. */
function repeated<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): readonly Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}

function idProblems(list: string, entries: readonly { readonly id: string }[], form: RegExp): readonly ProblemDetail[] {
  return [...entries.filter(({ id }) => !form.test(id)), ...repeated(entries, ({ id }) => id)].map(({ id }) => problem(`${list}.${id}.id`));
}

function isYearOrDate(text: string): boolean {
  const match = YEAR_OR_DATE.exec(text);
  if (match === null) return false;
  return match[2] === undefined || dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

function isValidPopulation({ count, asOf, source }: PopulationFigure): boolean {
  return Number.isInteger(count) && count >= 0 && isYearOrDate(asOf) && source.trim() !== '';
}

function isValidTile({ col, row }: District['tile']): boolean {
  return Number.isInteger(col) && Number.isInteger(row) && col >= 0 && row >= 0;
}

function districtProblems(districts: readonly District[]): readonly ProblemDetail[] {
  const shared = repeated(districts, ({ tile }) => `${String(tile.col)}/${String(tile.row)}`);
  return districts.flatMap((district) => {
    const place = `districts.${district.id}`;
    return [
      ...(district.name.trim() === '' ? [problem(`${place}.name`)] : []),
      ...(shared.includes(district) || !isValidTile(district.tile) ? [problem(`${place}.tile`)] : []),
      ...(district.areaKm2 !== null && !(district.areaKm2 > 0) ? [problem(`${place}.areaKm2`)] : []),
      ...district.populations.flatMap((figure, index) => (isValidPopulation(figure) ? [] : [problem(`${place}.populations.${String(index)}`)])),
    ];
  });
}

/**
 * Checks master data for contradictions: ids unique and well-formed, one district per tile, houses in existing districts,
 * population figures whole, dated and with a source, at least one district, at most one criterion to be filled per questionnaire.
 * @returns empty when the taxonomy is valid; otherwise one detail per fault with its place, for example `districts.kaltenmoor.tile`.
 */
export function validateTaxonomy(taxonomy: Taxonomy): readonly ProblemDetail[] {
  const { cityName, districts, communityHouses, targetGroups, fieldsOfAction, criteria } = taxonomy;
  const known = new Set<string>(districts.map(({ id }) => id));
  return [
    ...(cityName.trim() === '' ? [problem('cityName')] : []),
    ...(districts.length === 0 ? [problem('districts')] : []),
    ...idProblems('districts', districts, KEBAB_CASE),
    // Rows of a report that are not districts carry these names.
    ...districts.filter(({ id }) => ['all', 'elsewhere', 'unknown'].includes(id)).map(({ id }) => problem(`districts.${id}.id`)),
    ...idProblems('communityHouses', communityHouses, KEBAB_CASE),
    ...idProblems('targetGroups', targetGroups, KEBAB_CASE),
    ...idProblems('fieldsOfAction', fieldsOfAction, SHORT_ID),
    ...idProblems('criteria', criteria, SHORT_ID),
    ...districtProblems(districts),
    ...communityHouses
      .filter(({ districtIds }) => districtIds.some((id) => !known.has(id)))
      .map(({ id }) => problem(`communityHouses.${id}.districtIds`)),
    ...criteria
      .filter(({ kind }) => kind === 'focus-slot')
      .slice(1)
      .map(({ id }) => problem(`criteria.${id}.kind`)),
  ];
}
