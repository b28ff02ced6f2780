import { Injectable } from '@nestjs/common';
import { type DistrictScope, type FreeTextDeletion, freeTextKeys, nextFreeTextDeletion } from '@stadtteilstimme/domain';
import { Clock, localDay } from '../platform/clock/index.js';
import { Questionnaires } from '../questionnaires/index.js';
import { RetentionRepository } from './retention.repository.js';

/** What becomes of the free texts of one questionnaire, for the staff who see it. */
@Injectable()
export class DescribeFreeTextDeletion {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly questionnaires: Questionnaires,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException `not-found` */
  async run(questionnaireId: string, scope: DistrictScope): Promise<FreeTextDeletion> {
    // Refuses what is out of scope.
    await this.questionnaires.detail(questionnaireId, scope);
    const today = localDay(this.clock.now());
    const periods = await this.repository.periods(questionnaireId);
    const withTexts = periods.filter(({ codebook }) => freeTextKeys(codebook).length > 0);
    return {
      hasFreeTexts: withTexts.length > 0,
      months: periods.at(-1)?.months ?? null,
      nextOn: known(withTexts.map((period) => nextFreeTextDeletion(period, today)))[0] ?? null,
      lastOn: known(withTexts.map((period) => period.lastOn)).at(-1) ?? null,
    };
  }
}

/** ISO dates, oldest first. */
function known(days: readonly (string | null)[]): readonly string[] {
  return days.filter((day) => day !== null).sort();
}
