import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, afterNextRender, effect, inject, input, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';

import { Texts } from '../language/texts';

export interface Crumb {
  readonly text: string;
  readonly link: string;
}

/**
 * Opens every page: way back, `h1`, projected subtitle and actions. Names the document and, after a move inside the app,
 * takes the focus, so that a screen reader says where it is (WCAG 2.4.2, 2.4.3).
 */
@Component({
  selector: 'app-page-heading',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="headrow">
      <div>
        @if (crumbs().length > 0) {
          <nav class="crumb" [attr.aria-label]="t('shell.crumbs')">
            @for (crumb of crumbs(); track crumb.link) { <a [routerLink]="crumb.link">{{ crumb.text }}</a> › }
            <span aria-current="page">{{ here() }}</span>
          </nav>
        }
        <h1 #title tabindex="-1" [attr.lang]="headingLanguage()">{{ heading() }}</h1>
        <ng-content />
      </div>
      <ng-content select="[actions]" />
    </div>
  `,
})
export class PageHeading {
  readonly heading = input.required<string>();
  readonly headingLanguage = input<string | null>(null);
  readonly crumbs = input<readonly Crumb[]>([]);
  /** Last word of the way back; the heading itself may be a long sentence. */
  readonly here = input('');

  private readonly router = inject(Router);
  private readonly title = inject(Title);
  private readonly headingElement = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly t = inject(Texts).t;

  constructor() {
    effect(() => {
      this.title.setTitle(this.t('shell.documentTitle', { page: this.heading() }));
    });
    const movedHere = this.router.lastSuccessfulNavigation()?.id !== 1;
    let alive = true;
    inject(DestroyRef).onDestroy(() => (alive = false));
    afterNextRender(() => {
      if (movedHere && alive) this.headingElement().nativeElement.focus();
    });
  }
}
