import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { scopeOf } from '@stadtteilstimme/domain';
import { Band, Brand, Icon, SyntheticBanner } from '@stadtteilstimme/ui';

import { Session } from '../accounts/session';
import { UI_LANGUAGES } from '../language/interface-language';
import { Texts } from '../language/texts';
import { APPEARANCES, AppearanceChoice } from './appearance';
import { InstallationInfo } from './installation-info';

/** Head of every page: name, who is signed in, language, light or dark, sign-out; below it the label of example data. */
@Component({
  selector: 'app-header-band',
  imports: [Band, Brand, Icon, MatMenuModule, RouterLink, SyntheticBanner],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './header-band.html',
  styleUrl: './header-band.css',
})
export class HeaderBand {
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly look = inject(AppearanceChoice);
  protected readonly installation = inject(InstallationInfo).installation;

  protected readonly t = this.texts.t;
  protected readonly language = this.texts.language;
  protected readonly languages = UI_LANGUAGES;
  protected readonly appearances = APPEARANCES;
  protected readonly account = this.session.account;
  protected readonly scope = computed(() => {
    const account = this.account();
    if (!account) return '';
    const scope = scopeOf(account.role, account.districtIds);
    return scope.kind === 'whole-city' ? this.t('shell.wholeCity') : this.t('shell.ownDistricts', { count: scope.districtIds.length });
  });

  /** A plain `#inhalt` would leave the page, because `<base>` makes it an address of its own. */
  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.document.getElementById('inhalt')?.focus();
  }

  protected useLanguage(language: (typeof UI_LANGUAGES)[number]): void {
    void this.texts.use(language);
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigate(['/anmelden']);
  }
}
