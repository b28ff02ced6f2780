import { ChangeDetectionStrategy, Component, DOCUMENT, Injector, afterNextRender, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { type CityField, type CitySettings, CONSENT_CITY_FIELDS, FREE_TEXT_MONTHS, missingCityFields } from '@stadtteilstimme/domain';
import { Icon, Notice } from '@stadtteilstimme/ui';

import { CitySettingsClient } from '../backend/city-settings-client';
import { ItemBankClient } from '../backend/item-bank-client';
import { refusalOf } from '../backend/problem';
import { browserLanguageTag } from '../language/localized-text';
import { formatDay, formatList } from '../language/number-format';
import { Texts } from '../language/texts';
import type { HoldsChanges } from '../shell/keep-unsaved.guard';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { CITY_GROUP_IDS, CITY_GROUPS, fieldsWithoutGerman, GROUP_ADDRESSES, isOwed, mayStayEmpty, withCityText } from './city-settings-edits';
import { EssentialStates } from './essential-states';

/** What the city says about itself: imprint, privacy, contact, accessibility. German first; other languages where somebody has translated. */
@Component({
  selector: 'app-city-settings-page',
  imports: [EssentialStates, Icon, Loading, Notice, PageHeading, Refused],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './city-settings-page.html',
  styleUrl: './city-settings-page.css',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class CitySettingsPage implements HoldsChanges {
  private readonly client = inject(CitySettingsClient);
  private readonly bankClient = inject(ItemBankClient);
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  protected readonly t = this.texts.t;
  protected readonly tag = browserLanguageTag;
  protected readonly groupIds = CITY_GROUP_IDS;
  protected readonly groups = CITY_GROUPS;
  protected readonly addresses = GROUP_ADDRESSES;
  protected readonly mayStayEmpty = mayStayEmpty;
  protected readonly months = Array.from({ length: FREE_TEXT_MONTHS.max - FREE_TEXT_MONTHS.min + 1 }, (_, index) => FREE_TEXT_MONTHS.min + index);
  protected readonly newest = resource({ loader: () => this.client.newest() });
  protected readonly bank = resource({ loader: () => this.bankClient.read() });
  protected readonly saved = computed(() => (this.newest.hasValue() ? this.newest.value() : null));
  protected readonly settings = linkedSignal(() => this.saved()?.settings ?? null);
  protected readonly loadError = computed(() => this.newest.error() ?? this.bank.error());
  protected readonly languages = computed(() => (this.bank.hasValue() ? this.bank.value().languages : []));
  protected readonly language = signal('de');
  protected readonly shown = computed(() => this.languages().find(({ code }) => code === this.language()) ?? null);
  protected readonly dirty = computed(() => JSON.stringify(this.settings()) !== JSON.stringify(this.saved()?.settings ?? null));
  protected readonly owed = computed(() => {
    const settings = this.settings();
    return settings === null ? [] : missingCityFields(settings.texts);
  });
  protected readonly blocksPublishing = computed(() => this.owed().some((field) => CONSENT_CITY_FIELDS.some((needed) => needed === field)));
  protected readonly withoutGerman = signal<readonly CityField[]>([]);
  protected readonly error = signal<unknown>(null);
  protected readonly isConflict = computed(() => this.error() !== null && refusalOf(this.error()).code === 'edit-conflict');
  protected readonly busy = signal(false);
  protected readonly message = signal('');

  hasUnsavedChanges(): boolean {
    return this.dirty();
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  protected day(day: string): string {
    return formatDay(day, this.texts.language());
  }

  protected isOwed(field: CityField): boolean {
    const settings = this.settings();
    return settings !== null && isOwed(settings, field);
  }

  /** Languages other than German that have this field, as they call themselves. */
  protected translatedInto(field: CityField): string {
    const texts = this.settings()?.texts[field] ?? {};
    const translated = this.languages().filter(({ code }) => code !== 'de' && (texts[code] ?? '').trim() !== '');
    return formatList(translated.map(({ ownName, ownNameUnreviewed }) => ownNameUnreviewed ?? ownName), this.texts.language());
  }

  protected change(settings: CitySettings): void {
    this.settings.set(settings);
    this.message.set('');
    this.withoutGerman.update((fields) => fields.filter((field) => fieldsWithoutGerman(settings).includes(field)));
  }

  protected write(field: CityField, text: string): void {
    const settings = this.settings();
    if (settings) this.change(withCityText(settings, field, this.language(), text));
  }

  protected set(part: Partial<CitySettings>): void {
    const settings = this.settings();
    if (settings) this.change({ ...settings, ...part });
  }

  /** Leads from the list of what is missing to its field, which is German. */
  protected show(field: CityField): void {
    this.language.set('de');
    afterNextRender(() => this.document.getElementById(`city-${field}`)?.focus(), { injector: this.injector });
  }

  protected async save(): Promise<void> {
    const [settings, saved] = [this.settings(), this.saved()];
    if (!settings || !saved || this.busy()) return;
    const [first] = fieldsWithoutGerman(settings);
    this.withoutGerman.set(fieldsWithoutGerman(settings));
    if (first) {
      this.show(first);
      return;
    }
    this.error.set(null);
    this.busy.set(true);
    try {
      this.newest.set(await this.client.save(saved.version, settings));
      this.message.set(this.t('shell.saved'));
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** Gives up one's own changes for those of a colleague. */
  protected takeTheirs(): void {
    this.error.set(null);
    this.newest.reload();
  }
}
