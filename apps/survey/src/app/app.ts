import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, type ElementRef, inject, viewChild } from '@angular/core';
import { ActivatedRoute, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Band, Brand } from '@stadtteilstimme/ui';

import { LANGUAGE_PARAMETER, LanguageStore } from './language/language-store';
import { TextPipe } from './language/text';
import { LanguageMenu } from './shell/language-menu';
import { PageFrame } from './shell/page-frame';
import { APP_NAME } from './shell/page-title';

/** The frame of every page: skip link, band, content, footer. Help and legal links stand in the same place everywhere. */
@Component({
  selector: 'app-root',
  imports: [Band, Brand, LanguageMenu, RouterLink, RouterOutlet, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './app.html',
  host: { '[class.with-hero]': 'frame.withHero()' },
})
export class App {
  protected readonly frame = inject(PageFrame);
  protected readonly appName = APP_NAME;
  protected readonly router = inject(Router);

  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    const languages = inject(LanguageStore);
    inject(ActivatedRoute).queryParamMap.subscribe((parameters) => languages.ask(parameters.get(LANGUAGE_PARAMETER)));
    const page = inject(DOCUMENT).documentElement;
    effect(() => {
      page.lang = languages.current();
      page.dir = languages.direction();
    });
  }

  /** By hand, because with a base address `#inhalt` alone would leave the page. */
  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}
