import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon } from '@stadtteilstimme/ui';
import { filter } from 'rxjs';

import { Session } from '../accounts/session';
import { Texts } from '../language/texts';
import { HeaderBand } from './header-band';
import { navigationFor } from './navigation';

/** Frame of all pages behind the sign-in. On a telephone the menu folds away behind one button. */
@Component({
  selector: 'app-shell-page',
  imports: [HeaderBand, Icon, RouterLink, RouterLinkActive, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shell-page.html',
  styleUrl: './shell-page.css',
})
export class ShellPage {
  private readonly session = inject(Session);

  protected readonly t = inject(Texts).t;
  protected readonly menuOpen = signal(false);
  protected readonly entries = computed(() => {
    const account = this.session.account();
    return account ? navigationFor(account.role) : [];
  });

  constructor() {
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd), takeUntilDestroyed())
      .subscribe(() => this.menuOpen.set(false));
  }
}
