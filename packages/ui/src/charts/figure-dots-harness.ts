import { ComponentHarness } from '@angular/cdk/testing';

/** Harness of `st-figure-dots`. */
export class FigureDotsHarness extends ComponentHarness {
  static readonly hostSelector = 'st-figure-dots';

  /** What readers hear; null = no number is drawn. */
  async name(): Promise<string | null> {
    return (await (await this.locatorForOptional('[role="img"]')())?.getAttribute('aria-label')) ?? null;
  }

  /** Value written at a mark and its place in percent; null = not drawn. */
  async dot(mark: 'today' | 'wanted'): Promise<{ readonly text: string; readonly at: string; readonly hasInterval: boolean } | null> {
    const value = await this.locatorForOptional(`.value.${mark}`)();
    if (value === null) return null;
    return {
      text: await value.text(),
      at: (await value.getCssValue('--at')).trim(),
      hasInterval: (await this.locatorForOptional(`.interval.${mark}`)()) !== null,
    };
  }

  /** Lines for figures that are no numbers. */
  async words(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('.words')()).map((line) => line.text()));
  }

  /** True when the second value was moved below the line to keep both readable. */
  async isCrowded(): Promise<boolean> {
    return (await this.locatorForOptional('.is-crowded')()) !== null;
  }
}
