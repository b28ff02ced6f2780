import { ComponentHarness, type TestElement } from '@angular/cdk/testing';

/** One drawn piece of a bar: position and size in percent of the drawing. */
export interface DrawnPiece {
  readonly kind: 'share' | 'withheld' | 'empty';
  readonly text: string;
  readonly start: number;
  readonly size: number;
}

async function percent(element: TestElement, property: string): Promise<number> {
  return Number.parseFloat(await element.getCssValue(property));
}

/** Harness of `st-likert-bar`. */
export class LikertBarHarness extends ComponentHarness {
  static readonly hostSelector = 'st-likert-bar';

  /** What readers hear instead of the drawing. */
  async name(): Promise<string | null> {
    return (await this.locatorFor('.track[role="img"]')()).getAttribute('aria-label');
  }

  async pieces(): Promise<readonly DrawnPiece[]> {
    return Promise.all(
      (await this.locatorForAll('.segment')()).map(async (segment) => ({
        kind: (await segment.hasClass('hatch')) ? ('withheld' as const) : (await segment.hasClass('nobody')) ? ('empty' as const) : ('share' as const),
        text: await segment.text(),
        start: await percent(segment, '--start'),
        size: await percent(segment, '--size'),
      })),
    );
  }

  /** The line under the bar: people in the base and reasons of hatched pieces. */
  async baseText(): Promise<string> {
    return (await this.locatorFor('.base')()).text();
  }

  /** True when the line of the scale's middle is drawn. */
  async hasMiddle(): Promise<boolean> {
    return (await this.locatorForOptional('.middle')()) !== null;
  }

  /** What readers hear about people without a judgement; null = the scale has no such answers. */
  async missingName(): Promise<string | null> {
    return (await (await this.locatorForOptional('.missing')())?.getAttribute('aria-label')) ?? null;
  }

  async missingTexts(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.people')()).map((people) => people.text()));
  }
}

/** Harness of `st-likert-legend`. */
export class LikertLegendHarness extends ComponentHarness {
  static readonly hostSelector = 'st-likert-legend';

  async entries(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('li')()).map((entry) => entry.text()));
  }
}
