import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router } from '@angular/router';
import type { ItemReport, LocalizedText, Report, ReportFilters, ReportRowId } from '@stadtteilstimme/domain';
import { AsTable, IndexGrid, Notice, SyntheticBanner, type TickBar, TickBars, TileMap, answerBars, figureText, optionBars } from '@stadtteilstimme/ui';

import { ReportsClient } from '../backend/reports-client';
import { TaxonomyClient } from '../backend/taxonomy-client';
import { browserLanguageTag, spokenText, textIn } from '../language/localized-text';
import { formatList, formatNumber } from '../language/number-format';
import { Texts } from '../language/texts';
import { InstallationInfo } from '../shell/installation-info';
import { Loading } from '../shell/loading';
import { PageHeading } from '../shell/page-heading';
import { Refused } from '../shell/refused';
import { ChangedQuestions } from './changed-questions';
import { type CityIndex, type CriteriaGrid, criteriaGrid } from './criteria-grid';
import { type Finding, criterionFinding, participationFinding, shortFindings } from './findings';
import { choiceItems, demographicItems, scaleGroups } from './item-lines';
import { NoResults } from './no-results';
import { participantsTable } from './participants-table';
import { NO_FILTERS, addressOf, filtersOf, hasFilters } from './report-address';
import { ReportDownloads } from './report-downloads';
import { ReportFilterFields } from './report-filter-fields';
import { reportLabels } from './report-labels';
import { drawnRow, isSpecialRow, mapTiles, rowName, type SpecialRow } from './report-rows';
import { ScalePanel } from './scale-panel';
import { hasResults, itemsByResult } from './shown-results';
import { weekText } from './week-text';

