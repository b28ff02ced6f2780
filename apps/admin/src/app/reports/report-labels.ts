import type { DistributionCode, WithheldReason } from '@stadtteilstimme/domain';
import type { AsTableLabels, CellLabels, FigureDotsLabels, IndexGridLabels, LikertLabels, LikertLegendLabels, TickBarsLabels, TileMapLabels, WithheldLabels } from '@stadtteilstimme/ui';

import type { InterfaceLanguage } from '../language/interface-language';
import { textIn } from '../language/localized-text';
import { formatNumber } from '../language/number-format';
import type { Translate } from '../language/texts';

/** All words the charts need, in the language of the interface. */
export interface ReportLabels {
  readonly cell: CellLabels;
  readonly table: AsTableLabels;
  readonly likert: LikertLabels & LikertLegendLabels;
  readonly dots: FigureDotsLabels;
  readonly ticks: (name: string) => TickBarsLabels;
  readonly map: (description: string) => TileMapLabels;
  readonly grid: IndexGridLabels;
}

export function reportLabels(t: Translate, language: InterfaceLanguage): ReportLabels {
  const number = (value: number, digits: number): string => formatNumber(value, language, digits);
  const cell: CellLabels = { number, withheld: withheldLabels(t) };
  const n = (people: number): string => t('reports.n', { people: number(people, 0) });
  const range = (from: number | null, to: number | null): string => rangeText(t, from, to);
  const code = (entry: DistributionCode): string => textIn(entry.labels, language);
  const table: AsTableLabels = {
    ...cell,
    n,
    summary: t('reports.asTable'),
    interval: (lower, upper) => `(${lower}–${upper})`,
    tendency: { low: t('reports.tendency.low'), medium: t('reports.tendency.medium'), high: t('reports.tendency.high') },
    tendencySentence: { low: t('reports.tendencySentence.low'), medium: t('reports.tendencySentence.medium'), high: t('reports.tendencySentence.high') },
    notAsked: t('reports.notAsked'),
  };
  return {
    cell,
    table,
    likert: {
      ...cell,
      n,
      code,
      legend: t('reports.items.legend'),
      segment: (name, percent) => t('reports.items.segment', { name, percent }),
      missing: (name, people) => t('reports.items.missing', { name, people }),
    },
    dots: { ...table, today: t('reports.items.today'), wanted: t('reports.items.wanted') },
    ticks: (name) => ({ ...cell, n, name, percent: (share) => t('reports.percent', { share }) }),
    map: (description) => ({ ...cell, description, range, name: t('reports.map.name'), legend: t('reports.legend'), legendWithheld: t('reports.withheld.legend'), tile: (district, value) => `${district}: ${value}` }),
    grid: { ...table, range, n: (people) => t('reports.nShort', { people: number(people, 0) }), caption: t('reports.criteria.caption'), rowHead: t('reports.district'), legend: t('reports.legend'), legendTendency: t('reports.tendency.legend'), legendWithheld: t('reports.withheld.legend') },
  };
}

function withheldLabels(t: Translate): WithheldLabels {
  const words = (kind: 'short' | 'sentence'): Record<WithheldReason, string> => ({
    'too-few': t(`reports.withheld.${kind}.too-few`),
    'base-too-small': t(`reports.withheld.${kind}.base-too-small`),
    homogeneous: t(`reports.withheld.${kind}.homogeneous`),
    protected: t(`reports.withheld.${kind}.protected`),
  });
  return { short: words('short'), sentence: words('sentence') };
}

function rangeText(t: Translate, from: number | null, to: number | null): string {
  if (from === null && to === null) return t('shell.all');
  if (from === null) return t('reports.range.below', { to: (to ?? 0) + 1 });
  return to === null ? t('reports.range.from', { from }) : from === to ? String(from) : `${from}–${to}`;
}
