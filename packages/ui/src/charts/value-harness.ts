import { ComponentHarness } from '@angular/cdk/testing';

/** Harness of `st-cell`. */
export class CellValueHarness extends ComponentHarness {
  static readonly hostSelector = 'st-cell';

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async isWithheld(): Promise<boolean> {
    return (await this.host()).hasClass('is-withheld');
  }
}

/** Harness of `st-figure`. */
export class FigureValueHarness extends ComponentHarness {
  static readonly hostSelector = 'st-figure';

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  /** True when words stand where a number would be. */
  async isWords(): Promise<boolean> {
    return (await this.host()).hasClass('is-words');
  }
}
