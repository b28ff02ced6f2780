import type { LocalizedText } from '../contract/language.js';

/** Stable id of a Stadtteil, for example `kaltenmoor`. Never reused. */
export type DistrictId = string & { readonly __brand?: 'DistrictId' };

/** A population figure means nothing without its date, source and definition (two official totals of one city differ). */
export interface PopulationFigure {
  readonly count: number;
  /** `YYYY` or `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly source: string;
  /** Who is counted, for example "Hauptwohnsitz". Empty when the source does not say. */
  readonly definition: string;
}

/** Stadtteil or Ortschaft. */
export interface District {
  readonly id: DistrictId;
  readonly name: string;
  /** Names people use for places inside it that are not Stadtteile themselves. */
  readonly aliases: readonly string[];
  /** Place on the tile map, north at the top. */
  readonly tile: { readonly col: number; readonly row: number };
  /** Empty when no figure is known: unknown is never written as 0. */
  readonly populations: readonly PopulationFigure[];
  readonly areaKm2: number | null;
}

/** Stadtteilhaus; one house may serve several districts and a district may have several houses. */
export interface CommunityHouse {
  readonly id: string;
  readonly name: string;
  readonly districtIds: readonly DistrictId[];
}

/** Zielgruppe, for example `senior`. */
export interface TargetGroup {
  readonly id: string;
  readonly names: LocalizedText;
}

/** Handlungsfeld, for example `H3` Seniorenberatung. */
export interface FieldOfAction {
  readonly id: string;
  readonly names: LocalizedText;
}

/** Evaluation criterion (Schwerpunkt). The `focus-slot` is filled per questionnaire with one or two Handlungsfelder. */
export interface Criterion {
  readonly id: string;
  readonly names: LocalizedText;
  readonly kind: 'cross-cutting' | 'focus-slot';
}

/** The city's master data at one point in time. */
export interface Taxonomy {
  readonly cityName: string;
  readonly districts: readonly District[];
  readonly communityHouses: readonly CommunityHouse[];
  readonly targetGroups: readonly TargetGroup[];
  readonly fieldsOfAction: readonly FieldOfAction[];
  readonly criteria: readonly Criterion[];
}

/** An immutable, numbered state of the master data; a questionnaire pins the one it was made with. */
export interface TaxonomyVersion {
  readonly version: number;
  /** ISO date, day precision. */
  readonly createdOn: string;
  readonly comment: string;
  readonly taxonomy: Taxonomy;
}
