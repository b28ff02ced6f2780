import type { Cell, DistributionCode, DistributionRow, Figure, WithheldReason } from '@stadtteilstimme/domain';

import type { AsTableLabels } from '../data-table/as-table';
import type { FigureDotsLabels, FigureLabels, IndexGridLabels, LikertLabels, TickBarsLabels, TileMapLabels } from './labels';

/** Words and protected values for the specs of the drawings. */
export const count = (people: number): Cell => ({ kind: 'count', count: people });
export const withheld = (reason: WithheldReason = 'too-few'): Cell => ({ kind: 'withheld', reason });
export const figure = (value: number, lower: number | null, upper: number | null, n: number): Figure => ({ kind: 'number', value, lower, upper, n });

const ANSWERS = ['gar nicht', 'eher nicht', 'teils', 'eher', 'voll'];

export const AGREEMENT: readonly DistributionCode[] = [
  ...ANSWERS.map((de, index) => ({ code: index + 1, missing: null, labels: { de } })),
  { code: 98, missing: 'dont-know', labels: { de: 'weiß nicht' } },
  { code: 99, missing: 'prefer-not', labels: { de: 'keine Angabe' } },
];

export function row(base: Cell, cells: readonly Cell[], sums: Partial<Pick<DistributionRow, 'disagree' | 'neutral' | 'agree'>> = {}): DistributionRow {
  const none: Figure = { kind: 'not-asked' };
  return { row: 'all', base, cells, notAnswered: count(0), notShown: count(0), disagree: null, neutral: null, agree: null, share: none, mean: none, ...sums };
}

const range = (from: number | null, to: number | null): string => `${from ?? ''}..${to ?? ''}`;

const CELL_LABELS = {
  number: (value: number, digits: number) => value.toFixed(digits).replace('.', ','),
  withheld: {
    short: { 'too-few': 'zu wenige', 'base-too-small': 'kleine Basis', homogeneous: 'einheitlich', protected: 'geschützt' },
    sentence: {
      'too-few': 'zurückgehalten: zu wenige',
      'base-too-small': 'zurückgehalten: kleine Basis',
      homogeneous: 'zurückgehalten: einheitlich',
      protected: 'zurückgehalten: schützt andere',
    },
  },
};

export const FIGURE_LABELS: FigureLabels = {
  ...CELL_LABELS,
  interval: (lower, upper) => `(${lower}–${upper})`,
  tendency: { low: 'niedrig', medium: 'mittel', high: 'hoch' },
  tendencySentence: { low: 'Tendenz niedrig', medium: 'Tendenz mittel', high: 'Tendenz hoch' },
  n: (people) => `n ${people}`,
  notAsked: 'nicht gefragt',
};

export const LIKERT_LABELS: LikertLabels = {
  ...CELL_LABELS,
  code: ({ labels }) => labels['de'] ?? '',
  segment: (code, percent) => `${code} ${percent} Prozent`,
  missing: (code, people) => `${code}: ${people} Personen`,
  n: (people) => `n ${people}`,
};

export const DOTS_LABELS: FigureDotsLabels = { ...FIGURE_LABELS, today: 'stimmt heute', wanted: 'ist wichtig' };
export const TICK_LABELS: TickBarsLabels = { ...CELL_LABELS, name: 'Wege', percent: (share) => `${share} %`, n: (people) => `n ${people}` };
export const TABLE_LABELS: AsTableLabels = { ...FIGURE_LABELS, summary: 'Als Tabelle lesen' };

export const GRID_LABELS: IndexGridLabels = {
  ...FIGURE_LABELS,
  caption: 'Index je Kriterium',
  rowHead: 'Stadtteil',
  legend: 'Legende',
  range,
  legendTendency: 'nur Tendenz',
  legendWithheld: 'zurückgehalten',
};

export const MAP_LABELS: TileMapLabels = {
  ...CELL_LABELS,
  name: 'Antworten je Stadtteil',
  description: 'Am meisten: Kaltenmoor mit 96',
  legend: 'Legende',
  range,
  legendWithheld: 'zurückgehalten',
  tile: (district, value) => `${district}: ${value}`,
};
