import { COLLECTION_MODES, type CollectionMode, type ReportFilters } from '@stadtteilstimme/domain';

/** Query parameters of the dashboard as they stand in the address bar. */
export interface ReportAddress {
  readonly stadtteil?: string | undefined;
  readonly weg?: string | undefined;
  readonly gruppe?: string | undefined;
  readonly von?: string | undefined;
  readonly bis?: string | undefined;
}

export const NO_FILTERS: ReportFilters = { districtIds: [], modes: [], targetGroupIds: [], weekFrom: null, weekTo: null };

const WEEK = /^\d{4}-W\d{2}$/;

/** Reads filters from an address; what is no mode or no week is left out, ids are checked by the server. */
export function filtersOf(address: ReportAddress): ReportFilters {
  return {
    districtIds: list(address.stadtteil),
    modes: list(address.weg).filter(isMode),
    targetGroupIds: list(address.gruppe),
    weekFrom: week(address.von),
    weekTo: week(address.bis),
  };
}

/** Writes filters so that `filtersOf` reads the same again; null removes a parameter from the address. */
export function addressOf(filters: ReportFilters): Readonly<Record<keyof ReportAddress, string | null>> {
  return {
    stadtteil: filters.districtIds.join(',') || null,
    weg: filters.modes.join(',') || null,
    gruppe: filters.targetGroupIds.join(',') || null,
    von: filters.weekFrom,
    bis: filters.weekTo,
  };
}

export function hasFilters(filters: ReportFilters): boolean {
  return Object.values(addressOf(filters)).some((value) => value !== null);
}

function list(text: string | undefined): readonly string[] {
  return text ? [...new Set(text.split(',').filter((entry) => entry !== ''))] : [];
}

function week(text: string | undefined): string | null {
  return text !== undefined && WEEK.test(text) ? text : null;
}

function isMode(text: string): text is CollectionMode {
  return COLLECTION_MODES.some((mode) => mode === text);
}
