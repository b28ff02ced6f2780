import { ComponentHarness } from '@angular/cdk/testing';

/** Harness of `st-icon`. */
export class IconHarness extends ComponentHarness {
  static readonly hostSelector = 'st-icon';

  /** Path data that is drawn. */
  async drawing(): Promise<string | null> {
    return (await this.locatorFor('path')()).getAttribute('d');
  }

  /** True when the sign turns round in right-to-left text. */
  async isDirectional(): Promise<boolean> {
    return (await this.host()).hasClass('icon--flip');
  }

  /** True when readers skip the sign. */
  async isHiddenFromReaders(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-hidden')) === 'true';
  }
}
