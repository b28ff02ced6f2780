import type { Cell, DistributionCode, DistributionRow } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { cellText, roundHalfAway } from './figure-text';
import type { LikertLabels } from './labels';
import { likertLayout, type LikertExtent, type LikertSegment } from './likert-layout';

/** A smaller segment has no room for its number; the number stands in the table. */
const SMALLEST_LABELLED_SHARE = 0.07;

interface DrawnSegment {
  readonly kind: LikertSegment['kind'];
  readonly tone: number;
  readonly text: string;
  readonly start: string;
  readonly size: string;
}

interface DrawnMissing {
  readonly kind: 'dont-know' | 'prefer-not';
  readonly cell: Cell;
  readonly text: string;
  readonly size: string;
}

/**
 * One distribution as a diverging bar around the middle of its scale, its base, and beside it the people without a judgement, who
 * are never part of the 100 %. Withheld pieces are hatched and carry their reason.
 */
@Component({
  selector: 'st-likert-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './likert-bar.html',
  styleUrls: ['./chart-paint.css', './likert-paint.css', './likert-bar.css'],
})
export class LikertBar {
  readonly row = input.required<DistributionRow>();
  /** `VariableReport.codes` of the same variable. */
  readonly codes = input.required<readonly DistributionCode[]>();
  readonly labels = input.required<LikertLabels>();
  /** Common scale of the bars read together (`likertExtent`); by default each side has room for 100 %. */
  readonly extent = input<LikertExtent>({ before: 1, after: 1 });
  /** People at the full length of the bars for missing answers; by default this row's largest. */
  readonly missingMax = input<number | null>(null);

  protected readonly layout = computed(() => likertLayout(this.row(), this.codes()));

  protected readonly middle = computed(() => percentage(this.extent().before / this.span()));

  protected readonly segments = computed<readonly DrawnSegment[]>(() => {
    const layout = this.layout();
    if (layout.kind !== 'diverging' && layout.kind !== 'undivided') return [];
    const origin = layout.kind === 'diverging' ? this.extent().before : 0;
    return layout.segments.map((segment) => ({
      kind: segment.kind,
      tone: segment.kind === 'share' ? segment.tone : 0,
      text: this.segmentText(segment),
      start: percentage((segment.start + origin) / this.span()),
      size: percentage(segment.size / this.span()),
    }));
  });

  protected readonly barName = computed(() => {
    const labels = this.labels();
    const base = this.row().base;
    if (base.kind === 'withheld') return labels.withheld.sentence[base.reason];
    const answers = this.codes().flatMap((code, index) => {
      const cell = this.row().cells[index];
      if (code.missing !== null || cell === undefined) return [];
      const value = cell.kind === 'count' ? wholePercent(base.count === 0 ? 0 : cell.count / base.count, labels) : cellText(cell, labels);
      return [cell.kind === 'count' ? labels.segment(labels.code(code), value) : `${labels.code(code)}: ${value}`];
    });
    return [...answers, labels.n(base.count)].join(', ');
  });

  protected readonly baseText = computed(() => {
    const base = this.row().base;
    return base.kind === 'count' ? this.labels().n(base.count) : this.labels().withheld.sentence[base.reason];
  });

  /** Why pieces are hatched, each reason once; below the bar, because a narrow piece has no room for words. */
  protected readonly reasons = computed(() => {
    if (this.row().base.kind === 'withheld') return [];
    const texts = this.codes().flatMap((code, index) => {
      const cell = this.row().cells[index];
      return code.missing === null && cell?.kind === 'withheld' ? [this.labels().withheld.short[cell.reason]] : [];
    });
    return [...new Set(texts)];
  });

  protected readonly missing = computed<readonly DrawnMissing[]>(() => {
    const cells = this.codes().flatMap((code, index) => {
      const cell = this.row().cells[index];
      return code.missing !== null && cell !== undefined ? [{ kind: code.missing, cell }] : [];
    });
    const most = this.missingMax() ?? Math.max(0, ...cells.map(({ cell }) => (cell.kind === 'count' ? cell.count : 0)));
    return cells.map(({ kind, cell }) => ({
      kind,
      cell,
      text: cell.kind === 'count' ? this.labels().number(cell.count, 0) : this.labels().withheld.short[cell.reason],
      size: percentage(cell.kind === 'count' && most > 0 ? Math.min(1, cell.count / most) : 0),
    }));
  });

  protected readonly missingName = computed(() => {
    const labels = this.labels();
    return this.codes()
      .flatMap((code, index) => {
        const cell = this.row().cells[index];
        return code.missing !== null && cell !== undefined ? [labels.missing(labels.code(code), cellText(cell, labels))] : [];
      })
      .join(', ');
  });

  private span(): number {
    return this.extent().before + this.extent().after;
  }

  private segmentText(segment: LikertSegment): string {
    return segment.kind === 'share' && segment.size >= SMALLEST_LABELLED_SHARE ? wholePercent(segment.size, this.labels()) : '';
  }
}

function percentage(share: number): string {
  return `${roundHalfAway(share * 100, 3)}%`;
}

function wholePercent(share: number, labels: LikertLabels): string {
  return labels.number(roundHalfAway(share * 100, 0), 0);
}
