import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenuModule } from '@angular/material/menu';
import type { ReportFilters } from '@stadtteilstimme/domain';
import { Icon } from '@stadtteilstimme/ui';

import { Session } from '../accounts/session';
import { codebookFile, reportFile, responsesFile } from '../backend/reports-client';
import { Texts } from '../language/texts';

/** Files to take away. Single answers, with the key to their codes, are offered only to roles that may have them. */
@Component({
  selector: 'app-report-downloads',
  imports: [Icon, MatDivider, MatMenuModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="actions">
      @if (mayExport) {
        <button type="button" class="button button--quiet" [matMenuTriggerFor]="tables"><st-icon name="download" />{{ t('reports.download.report') }}</button>
        <mat-menu #tables="matMenu" xPosition="before">
          @for (file of reportFiles(); track file.href) { <a mat-menu-item download [href]="file.href">{{ file.text }}</a> }
        </mat-menu>
      }
      @if (mayExportResponses) {
        <button type="button" class="button button--quiet" [matMenuTriggerFor]="answers"><st-icon name="download" />{{ t('reports.download.responses') }}</button>
        <mat-menu #answers="matMenu" xPosition="before">
          @for (file of responseFiles(); track file.href) { <a mat-menu-item download [href]="file.href">{{ file.text }}</a> }
          <mat-divider />
          @for (file of codebookFiles(); track file.href) { <a mat-menu-item download [href]="file.href">{{ file.text }}</a> }
        </mat-menu>
      }
    </div>
  `,
})
export class ReportDownloads {
  readonly questionnaireId = input.required<string>();
  readonly filters = input.required<ReportFilters>();

  private readonly session = inject(Session);
  protected readonly t = inject(Texts).t;
  protected readonly mayExport = this.session.may('export reports');
  protected readonly mayExportResponses = this.session.may('export responses');
  protected readonly reportFiles = computed(() => [
    { text: this.t('reports.download.germanExcel'), href: reportFile(this.questionnaireId(), this.filters(), 'german-excel') },
    { text: this.t('reports.download.plain'), href: reportFile(this.questionnaireId(), this.filters(), 'plain') },
  ]);
  protected readonly responseFiles = computed(() => [
    { text: this.t('reports.download.germanExcelCodes'), href: responsesFile(this.questionnaireId(), 'german-excel', 'codes') },
    { text: this.t('reports.download.germanExcelLabels'), href: responsesFile(this.questionnaireId(), 'german-excel', 'labels') },
    { text: this.t('reports.download.plainCodes'), href: responsesFile(this.questionnaireId(), 'plain', 'codes') },
    { text: this.t('reports.download.plainLabels'), href: responsesFile(this.questionnaireId(), 'plain', 'labels') },
  ]);
  /** A file of its own, because a program would read an explanation among the answers as an answer. */
  protected readonly codebookFiles = computed(() => [
    { text: this.t('reports.download.codebookGermanExcel'), href: codebookFile(this.questionnaireId(), 'german-excel') },
    { text: this.t('reports.download.codebookPlain'), href: codebookFile(this.questionnaireId(), 'plain') },
  ]);
}
