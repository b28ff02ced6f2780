import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { StatusChip } from '@stadtteilstimme/ui';

import { QuestionnairesClient } from '../backend/questionnaires-client';
import { browserLanguageTag } from '../language/localized-text';
import { formatNumber } from '../language/number-format';
import { Texts } from '../language/texts';
import { overviewRows } from '../questionnaires/overview-rows';
import { STATE_SIGNS } from '../questionnaires/state-signs';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';

/** Which results there are to read. */
@Component({
  selector: 'app-reports-page',
  imports: [Loading, PageHeading, Refused, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reports-page.html',
})
export class ReportsPage {
  private readonly client = inject(QuestionnairesClient);
  private readonly texts = inject(Texts);

  protected readonly t = this.texts.t;
  protected readonly signs = STATE_SIGNS;
  protected readonly tag = browserLanguageTag;
  protected readonly summaries = resource({ loader: () => this.client.list() });
  protected readonly rows = computed(() =>
    overviewRows(this.summaries.hasValue() ? this.summaries.value() : [], new Map(), this.texts.language()).filter(({ summary }) => summary.publishedVersion !== null),
  );

  protected number(value: number): string {
    return formatNumber(value, this.texts.language());
  }
}
