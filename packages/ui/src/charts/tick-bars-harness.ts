import { ComponentHarness } from '@angular/cdk/testing';

export interface DrawnTickBar {
  readonly label: string;
  readonly value: string;
  readonly withheld: boolean;
  /** Length of the bar, for example `42%`; null = no bar. */
  readonly size: string | null;
}

/** Harness of `st-tick-bars`. */
export class TickBarsHarness extends ComponentHarness {
  static readonly hostSelector = 'st-tick-bars';

  async name(): Promise<string | null> {
    return (await this.locatorFor('ul')()).getAttribute('aria-label');
  }

  async bars(): Promise<readonly DrawnTickBar[]> {
    const labels = await this.locatorForAll('.label')();
    const lanes = await this.locatorForAll('.lane')();
    return Promise.all(
      labels.map(async (label, index) => {
        const position = `li:nth-child(${index + 1})`;
        const bar = await this.locatorForOptional(`${position} .bar`)();
        const withheld = (await bar?.hasClass('hatch')) ?? false;
        return {
          label: await label.text(),
          value: (await lanes[index]?.text()) ?? '',
          withheld,
          size: bar === null || withheld ? null : (await bar.getCssValue('--size')).trim(),
        };
      }),
    );
  }

  /** People under the bars; null while the bars have different bases or none. */
  async baseText(): Promise<string | null> {
    return (await (await this.locatorForOptional('.base')())?.text()) ?? null;
  }
}
