import { KEY_MODULUS } from './record-keys.js';

/** What a perturbation table is made for. */
export interface NoiseParameters {
  /** D: largest noise, whole, ≥ 1. */
  readonly maximumNoise: number;
  /** V: variance of the noise of every count but 0, > 0. */
  readonly variance: number;
  /** js: the values 1 to js are never published, whole, 0 to D − 1; 0 itself always may be. */
  readonly neverPublished: number;
}

/** One line of a row: this value is published for cell keys below the bound (a share of the key range, 0 to 1). */
export interface TableLine {
  readonly value: number;
  readonly upperBound: number;
}

/**
 * The look-up table of the Cell Key Method: row = true count (the last row stands for all larger counts), lines by rising
 * cell key. Flat arrays, so that looking up allocates nothing; bounds are whole numbers up to 10⁸, since sums of decimal
 * fractions drift.
 */
export interface PerturbationTable extends NoiseParameters {
  /** Number of the last row. */
  readonly lastRow: number;
  /** Lines of row i: `firstLine[i]` up to, not including, `firstLine[i + 1]`. */
  readonly firstLine: Int32Array;
  readonly upperBounds: Int32Array;
  readonly noise: Int8Array;
}

/** Last row of a table with these parameters: D without barred values, else D + js + 1. */
export function lastRowOf({ maximumNoise, neverPublished }: NoiseParameters): number {
  return neverPublished === 0 ? maximumNoise : maximumNoise + neverPublished + 1;
}

/** @throws RangeError when D, V or js are not what `NoiseParameters` says. */
export function checkNoiseParameters({ maximumNoise, variance, neverPublished }: NoiseParameters): void {
  if (!Number.isInteger(maximumNoise) || maximumNoise < 1 || maximumNoise > 50) throw new RangeError('The largest noise must be a whole number from 1 to 50.');
  if (!(variance > 0) || !Number.isFinite(variance)) throw new RangeError('The variance of the noise must be greater than 0.');
  if (!Number.isInteger(neverPublished) || neverPublished < 0 || neverPublished >= maximumNoise) {
    throw new RangeError('The values never published must end below the largest noise, or small counts could not be moved away from them.');
  }
}

/**
 * Puts a table together from its rows for the counts 1 to the last row; row 0 is added (zeros stay zero).
 * @throws RangeError when a row does not rise to exactly 1, publishes a barred or negative value, or exceeds the largest noise.
 */
export function perturbationTable(parameters: NoiseParameters, rows: readonly (readonly TableLine[])[]): PerturbationTable {
  checkNoiseParameters(parameters);
  const lastRow = lastRowOf(parameters);
  if (rows.length !== lastRow) throw new RangeError(`The table needs rows for the counts 1 to ${lastRow}; ${rows.length} were given.`);
  rows.forEach((lines, index) => { checkRow(lines, index + 1, parameters); });
  const all: readonly (readonly TableLine[])[] = [[{ value: 0, upperBound: 1 }], ...rows];
  const firstLine = new Int32Array(all.length + 1);
  all.forEach((lines, row) => { firstLine[row + 1] = (firstLine[row] ?? 0) + lines.length; });
  const lines = all.flatMap((row, count) => row.map(({ value, upperBound }) => ({ noise: value - count, upperBound })));
  return {
    maximumNoise: parameters.maximumNoise,
    variance: parameters.variance,
    neverPublished: parameters.neverPublished,
    lastRow,
    firstLine,
    // A key of eight digits lies below the bound if and only if it lies below the next whole number of 10⁻⁸.
    upperBounds: Int32Array.from(lines, ({ upperBound }) => Math.ceil(upperBound * KEY_MODULUS - 1e-4)),
    noise: Int8Array.from(lines, ({ noise }) => noise),
  };
}

function checkRow(lines: readonly TableLine[], count: number, { maximumNoise, neverPublished }: NoiseParameters): void {
  let before = 0;
  for (const { value, upperBound } of lines) {
    if (!Number.isInteger(value) || value < 0 || Math.abs(value - count) > maximumNoise) throw new RangeError(`Row ${count} publishes ${value}, which is out of reach.`);
    if (value >= 1 && value <= neverPublished) throw new RangeError(`Row ${count} publishes ${value}, which must never be published.`);
    if (!(upperBound > before)) throw new RangeError(`The bounds of row ${count} do not rise.`);
    before = upperBound;
  }
  if (before !== 1) throw new RangeError(`The bounds of row ${count} do not end at 1.`);
}

/** Probability of every value a count may be published as, in the order of the table's lines. */
export function publishedValues(table: PerturbationTable, count: number): readonly { readonly value: number; readonly probability: number }[] {
  const row = Math.min(count, table.lastRow);
  const first = table.firstLine[row] ?? 0;
  const last = table.firstLine[row + 1] ?? 0;
  return Array.from({ length: last - first }, (_, index) => {
    const below = index === 0 ? 0 : (table.upperBounds[first + index - 1] ?? 0);
    return { value: count + (table.noise[first + index] ?? 0), probability: ((table.upperBounds[first + index] ?? 0) - below) / KEY_MODULUS };
  });
}

/**
 * True counts that a published count may stand for: everything within the largest noise that the table can turn into it.
 * This is all a reader of one cell knows for certain; published 0 may be a true 0.
 * @returns smallest and largest such count; every count in between is possible, too.
 * @throws RangeError for a number the table never publishes.
 */
export function countsBehind(table: PerturbationTable, published: number): { readonly lower: number; readonly upper: number } {
  const possible: number[] = [];
  for (let count = Math.max(0, published - table.maximumNoise); count <= published + table.maximumNoise; count += 1) {
    if (publishedValues(table, count).some(({ value }) => value === published)) possible.push(count);
  }
  const lower = possible[0];
  const upper = possible.at(-1);
  if (lower === undefined || upper === undefined) throw new RangeError(`The table never publishes ${published}.`);
  return { lower, upper };
}
