import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { CommunityHouse, Taxonomy } from '@stadtteilstimme/domain';
import { Icon } from '@stadtteilstimme/ui';

import { formatList } from '../language/number-format';
import { Texts } from '../language/texts';
import { withEntry, withoutEntry } from './taxonomy-edits';

/** Stadtteilhäuser; a house may serve several Stadtteile and a Stadtteil may have several houses. */
@Component({
  selector: 'app-house-entries',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './house-entries.html',
  styleUrl: './entries.css',
})
export class HouseEntries {
  readonly taxonomy = input.required<Taxonomy>();
  readonly changed = output<Taxonomy>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;

  protected served(house: CommunityHouse): string {
    const names = house.districtIds.map((id) => this.taxonomy().districts.find((district) => district.id === id)?.name ?? id);
    return names.length === 0 ? this.t('referenceData.communityHouses.none') : formatList(names, this.texts.language());
  }

  protected set(index: number, part: Partial<CommunityHouse>): void {
    const house = this.taxonomy().communityHouses[index];
    if (house) this.changed.emit(withEntry(this.taxonomy(), 'communityHouses', index, { ...house, ...part }));
  }

  protected toggle(index: number, house: CommunityHouse, districtId: string, serves: boolean): void {
    const others = house.districtIds.filter((id) => id !== districtId);
    this.set(index, { districtIds: serves ? [...others, districtId] : others });
  }

  protected remove(index: number): void {
    this.changed.emit(withoutEntry(this.taxonomy(), 'communityHouses', index));
  }
}
