import type { QuestionnaireState, QuestionnaireSummary, Readiness } from '@stadtteilstimme/domain';

import type { InterfaceLanguage } from '../language/interface-language';
import { spokenText, type SpokenText } from '../language/localized-text';
import type { TextKey, TextValues } from '../language/text-key';
import { languageProgress, type LanguageProgress } from './language-progress';
import { countPlaces } from './readiness-list';

/** One next step per questionnaire: what it says and where it leads. */
export interface NextStep {
  readonly text: TextKey;
  readonly values: TextValues;
  readonly leadsTo: 'editor' | 'report' | 'none';
}

export interface OverviewRow {
  readonly summary: QuestionnaireSummary;
  readonly title: SpokenText;
  /** One entry per language, the finished first; null while it is not known. */
  readonly languages: readonly LanguageProgress[] | null;
  readonly nextStep: NextStep;
}

export interface OverviewFilters {
  readonly text: string;
  readonly state: QuestionnaireState | '';
  readonly targetGroupId: string;
}

const ORDER: readonly LanguageProgress[] = ['reviewed', 'unreviewed', 'incomplete'];

/** Rows of the overview: running ones first, then drafts, then closed ones; by title within. */
export function overviewRows(
  summaries: readonly QuestionnaireSummary[],
  readiness: ReadonlyMap<string, Readiness>,
  language: InterfaceLanguage,
): readonly OverviewRow[] {
  const states: readonly QuestionnaireState[] = ['open', 'draft', 'closed'];
  return summaries
    .map((summary) => overviewRow(summary, readiness.get(summary.id) ?? null, language))
    .sort(
      (a, b) =>
        states.indexOf(a.summary.state) - states.indexOf(b.summary.state) || a.title.text.localeCompare(b.title.text, language),
    );
}

function overviewRow(summary: QuestionnaireSummary, readiness: Readiness | null, language: InterfaceLanguage): OverviewRow {
  const languages = readiness?.languages.map(languageProgress).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)) ?? null;
  return { summary, title: spokenText(summary.title, language), languages, nextStep: nextStep(summary, readiness) };
}

/** What brings this questionnaire forward. A draft needs its gaps closed, a running one needs answers, then readers. */
export function nextStep(summary: QuestionnaireSummary, readiness: Readiness | null): NextStep {
  const step = (text: TextKey, leadsTo: NextStep['leadsTo'], values: TextValues = {}): NextStep => ({ text, values, leadsTo });
  if (summary.state === 'closed') return step('questionnaires.next.readResults', 'report');
  if (summary.state === 'draft') {
    const gaps = countPlaces(readiness?.problems ?? []);
    if (gaps > 0) return step('questionnaires.next.closeGaps', 'editor', { count: gaps });
    return readiness ? step('questionnaires.next.publish', 'editor') : step('questionnaires.next.continue', 'editor');
  }
  if (summary.newVersionBegun) return step('questionnaires.next.finishNewVersion', 'editor', { number: (summary.publishedVersion ?? 0) + 1 });
  if (summary.responseCount === 0) return step('questionnaires.next.spread', 'editor');
  const unreviewed = readiness?.languages.filter((entry) => languageProgress(entry) === 'unreviewed').length ?? 0;
  if (unreviewed > 0) return step('questionnaires.next.review', 'editor', { count: unreviewed });
  return step('questionnaires.next.readResults', 'report');
}

/** Rows that match all filters; the text is looked for in the title in any language and in the address. */
export function filterRows(rows: readonly OverviewRow[], filters: OverviewFilters): readonly OverviewRow[] {
  const wanted = filters.text.trim().toLowerCase();
  return rows.filter(
    ({ summary }) =>
      (filters.state === '' || summary.state === filters.state) &&
      (filters.targetGroupId === '' || summary.targetGroupId === filters.targetGroupId) &&
      (wanted === '' || [...Object.values(summary.title), summary.slug].some((text) => text.toLowerCase().includes(wanted))),
  );
}
