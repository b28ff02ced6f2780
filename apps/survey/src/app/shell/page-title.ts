import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';

export const APP_NAME = 'Stadtteilstimme';

/** The document title: what this page is first, then whose it is (WCAG 2.4.2). */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  readonly #title = inject(Title);

  set(...parts: readonly string[]): void {
    this.#title.setTitle([...parts.filter((part) => part !== ''), APP_NAME].join(' – '));
  }
}
