import { Injectable } from '@nestjs/common';
import type { QuestionnaireDraft } from '@stadtteilstimme/domain';
import { SeedExampleCity } from '../city-settings/index.js';
import { readDataFile } from '../reference-data/index.js';
import { ComposeQuestionnaire } from './compose-questionnaire.js';
import { PublishQuestionnaire } from './publish-questionnaire.js';
import { QuestionnaireRepository } from './questionnaire.repository.js';

/** Demo only: publishes the example questionnaires, marked as example data, in the name of the example city. */
@Injectable()
export class SeedExampleQuestionnaires {
  constructor(
    private readonly repository: QuestionnaireRepository,
    private readonly compose: ComposeQuestionnaire,
    private readonly publish: PublishQuestionnaire,
    private readonly city: SeedExampleCity,
  ) {}

  /** @returns ids of the versions published now; empty when the examples were there already */
  async run(): Promise<readonly string[]> {
    await this.city.run();
    const versionIds: string[] = [];
    for (const draft of await readDataFile<readonly QuestionnaireDraft[]>('questionnaires')) {
      if (await this.repository.slugTaken(draft.slug)) continue;
      versionIds.push(await this.publish.run(await this.compose.create(draft, true)));
    }
    return versionIds;
  }
}
