import { ChangeDetectionStrategy, Component, DOCUMENT, Injector, afterNextRender, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import type { Taxonomy } from '@stadtteilstimme/domain';
import { Icon, Notice } from '@stadtteilstimme/ui';

import { Session } from '../accounts/session';
import { refusalOf } from '../backend/problem';
import { PROBLEM_TEXTS } from '../backend/problem-texts';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { formatDay } from '../language/number-format';
import { Texts } from '../language/texts';
import type { HoldsChanges } from '../shell/keep-unsaved.guard';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { DistrictEntries } from './district-entries';
import { HouseEntries } from './house-entries';
import { NamedEntries } from './named-entries';
import { TAXONOMY_LISTS, type TaxonomyList, figureField, isUsableId, namedPlace, sharedTiles, withNewEntry } from './taxonomy-edits';

/** Master data of the city. Saving never changes a version: it makes the next one, with a sentence that says why. */
@Component({
  selector: 'app-reference-data-page',
  imports: [DistrictEntries, HouseEntries, Icon, Loading, NamedEntries, Notice, PageHeading, Refused],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reference-data-page.html',
  styleUrl: './reference-data-page.css',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class ReferenceDataPage implements HoldsChanges {
  private readonly client = inject(TaxonomyClient);
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  protected readonly t = this.texts.t;
  protected readonly lists = TAXONOMY_LISTS;
  protected readonly mayChange = inject(Session).may('change taxonomy');
  protected readonly newest = resource({ loader: () => this.client.newest() });
  protected readonly versions = resource({
    params: () => (this.newest.hasValue() ? this.newest.value().version : undefined),
    loader: () => this.client.versions(),
  });
  private readonly saved = computed(() => (this.newest.hasValue() ? this.newest.value().taxonomy : null));
  protected readonly taxonomy = linkedSignal(() => this.saved());
  protected readonly dirty = computed(() => JSON.stringify(this.taxonomy()) !== JSON.stringify(this.saved()));
  protected readonly shared = computed(() => {
    const taxonomy = this.taxonomy();
    return taxonomy ? sharedTiles(taxonomy) : [];
  });

  protected readonly list = signal<TaxonomyList>('districts');
  protected readonly newId = signal('');
  protected readonly idRefused = signal(false);
  protected readonly comment = signal('');
  protected readonly commentMissing = signal(false);
  protected readonly error = signal<unknown>(null);
  protected readonly message = signal('');
  protected readonly problems = computed(() => {
    const [before, after] = [this.saved(), this.taxonomy()];
    if (!before || !after) return [];
    return refusalOf(this.error()).details.map(({ code, place }) => ({ ...namedPlace(place, before, after), field: figureField(place), text: this.t(PROBLEM_TEXTS[code]) }));
  });

  hasUnsavedChanges(): boolean {
    return this.mayChange && this.dirty();
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  protected day(day: string): string {
    return formatDay(day, this.texts.language());
  }

  protected show(list: TaxonomyList): void {
    this.list.set(list);
    this.newId.set('');
    this.idRefused.set(false);
  }

  protected change(taxonomy: Taxonomy): void {
    this.taxonomy.set(taxonomy);
    this.message.set('');
  }

  protected add(): void {
    const taxonomy = this.taxonomy();
    const id = this.newId().trim();
    if (!taxonomy || !isUsableId(taxonomy, this.list(), id)) {
      this.idRefused.set(true);
      this.focus('new-id');
      return;
    }
    this.idRefused.set(false);
    this.change(withNewEntry(taxonomy, this.list(), id));
    this.newId.set('');
    this.focus(`${this.list()}-${id}-name`);
  }

  protected async save(): Promise<void> {
    const taxonomy = this.taxonomy();
    if (!taxonomy || !this.newest.hasValue()) return;
    this.commentMissing.set(this.comment().trim() === '');
    if (this.commentMissing()) {
      this.focus('comment');
      return;
    }
    this.error.set(null);
    try {
      const version = await this.client.save(this.newest.value().version, this.comment().trim(), taxonomy);
      this.newest.set(version);
      this.comment.set('');
      this.message.set(this.t('referenceData.saved', { number: version.version }));
    } catch (error) {
      this.error.set(error);
    }
  }

  private focus(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
