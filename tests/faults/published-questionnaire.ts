import assert from 'node:assert/strict';
import type { OpenQuestionnaire, PublishedQuestionnaire, ResponseSubmission } from '@stadtteilstimme/domain';
import { randomId, randomSubmissions, seededNumbers } from '../runner/random-answers.ts';

/** The first open questionnaire of the service, as a respondent's device gets it. */
export async function firstOpenQuestionnaire(address: string): Promise<PublishedQuestionnaire> {
  const open = (await readJson(`${address}/api/public/questionnaires`)) as readonly OpenQuestionnaire[];
  const slug = open[0]?.slug;
  assert.ok(slug !== undefined, 'the example city has no open questionnaire');
  return (await readJson(`${address}/api/public/questionnaires/${slug}`)) as PublishedQuestionnaire;
}

/** Answers to one questionnaire with ids of their own; the same seed gives the same ones. */
export function answersTo(published: PublishedQuestionnaire, seed: number): () => { id: string; submission: ResponseSubmission } {
  const next = seededNumbers(seed);
  const submission = randomSubmissions(published, next);
  return () => ({ id: randomId(next), submission: submission() });
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  assert.equal(response.status, 200, `${url} answered ${response.status}`);
  return response.json();
}
