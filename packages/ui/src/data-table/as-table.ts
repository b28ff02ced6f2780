import type { Cell, Figure } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';

import { cellText, figureText, type FigureUnit } from '../charts/figure-text';
import type { FigureLabels } from '../charts/labels';

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  /** Right-aligned digits of one width. */
  readonly numeric?: boolean;
  /** How figures of this column are written; needed where `cells` hold a `Figure`. */
  readonly unit?: FigureUnit;
}

export type TableValue = string | Cell | Figure;

export interface TableRow {
  readonly id: string;
  /** Head of the row: text of the first column. */
  readonly label: string;
  /** One value per column after the first. */
  readonly cells: readonly TableValue[];
}

export interface AsTableLabels extends FigureLabels {
  /** The words to press, for example "Als Tabelle lesen". */
  readonly summary: string;
}

/**
 * The table behind a drawing: caption, scoped heads, the same protected values in words. Rows are rendered once it is opened.
 * Without `columns` it shows the projected content instead.
 */
@Component({
  selector: 'st-as-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './as-table.html',
  styleUrl: './as-table.css',
})
export class AsTable {
  readonly labels = input.required<AsTableLabels>();
  readonly caption = input.required<string>();
  /** First column = heads of the rows. */
  readonly columns = input<readonly TableColumn[]>([]);
  readonly rows = input<readonly TableRow[]>([]);

  protected readonly open = signal(false);

  protected toggle(event: Event): void {
    this.open.set(event.target instanceof HTMLDetailsElement && event.target.open);
  }

  protected isWords(value: TableValue): boolean {
    return typeof value !== 'string' && value.kind !== 'count' && value.kind !== 'number';
  }

  protected text(value: TableValue, column: TableColumn | undefined): string {
    if (typeof value === 'string') return value;
    if (value.kind === 'count') return cellText(value, this.labels());
    return figureText(value, column?.unit ?? 'index', this.labels());
  }
}
