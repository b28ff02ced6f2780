import { ChangeDetectionStrategy, Component, DOCUMENT, Injector, afterNextRender, computed, effect, inject, input, linkedSignal, resource, signal, untracked } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { QuestionnaireDetail, QuestionnaireDraft } from '@stadtteilstimme/domain';
import { Icon, Notice, StatusChip } from '@stadtteilstimme/ui';

import { Session } from '../accounts/session';
import { ItemBankClient } from '../backend/item-bank-client';
import { refusalOf } from '../backend/problem';
import { QuestionnairesClient } from '../backend/questionnaires-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { browserLanguageTag, spokenText } from '../language/localized-text';
import { Texts } from '../language/texts';
import { confirmed } from '../shell/confirm-dialog';
import type { HoldsChanges } from '../shell/keep-unsaved.guard';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { emptyDraft, isUsableSlug, sameDraft } from './draft-edits';
import { DraftItems } from './draft-items';
import { DraftMethod } from './draft-method';
import { DraftSettings } from './draft-settings';
import { DraftTexts } from './draft-texts';
import { ProblemLines } from './problem-lines';
import { PublishedPanel } from './published-panel';
import { type PlaceLink, readinessLines } from './readiness-list';
import { ReadinessPanel } from './readiness-panel';
import { STATE_SIGNS } from './state-signs';
import { VersionNotice } from './version-notice';

/** Asked first in every new questionnaire: without it nothing can be shown by Stadtteil. */
const DISTRICT_QUESTION = 'district';

