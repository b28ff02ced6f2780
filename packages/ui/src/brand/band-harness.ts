import { ComponentHarness } from '@angular/cdk/testing';

/** Harness of `st-band`. */
export class BandHarness extends ComponentHarness {
  static readonly hostSelector = 'st-band';

  private readonly header = this.locatorFor('header');

  /** Everything written in the band. */
  async text(): Promise<string> {
    return (await this.header()).text();
  }

  /** True when the two courses of bricks close the band. */
  async hasBrickCourse(): Promise<boolean> {
    return (await this.locatorForOptional('st-brick-course')()) !== null;
  }
}

/** Harness of `st-brand`. */
export class BrandHarness extends ComponentHarness {
  static readonly hostSelector = 'st-brand';

  async name(): Promise<string> {
    return (await this.host()).text();
  }

  /** True when the drawn house stands beside the name. */
  async hasMark(): Promise<boolean> {
    return (await this.locatorForOptional('st-house-mark svg')()) !== null;
  }
}
