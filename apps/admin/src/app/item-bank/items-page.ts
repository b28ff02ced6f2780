import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Item } from '@stadtteilstimme/domain';
import { StatusChip } from '@stadtteilstimme/ui';

import { ItemBankClient } from '../backend/item-bank-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { textIn } from '../language/localized-text';
import { Texts } from '../language/texts';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { filterItems, groupItems, itemText, type ItemFilters, NO_ITEM_FILTERS } from './filter-items';
import { ItemFilterFields } from './item-filter-fields';
import { reviewedCount, staleCount } from './wording-edits';

@Component({
  selector: 'app-items-page',
  imports: [ItemFilterFields, Loading, PageHeading, Refused, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './items-page.html',
})
export class ItemsPage {
  private readonly bankClient = inject(ItemBankClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly texts = inject(Texts);

  protected readonly t = this.texts.t;
  protected readonly bank = resource({ loader: () => this.bankClient.read() });
  protected readonly taxonomy = resource({ loader: () => this.taxonomyClient.newest() });
  protected readonly loadError = computed(() => this.bank.error() ?? this.taxonomy.error());
  protected readonly filters = signal<ItemFilters>(NO_ITEM_FILTERS);
  protected readonly found = computed(() => (this.bank.hasValue() ? filterItems(this.bank.value().items, this.filters()) : []));
  protected readonly groups = computed(() => (this.taxonomy.hasValue() ? groupItems(this.found(), this.taxonomy.value().taxonomy) : []));

  protected text(item: Item): string {
    return itemText(item, this.texts.language());
  }

  protected name(names: Readonly<Record<string, string>>): string {
    return textIn(names, this.texts.language());
  }

  protected audience(item: Item): string {
    const groups = this.taxonomy.hasValue() ? this.taxonomy.value().taxonomy.targetGroups : [];
    return item.audience.map((id) => this.name(groups.find((group) => group.id === id)?.names ?? { de: id })).join(', ');
  }

  protected stale({ wordings }: Item): number {
    return staleCount(wordings);
  }

  protected reviewed(item: Item): number {
    return reviewedCount(item.wordings);
  }
}
