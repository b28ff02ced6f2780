import type { Cell, Figure, Report, ReportRowId } from '@stadtteilstimme/domain';
import type { MapTile } from '@stadtteilstimme/ui';

/** Rows that are no Stadtteil. */
export const SPECIAL_ROWS = ['all', 'elsewhere', 'unknown'] as const;
export type SpecialRow = (typeof SPECIAL_ROWS)[number];

export function isSpecialRow(row: ReportRowId): row is SpecialRow {
  return SPECIAL_ROWS.some((special) => special === row);
}

/** Names the three special rows; Stadtteile bring their own name. */
export type SpecialRowName = (row: SpecialRow) => string;

export function rowName(report: Report, row: ReportRowId, special: SpecialRowName): string {
  if (isSpecialRow(row)) return special(row);
  return report.rows.find((candidate) => candidate.row === row)?.name ?? row;
}

/** The row whose bars are drawn: the chosen Stadtteil, otherwise the whole city, otherwise the first row the viewer may see. */
export function drawnRow(report: Report): ReportRowId | null {
  const [chosen] = report.filters.districtIds;
  const rows = report.rows.map(({ row }) => row);
  if (chosen !== undefined && rows.includes(chosen)) return chosen;
  return rows.includes('all') ? 'all' : (rows[0] ?? null);
}

/** Participants on the map: every row that has a place on it. */
export function mapTiles(report: Report): readonly MapTile[] {
  return report.rows.flatMap(({ row, name, tile }) => {
    const participants = report.participants.find((candidate) => candidate.row === row);
    return tile && participants ? [{ id: row, name: name ?? row, col: tile.col, row: tile.row, cell: participants.count }] : [];
  });
}

/** Rows in reading order: the whole city, then Stadtteile by people, then the withheld ones, then people without a Stadtteil. */
export function rowsByPeople(report: Report): readonly ReportRowId[] {
  const people = new Map(report.participants.map(({ row, count }) => [row, count]));
  const rank = (row: ReportRowId): number => {
    if (row === 'all') return Number.POSITIVE_INFINITY;
    if (isSpecialRow(row)) return row === 'elsewhere' ? -2 : -3;
    const count = people.get(row);
    return count?.kind === 'count' ? count.count : -1;
  };
  return report.rows.map(({ row }) => row).sort((a, b) => rank(b) - rank(a));
}

export function countOf(cell: Cell): number | null {
  return cell.kind === 'count' ? cell.count : null;
}

export function numberOf(figure: Figure | undefined): number | null {
  return figure?.kind === 'number' ? figure.value : null;
}
