import { KEY_MODULUS } from './record-keys.js';

/** Most answers whose eight-digit keys can be summed exactly in a double. */
export const MOST_ANSWERS = Math.floor(Number.MAX_SAFE_INTEGER / KEY_MODULUS);

/** A dimension of a table as a column: `codes[answer]` is 0 to `size` − 1; answers with a larger code are not in the table. */
export interface KeyedDimension {
  readonly codes: Uint8Array;
  readonly size: number;
}

/** Counts and sums of record keys per cell, first dimension slowest. Reuse one for many tables of the same shape. */
export interface KeyTally {
  readonly counts: Uint32Array;
  /** Cell keys: sums of record keys modulo 10⁸. */
  readonly cellKeys: Uint32Array;
  /** Working memory: sums before the modulus. */
  readonly sums: Float64Array;
}

/** Makes an empty tally of so many cells. */
export function keyTally(cells: number): KeyTally {
  return { counts: new Uint32Array(cells), cellKeys: new Uint32Array(cells), sums: new Float64Array(cells) };
}

/**
 * Counts a table of one to three dimensions and sums the record keys of each of its cells, in one pass and without allocating anything
 * per answer.
 * @param mask one byte per answer, 0 = leave out; null = everyone.
 * @returns number of answers in the table (those outside a dimension or the mask are not).
 * @throws RangeError when columns are shorter than `length`, the tally has the wrong size, the table has no or more than three
 *   dimensions, or there are more than 90,071,992 answers.
 */
export function tallyKeys(dimensions: readonly KeyedDimension[], recordKeys: Uint32Array, mask: Uint8Array | null, length: number, tally: KeyTally): number {
  const [first, second, third] = dimensions;
  const cells = dimensions.reduce((product, { size }) => product * size, 1);
  if (first === undefined || dimensions.length > 3) throw new RangeError('A table with cell keys has one, two or three dimensions.');
  if (tally.counts.length !== cells) throw new RangeError(`The tally has ${tally.counts.length} cells, the table ${cells}.`);
  if ([...dimensions.map(({ codes }) => codes), recordKeys, ...(mask === null ? [] : [mask])].some((column) => column.length < length)) {
    throw new RangeError('A column, the mask or the record keys hold fewer answers than are to be counted.');
  }
  if (length > MOST_ANSWERS) throw new RangeError(`Cell keys are exact for up to ${MOST_ANSWERS} answers.`);
  tally.counts.fill(0);
  tally.sums.fill(0);
  if (second === undefined) tallyOne(first, recordKeys, mask, length, tally);
  else if (third === undefined) tallyTwo(first, second, recordKeys, mask, length, tally);
  else tallyThree(first, second, third, recordKeys, mask, length, tally);
  return finish(tally);
}

function finish({ counts, sums, cellKeys }: KeyTally): number {
  let counted = 0;
  for (let cell = 0; cell < counts.length; cell += 1) {
    cellKeys[cell] = (sums[cell] as number) % KEY_MODULUS;
    counted += counts[cell] as number;
  }
  return counted;
}

function tallyOne({ codes, size }: KeyedDimension, keys: Uint32Array, mask: Uint8Array | null, length: number, { counts, sums }: KeyTally): void {
  for (let answer = 0; answer < length; answer += 1) {
    const cell = codes[answer] as number;
    if (cell >= size || (mask !== null && mask[answer] === 0)) continue;
    counts[cell] = (counts[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + (keys[answer] as number);
  }
}

/** The usual table, so the loop without a mask stands by itself: half the work per answer is then counting. */
function tallyTwo(first: KeyedDimension, second: KeyedDimension, keys: Uint32Array, mask: Uint8Array | null, length: number, { counts, sums }: KeyTally): void {
  const { codes: rows, size: rowCount } = first;
  const { codes: columns, size: width } = second;
  if (mask === null) {
    for (let answer = 0; answer < length; answer += 1) {
      const row = rows[answer] as number;
      const column = columns[answer] as number;
      if (row >= rowCount || column >= width) continue;
      const cell = row * width + column;
      counts[cell] = (counts[cell] as number) + 1;
      sums[cell] = (sums[cell] as number) + (keys[answer] as number);
    }
    return;
  }
  for (let answer = 0; answer < length; answer += 1) {
    const row = rows[answer] as number;
    const column = columns[answer] as number;
    if (row >= rowCount || column >= width || mask[answer] === 0) continue;
    const cell = row * width + column;
    counts[cell] = (counts[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + (keys[answer] as number);
  }
}

function tallyThree(
  first: KeyedDimension,
  second: KeyedDimension,
  third: KeyedDimension,
  keys: Uint32Array,
  mask: Uint8Array | null,
  length: number,
  { counts, sums }: KeyTally,
): void {
  for (let answer = 0; answer < length; answer += 1) {
    const layer = first.codes[answer] as number;
    const row = second.codes[answer] as number;
    const column = third.codes[answer] as number;
    if (layer >= first.size || row >= second.size || column >= third.size || (mask !== null && mask[answer] === 0)) continue;
    const cell = (layer * second.size + row) * third.size + column;
    counts[cell] = (counts[cell] as number) + 1;
    sums[cell] = (sums[cell] as number) + (keys[answer] as number);
  }
}
