import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionnaireState, QuestionnaireSummary, Readiness } from '@stadtteilstimme/domain';
import { Icon, Notice, StatusChip } from '@stadtteilstimme/ui';

import { Session } from '../accounts/session';
import { QuestionnairesClient } from '../backend/questionnaires-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { browserLanguageTag, textIn } from '../language/localized-text';
import { formatNumber } from '../language/number-format';
import { Texts } from '../language/texts';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import type { LanguageProgress } from './language-progress';
import { filterRows, type NextStep, overviewRows } from './overview-rows';
import { STATE_SIGNS } from './state-signs';

@Component({
  selector: 'app-overview-page',
  imports: [Icon, Loading, Notice, PageHeading, Refused, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './overview-page.html',
})
export class OverviewPage {
  private readonly client = inject(QuestionnairesClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);

  protected readonly t = this.texts.t;
  protected readonly signs = STATE_SIGNS;
  protected readonly tag = browserLanguageTag;
  protected readonly mayChange = this.session.may('change questionnaires');
  protected readonly states: readonly QuestionnaireState[] = ['draft', 'open', 'closed'];

  protected readonly text = signal('');
  protected readonly state = signal<QuestionnaireState | ''>('');
  protected readonly targetGroupId = signal('');

  protected readonly summaries = resource({ loader: () => this.client.list() });
  private readonly taxonomy = resource({ loader: () => this.taxonomyClient.newest() });
  private readonly readiness = resource({
    params: () => (this.mayChange && this.summaries.hasValue() ? this.summaries.value() : undefined),
    loader: ({ params }) => this.readinessOf(params),
  });

  protected readonly targetGroups = computed(() => (this.taxonomy.hasValue() ? this.taxonomy.value().taxonomy.targetGroups : []));
  protected readonly groupNames = computed(() => new Map(this.targetGroups().map(({ id, names }) => [id, textIn(names, this.texts.language())])));
  protected readonly rows = computed(() => {
    const summaries = this.summaries.hasValue() ? this.summaries.value() : [];
    const readiness = this.readiness.hasValue() ? this.readiness.value() : new Map<string, Readiness>();
    return overviewRows(summaries, readiness, this.texts.language());
  });
  protected readonly shown = computed(() =>
    filterRows(this.rows(), { text: this.text(), state: this.state(), targetGroupId: this.targetGroupId() }),
  );
  protected readonly running = computed(() => this.rows().filter(({ summary }) => summary.state === 'open').length);
  protected readonly unreviewed = computed(() => this.rows().filter(({ languages }) => languages?.includes('unreviewed')).length);

  protected count(languages: readonly LanguageProgress[]): number {
    return languages.filter((progress) => progress === 'reviewed').length;
  }

  protected number(value: number): string {
    return formatNumber(value, this.texts.language());
  }

  protected chooseState(value: string): void {
    this.state.set(this.states.find((state) => state === value) ?? '');
  }

  protected link(summary: QuestionnaireSummary): readonly string[] {
    return this.mayChange ? ['/fragebogen', summary.id] : ['/auswertung', summary.id];
  }

  protected stepLink(summary: QuestionnaireSummary, step: NextStep): readonly string[] {
    return step.leadsTo === 'editor' && this.mayChange ? ['/fragebogen', summary.id] : ['/auswertung', summary.id];
  }

  /** Readiness of all questionnaires; one that cannot be had leaves its row without a language course. */
  private async readinessOf(summaries: readonly QuestionnaireSummary[]): Promise<ReadonlyMap<string, Readiness>> {
    const settled = await Promise.allSettled(summaries.map(async ({ id }) => [id, await this.client.readiness(id)] as const));
    return new Map(settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
  }
}
