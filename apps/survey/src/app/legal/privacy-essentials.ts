import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { cityPlaceholders, type LegalInformation } from '@stadtteilstimme/domain';

import { directionOf } from '../language/language-choice';
import { LanguageStore } from '../language/language-store';
import { textIn } from '../language/localized-text';
import { formatMessage } from '../language/message';
import { TextPipe } from '../language/text';
import { Texts } from '../language/texts';

/**
 * Who, what for, voluntary, anonymous, how long, whom to ask: in every language, in the same short sentences as the consent
 * text. A translation says that the German prevails and, until a person has confirmed it, that nobody has.
 */
@Component({
  selector: 'app-privacy-essentials',
  imports: [TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card essentials" aria-labelledby="essentials">
      <h2 id="essentials">{{ 'essentials' | text }}</h2>
      @if (isTranslation()) {
        <p class="quiet">{{ 'germanPrevails' | text }}</p>
        @if (!isReviewed()) {
          <p class="quiet">{{ 'notReviewed' | text }}</p>
        }
      }
      @for (sentence of sentences(); track sentence.id) {
        <p [attr.lang]="sentence.lang" [attr.dir]="sentence.dir">{{ sentence.text }}</p>
      }
    </section>
  `,
})
export class PrivacyEssentials {
  readonly information = input.required<LegalInformation>();

  readonly #languages = inject(LanguageStore);
  readonly #texts = inject(Texts);

  protected readonly isTranslation = computed(() => this.#languages.current() !== 'de');
  protected readonly isReviewed = computed(() => this.information().reviewedLanguages.includes(this.#languages.current()));
  protected readonly sentences = computed(() => {
    const { settings, essentials } = this.information();
    const current = this.#languages.current();
    return essentials.map(({ id, texts }) => {
      const { text, language } = textIn(texts, current);
      const direction = directionOf(language, this.#languages.offered());
      const values = cityPlaceholders(settings, { code: language, direction }, this.#texts.text('cityOwes'));
      const isFallback = language !== current;
      return { id, text: formatMessage(text, language, values), lang: isFallback ? language : null, dir: isFallback ? direction : null };
    });
  });
}
