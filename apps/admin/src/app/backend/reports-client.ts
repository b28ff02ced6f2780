import { HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Report, ReportFilters } from '@stadtteilstimme/domain';

import { API, Api } from './api';

export type CsvFormat = 'german-excel' | 'plain';
export type CsvValues = 'codes' | 'labels';

@Injectable({ providedIn: 'root' })
export class ReportsClient {
  private readonly api = inject(Api);

  readonly read = (questionnaireId: string, filters: ReportFilters): Promise<Report> =>
    this.api.get(`/questionnaires/${encodeURIComponent(questionnaireId)}/report`, reportQuery(filters));
}

/** Query of a report and of its file: the same words, so that file and screen agree. */
export function reportQuery(filters: ReportFilters): HttpParams {
  let params = new HttpParams();
  if (filters.districtIds.length > 0) params = params.set('district', filters.districtIds.join(','));
  if (filters.modes.length > 0) params = params.set('mode', filters.modes.join(','));
  if (filters.targetGroupIds.length > 0) params = params.set('group', filters.targetGroupIds.join(','));
  if (filters.weekFrom) params = params.set('from', filters.weekFrom);
  if (filters.weekTo) params = params.set('to', filters.weekTo);
  return params;
}

/** Address of the protected report as a file. */
export function reportFile(questionnaireId: string, filters: ReportFilters, format: CsvFormat): string {
  return `${API}/questionnaires/${encodeURIComponent(questionnaireId)}/exports/report.csv?${reportQuery(filters).set('format', format).toString()}`;
}

/** Address of the key to the single answers, in the column names of the same format; refused without `export responses`. */
export function codebookFile(questionnaireId: string, format: CsvFormat): string {
  return `${API}/questionnaires/${encodeURIComponent(questionnaireId)}/exports/codebook.csv?${new HttpParams().set('format', format).toString()}`;
}

/** Address of the single answers as a file; the server refuses it without `export responses`. */
export function responsesFile(questionnaireId: string, format: CsvFormat, values: CsvValues): string {
  const query = new HttpParams().set('format', format).set('values', values);
  return `${API}/questionnaires/${encodeURIComponent(questionnaireId)}/exports/responses.csv?${query.toString()}`;
}
