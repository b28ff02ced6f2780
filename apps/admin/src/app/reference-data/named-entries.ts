import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Criterion, Taxonomy } from '@stadtteilstimme/domain';
import { Icon } from '@stadtteilstimme/ui';

import { UI_LANGUAGES } from '../language/interface-language';
import { Texts } from '../language/texts';
import { withEntry, withName, withoutEntry } from './taxonomy-edits';

/** Lists whose entries are an id and a name per interface language; criteria also say whether they are the focus slot. */
@Component({
  selector: 'app-named-entries',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './named-entries.html',
  styleUrl: './entries.css',
})
export class NamedEntries {
  readonly list = input.required<'targetGroups' | 'fieldsOfAction' | 'criteria'>();
  readonly taxonomy = input.required<Taxonomy>();
  readonly changed = output<Taxonomy>();

  protected readonly t = inject(Texts).t;
  protected readonly languages = UI_LANGUAGES;
  protected readonly kinds: readonly Criterion['kind'][] = ['cross-cutting', 'focus-slot'];
  protected readonly entries = computed(() => this.taxonomy()[this.list()]);

  protected kindOf(index: number): Criterion['kind'] | null {
    return this.list() === 'criteria' ? (this.taxonomy().criteria[index]?.kind ?? null) : null;
  }

  protected rename(index: number, language: string, name: string): void {
    const list = this.list();
    if (list === 'criteria') {
      const criterion = this.taxonomy().criteria[index];
      if (criterion) this.changed.emit(withEntry(this.taxonomy(), list, index, { ...criterion, names: withName(criterion.names, language, name) }));
      return;
    }
    const entry = this.taxonomy()[list][index];
    if (entry) this.changed.emit(withEntry(this.taxonomy(), list, index, { ...entry, names: withName(entry.names, language, name) }));
  }

  protected chooseKind(index: number, value: string): void {
    const criterion = this.taxonomy().criteria[index];
    const kind = this.kinds.find((candidate) => candidate === value);
    if (criterion && kind) this.changed.emit(withEntry(this.taxonomy(), 'criteria', index, { ...criterion, kind }));
  }

  protected remove(index: number): void {
    this.changed.emit(withoutEntry(this.taxonomy(), this.list(), index));
  }
}
