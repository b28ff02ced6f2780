import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { District, PopulationFigure, Taxonomy } from '@stadtteilstimme/domain';
import { Icon } from '@stadtteilstimme/ui';

import { formatDay, formatNumber } from '../language/number-format';
import { Texts } from '../language/texts';
import { EMPTY_POPULATION, aliasesFrom, dayFrom, decimalNumber, peopleCount, wholeNumber, withEntry, withPopulation, withoutEntry } from './taxonomy-edits';

/** Stadtteile: name, aliases, place on the map, populations with date, source and definition. */
@Component({
  selector: 'app-district-entries',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './district-entries.html',
  styleUrl: './entries.css',
})
export class DistrictEntries {
  readonly taxonomy = input.required<Taxonomy>();
  readonly changed = output<Taxonomy>();

  private readonly texts = inject(Texts);
  protected readonly t = this.texts.t;
  protected readonly dayFrom = dayFrom;

  protected summary(district: District): string {
    const newest = district.populations.at(-1);
    if (!newest || Number.isNaN(newest.count)) return this.t('referenceData.districts.populationUnknown');
    const language = this.texts.language();
    return this.t('referenceData.districts.population', { count: formatNumber(newest.count, language), day: formatDay(newest.asOf, language) });
  }

  protected set(index: number, part: Partial<District>): void {
    const district = this.taxonomy().districts[index];
    if (district) this.changed.emit(withEntry(this.taxonomy(), 'districts', index, { ...district, ...part }));
  }

  protected setAliases(index: number, text: string): void {
    this.set(index, { aliases: aliasesFrom(text) });
  }

  protected setTile(index: number, district: District, axis: 'col' | 'row', text: string): void {
    const place = wholeNumber(text);
    if (place !== null) this.set(index, { tile: { ...district.tile, [axis]: place } });
  }

  protected setArea(index: number, text: string): void {
    this.set(index, { areaKm2: decimalNumber(text) });
  }

  protected setPopulation(index: number, district: District, place: number, part: Partial<PopulationFigure>): void {
    this.set(index, { populations: withPopulation(district, place, part).populations });
  }

  protected setCount(index: number, district: District, place: number, text: string): void {
    this.setPopulation(index, district, place, { count: peopleCount(text) });
  }

  protected countText(figure: PopulationFigure): string {
    return Number.isNaN(figure.count) ? '' : String(figure.count);
  }

  protected addPopulation(index: number, district: District): void {
    this.set(index, { populations: [...district.populations, EMPTY_POPULATION] });
  }

  protected removePopulation(index: number, district: District, place: number): void {
    this.set(index, { populations: district.populations.filter((_figure, other) => other !== place) });
  }

  protected remove(index: number): void {
    this.changed.emit(withoutEntry(this.taxonomy(), 'districts', index));
  }
}
