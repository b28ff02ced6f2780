import type { Figure } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { figureText, figureValueText } from './figure-text';
import type { IndexGridLabels } from './labels';
import { INDEX_BREAKS, sequentialClasses, sequentialTone } from './sequential-scale';

export interface IndexGridColumn {
  readonly id: string;
  readonly label: string;
}

export interface IndexGridRow {
  readonly id: string;
  readonly label: string;
  /** One figure per column, in the order of the columns. */
  readonly figures: readonly Figure[];
}

const TENDENCY_SIGNS = { low: '▼', medium: '▬', high: '▲' } as const;

/**
 * Criteria by Stadtteil as a table that is also a drawing: a number with n (filled), a tendency in words (dashed, no colour), withheld
 * (hatched, with its reason) or not asked (empty, with words). A criterion nobody was asked about is one tall box.
 */
@Component({
  selector: 'st-index-grid',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './index-grid.html',
  styleUrls: ['./chart-paint.css', './sequential-paint.css', './legend.css', './index-grid.css'],
})
export class IndexGrid {
  readonly columns = input.required<readonly IndexGridColumn[]>();
  /** In the order to show: by what is asked, not by alphabet. */
  readonly rows = input.required<readonly IndexGridRow[]>();
  readonly labels = input.required<IndexGridLabels>();
  /** Lower bounds of the second to the seventh colour class. */
  readonly breaks = input<readonly number[]>(INDEX_BREAKS);

  protected readonly classes = computed(() => sequentialClasses(this.breaks()));

  protected readonly shows = computed(() => {
    const kinds = new Set(this.rows().flatMap(({ figures }) => figures.map(({ kind }) => kind)));
    return { tendency: kinds.has('tendency'), withheld: kinds.has('withheld') };
  });

  protected readonly lines = computed(() => {
    const rows = this.rows();
    const neverAsked = this.columns().map((_, column) => rows.every(({ figures }) => (figures[column]?.kind ?? 'not-asked') === 'not-asked'));
    return rows.map((row, index) => ({
      id: row.id,
      label: row.label,
      cells: this.columns().flatMap((column, position) => {
        if (neverAsked[position] && index > 0) return [];
        return [{ id: column.id, span: neverAsked[position] ? rows.length : 1, ...this.drawn(row.figures[position] ?? { kind: 'not-asked' }) }];
      }),
    }));
  });

  private drawn(figure: Figure): { readonly kind: Figure['kind']; readonly tone: string; readonly sign: string; readonly text: string; readonly n: string; readonly title: string } {
    const labels = this.labels();
    const title = figureText(figure, 'index', labels);
    switch (figure.kind) {
      case 'number':
        return { kind: figure.kind, tone: `tone-${sequentialTone(figure.value, this.breaks())}`, sign: '', text: figureValueText(figure.value, 'index', labels), n: labels.n(figure.n), title };
      case 'tendency':
        return { kind: figure.kind, tone: '', sign: TENDENCY_SIGNS[figure.level], text: labels.tendency[figure.level], n: labels.n(figure.n), title };
      case 'withheld':
        return { kind: figure.kind, tone: '', sign: '', text: labels.withheld.short[figure.reason], n: '', title };
      case 'not-asked':
        return { kind: figure.kind, tone: '', sign: '', text: labels.notAsked, n: '', title };
    }
  }
}
