import { ComponentHarness, HarnessPredicate, type BaseHarnessFilters } from '@angular/cdk/testing';

import { NOTICE_KINDS, type NoticeKind } from './notice';

export interface NoticeHarnessFilters extends BaseHarnessFilters {
  readonly heading?: string | RegExp;
}

/** Harness of `st-notice`. */
export class NoticeHarness extends ComponentHarness {
  static readonly hostSelector = 'st-notice';

  static with(options: NoticeHarnessFilters = {}): HarnessPredicate<NoticeHarness> {
    return new HarnessPredicate(NoticeHarness, options).addOption('heading', options.heading, (harness, heading) =>
      HarnessPredicate.stringMatches(harness.heading(), heading),
    );
  }

  async heading(): Promise<string> {
    return (await this.locatorFor('.heading')()).text();
  }

  /** Heading and projected text. */
  async text(): Promise<string> {
    return (await this.locatorFor('.words')()).text();
  }

  async kind(): Promise<NoticeKind | null> {
    const host = await this.host();
    for (const kind of NOTICE_KINDS) if (await host.hasClass(`kind-${kind}`)) return kind;
    return null;
  }

  /** `alert`, `status` or null = not announced. */
  async role(): Promise<string | null> {
    return (await this.host()).getAttribute('role');
  }
}
