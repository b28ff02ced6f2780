import { Injectable } from '@nestjs/common';
import type { CsvFormat, ExportValues } from '@stadtteilstimme/questionnaire/export';
import type { Survey } from '../analysis/index.js';
import { Clock, localDay } from '../platform/clock/index.js';
import { type ExportContent, exportFileName, type ExportFileName } from './export-file-name.js';
import { germanLabel } from './german-label.js';

/** What a file holds beyond its questionnaire. */
export interface NamedExport {
  readonly content: ExportContent;
  readonly format: CsvFormat;
  /** For single answers only. */
  readonly values?: ExportValues;
  /** As of `exportFilters`; without it the file holds everything. */
  readonly filters?: readonly string[];
}

const PROGRAMS: Readonly<Record<CsvFormat, string>> = { 'german-excel': 'Excel', plain: 'R' };
const VALUES: Readonly<Record<ExportValues, string>> = { codes: 'Codes', labels: 'Wörter' };

/** Names files by what is in them and by today's day. */
@Injectable()
export class NameExport {
  constructor(private readonly clock: Clock) {}

  of({ version }: Survey, { content, format, values, filters = [] }: NamedExport): ExportFileName {
    return exportFileName({
      title: germanLabel(version.content.title, version.slug),
      slug: version.slug,
      synthetic: version.synthetic,
      content,
      variant: values === undefined ? PROGRAMS[format] : `${PROGRAMS[format]} ${VALUES[values]}`,
      filters,
      day: localDay(this.clock.now()),
    });
  }
}
