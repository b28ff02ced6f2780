import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input, output, resource } from '@angular/core';
import type { QuestionnaireDetail, QuestionnaireVersionSummary } from '@stadtteilstimme/domain';
import { Icon } from '@stadtteilstimme/ui';

import { QuestionnairesClient } from '../backend/questionnaires-client';
import { formatDay } from '../language/number-format';
import { Texts } from '../language/texts';
import { FreeTextDeletionLine } from '../retention/free-text-deletion-line';

/** A published questionnaire: where people find it, and its versions with the reasons of changed wordings. */
@Component({
  selector: 'app-published-panel',
  imports: [FreeTextDeletionLine, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel" aria-labelledby="public-link">
      <h2 id="public-link">{{ t('questionnaires.link.heading') }}</h2>
      <div class="row">
        <a class="grow" target="_blank" rel="noopener" [href]="publicLink()"><bdi>{{ publicLink() }}</bdi><span class="hidden-visually"> {{ t('shell.newTab') }}</span></a>
        <button type="button" class="button button--quiet" (click)="copyLink()"><st-icon name="copy" />{{ t('questionnaires.link.copy') }}</button>
      </div>
      <app-free-text-deletion-line [questionnaire]="detail()" />
      @if (versions.hasValue()) {
        <details>
          <summary>{{ t('questionnaires.versions.summary', { count: versions.value().length }) }}</summary>
          <ul class="versions">
            @for (version of versions.value(); track version.id) {
              <li>
                {{ t('questionnaires.versions.line', { number: version.number, day: day(version.publishedOn), taxonomy: version.taxonomyVersion, languages: version.languages.length }) }}
                @for (note of notes(version); track note.id) { <br /><span class="quiet">{{ t('questionnaires.versions.note', note) }}</span> }
              </li>
            }
          </ul>
        </details>
      }
    </section>
  `,
  styles: `.versions { display: grid; gap: var(--st-2); }`,
})
export class PublishedPanel {
  readonly detail = input.required<QuestionnaireDetail>();
  /** What happened, in words, to be announced. */
  readonly said = output<string>();

  private readonly client = inject(QuestionnairesClient);
  private readonly clipboard = inject(Clipboard);
  private readonly document = inject(DOCUMENT);
  private readonly texts = inject(Texts);

  protected readonly t = this.texts.t;
  private readonly published = computed(() => ({ id: this.detail().id, newest: this.detail().publishedVersion }), {
    equal: (one, other) => one.id === other.id && one.newest === other.newest,
  });
  protected readonly versions = resource({ params: () => this.published(), loader: ({ params }) => this.client.versions(params.id) });
  protected readonly publicLink = computed(() => `${this.document.location.origin}/u/${this.detail().slug}`);

  protected day(day: string): string {
    return formatDay(day, this.texts.language());
  }

  protected notes({ wordingNotes }: QuestionnaireVersionSummary): readonly { readonly id: string; readonly note: string }[] {
    return Object.entries(wordingNotes).map(([id, note]) => ({ id, note }));
  }

  protected copyLink(): void {
    this.said.emit(this.t(this.clipboard.copy(this.publicLink()) ? 'questionnaires.link.copied' : 'questionnaires.link.notCopied'));
  }
}
