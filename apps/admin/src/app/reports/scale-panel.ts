import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Report } from '@stadtteilstimme/domain';
import { AsTable, FigureDots, LikertBar, LikertLegend, likertExtent, likertLayout, type TableColumn, type TableRow } from '@stadtteilstimme/ui';

import { textIn } from '../language/localized-text';
import { Texts } from '../language/texts';
import { gapFinding } from './findings';
import type { ScaleGroup, ScaleLine } from './item-lines';
import { itemTable } from './item-table';
import type { ReportLabels } from './report-labels';
import type { SpecialRowName } from './report-rows';

/** All statements answered on one scale: bars on a common measure, two shares beside them, and the table by Stadtteil behind each. */
@Component({
  selector: 'app-scale-panel',
  imports: [AsTable, FigureDots, LikertBar, LikertLegend],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scale-panel.html',
  styleUrl: './scale-panel.css',
})
export class ScalePanel {
  readonly group = input.required<ScaleGroup>();
  readonly report = input.required<Report>();
  readonly labels = input.required<ReportLabels>();
  readonly specialName = input.required<SpecialRowName>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;
  protected readonly codes = computed(() => this.group().lines[0]?.variable.codes ?? []);
  protected readonly extent = computed(() => likertExtent(this.group().lines.map(({ row, variable }) => likertLayout(row, variable.codes))));
  protected readonly missingMax = computed(() => Math.max(0, ...this.group().lines.flatMap(({ row, variable }) => row.cells.flatMap((cell, index) => (variable.codes[index]?.missing && cell.kind === 'count' ? [cell.count] : [])))));
  protected readonly hasPairs = computed(() => this.group().lines.some(({ wanted, today }) => wanted !== null && today !== null));
  protected readonly heading = computed(() => {
    const { text, values, name } = gapFinding(this.group());
    return this.t(text, { ...values, name: name ? textIn(name, this.texts.language()) : '' });
  });

  protected text(line: ScaleLine): string {
    return textIn(line.text, this.texts.language());
  }

  protected table(line: ScaleLine): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
    return itemTable(line.item, this.report(), this.t, this.specialName());
  }
}
