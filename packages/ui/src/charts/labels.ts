import type { DistributionCode, WithheldReason } from '@stadtteilstimme/domain';

/** How an app says that something is not shown. Every drawing of a withheld cell carries one of these words. */
export interface WithheldLabels {
  /** Short word that fits a hatched cell, for example "zu wenige". */
  readonly short: Readonly<Record<WithheldReason, string>>;
  /** The same as a sentence for tables and readers, for example "zurückgehalten: zu wenige Antworten". */
  readonly sentence: Readonly<Record<WithheldReason, string>>;
}

/** Writes a number in the digits of the interface language; `digits` = decimal places. */
export type NumberLabel = (value: number, digits: number) => string;

export interface CellLabels {
  readonly number: NumberLabel;
  readonly withheld: WithheldLabels;
}

export type TendencyLevel = 'low' | 'medium' | 'high';

export interface FigureLabels extends CellLabels {
  /** Interval behind a value, already written in digits, for example `(16–23)`. */
  readonly interval: (lower: string, upper: string) => string;
  /** One word per level, for example "niedrig", "mittel", "hoch". */
  readonly tendency: Readonly<Record<TendencyLevel, string>>;
  /** The tendency as a sentence, for example "Tendenz mittel". */
  readonly tendencySentence: Readonly<Record<TendencyLevel, string>>;
  /** Number of people behind a figure, for example `n = 96`. */
  readonly n: (people: number) => string;
  readonly notAsked: string;
}

export interface LikertLabels extends CellLabels {
  /** Name of an answer, for example "trifft eher zu". */
  readonly code: (code: DistributionCode) => string;
  /** One answer for a reader, for example "trifft eher zu: 13 Prozent". */
  readonly segment: (code: string, percent: string) => string;
  /** An answer without judgement, counted in people, for example "weiß nicht: 71 Personen". */
  readonly missing: (code: string, people: string) => string;
  /** Base of the percentages, for example `n = 585`. */
  readonly n: (people: number) => string;
}

export interface LikertLegendLabels {
  readonly legend: string;
  readonly code: (code: DistributionCode) => string;
}

export interface FigureDotsLabels extends FigureLabels {
  /** Name of the filled point, for example "stimmt heute". */
  readonly today: string;
  /** Name of the hollow diamond, for example "ist wichtig". */
  readonly wanted: string;
}

export interface TickBarsLabels extends CellLabels {
  /** Name of the drawing. */
  readonly name: string;
  /** A share written beside its bar, for example `42 %`. */
  readonly percent: (share: string) => string;
  /** Base of the shares, for example `n = 585`; people, so that several ticks may exceed 100 %. */
  readonly n: (people: number) => string;
}

export interface IndexGridLabels extends FigureLabels {
  /** Caption of the table, also its accessible name. */
  readonly caption: string;
  /** Head of the first column, for example "Stadtteil". */
  readonly rowHead: string;
  /** Name of the legend for readers. */
  readonly legend: string;
  /** A colour class in words: from and to are inclusive, null = open end, for example `40–47`. */
  readonly range: (from: number | null, to: number | null) => string;
  /** What a dashed box means, for example "10 bis 29 Antworten: nur Tendenz in Worten". */
  readonly legendTendency: string;
  readonly legendWithheld: string;
}

export interface TileMapLabels extends CellLabels {
  /** Name of the map, for example "Antworten je Stadtteil". */
  readonly name: string;
  /** What it shows in a sentence, for example the largest value and what is withheld; the values stand in the table. */
  readonly description: string;
  readonly legend: string;
  readonly range: (from: number | null, to: number | null) => string;
  readonly legendWithheld: string;
  /** A tile in full, shown on pointing and told to readers: Stadtteil and value or reason, for example "Kaltenmoor: 96". */
  readonly tile: (district: string, value: string) => string;
}
