import {
  COLLECTION_MODES,
  type CollectionMode,
  compareIsoWeeks,
  type DistrictId,
  isIsoWeek,
  type ProblemDetail,
  type ReportFilters,
} from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';

/** Filter parameters as they stand in the address; lists are separated by commas. */
export interface ReportQuery {
  readonly district?: string;
  readonly mode?: string;
  readonly group?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What may be named in a filter of this questionnaire. */
export interface KnownFilterValues {
  readonly districtIds: readonly DistrictId[];
  readonly targetGroupIds: readonly string[];
}

/**
 * Reads the filters of a report. Lists come back without doubles and in a fixed order, so that the same filter is
 * written the same way however it was typed.
 * @throws ProblemException `invalid-request` naming every parameter that cannot be used.
 */
export function parseReportFilters(query: ReportQuery, known: KnownFilterValues): ReportFilters {
  const districtIds = list(query.district);
  const modes = list(query.mode);
  const targetGroupIds = list(query.group);
  const weekFrom = query.from ?? null;
  const weekTo = query.to ?? null;
  const problems = [
    ...problemIf(!districtIds.every((id) => known.districtIds.includes(id)), 'district'),
    ...problemIf(!modes.every(isCollectionMode), 'mode'),
    ...problemIf(!targetGroupIds.every((id) => known.targetGroupIds.includes(id)), 'group'),
    ...problemIf(weekFrom !== null && !isIsoWeek(weekFrom), 'from'),
    ...problemIf(weekTo !== null && !isIsoWeek(weekTo), 'to'),
    ...problemIf(weekFrom !== null && weekTo !== null && compareIsoWeeks(weekFrom, weekTo) > 0, 'to'),
  ];
  if (problems.length > 0) throw new ProblemException('invalid-request', problems);
  return { districtIds, modes: modes.filter(isCollectionMode), targetGroupIds, weekFrom, weekTo };
}

function list(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  return [...new Set(text.split(','))].sort();
}

function isCollectionMode(text: string): text is CollectionMode {
  return COLLECTION_MODES.some((mode) => mode === text);
}

function problemIf(wrong: boolean, place: string): readonly ProblemDetail[] {
  return wrong ? [{ code: 'invalid-request', place }] : [];
}
