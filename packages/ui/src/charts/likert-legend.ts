import type { DistributionCode } from '@stadtteilstimme/domain';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import type { LikertLegendLabels } from './labels';
import { likertTones } from './likert-layout';

/** Colours of the answers, once above all bars of one scale. */
@Component({
  selector: 'st-likert-legend',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="legend" [attr.aria-label]="labels().legend">
      @for (entry of entries(); track entry.text) {
        <li><span [class]="'swatch ' + entry.paint"></span>{{ entry.text }}</li>
      }
    </ul>
  `,
  styleUrls: ['./chart-paint.css', './legend.css', './likert-paint.css'],
})
export class LikertLegend {
  readonly codes = input.required<readonly DistributionCode[]>();
  readonly labels = input.required<LikertLegendLabels>();

  protected readonly entries = computed(() => {
    const codes = this.codes();
    const valid = likertTones(codes).map(({ code, tone }) => ({ text: this.labels().code(code), paint: `likert-${tone}` }));
    const missing = codes.flatMap((code) => (code.missing === null ? [] : [{ text: this.labels().code(code), paint: code.missing }]));
    return [...valid, ...missing];
  });
}
