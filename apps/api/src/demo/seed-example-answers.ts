import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions, Questionnaires } from '../questionnaires/index.js';
import { Taxonomies } from '../reference-data/index.js';
import { StoreResponse } from '../responses/index.js';
import { exampleAnswers } from './example-answers.js';
import { tendencyOf } from './seeded-random.js';

/** How many people answer the example questionnaire of a target group; 2,400 in all. */
const ANSWERS_BY_TARGET_GROUP: Readonly<Record<string, number>> = { senior: 1000, refugee: 900, professional: 500 };
/** Answers under way at once: the writer commits them together. */
const AT_ONCE = 500;

/** Demo only: fills published example questionnaires with synthetic answers, each through the same check as a real one. */
@Injectable()
export class SeedExampleAnswers {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly versions: PublishedVersions,
    private readonly taxonomies: Taxonomies,
    private readonly storeResponse: StoreResponse,
  ) {}

  /**
   * Questionnaires that are not marked as example data are never touched; running it again changes nothing, because the
   * same ids are already there.
   * @returns how many answers were stored now
   */
  async run(): Promise<number> {
    let stored = 0;
    for (const { id, synthetic, publishedVersion, targetGroupId, responseCount } of await this.questionnaires.all({ kind: 'whole-city' })) {
      // Only the first version: a later one was published by somebody who tries the demo and starts empty.
      if (!synthetic || publishedVersion !== 1) continue;
      // Filled before anybody could answer. Inventing and checking all answers again would cost every start time and memory.
      if ((responseCount ?? 0) >= (ANSWERS_BY_TARGET_GROUP[targetGroupId] ?? 0)) continue;
      const version = await this.versions.newest(id);
      if (version !== null) stored += await this.fill(version);
    }
    return stored;
  }

  private async fill(version: PublishedVersion): Promise<number> {
    const { targetGroupId } = version.draft;
    const taxonomy = await this.taxonomies.version(version.taxonomyVersion);
    const survey = { codebook: version.content.codebook, targetGroupId, districts: taxonomy?.taxonomy.districts ?? [] };
    const seed = Math.floor(tendencyOf(`${version.slug} 2026`) * 0x1_0000_0000);
    const answers = [...exampleAnswers(survey, ANSWERS_BY_TARGET_GROUP[targetGroupId] ?? 0, seed)];
    let stored = 0;
    for (let at = 0; at < answers.length; at += AT_ONCE) {
      const receipts = await Promise.all(answers.slice(at, at + AT_ONCE).map((answer) => this.storeResponse.run(version, answer)));
      stored += receipts.filter((status) => status === 'stored').length;
    }
    return stored;
  }
}
