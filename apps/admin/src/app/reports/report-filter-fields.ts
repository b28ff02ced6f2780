import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { COLLECTION_MODES, type Report, type ReportFilters } from '@stadtteilstimme/domain';

import { Texts } from '../language/texts';
import { NO_FILTERS, hasFilters } from './report-address';
import { isSpecialRow } from './report-rows';
import { weekText } from './week-text';

/** What the address offers to choose: one of each; several of a kind can stand in an address and are shown as such. */
@Component({
  selector: 'app-report-filter-fields',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './report-filter-fields.html',
})
export class ReportFilterFields {
  /** The unfiltered report: its rows and weeks are the choices. */
  readonly offered = input.required<Report>();
  readonly filters = input.required<ReportFilters>();
  readonly groupNames = input.required<ReadonlyMap<string, string>>();
  readonly filtersChange = output<ReportFilters>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;
  protected readonly any = computed(() => hasFilters(this.filters()));
  protected readonly wholeCity = computed(() => this.offered().rows.some(({ row }) => row === 'all'));
  protected readonly districts = computed(() =>
    this.offered()
      .rows.filter(({ row }) => !isSpecialRow(row))
      .map(({ row, name }) => ({ id: row, name: name ?? row }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de')),
  );
  protected readonly modes = COLLECTION_MODES;
  protected readonly weeks = computed(() => this.offered().weeks.map((week) => ({ week, text: weekText(week, this.t) })));

  protected set(part: Partial<ReportFilters>): void {
    this.filtersChange.emit({ ...this.filters(), ...part });
  }

  protected setModes(value: string): void {
    this.set({ modes: this.modes.filter((mode) => mode === value) });
  }

  protected reset(): void {
    this.filtersChange.emit(NO_FILTERS);
  }
}
