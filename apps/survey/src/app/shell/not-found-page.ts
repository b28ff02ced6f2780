import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { TextPipe } from '../language/text';
import { Texts } from '../language/texts';
import { PageHeading } from './page-heading';
import { PageTitle } from './page-title';

@Component({
  selector: 'app-not-found-page',
  imports: [PageHeading, RouterLink, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <h1 class="title" appPageHeading="not-found">{{ 'pageNotFound' | text }}</h1>
      <p><a class="back" routerLink="/" queryParamsHandling="preserve">{{ 'toAllSurveys' | text }}</a></p>
    </div>
  `,
})
export class NotFoundPage {
  constructor() {
    const title = inject(PageTitle);
    const texts = inject(Texts);
    effect(() => title.set(texts.text('pageNotFound')));
  }
}
