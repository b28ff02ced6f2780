import { ChangeDetectionStrategy, Component, DOCUMENT, Injector, afterNextRender, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ItemChange, NamedQuestion } from '@stadtteilstimme/domain';
import { Icon, Notice, StatusChip } from '@stadtteilstimme/ui';

import { ItemBankClient } from '../backend/item-bank-client';
import { refusalOf } from '../backend/problem';
import { QuestionnairesClient } from '../backend/questionnaires-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { browserLanguageTag, spokenText, type SpokenText, textIn } from '../language/localized-text';
import { formatList } from '../language/number-format';
import { Texts } from '../language/texts';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { COMPARABILITY_SIGNS } from './comparability-signs';
import { questionsWithoutNote, summaryOf } from './new-version-summary';
import { ProblemLines } from './problem-lines';
import { languageName, type PlaceLink, readinessLines } from './readiness-list';
import { StaleNotice } from './stale-notice';

/** What a next version means for the answers there are, question by question; and the place where it is published. */
@Component({
  selector: 'app-new-version-page',
  imports: [Icon, Loading, Notice, PageHeading, ProblemLines, Refused, RouterLink, StaleNotice, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-version-page.html',
  styleUrl: './new-version-page.css',
})
export class NewVersionPage {
  /** Path parameter. */
  readonly id = input.required<string>();

  private readonly client = inject(QuestionnairesClient);
  private readonly bankClient = inject(ItemBankClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly texts = inject(Texts);

  protected readonly t = this.texts.t;
  protected readonly signs = COMPARABILITY_SIGNS;
  protected readonly tag = browserLanguageTag;
  protected readonly detail = resource({ params: () => this.id(), loader: ({ params }) => this.client.find(params) });
  protected readonly preview = resource({ params: () => this.id(), loader: ({ params }) => this.client.newVersion(params) });
  protected readonly bank = resource({ loader: () => this.bankClient.read() });
  protected readonly taxonomy = resource({
    params: () => (this.detail.hasValue() ? this.detail.value().taxonomyVersion : undefined),
    loader: ({ params }) => this.taxonomyClient.version(params),
  });
  protected readonly loadError = computed(() => this.detail.error() ?? this.preview.error() ?? this.bank.error() ?? this.taxonomy.error());
  protected readonly ready = computed(() => this.detail.hasValue() && this.preview.hasValue() && this.bank.hasValue() && this.taxonomy.hasValue());

  protected readonly title = computed(() => (this.detail.hasValue() ? spokenText(this.detail.value().draft.title, this.texts.language()) : null));
  protected readonly number = computed(() => (this.preview.hasValue() ? this.preview.value().number : 0));
  protected readonly crumbs = computed(() => [
    { text: this.t('questionnaires.overview.heading'), link: '/fragebogen' },
    { text: this.title()?.text ?? '', link: `/fragebogen/${this.id()}` },
  ]);
  protected readonly summary = computed(() => summaryOf(this.preview.hasValue() ? this.preview.value() : { questions: [] }));
  protected readonly refusals = computed(() => this.linesOf(this.preview.hasValue() ? this.preview.value().refusals : []));
  protected readonly refusedLines = computed(() => this.linesOf(this.error() === null ? [] : refusalOf(this.error()).details));
  /** A draft that is not ready cannot be compared: what is missing is named with its places. */
  protected readonly missingLines = computed(() => this.linesOf(this.loadError() ? refusalOf(this.loadError()).details : []));
  protected readonly mayBePublished = computed(() => this.preview.hasValue() && !this.preview.value().isUnchanged && this.preview.value().refusals.length === 0);

  protected readonly notes = signal<Readonly<Record<string, string>>>({});
  /** Questions without a reason are marked once somebody has tried to publish. */
  protected readonly tried = signal(false);
  protected readonly withoutNote = computed(() => questionsWithoutNote(this.summary().changed, this.notes()));
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);

  /** Questions about the person have no number that staff know. */
  protected isAboutPerson({ id }: NamedQuestion): boolean {
    return this.bank.hasValue() && this.bank.value().demographics.some((demographic) => demographic.id === id);
  }

  protected text({ text }: NamedQuestion): SpokenText {
    return spokenText(text, this.texts.language());
  }

  protected sentence({ sentences }: ItemChange): string {
    return textIn(sentences, this.texts.language());
  }

  protected language(code: string): string {
    return this.bank.hasValue() ? languageName(code, this.bank.value(), this.texts.language()) : code;
  }

  protected languages(codes: readonly string[]): string {
    return formatList(codes.map((code) => this.language(code)), this.texts.language());
  }

  protected direction(code: string): 'ltr' | 'rtl' {
    return (this.bank.hasValue() && this.bank.value().languages.find((language) => language.code === code)?.direction) || 'ltr';
  }

  protected write(id: string, note: string): void {
    this.notes.update((notes) => ({ ...notes, [id]: note }));
  }

  protected isMissing(id: string): boolean {
    return this.tried() && this.withoutNote().includes(id);
  }

  /** Leads back to the place of the editor where a problem is mended. */
  protected show(link: PlaceLink): void {
    if (link?.kind === 'field') void this.router.navigate(['/fragebogen', this.id()], { queryParams: { feld: link.id, sprache: link.language } });
  }

  protected async publish(): Promise<void> {
    if (this.busy() || !this.preview.hasValue()) return;
    this.tried.set(true);
    const [first] = this.withoutNote();
    if (first !== undefined) {
      this.focus(`note-${first}`);
      return;
    }
    this.error.set(null);
    this.busy.set(true);
    try {
      await this.client.publish(this.id(), this.preview.value().revision, this.notes());
      await this.router.navigate(['/fragebogen', this.id()]);
    } catch (error) {
      this.error.set(error);
      // Texts or draft may have changed meanwhile: what is shown must be what would be published.
      this.preview.reload();
      this.focus('refused');
    } finally {
      this.busy.set(false);
    }
  }

  private linesOf(problems: Parameters<typeof readinessLines>[0]): ReturnType<typeof readinessLines> {
    if (!this.bank.hasValue() || !this.taxonomy.hasValue() || !this.detail.hasValue()) return [];
    const names = { bank: this.bank.value(), taxonomy: this.taxonomy.value().taxonomy, itemIds: this.detail.value().draft.itemIds };
    return readinessLines(problems, names, this.texts.language());
  }

  private focus(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
