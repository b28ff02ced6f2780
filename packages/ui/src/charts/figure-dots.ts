import type { Figure } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { FIGURE_UNITS, figureText, figureValueText, roundHalfAway } from './figure-text';
import type { FigureDotsLabels } from './labels';

type Mark = 'today' | 'wanted';

interface Dot {
  readonly mark: Mark;
  readonly value: string;
  readonly at: string;
  readonly from: string | null;
  readonly length: string | null;
}

/** Two values closer than this (on 0 to 100) would write over each other; the second one then stands below the line. */
const ROOM_FOR_VALUE = 9;

/**
 * ● stimmt heute and ◇ wichtig on one line from 0 to 100, each with its interval: shape, not only colour. What is no number stands
 * below in words, hatched when withheld and dashed when only a tendency.
 */
@Component({
  selector: 'st-figure-dots',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './figure-dots.html',
  styleUrls: ['./chart-paint.css', './figure-dots.css'],
})
export class FigureDots {
  /** Figure of today; null where the item has none. */
  readonly today = input<Figure | null>(null);
  /** Figure of importance; null where the item has none. */
  readonly wanted = input<Figure | null>(null);
  readonly unit = input<'share' | 'index'>('share');
  /** Writes 0, 50 and 100 under the line. */
  readonly axis = input(false);
  readonly labels = input.required<FigureDotsLabels>();

  private readonly figures = computed(() => {
    const marks: { readonly mark: Mark; readonly figure: Figure }[] = [];
    const today = this.today();
    const wanted = this.wanted();
    if (today !== null) marks.push({ mark: 'today', figure: today });
    if (wanted !== null) marks.push({ mark: 'wanted', figure: wanted });
    return marks;
  });

  protected readonly dots = computed<readonly Dot[]>(() =>
    this.figures().flatMap(({ mark, figure }) => {
      if (figure.kind !== 'number') return [];
      const { lower, upper } = figure;
      const interval = lower !== null && upper !== null;
      return [{
        mark,
        value: figureValueText(figure.value, this.unit(), this.labels()),
        at: this.position(figure.value),
        from: interval ? this.position(lower) : null,
        length: interval ? `${roundHalfAway(this.hundred(upper) - this.hundred(lower), 2)}%` : null,
      }];
    }),
  );

  protected readonly words = computed(() =>
    this.figures().flatMap(({ mark, figure }) =>
      figure.kind === 'number' ? [] : [{ mark, kind: figure.kind, name: this.labels()[mark], text: this.wordsOf(figure) }],
    ),
  );

  protected readonly crowded = computed(() => {
    const [first, second] = this.figures().map(({ figure }) => (figure.kind === 'number' ? this.hundred(figure.value) : null));
    return typeof first === 'number' && typeof second === 'number' && Math.abs(first - second) < ROOM_FOR_VALUE;
  });

  protected readonly ticks = computed(() => [0, 50, 100].map((value) => ({ at: `${value}%`, text: this.labels().number(value, 0) })));

  protected readonly name = computed(() => {
    const labels = this.labels();
    return this.figures().flatMap(({ mark, figure }) => (figure.kind === 'number' ? [`${labels[mark]}: ${figureText(figure, this.unit(), labels)}`] : [])).join('; ');
  });

  private hundred(value: number): number {
    return Math.min(100, Math.max(0, value * FIGURE_UNITS[this.unit()].factor));
  }

  private position(value: number): string {
    return `${roundHalfAway(this.hundred(value), 2)}%`;
  }

  private wordsOf(figure: Exclude<Figure, { kind: 'number' }>): string {
    const labels = this.labels();
    if (figure.kind === 'tendency') return `${labels.tendency[figure.level]} ${labels.n(figure.n)}`;
    return figure.kind === 'withheld' ? labels.withheld.short[figure.reason] : labels.notAsked;
  }
}
