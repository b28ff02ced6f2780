import { afterNextRender, Directive, effect, ElementRef, inject, Injectable, Injector, input } from '@angular/core';

/** The first heading after the page was loaded leaves the focus where the browser put it. */
@Injectable({ providedIn: 'root' })
export class FirstHeading {
  wasShown = false;
}

/**
 * `<h1 [appPageHeading]="step">`: takes the focus whenever a new page or step is shown, so that a screen reader starts there and the
 * next Tab leads to its first answer.
 */
@Directive({ selector: 'h1[appPageHeading]', host: { tabindex: '-1' } })
export class PageHeading {
  readonly appPageHeading = input.required<string>();

  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #first = inject(FirstHeading);
  readonly #injector = inject(Injector);

  constructor() {
    effect(() => {
      this.appPageHeading();
      if (this.#first.wasShown) afterNextRender(() => this.#show(), { injector: this.#injector });
      this.#first.wasShown = true;
    });
  }

  #show(): void {
    globalThis.scrollTo(0, 0);
    this.#element.focus({ preventScroll: true });
  }
}
