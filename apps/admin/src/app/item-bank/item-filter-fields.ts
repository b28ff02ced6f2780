import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import type { Taxonomy } from '@stadtteilstimme/domain';

import { textIn } from '../language/localized-text';
import { Texts } from '../language/texts';
import type { ItemFilters } from './filter-items';

/** Search and three lists to narrow the bank; `prefix` keeps the ids of two of them apart. */
@Component({
  selector: 'app-item-filter-fields',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="filters">
      <div class="field">
        <label [for]="prefix() + '-text'">{{ t('shell.search') }}</label>
        <input #text type="search" [id]="prefix() + '-text'" [value]="filters().text" (input)="set({ text: text.value })" />
      </div>
      @for (list of lists(); track list.key) {
        <div class="field">
          <label [for]="prefix() + '-' + list.key">{{ list.label }}</label>
          <select #box [id]="prefix() + '-' + list.key" (change)="choose(list.key, box.value)">
            <option value="" [selected]="filters()[list.key] === ''">{{ t('shell.all') }}</option>
            @for (entry of list.entries; track entry.id) { <option [value]="entry.id" [selected]="filters()[list.key] === entry.id">{{ entry.name }}</option> }
          </select>
        </div>
      }
    </div>
  `,
})
export class ItemFilterFields {
  readonly prefix = input.required<string>();
  readonly taxonomy = input.required<Taxonomy>();
  readonly filters = model.required<ItemFilters>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;
  protected readonly lists = computed(() => {
    const { targetGroups, criteria, fieldsOfAction } = this.taxonomy();
    return [
      { key: 'audience', label: this.t('items.audience'), entries: this.named(targetGroups) },
      { key: 'criterion', label: this.t('items.criterion'), entries: this.named(criteria.filter(({ kind }) => kind === 'cross-cutting')) },
      { key: 'fieldOfAction', label: this.t('items.fieldOfAction'), entries: this.named(fieldsOfAction) },
    ] as const;
  });

  protected set(part: Partial<ItemFilters>): void {
    this.filters.update((filters) => ({ ...filters, ...part }));
  }

  protected choose(key: 'audience' | 'criterion' | 'fieldOfAction', value: string): void {
    this.set({ [key]: value });
  }

  private named(entries: readonly { readonly id: string; readonly names: Readonly<Record<string, string>> }[]): readonly { id: string; name: string }[] {
    return entries.map(({ id, names }) => ({ id, name: textIn(names, this.texts.language()) }));
  }
}
