import type { Figure } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';

import { figureText, type FigureUnit } from './figure-text';
import type { FigureLabels } from './labels';

/** A figure in a table: value with interval and n, a tendency in words, the reason why it is withheld, or "not asked". */
@Component({
  selector: 'st-figure',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ text() }}`,
  styles: `
    :host { font-variant-numeric: tabular-nums; }
    :host(.is-words) { color: var(--st-ink-2); white-space: normal; }
  `,
  host: { '[class.is-words]': 'figure().kind !== "number"' },
})
export class FigureValue {
  readonly figure = input.required<Figure>();
  readonly unit = input.required<FigureUnit>();
  readonly labels = input.required<FigureLabels>();

  protected text(): string {
    return figureText(this.figure(), this.unit(), this.labels());
  }
}
