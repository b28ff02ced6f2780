import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Report, ReportFilters } from '@stadtteilstimme/domain';
import { Notice } from '@stadtteilstimme/ui';

import { Texts } from '../language/texts';
import { NO_FILTERS, hasFilters } from './report-address';
import { isSpecialRow } from './report-rows';

/**
 * Instead of a page of hatched panels: what happened, why, and what to do. It names the thresholds every report prints and says
 * nothing about how many people answered.
 */
@Component({
  selector: 'app-no-results',
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <st-notice kind="info" announce="polite" [heading]="t('reports.closed.heading', { name: name() })">
      <p>{{ t('reports.closed.why', { minimum: report().policy.minimumBase }) }}</p>
      <ul>
        <li>{{ t('reports.closed.wait') }}</li>
        @if (ofDistrict() && offersCity()) { <li>{{ t('reports.closed.city') }}</li> }
        @if (isNarrowed()) { <li>{{ t('reports.closed.widen') }}</li> }
        @if (ofDistrict()) { <li>{{ t('reports.closed.combine') }}</li> }
      </ul>
      @if ((ofDistrict() && offersCity()) || isNarrowed()) {
        <div class="actions">
          @if (ofDistrict() && offersCity()) { <button type="button" class="button button--quiet" (click)="filtersChange.emit({ ...report().filters, districtIds: [] })">{{ t('reports.closed.showCity') }}</button> }
          @if (isNarrowed()) { <button type="button" class="button button--quiet" (click)="filtersChange.emit({ ...none, districtIds: report().filters.districtIds })">{{ t('reports.closed.showAll') }}</button> }
        </div>
      }
    </st-notice>
  `,
  styles: 'ul { margin-block: var(--st-2) 0; padding-inline-start: 1.2rem; list-style: disc; } .actions { margin-block-start: var(--st-3); }',
})
export class NoResults {
  readonly report = input.required<Report>();
  /** Names of the places the report is about. */
  readonly name = input.required<string>();
  /** The unfiltered report: it says whether the viewer may see the whole city. */
  readonly offered = input.required<Report>();
  readonly filtersChange = output<ReportFilters>();

  protected readonly t = inject(Texts).t;
  protected readonly none = NO_FILTERS;
  protected readonly ofDistrict = computed(() => this.report().rows.every(({ row }) => !isSpecialRow(row)));
  protected readonly offersCity = computed(() => this.offered().rows.some(({ row }) => row === 'all'));
  /** Something other than the Stadtteil was chosen. */
  protected readonly isNarrowed = computed(() => hasFilters({ ...this.report().filters, districtIds: [] }));
}
