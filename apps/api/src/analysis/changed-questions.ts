import type { ChangedQuestion } from '@stadtteilstimme/domain';
import type { PublishedSeries } from '../questionnaires/index.js';
import type { ReportSubject } from './report-subject.js';

/** Questions of a report that not everybody read in the same words or with the same answers, with the recorded reasons. */
export function changedQuestions({ limited, codebook, versions }: Pick<PublishedSeries, 'limited' | 'codebook' | 'versions'>, { about }: Pick<ReportSubject, 'about'>): readonly ChangedQuestion[] {
  const changed = new Set(
    codebook.variables.filter(({ name }) => limited.includes(name)).map(({ itemId, demographicId, question }) => itemId ?? demographicId ?? question),
  );
  return about.items
    .filter(({ itemId }) => changed.has(itemId))
    .map(({ itemId, text }) => ({
      itemId,
      text,
      notes: versions.flatMap(({ number, wordingNotes }) => (Object.hasOwn(wordingNotes, itemId) ? [{ versionNumber: number, note: wordingNotes[itemId] ?? '' }] : [])),
    }));
}
