import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { DIRECTIONAL_ICONS, ICON_PATHS, type IconName } from './icon-paths';

/**
 * A drawn sign in the colour and size of the text beside it. Never alone: the words stand next to it, so it is hidden from readers.
 * `theme/look.css` turns `.icon--flip` round in right-to-left text.
 */
@Component({
  selector: 'st-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host { display: inline-block; flex: none; inline-size: 1.5em; block-size: 1.5em; vertical-align: -0.35em; line-height: 0; }
    svg { inline-size: 100%; block-size: 100%; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  `,
  host: { class: 'icon', '[class.icon--flip]': 'directional()', 'aria-hidden': 'true' },
})
export class Icon {
  readonly name = input.required<IconName>();

  protected readonly path = computed(() => ICON_PATHS[this.name()]);
  protected readonly directional = computed(() => DIRECTIONAL_ICONS.includes(this.name()));
}
