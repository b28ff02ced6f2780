import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  type AnswerFilter,
  COLLECTION_MODES,
  type DistrictScope,
  inferenceStatement,
  isoWeekWithin,
  type ProtectedReport,
  type Report,
  type ReportFilters,
  selectRows,
} from '@stadtteilstimme/domain';
import type { ColumnSnapshot } from './answer-columns.js';
import { changedQuestions } from './changed-questions.js';
import { ColumnCache, type NamedSnapshot } from './column-cache.js';
import { FindSurvey, type Survey } from './find-survey.js';
import { RecentReports } from './recent-reports.js';
import { REPORT_COUNTER, type ReportCounter } from './report-counter.js';
import { parseReportFilters, type ReportQuery } from './report-filters.js';
import { type ReportSubject, reportSubject } from './report-subject.js';
import { type VisibleRows, visibleRows } from './visible-rows.js';

/** Reports kept in memory; a dashboard asks for the same few again and again. */
const RECENT_REPORTS = 32;

/** Reads the protected report of a questionnaire, all its versions together. The only way to numbers. */
@Injectable()
export class ReadReport implements OnModuleDestroy {
  private readonly recent = new RecentReports<ProtectedReport>(RECENT_REPORTS);
  private readonly subjects = new WeakMap<Survey['counted'], ReportSubject>();

  constructor(
    private readonly surveys: FindSurvey,
    private readonly columns: ColumnCache,
    @Inject(REPORT_COUNTER) private readonly counter: ReportCounter,
  ) {}

  onModuleDestroy(): Promise<void> {
    return this.counter.close();
  }

  /**
   * One report, one state of the data. Protected once for the whole city; scope and district filter choose rows of that.
   * @throws ProblemException `not-found`, `not-published`, `invalid-request` (filters), `not-allowed` (foreign district).
   */
  async run(questionnaireId: string, query: ReportQuery, scope: DistrictScope): Promise<Report> {
    const survey = await this.surveys.newest(questionnaireId, scope);
    const { version, series, counted: source, taxonomy } = survey;
    const filters = parseReportFilters(query, {
      districtIds: [...series.districtIds],
      targetGroupIds: taxonomy.targetGroups.map((group) => group.id),
    });
    const subject = this.subjectOf(survey);
    const allRows = subject.about.rows.map(({ row }) => row);
    const visible = visibleRows(allRows, scope, filters.districtIds);
    const snapshot = await this.columns.snapshot({ versionId: version.id, codebook: source.codebook, rows: allRows });
    const counted = await this.count(subject, snapshot, filters);
    return composeReport(survey, subject, filters, snapshot, { ...visible, numbers: selectRows(counted, visible.rows, visible.includeAll) });
  }

  private subjectOf({ counted, taxonomy }: Survey): ReportSubject {
    const subject = this.subjects.get(counted) ?? reportSubject(counted, taxonomy);
    this.subjects.set(counted, subject);
    return subject;
  }

  private count(subject: ReportSubject, snapshot: NamedSnapshot, filters: ReportFilters): Promise<ProtectedReport> {
    const { modes, targetGroupIds, weekFrom, weekTo } = filters;
    const key = JSON.stringify([snapshot.state, modes, targetGroupIds, weekFrom, weekTo]);
    const task = { columns: snapshot.columns, filter: answerFilter(filters, snapshot), about: subject.about };
    return this.recent.get(key, () => this.counter.count(task));
  }
}

/** Names become indexes of this snapshot; a week or group nobody answered in lets nothing through. */
function answerFilter(filters: ReportFilters, { weeks, targetGroups }: ColumnSnapshot): AnswerFilter {
  const { modes, targetGroupIds, weekFrom, weekTo } = filters;
  return {
    modes: modes.length === 0 ? null : modes.map((mode) => COLLECTION_MODES.indexOf(mode)),
    targetGroups: targetGroupIds.length === 0 ? null : indexesWhere(targetGroups, (id) => targetGroupIds.includes(id)),
    weeks: weekFrom === null && weekTo === null ? null : indexesWhere(weeks, (week) => isoWeekWithin(week, weekFrom, weekTo)),
  };
}

function indexesWhere(values: readonly string[], matches: (value: string) => boolean): readonly number[] {
  return values.flatMap((value, index) => (matches(value) ? [index] : []));
}

function composeReport(
  { version, series }: Survey,
  subject: ReportSubject,
  filters: ReportFilters,
  { columns, weeks }: ColumnSnapshot,
  { rows, includeAll, numbers }: VisibleRows & { readonly numbers: ProtectedReport },
): Report {
  // Where nothing is shown, the weeks would still tell when somebody answered.
  const shownWeeks = columns.length < subject.about.policy.minimumBase ? [] : [...weeks].sort();
  return {
    questionnaireId: version.questionnaireId,
    versionNumber: version.number,
    changedQuestions: changedQuestions(series, subject),
    title: version.content.title,
    synthetic: version.synthetic,
    samplingDesign: version.draft.samplingDesign,
    statement: inferenceStatement(version.draft.samplingDesign),
    targetGroupId: version.draft.targetGroupId,
    filters,
    policy: subject.about.policy,
    lastWeek: shownWeeks.at(-1) ?? null,
    weeks: shownWeeks,
    rows: subject.rows.filter(({ row }) => (row === 'all' ? includeAll : rows.includes(row))),
    ...numbers,
  };
}
