import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { cellText, roundHalfAway } from './figure-text';
import type { TickBarsLabels } from './labels';
import type { TickBar } from './tick-bar-rows';

/**
 * Horizontal bars of counts or shares, as a list that readers hear word by word. Shares are of people: several ticks per person are
 * possible, so they may add up to more than 100 %.
 */
@Component({
  selector: 'st-tick-bars',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './tick-bars.html',
  styleUrls: ['./chart-paint.css', './tick-bars.css'],
})
export class TickBars {
  readonly bars = input.required<readonly TickBar[]>();
  readonly labels = input.required<TickBarsLabels>();

  protected readonly drawn = computed(() => {
    const most = Math.max(1, ...this.bars().map(({ cell }) => (cell.kind === 'count' ? cell.count : 0)));
    return this.bars().map((bar) => {
      const { cell, base } = bar;
      const share = cell.kind === 'count' && base?.kind === 'count' && base.count > 0 ? cell.count / base.count : null;
      const size = cell.kind === 'withheld' ? null : (share ?? (base === null && !this.anyShare() ? cell.count / most : null));
      return { ...bar, size: size === null ? null : `${roundHalfAway(Math.min(1, size) * 100, 2)}%`, text: this.valueText(bar, share) };
    });
  });

  /** n under the bars while all have the same base; otherwise each value carries its own. */
  protected readonly commonBase = computed(() => {
    const bases = this.bars().flatMap(({ base }) => (base === null ? [] : [base.kind === 'count' ? base.count : null]));
    const first = bases[0];
    return first !== undefined && first !== null && bases.every((base) => base === first) ? first : null;
  });

  private anyShare(): boolean {
    return this.bars().some(({ base }) => base !== null);
  }

  private valueText({ cell, base }: TickBar, share: number | null): string {
    const labels = this.labels();
    if (cell.kind === 'withheld') return labels.withheld.short[cell.reason];
    if (base?.kind === 'withheld') return labels.withheld.short[base.reason];
    if (share === null) return cellText(cell, labels);
    const percent = labels.percent(labels.number(roundHalfAway(share * 100, 0), 0));
    return this.commonBase() === null && base !== null ? `${percent} ${labels.n(base.count)}` : percent;
  }
}
