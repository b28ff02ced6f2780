import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LanguageChoice } from '@stadtteilstimme/ui';

import { nameOf } from '../language/language-choice';
import { LanguageStore } from '../language/language-store';
import { TextPipe } from '../language/text';

/** Choice among the languages this page is offered in, as a button in the band or as a list in the page. */
@Component({
  selector: 'app-language-menu',
  imports: [LanguageChoice, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <st-language-choice
      [variant]="variant()"
      [languages]="options()"
      [current]="languages.current()"
      [labels]="{ choose: 'chooseLanguage' | text }"
      (languageChosen)="languages.choose($event)"
    />
  `,
})
export class LanguageMenu {
  readonly variant = input<'list' | 'menu'>('menu');

  protected readonly languages = inject(LanguageStore);
  protected readonly options = computed(() =>
    this.languages.offered().map((language) => ({ code: language.code, name: nameOf(language), direction: language.direction })),
  );
}
