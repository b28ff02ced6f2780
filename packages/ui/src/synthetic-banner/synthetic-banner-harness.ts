import { ComponentHarness } from '@angular/cdk/testing';

/** Harness of `st-synthetic-banner`. */
export class SyntheticBannerHarness extends ComponentHarness {
  static readonly hostSelector = 'st-synthetic-banner';

  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
