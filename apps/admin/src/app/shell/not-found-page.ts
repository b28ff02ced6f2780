import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Texts } from '../language/texts';
import { PageHeading } from './page-heading';

@Component({
  selector: 'app-not-found-page',
  imports: [PageHeading, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-heading [heading]="t('shell.notFound.heading')" />
    <p>{{ t('shell.notFound.text') }} <a routerLink="/">{{ t('shell.notFound.link') }}</a></p>
  `,
})
export class NotFoundPage {
  protected readonly t = inject(Texts).t;
}
