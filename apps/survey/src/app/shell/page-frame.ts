import { Injectable, signal } from '@angular/core';

/** What a page asks of the frame around it. */
@Injectable({ providedIn: 'root' })
export class PageFrame {
  /** The page opens with the town's roofs. */
  readonly withHero = signal(false);
  /** The page shows the languages as a list itself, so the button in the band would be the same thing twice. */
  readonly withLanguageList = signal(false);
}
