import { Injectable } from '@nestjs/common';
import { isoWeekOf, type ResponseReceipt } from '@stadtteilstimme/domain';
import { Clock, localDate } from '../platform/clock/index.js';
import { ProblemException } from '../platform/errors/index.js';
import { PublishedVersions } from '../questionnaires/index.js';
import { ResponseRepository } from './response.repository.js';
import { StoreResponse } from './store-response.js';
import { readSubmission } from './submission.js';

/** Takes the answer of a resident's own device. */
@Injectable()
export class SubmitResponse {
  private week = { minute: Number.NaN, name: '' };

  constructor(
    private readonly versions: PublishedVersions,
    private readonly repository: ResponseRepository,
    private readonly storeResponse: StoreResponse,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns after commit
   * @throws ProblemException `invalid-request`, `unknown-questionnaire`, `questionnaire-closed`, or what the check of the
   * version found; nothing is stored then
   */
  async run(responseId: string, body: unknown): Promise<ResponseReceipt> {
    const { id, versionId, mode, consent, answers } = readSubmission(responseId, body);
    const version = this.versions.known(versionId) ?? (await this.versions.find(versionId));
    if (version === null) throw new ProblemException('unknown-questionnaire');
    if (version.state === 'closed') {
      // Stored before closing, but the receipt got lost on the way: the device must learn that it may forget its draft.
      if (await this.repository.isStored(id, versionId)) return { status: 'already-stored' };
      throw new ProblemException('questionnaire-closed');
    }
    return { status: await this.storeResponse.run(version, { id, mode, week: this.currentWeek(), consent, answers }) };
  }

  /** Calendars are slow; within a minute the week cannot change unnoticed, for weeks begin on a full minute. */
  private currentWeek(): string {
    const now = this.clock.now();
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.week.minute) {
      const { year, month, day } = localDate(now);
      this.week = { minute, name: isoWeekOf(year, month, day) };
    }
    return this.week.name;
  }
}
