import { Injectable } from '@nestjs/common';
import type { Answers, DistrictScope } from '@stadtteilstimme/domain';
import { from, mergeMap, type Observable } from 'rxjs';
import { PublishedVersions, type PublishedSeries } from '../questionnaires/index.js';
import { ResponseRecord, type SingleResponse, type StoredResponse } from '../responses/index.js';
import type { AnswerRecord, RecordedAnswer } from './answer-record.js';
import { ReportSeriesCache } from './report-series.js';

/**
 * The record of answers with all versions of a questionnaire read as one. A series goes by the id of its newest version.
 * Coded answers come as reports count them, single answers in the codebook of the series, whichever version they were
 * given to.
 */
@Injectable()
export class SeriesRecord implements AnswerRecord {
  readonly stored: Observable<StoredResponse>;
  readonly doubtful: Observable<string>;

  constructor(
    private readonly record: ResponseRecord,
    private readonly published: PublishedVersions,
    private readonly reports: ReportSeriesCache,
  ) {
    this.stored = record.stored.pipe(mergeMap((answer) => from(this.inEverySeries(answer))));
    this.doubtful = record.doubtful.pipe(mergeMap((versionId) => from(published.knownSeriesWith(versionId).map(({ newest }) => newest.id))));
  }

  /**
   * One version after the other, each in one state of the database. An answer that is stored meanwhile is announced on
   * `stored`, so whoever listens from before misses none.
   */
  async *codedAnswers(newestVersionId: string, scope: DistrictScope): AsyncGenerator<RecordedAnswer> {
    const series = this.published.knownSeries(newestVersionId);
    if (series === null) throw new Error('A series must be found before its answers are read.');
    if (series.versions.length === 1) yield* this.record.codedAnswers(newestVersionId, scope);
    else for (const { id } of series.versions) {
      for await (const answer of this.record.codedAnswers(id, scope)) yield { ...answer, vector: this.reports.of(series).recode(id, answer.vector) };
    }
  }

  /** Single answers page by page, version by version. @param keys of the codebook of the series, beside the vector */
  async *singleAnswers(series: PublishedSeries, scope: DistrictScope, keys: readonly string[]): AsyncGenerator<readonly SingleResponse[]> {
    for (const version of series.versions) {
      const ownKeys = series.answerKeys(version);
      const wanted = keys.flatMap((key) => ownKeys.get(key) ?? []);
      for await (const page of this.record.singleAnswers(version.id, scope, wanted)) {
        yield series.versions.length === 1
          ? page
          : page.map((answer) => ({ ...answer, answers: renamed(answer.answers, keys, ownKeys), vector: series.recode(version.id, answer.vector) }));
      }
    }
  }

  writesSettled(): Promise<void> {
    return this.record.writesSettled();
  }

  private inEverySeries(answer: StoredResponse): readonly StoredResponse[] {
    return this.published
      .knownSeriesWith(answer.versionId)
      .map((series) => ({ ...answer, versionId: series.newest.id, vector: this.reports.of(series).recode(answer.versionId, answer.vector) }));
  }
}

/** Only what was wanted, under the names of the series. */
function renamed(answers: Answers, keys: readonly string[], ownKeys: ReadonlyMap<string, string>): Answers {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const answer = answers[ownKeys.get(key) ?? ''];
      return answer === undefined ? [] : [[key, answer]];
    }),
  );
}
