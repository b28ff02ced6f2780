import type { Cell, Figure } from '@stadtteilstimme/domain';

import type { CellLabels, FigureLabels } from './labels';

/** How a figure's value is written: shares as percent, means with one decimal. `factor` turns the contract's value into the shown one. */
export const FIGURE_UNITS = {
  /** 0 to 1, shown as 0 to 100. */
  share: { factor: 100, digits: 0 },
  /** 0 to 100. */
  index: { factor: 1, digits: 0 },
  /** Scale points, 1 to 5. */
  mean: { factor: 1, digits: 1 },
  /** Scale points, −4 to 4. */
  gap: { factor: 1, digits: 1 },
  /** −1 to 1, shown as percentage points. */
  'share-gap': { factor: 100, digits: 0 },
} as const;

export type FigureUnit = keyof typeof FIGURE_UNITS;

/** Text of a count or of the reason why there is none. */
export function cellText(cell: Cell, labels: CellLabels): string {
  return cell.kind === 'count' ? labels.number(cell.count, 0) : labels.withheld.sentence[cell.reason];
}

/** A value of a figure (also its interval ends) in the shown unit. */
export function figureValueText(value: number, unit: FigureUnit, labels: CellLabels): string {
  const { factor, digits } = FIGURE_UNITS[unit];
  return labels.number(roundHalfAway(value * factor, digits), digits);
}

/** Text of a figure for tables and readers: value with interval and people, tendency with people, reason, or "not asked". */
export function figureText(figure: Figure, unit: FigureUnit, labels: FigureLabels): string {
  switch (figure.kind) {
    case 'number': {
      const parts = [figureValueText(figure.value, unit, labels)];
      if (figure.lower !== null && figure.upper !== null) {
        parts.push(labels.interval(figureValueText(figure.lower, unit, labels), figureValueText(figure.upper, unit, labels)));
      }
      return [...parts, labels.n(figure.n)].join(' ');
    }
    case 'tendency':
      return `${labels.tendencySentence[figure.level]} ${labels.n(figure.n)}`;
    case 'withheld':
      return labels.withheld.sentence[figure.reason];
    case 'not-asked':
      return labels.notAsked;
  }
}

/** Rounds halves away from zero, so that −0.5 and 0.5 look alike; never returns −0. */
export function roundHalfAway(value: number, digits: number): number {
  const scale = 10 ** digits;
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
  return rounded === 0 ? 0 : rounded;
}
