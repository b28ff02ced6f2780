import { ChangeDetectionStrategy, Component, DOCUMENT, Injector, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Demographic, Item, ItemBank, QuestionnaireDraft, Taxonomy } from '@stadtteilstimme/domain';
import { Icon, StatusChip } from '@stadtteilstimme/ui';

import { filterItems, groupItems, itemText, type ItemFilters, NO_ITEM_FILTERS } from '../item-bank/filter-items';
import { ItemFilterFields } from '../item-bank/item-filter-fields';
import { textIn } from '../language/localized-text';
import { Texts } from '../language/texts';
import { moved, withMember, withMemberInOrder } from './draft-edits';

/** The bank on one side, the questionnaire's order on the other; every move is a button. */
@Component({
  selector: 'app-draft-items',
  imports: [Icon, ItemFilterFields, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-items.html',
  styleUrl: './draft-items.css',
})
export class DraftItems {
  readonly draft = input.required<QuestionnaireDraft>();
  readonly bank = input.required<ItemBank>();
  readonly taxonomy = input.required<Taxonomy>();
  /** Only the outline is shown then: there is nothing to choose from the bank. */
  readonly readOnly = input(false);
  readonly changed = output<QuestionnaireDraft>();

  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly t = this.texts.t;
  protected readonly message = signal('');
  private readonly targetGroup = computed(() => this.draft().targetGroupId);
  /** Starts with the whole bank: items for all residents fit a narrower target group too. */
  protected readonly filters = signal<ItemFilters>(NO_ITEM_FILTERS);
  protected readonly groups = computed(() => groupItems(filterItems(this.bank().items, this.filters()), this.taxonomy()));
  protected readonly chosen = computed(() =>
    this.draft().itemIds.map((id) => ({ id, item: this.bank().items.find((item) => item.id === id) ?? null })),
  );
  protected readonly demographics = computed(() => this.bank().demographics.filter((entry) => this.fits(entry)));

  protected text(item: Item): string {
    return itemText(item, this.texts.language());
  }

  protected groupName(names: Item['wordings'] | Readonly<Record<string, string>>): string {
    return textIn(names as Readonly<Record<string, string>>, this.texts.language());
  }

  protected demographicText(entry: Demographic): string {
    return entry.wordings[this.texts.language()]?.text ?? entry.wordings['de']?.text ?? entry.id;
  }

  protected add(id: string): void {
    this.changed.emit({ ...this.draft(), itemIds: withMember(this.draft().itemIds, id, true) });
    this.message.set(this.t('questionnaires.items.added', { id }));
  }

  protected remove(id: string): void {
    this.changed.emit({ ...this.draft(), itemIds: withMember(this.draft().itemIds, id, false) });
    this.message.set(this.t('questionnaires.items.removed', { id }));
    this.focus('field-items');
  }

  protected move(id: string, step: -1 | 1): void {
    const itemIds = moved(this.draft().itemIds, id, step);
    this.changed.emit({ ...this.draft(), itemIds });
    this.message.set(this.t('questionnaires.items.moved', { id, place: itemIds.indexOf(id) + 1, count: itemIds.length }));
    this.focus(`${step < 0 ? 'up' : 'down'}-${id}`);
  }

  protected toggleDemographic(id: string, chosen: boolean): void {
    const order = this.bank().demographics.map((entry) => entry.id);
    this.changed.emit({ ...this.draft(), demographicIds: withMemberInOrder(this.draft().demographicIds, id, chosen, order) });
  }

  private fits(entry: Demographic): boolean {
    return entry.audience === 'all' || entry.audience.includes(this.targetGroup()) || this.draft().demographicIds.includes(entry.id);
  }

  /** The row has moved in the page: the focus moves with it. */
  private focus(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