@Component({
  selector: 'app-editor-page',
  imports: [DraftItems, DraftMethod, DraftSettings, DraftTexts, Icon, Loading, Notice, PageHeading, ProblemLines, PublishedPanel, ReadinessPanel, Refused, RouterLink, StatusChip, VersionNotice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './editor-page.html',
  styleUrl: './editor-page.css',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class EditorPage implements HoldsChanges {
  /** Path parameter; missing for a new questionnaire. */
  readonly id = input<string>();
  /** Query parameters: the field a problem list leads to, and the language of the text. */
  readonly feld = input<string>();
  readonly sprache = input<string>();

  private readonly client = inject(QuestionnairesClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly bankClient = inject(ItemBankClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly texts = inject(Texts);

  protected readonly t = this.texts.t;
  protected readonly signs = STATE_SIGNS;
  protected readonly tag = browserLanguageTag;
  protected readonly mayChange = this.session.may('change questionnaires');
  protected readonly mayPublish = this.session.may('publish questionnaires');
  protected readonly mayReadReports = this.session.may('read reports');

  protected readonly detail = resource({ params: () => this.id(), loader: ({ params }) => this.client.find(params) });
  protected readonly bank = resource({ loader: () => this.bankClient.read() });
  protected readonly taxonomy = resource({
    params: () => (this.id() === undefined ? 0 : this.found()?.taxonomyVersion),
    loader: ({ params }) => (params === 0 ? this.taxonomyClient.newest() : this.taxonomyClient.version(params)),
  });
  protected readonly readiness = resource({
    params: () => this.savedState(),
    loader: ({ params }) => this.client.readiness(params.id),
  });
  protected readonly found = computed(() => (this.detail.hasValue() ? this.detail.value() : null));
  private readonly savedState = computed(() => {
    const found = this.found();
    return found ? { id: found.id, revision: found.revision } : undefined;
  });
  protected readonly savedDraft = computed<QuestionnaireDraft | null>(() => {
    if (this.id() !== undefined) return this.found()?.draft ?? null;
    if (!this.taxonomy.hasValue() || !this.bank.hasValue()) return null;
    const known = this.bank.value().demographics.some(({ id }) => id === DISTRICT_QUESTION);
    return emptyDraft(this.taxonomy.value().taxonomy, known ? [DISTRICT_QUESTION] : []);
  });
  protected readonly draft = linkedSignal(() => this.savedDraft());
  protected readonly loadError = computed(() => this.detail.error() ?? this.bank.error() ?? this.taxonomy.error());
  protected readonly dirty = computed(() => {
    const [now, saved] = [this.draft(), this.savedDraft()];
    return now !== null && saved !== null && !sameDraft(now, saved);
  });
  /** Somebody wants a next version; saved changes say so by themselves. */
  private readonly begun = signal(false);
  protected readonly isPublished = computed(() => (this.found()?.publishedVersion ?? null) !== null);
  /** A published version stays as it is: changes need a next one. */
  protected readonly locked = computed(() => this.isPublished() && this.found()?.newVersionBegun === false && !this.begun());
  protected readonly readOnly = computed(() => !this.mayChange || this.locked());
  protected readonly title = computed(() => spokenText(this.draft()?.title ?? {}, this.texts.language()));
  protected readonly heading = computed(() => this.title().text || this.t('questionnaires.overview.add'));
  protected readonly crumbs = computed(() => [{ text: this.t('questionnaires.overview.heading'), link: '/fragebogen' }]);

  protected readonly error = signal<unknown>(null);
  protected readonly message = signal('');
  protected readonly busy = signal(false);
  protected readonly textLanguage = signal('de');
  protected readonly slugRefused = signal(false);
  /** What exactly was refused; the server names fields of the body as `draft.field`. */
  protected readonly refusedLines = computed(() => {
    const details = this.error() === null ? [] : refusalOf(this.error()).details;
    if (!this.bank.hasValue() || !this.taxonomy.hasValue()) return [];
    const places = details.map((detail) => ({ ...detail, place: detail.place.replace(/^draft\./, '') }));
    return readinessLines(places, { bank: this.bank.value(), taxonomy: this.taxonomy.value().taxonomy, itemIds: this.savedDraft()?.itemIds ?? [] }, this.texts.language());
  });
  protected readonly isConflict = computed(() => this.error() !== null && refusalOf(this.error()).code === 'edit-conflict');

  constructor() {
    const leading = effect(() => {
      const field = this.feld();
      if (field === undefined || this.draft() === null || !this.bank.hasValue() || !this.taxonomy.hasValue()) return;
      this.show({ kind: 'field', id: field, language: untracked(this.sprache) ?? null });
      leading.destroy();
    });
  }

  hasUnsavedChanges(): boolean {
    return this.mayChange && this.dirty();
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  protected change(draft: QuestionnaireDraft): void {
    this.draft.set(draft);
    this.message.set('');
    this.slugRefused.set(false);
  }

  protected save(): Promise<void> {
    return this.attempt(async () => {
      if (await this.store()) this.message.set(this.t('shell.saved'));
    });
  }

  protected publish(): Promise<void> {
    return this.attempt(async () => {
      const detail = this.dirty() || !this.found() ? await this.store() : this.found();
      if (!detail) return;
      const readiness = await this.client.readiness(detail.id);
      this.readiness.set(readiness);
      if (readiness.problems.length > 0) {
        this.focusElement('readiness');
        return;
      }
      if (detail.publishedVersion !== null) {
        await this.router.navigate(['/fragebogen', detail.id, 'neue-fassung']);
        return;
      }
      const text = this.t('questionnaires.publish.text', { number: 1 });
      const yes = await confirmed(this.dialog, { heading: this.t('questionnaires.publish.heading'), text, yes: this.t('questionnaires.publish.yes'), no: this.t('shell.cancel') });
      if (!yes) return;
      await this.client.publish(detail.id, detail.revision);
      await this.refresh(detail.id, 'questionnaires.publish.done');
    });
  }

  protected beginNewVersion(): void {
    this.begun.set(true);
    this.message.set(this.t('questionnaires.newVersion.begunMessage'));
    this.focusElement('version');
  }

  protected discardNewVersion(detail: QuestionnaireDetail): Promise<void> {
    return this.attempt(async () => {
      if (this.dirty() || detail.newVersionBegun) {
        const yes = await confirmed(this.dialog, {
          heading: this.t('questionnaires.newVersion.discardHeading'),
          text: this.t('questionnaires.newVersion.discardText', { number: detail.publishedVersion ?? 0 }),
          yes: this.t('questionnaires.newVersion.discard'),
          no: this.t('shell.cancel'),
        });
        if (!yes) return;
      }
      if (detail.newVersionBegun) this.detail.set(await this.client.discardChanges(detail.id, detail.revision));
      this.draft.set(this.savedDraft());
      this.begun.set(false);
      this.message.set(this.t('questionnaires.newVersion.discarded'));
      this.focusElement('version');
    });
  }

  protected close(detail: QuestionnaireDetail): Promise<void> {
    return this.attempt(async () => {
      const yes = await confirmed(this.dialog, {
        heading: this.t('questionnaires.close.heading'),
        text: this.t('questionnaires.close.text'),
        yes: this.t('questionnaires.close.yes'),
        no: this.t('shell.cancel'),
      });
      if (!yes) return;
      await this.client.close(detail.id);
      await this.refresh(detail.id, 'questionnaires.close.done');
    });
  }

  protected reopen(detail: QuestionnaireDetail): Promise<void> {
    return this.attempt(async () => {
      await this.client.reopen(detail.id);
      await this.refresh(detail.id, 'questionnaires.reopen.done');
    });
  }

  protected remove(detail: QuestionnaireDetail): Promise<void> {
    return this.attempt(async () => {
      const yes = await confirmed(this.dialog, {
        heading: this.t('questionnaires.remove.heading'),
        text: this.t('questionnaires.remove.text'),
        yes: this.t('questionnaires.remove.yes'),
        no: this.t('shell.cancel'),
      });
      if (!yes) return;
      await this.client.remove(detail.id);
      this.draft.set(this.savedDraft());
      await this.router.navigate(['/fragebogen']);
    });
  }

  /** Somebody else saved first: their state is loaded, ours is dropped. */
  protected takeTheirs(): void {
    this.error.set(null);
    this.detail.reload();
  }

  /** Leads from a problem to the place where it is mended. */
  protected show(link: PlaceLink): void {
    if (link?.kind !== 'field') return;
    if (link.language) this.textLanguage.set(link.language);
    this.focusElement(`field-${link.id}`);
  }

  private focusElement(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }

  private async store(): Promise<QuestionnaireDetail | null> {
    const draft = this.draft();
    if (!draft) return null;
    if (!isUsableSlug(draft.slug)) {
      this.slugRefused.set(true);
      this.focusElement('field-slug');
      return null;
    }
    const known = this.found();
    if (known) {
      const saved = await this.client.save(known.id, known.revision, draft);
      this.detail.set(saved);
      return saved;
    }
    const created = await this.client.create(draft);
    // The new page starts from the saved state; here nothing is unsaved any more.
    this.draft.set(this.savedDraft());
    await this.router.navigate(['/fragebogen', created.id], { replaceUrl: true });
    return created;
  }

  private async refresh(id: string, text: 'questionnaires.publish.done' | 'questionnaires.close.done' | 'questionnaires.reopen.done'): Promise<void> {
    this.detail.set(await this.client.find(id));
    this.message.set(this.t(text));
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    this.error.set(null);
    this.message.set('');
    this.busy.set(true);
    try {
      await action();
    } catch (error) {
      this.error.set(error);
      this.focusElement('refused');
    } finally {
      this.busy.set(false);
    }
  }
}
