import { Injectable } from '@nestjs/common';
import { type DueFreeTexts, dueFreeTexts, freeTextKeys } from '@stadtteilstimme/domain';
import { Clock, localDay } from '../platform/clock/index.js';
import { ResponseRecord } from '../responses/index.js';
import { RetentionRepository, type VersionPeriod } from './retention.repository.js';

/** Counts only: nothing about any answer. */
export interface DeletedFreeTexts {
  /** Answers that lost texts. */
  readonly answers: number;
  /** Versions they belong to. */
  readonly versions: number;
}

/** Keeps what the consent text promises: free texts go so many months after the questionnaire was closed. */
@Injectable()
export class DeleteFreeTexts {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly record: ResponseRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * Deletes all that is due today. May be stopped and run again at any time.
   * @param isStopped asked between batches
   * @throws what went wrong first, after all other versions had their turn: one that cannot be read keeps no other's texts
   */
  async run(isStopped: () => boolean = () => false): Promise<DeletedFreeTexts> {
    const day = localDay(this.clock.now());
    let [answers, versions] = [0, 0];
    const failures: unknown[] = [];
    for (const period of await this.repository.periods()) {
      try {
        const removed = await this.deleteDue(period, day, isStopped);
        answers += removed;
        versions += removed > 0 ? 1 : 0;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return { answers, versions };
  }

  /** @returns how many answers lost texts */
  private async deleteDue(period: VersionPeriod, day: string, isStopped: () => boolean): Promise<number> {
    const due = dueFreeTexts(period, day);
    const keys = freeTextKeys(period.codebook);
    if (due.kind === 'none' || keys.length === 0) return 0;
    return this.record.removeFreeTexts({ versionId: period.versionId, keys, through: throughOf(due), day }, isStopped);
  }
}

function throughOf(due: DueFreeTexts): string | null {
  return due.kind === 'through' ? due.week : null;
}
