import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';

import { Texts } from '../language/texts';

/** One line of words, after a second: what comes faster needs no words. */
@Component({
  selector: 'app-loading',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p class="quiet" role="status">{{ late() ? t('shell.loading') : '' }}</p>`,
})
export class Loading {
  protected readonly t = inject(Texts).t;
  protected readonly late = signal(false);

  constructor() {
    const timer = setTimeout(() => this.late.set(true), 1000);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
