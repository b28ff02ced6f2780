import { afterNextRender, ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, Injector, input, resource, signal } from '@angular/core';
import type { LanguageCode, Scale, Wording } from '@stadtteilstimme/domain';

import { Session } from '../accounts/session';
import { ItemBankClient } from '../backend/item-bank-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { browserLanguageTag, textIn } from '../language/localized-text';
import { Texts } from '../language/texts';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { itemText } from './filter-items';
import { SOURCE_LANGUAGE, staleCount } from './wording-edits';
import { WordingEditor } from './wording-editor';

/** One item: what it measures, how it is answered, and its wording in every language with the state of each. */
@Component({
  selector: 'app-item-page',
  imports: [Loading, PageHeading, Refused, WordingEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './item-page.html',
  styleUrl: './item-page.css',
})
export class ItemPage {
  /** Path parameter. */
  readonly itemId = input.required<string>();
  /** Query parameter: the language a problem list leads to. */
  readonly sprache = input<string>();

  private readonly bankClient = inject(ItemBankClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  protected readonly t = this.texts.t;
  protected readonly tag = browserLanguageTag;
  protected readonly mayChange = inject(Session).may('change item-bank');
  protected readonly bank = resource({ loader: () => this.bankClient.read() });
  protected readonly taxonomy = resource({ loader: () => this.taxonomyClient.newest() });
  protected readonly loadError = computed(() => this.bank.error() ?? this.taxonomy.error());
  protected readonly item = computed(() => (this.bank.hasValue() ? this.bank.value().items.find(({ id }) => id === this.itemId()) : undefined));
  protected readonly heading = computed(() => {
    const item = this.item();
    return item ? itemText(item, this.texts.language()) : this.itemId();
  });
  protected readonly crumbs = computed(() => [{ text: this.t('items.list.heading'), link: '/fragenkatalog' }]);
  protected readonly error = signal<unknown>(null);
  protected readonly message = signal('');
  protected readonly scales = computed<readonly Scale[]>(() => {
    const item = this.item();
    if (!item || item.choice || !this.bank.hasValue()) return [];
    return this.bank.value().scales.filter(({ id }) => id === item.scales.bestand || id === item.scales.bedarf);
  });
  protected readonly belongsTo = computed(() => {
    const item = this.item();
    const taxonomy = this.taxonomy.hasValue() ? this.taxonomy.value().taxonomy : null;
    const head = [...(taxonomy?.criteria ?? []), ...(taxonomy?.fieldsOfAction ?? [])].find(({ id }) => id === (item?.criterion ?? item?.fieldOfAction));
    return head ? textIn(head.names, this.texts.language()) : '';
  });

  protected label(texts: Readonly<Record<string, string>>): string {
    return textIn(texts, this.texts.language());
  }

  protected async save(language: LanguageCode, wording: Wording): Promise<void> {
    this.error.set(null);
    this.message.set('');
    try {
      await this.bankClient.saveWording(this.itemId(), language, wording);
      const bank = await this.bankClient.read();
      this.bank.set(bank);
      const stale = staleCount(bank.items.find(({ id }) => id === this.itemId())?.wordings ?? {});
      const values = { language: this.languageName(language), count: stale };
      this.message.set(this.t(language === SOURCE_LANGUAGE && stale > 0 ? 'items.savedStale' : 'items.saved', values));
      // The button that was pressed is gone: whoever uses the keyboard goes on in the same language.
      afterNextRender(() => this.document.getElementById(`text-${language}`)?.focus(), { injector: this.injector });
    } catch (error) {
      this.error.set(error);
    }
  }

  private languageName(code: LanguageCode): string {
    const known = this.bank.hasValue() ? this.bank.value().languages.find((language) => language.code === code) : undefined;
    return known?.ownNameUnreviewed ?? known?.ownName ?? code;
  }
}
