import { type DistrictId, type DistrictScope, inScope, type ReportRowId } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';

/** Which rows of the protected report a viewer gets. */
export interface VisibleRows {
  readonly rows: readonly ReportRowId[];
  /** Whether the row of the whole city belongs to them. */
  readonly includeAll: boolean;
}

/**
 * Chooses rows by scope and district filter. Whoever is responsible for every district of the questionnaire sees the
 * whole city; everybody else only the own districts: the city minus one's own would be the others.
 * @param allRows rows of the report without `all`
 * @throws ProblemException `not-allowed` when the filter names a district outside the scope.
 */
export function visibleRows(allRows: readonly ReportRowId[], scope: DistrictScope, filter: readonly DistrictId[]): VisibleRows {
  if (!filter.every((id) => inScope(scope, id))) throw new ProblemException('not-allowed');
  const seesAll = scope.kind === 'whole-city' || allRows.every((row) => !isDistrict(row) || inScope(scope, row));
  if (filter.length > 0) return { rows: allRows.filter((row) => filter.includes(row)), includeAll: false };
  if (seesAll) return { rows: allRows, includeAll: true };
  return { rows: allRows.filter((row) => isDistrict(row) && inScope(scope, row)), includeAll: false };
}

function isDistrict(row: ReportRowId): row is DistrictId {
  return row !== 'all' && row !== 'elsewhere' && row !== 'unknown';
}
