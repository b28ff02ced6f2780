import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, inject, signal } from '@angular/core';
import { Notice } from '@stadtteilstimme/ui';

import { TextPipe } from '../language/text';
import { Texts } from '../language/texts';
import { DraftStore } from '../respond/draft-store';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';

/** Deletes what this app put on the device. A page of its own instead of a dialog: it works everywhere and explains itself. */
@Component({
  selector: 'app-delete-data-page',
  imports: [Notice, PageHeading, TextPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <h1 class="title" appPageHeading="delete">{{ 'deleteData' | text }}</h1>
      @if (isDeleted()) {
        <st-notice kind="ok" announce="polite" [heading]="'deletedOnDevice' | text" />
      } @else {
        <p class="lead">{{ 'deleteExplain' | text }}</p>
        <p class="lead">{{ 'deleteConfirm' | text }}</p>
        <div class="actions">
          <button type="button" class="button" (click)="deleteAll()">{{ 'deleteYes' | text }}</button>
          <button type="button" class="button button--quiet" (click)="location.back()">{{ 'cancel' | text }}</button>
        </div>
      }
    </div>
  `,
})
export class DeleteDataPage {
  protected readonly location = inject(Location);
  protected readonly isDeleted = signal(false);

  readonly #drafts = inject(DraftStore);

  constructor() {
    const title = inject(PageTitle);
    const texts = inject(Texts);
    effect(() => title.set(texts.text('deleteData')));
  }

  protected async deleteAll(): Promise<void> {
    await this.#drafts.deleteAll();
    this.isDeleted.set(true);
  }
}
