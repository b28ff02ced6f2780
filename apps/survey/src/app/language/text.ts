import { inject, Pipe, type PipeTransform } from '@angular/core';

import type { MessageValues } from './message';
import { Texts } from './texts';
import type { TextKey } from './texts/de';

/** `{{ 'next' | text }}`. Impure because the language may change while the key does not; the lookup is a map access. */
@Pipe({ name: 'text', pure: false })
export class TextPipe implements PipeTransform {
  readonly #texts = inject(Texts);

  transform(key: TextKey, values?: MessageValues): string {
    return this.#texts.text(key, values);
  }
}
