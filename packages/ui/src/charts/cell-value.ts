import type { Cell } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';

import { cellText } from './figure-text';
import type { CellLabels } from './labels';

/** A count in a table, or the reason why it is not shown. Never a blank and never a 0 for "unknown". */
@Component({
  selector: 'st-cell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ text() }}`,
  styles: `
    :host { font-variant-numeric: tabular-nums; }
    :host(.is-withheld) { color: var(--st-ink-2); white-space: normal; }
  `,
  host: { '[class.is-withheld]': 'cell().kind === "withheld"' },
})
export class CellValue {
  readonly cell = input.required<Cell>();
  readonly labels = input.required<CellLabels>();

  protected text(): string {
    return cellText(this.cell(), this.labels());
  }
}