/** Results of one questionnaire. All numbers come protected from the server; the filters live in the address. */
@Component({
  selector: 'app-report-page',
  imports: [AsTable, ChangedQuestions, IndexGrid, Loading, NoResults, Notice, PageHeading, Refused, ReportDownloads, ReportFilterFields, ScalePanel, SyntheticBanner, TickBars, TileMap],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  /** Path parameter. */
  readonly id = input.required<string>();
  /** Query parameters, see `ReportAddress`. */
  readonly stadtteil = input<string>();
  readonly weg = input<string>();
  readonly gruppe = input<string>();
  readonly von = input<string>();
  readonly bis = input<string>();

  private readonly client = inject(ReportsClient);
  private readonly taxonomyClient = inject(TaxonomyClient);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly document = inject(DOCUMENT);
  private readonly installation = inject(InstallationInfo).installation;

  protected readonly t = this.texts.t;
  protected readonly tag = browserLanguageTag;
  protected readonly filters = computed(() => filtersOf({ stadtteil: this.stadtteil(), weg: this.weg(), gruppe: this.gruppe(), von: this.von(), bis: this.bis() }));
  /** Unfiltered: it offers what can be filtered by. */
  protected readonly whole = resource({ params: () => this.id(), loader: ({ params }) => this.client.read(params, NO_FILTERS) });
  private readonly filtered = resource({
    params: () => (hasFilters(this.filters()) ? { id: this.id(), filters: this.filters() } : undefined),
    loader: ({ params }) => this.client.read(params.id, params.filters),
  });
  private readonly taxonomy = resource({ loader: () => this.taxonomyClient.newest() });

  protected readonly offered = computed(() => (this.whole.hasValue() ? this.whole.value() : null));
  private readonly fresh = computed<Report | null>(() => {
    if (!hasFilters(this.filters())) return this.offered();
    return this.filtered.hasValue() ? this.filtered.value() : null;
  });
  /** The last report stays until the next one is there: the layout does not jump, and every number names its own filters. */
  protected readonly report = linkedSignal<Report | null, Report | null>({
    source: this.fresh,
    computation: (fresh, before) => fresh ?? (before?.value?.questionnaireId === this.id() ? before.value : null),
  });
  protected readonly waiting = computed(() => this.fresh() === null);
  protected readonly loadError = computed(() => this.whole.error() ?? (hasFilters(this.filters()) ? this.filtered.error() : undefined));
  protected readonly labels = computed(() => reportLabels(this.t, this.texts.language()));
  protected readonly title = computed(() => spokenText(this.offered()?.title ?? {}, this.texts.language()));
  protected readonly heading = computed(() => this.title().text || this.t('reports.list.heading'));
  protected readonly crumbs = computed(() => [{ text: this.t('reports.list.heading'), link: '/auswertung' }]);
  protected readonly ownBanner = computed(() => (this.offered()?.synthetic ?? false) && !(this.installation()?.demo ?? false));

  protected readonly groupNames = computed(() => {
    const groups = this.taxonomy.hasValue() ? this.taxonomy.value().taxonomy.targetGroups : [];
    return new Map(groups.map(({ id, names }) => [id, textIn(names, this.texts.language())]));
  });
  protected readonly view = computed(() => {
    const report = this.report();
    const row = report ? drawnRow(report) : null;
    return report && row !== null ? { report, row, name: rowName(report, row, this.specialName) } : null;
  });
  /** Nothing of any row may be shown: a sentence stands instead of hatched panels. Before the first answers there is another one. */
  protected readonly closed = computed(() => {
    const view = this.view();
    return view !== null && view.report.lastWeek !== null && !hasResults(view.report);
  });
  /** Items are drawn where any row of the report has a result, so that their table by Stadtteil stays. */
  private readonly items = computed(() => {
    const report = this.report();
    return report && !this.closed() ? itemsByResult(report) : { shown: [], empty: [] };
  });
  /** What the sentence is about: the whole city where the report has it, else its Stadtteile. */
  protected readonly closedName = computed(() => {
    const view = this.view();
    if (!view) return '';
    const places = view.report.rows.filter(({ row }) => !isSpecialRow(row)).map(({ row }) => rowName(view.report, row, this.specialName));
    return view.row === 'all' ? view.name : formatList(places, this.texts.language());
  });
  protected readonly withoutResult = computed(() => this.items().empty);
  protected readonly participation = computed(() => this.said((report) => participationFinding(report)));
  protected readonly criterionHeading = computed(() => this.said((report, row) => criterionFinding(report, row)));
  protected readonly short = computed(() => {
    const view = this.view();
    return view ? shortFindings(view.report, view.row).map((finding) => this.sentence(finding)) : [];
  });
  protected readonly tiles = computed(() => this.seen((report) => mapTiles(report)));
  /** One place alone needs no map. */
  protected readonly showsPlaces = computed(() => this.tiles().length > 1);
  /** Without results the places stay only where one of them shows how many people answered. */
  protected readonly hasPanels = computed(() => !this.closed() || (this.showsPlaces() && this.tiles().some(({ cell }) => cell.kind === 'count' && cell.count > 0)));
  protected readonly mapLabels = computed(() => this.labels().map(this.t('reports.map.description')));
  protected readonly participants = computed(() => {
    const view = this.view();
    return view ? participantsTable(view.report, this.t, this.texts.language(), this.specialName) : { columns: [], rows: [] };
  });
  protected readonly groups = computed(() => this.seen((report, row) => scaleGroups({ ...report, items: this.items().shown }, row)));
  protected readonly modeBars = computed<readonly TickBar[]>(() =>
    (this.report()?.modes ?? [])
      .filter(({ count }) => count.kind === 'withheld' || count.count > 0)
      .map(({ mode, count }) => ({ id: mode, label: this.t(`reports.mode.${mode}`), cell: count, base: null, missing: false })),
  );
  protected readonly choices = computed(() => this.seen((report) => choiceItems({ ...report, items: this.items().shown })));
  protected readonly people = computed(() => this.seen((report) => demographicItems({ ...report, items: this.items().shown })));
  protected readonly grid = computed<CriteriaGrid>(() => {
    const report = this.report();
    return report ? criteriaGrid(report, this.texts.language(), this.specialName) : { columns: [], rows: [], withheldRows: [], city: [], notAsked: [] };
  });
  protected readonly withheldRows = computed(() => formatList(this.grid().withheldRows, this.texts.language()));
  protected readonly notAsked = computed(() => formatList(this.grid().notAsked, this.texts.language()));

  protected readonly specialName = (row: SpecialRow): string => this.t(`reports.row.${row}`);

  protected cityText({ index }: CityIndex): string {
    return figureText(index, 'index', this.labels().table);
  }

  protected week(week: string): string {
    return weekText(week, this.t);
  }

  protected totalText(report: Report): string {
    return report.total.kind === 'count' ? this.t('reports.total', { count: report.total.count }) : this.t('reports.totalWithheld');
  }

  protected number(value: number): string {
    return formatNumber(value, this.texts.language());
  }

  protected statementText(report: Report): string {
    const people = report.total.kind === 'count' ? this.number(report.total.count) : 'withheld';
    return this.t(`reports.statement.${report.statement}.text`, { people });
  }

  protected itemBars(item: ItemReport): readonly TickBar[] {
    const row = this.view()?.row;
    if (row === undefined) return [];
    const language = this.texts.language();
    const options = item.variables.filter(({ part }) => part === 'option');
    if (options.length > 0) return optionBars(options, row, ({ labels }) => textIn(labels, language));
    const [variable] = item.variables;
    return variable ? answerBars(variable, row, ({ labels }) => textIn(labels, language)) : [];
  }

  protected text(texts: LocalizedText): string {
    return textIn(texts, this.texts.language());
  }

  protected filterBy(filters: ReportFilters): void {
    void this.router.navigate([], { queryParams: addressOf(filters), queryParamsHandling: 'merge' });
  }

  /** The button that was pressed goes away with its notice, so the fields that now say something else take the focus. */
  protected widen(filters: ReportFilters): void {
    this.filterBy(filters);
    this.document.getElementById('filter-district')?.focus();
  }

  private seen<Entry>(find: (report: Report, row: ReportRowId) => readonly Entry[]): readonly Entry[] {
    const view = this.view();
    return view ? find(view.report, view.row) : [];
  }

  private said(find: (report: Report, row: ReportRowId) => Finding): string {
    const view = this.view();
    return view ? this.sentence(find(view.report, view.row)) : '';
  }

  private sentence({ text, values, name }: Finding): string {
    return this.t(text, { ...values, name: name ? this.text(name) : '' });
  }
}
