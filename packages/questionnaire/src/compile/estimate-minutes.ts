import type { LocalizedText } from '@stadtteilstimme/domain';
import type { PlannedPage } from './question-plan.js';

/** Careful reading, also by people who read slowly: 120 words a minute. Our assumption, to be replaced by measured times. */
const WORDS_PER_SECOND = 2;
/** Time to decide and tap, per question. Our assumption. */
const SECONDS_PER_QUESTION = 10;
/** Welcome and consent. Our assumption. */
const SECONDS_BEFORE_START = 60;

/** About how long the questionnaire takes in its first language, whole minutes, at least 1. */
export function estimateMinutes(pages: readonly PlannedPage[]): number {
  const seconds = pages.reduce((sum, page) => sum + secondsOfPage(page), SECONDS_BEFORE_START);
  return Math.max(1, Math.ceil(seconds / 60));
}

function secondsOfPage(page: PlannedPage): number {
  const texts = [page.title, page.description, ...page.questions.flatMap((question) => [question.title, question.description])];
  // A list of districts is searched, not read.
  const read = page.questions.filter((question) => !question.asksDistrict);
  const labels = read.flatMap((question) => question.codes.map((code) => code.labels));
  const words = [...texts, ...labels].reduce((sum, text) => sum + wordCount(text), 0);
  return words / WORDS_PER_SECOND + page.questions.length * SECONDS_PER_QUESTION;
}

function wordCount(texts: LocalizedText): number {
  const [first = ''] = Object.values(texts);
  return first.split(/\s+/).filter((word) => word !== '').length;
}
