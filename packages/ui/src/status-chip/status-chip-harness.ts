import { ComponentHarness } from '@angular/cdk/testing';

import { IconHarness } from '../icon/icon-harness';

/** Harness of `st-status-chip`. */
export class StatusChipHarness extends ComponentHarness {
  static readonly hostSelector = 'st-status-chip';

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async hasKind(kind: string): Promise<boolean> {
    return (await this.host()).hasClass(`kind-${kind}`);
  }

  async icon(): Promise<IconHarness> {
    return this.locatorFor(IconHarness)();
  }
}
