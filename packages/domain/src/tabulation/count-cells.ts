import { BYTES } from './counts.js';

/**
 * A leading dimension of a count: a byte per answer, and how far each of the 256 bytes moves the lead.
 * `offsets[byte]` = index of the byte's category × cells from one category to the next × 256; the lead of an answer is the sum
 * over the leading dimensions.
 */
export interface LeadKey {
  readonly values: Uint8Array;
  readonly offsets: Uint32Array;
}

/** The last dimension of a count: `people[lead + byte]`, written to. */
export interface CountTarget {
  readonly values: Uint8Array;
  readonly people: Uint32Array;
}

/** A count that also adds up weights; three arrays of the same shape. */
export interface WeightTarget extends CountTarget {
  /** Σ w. */
  readonly weights: Float64Array;
  /** Σ w²: with Σ w it gives the effective number of answers, (Σ w)² / Σ w² (Kish 1965). */
  readonly squaredWeights: Float64Array;
}

/** Answers whose lead is found at a time: its list stays in the processor's second cache (measured: 2,048 to 8,192 are slower). */
const BLOCK = 16_384;

/**
 * @param categoryOf index of the category of each of the 256 bytes.
 * @param stride lead cells from one category to the next: 1 for the last leading dimension.
 */
export function leadOffsets(categoryOf: Uint8Array, stride: number): Uint32Array {
  const offsets = new Uint32Array(BYTES);
  for (let byte = 0; byte < BYTES; byte += 1) offsets[byte] = (categoryOf[byte] as number) * stride * BYTES;
  return offsets;
}

// Each loop below is a function of its own and sees one kind of array only: with two kinds the compiled code would have to
// look up the kind per answer. They run over the arrays of one block from 0, four answers a turn where it pays (measured: a
// loop of one answer a turn takes up to twice as long, because finding the next cell waits for the count before it).

function placeFirst(lead: Uint32Array, values: Uint8Array, offsets: Uint32Array): void {
  for (let i = 0; i < values.length; i += 1) lead[i] = offsets[values[i] as number] as number;
}

function placeNext(lead: Uint32Array, values: Uint8Array, offsets: Uint32Array): void {
  for (let i = 0; i < values.length; i += 1) (lead[i] as number) += offsets[values[i] as number] as number;
}

function count(people: Uint32Array, lead: Uint32Array, values: Uint8Array): void {
  const inFours = values.length - (values.length % 4);
  for (let i = 0; i < inFours; i += 4) {
    const first = (lead[i] as number) + (values[i] as number);
    const second = (lead[i + 1] as number) + (values[i + 1] as number);
    const third = (lead[i + 2] as number) + (values[i + 2] as number);
    const fourth = (lead[i + 3] as number) + (values[i + 3] as number);
    (people[first] as number) += 1;
    (people[second] as number) += 1;
    (people[third] as number) += 1;
    (people[fourth] as number) += 1;
  }
  for (let i = inFours; i < values.length; i += 1) (people[(lead[i] as number) + (values[i] as number)] as number) += 1;
}

// Adding the mask instead of branching on it keeps the loop free of mispredictions.
function countMasked(people: Uint32Array, lead: Uint32Array, values: Uint8Array, mask: Uint8Array): void {
  const inFours = values.length - (values.length % 4);
  for (let i = 0; i < inFours; i += 4) {
    const first = (lead[i] as number) + (values[i] as number);
    const second = (lead[i + 1] as number) + (values[i + 1] as number);
    const third = (lead[i + 2] as number) + (values[i + 2] as number);
    const fourth = (lead[i + 3] as number) + (values[i + 3] as number);
    (people[first] as number) += mask[i] as number;
    (people[second] as number) += mask[i + 1] as number;
    (people[third] as number) += mask[i + 2] as number;
    (people[fourth] as number) += mask[i + 3] as number;
  }
  for (let i = inFours; i < values.length; i += 1) (people[(lead[i] as number) + (values[i] as number)] as number) += mask[i] as number;
}

function addWeights(weights: Float64Array, squaredWeights: Float64Array, lead: Uint32Array, values: Uint8Array, weight: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) {
    const cell = (lead[i] as number) + (values[i] as number);
    const added = weight[i] as number;
    (weights[cell] as number) += added;
    (squaredWeights[cell] as number) += added * added;
  }
}

function placeMaskedWeights(placed: Float64Array, weight: Float64Array, mask: Uint8Array): void {
  for (let i = 0; i < weight.length; i += 1) placed[i] = (weight[i] as number) * (mask[i] as number);
}

/**
 * Finds the lead of all answers, a block at a time, and hands each block on. Any number of leading dimensions costs one pass
 * each, whatever the number of targets; nothing is allocated per answer.
 */
function eachBlock(leads: readonly LeadKey[], length: number, add: (lead: Uint32Array, start: number, end: number) => void): void {
  const lead = new Uint32Array(Math.min(BLOCK, length));
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(length, start + BLOCK);
    leads.forEach(({ values, offsets }, index) => {
      if (index === 0) placeFirst(lead, values.subarray(start, end), offsets);
      else placeNext(lead, values.subarray(start, end), offsets);
    });
    add(lead, start, end);
  }
}

/**
 * Adds one to the cell of every answer, in every target: `people[lead + byte] += 1`. The one way to count in this package.
 * @param leads the leading dimensions, none for a count by one dimension; each with at least `length` values.
 * @param targets the last dimension of each table; they share the leading ones.
 * @param mask 1 = counts, 0 = does not, at least `length` long; null counts everyone.
 */
export function countCells(leads: readonly LeadKey[], targets: readonly CountTarget[], length: number, mask: Uint8Array | null): void {
  eachBlock(leads, length, (lead, start, end) => {
    for (const { people, values } of targets) {
      if (mask === null) count(people, lead, values.subarray(start, end));
      else countMasked(people, lead, values.subarray(start, end), mask.subarray(start, end));
    }
  });
}

/**
 * Like `countCells`, and adds weight and squared weight of every answer beside the count.
 * @param weight one finite weight ≥ 0 per answer; those of answers that are masked out are read, too, so they must be finite.
 */
export function weighCells(
  leads: readonly LeadKey[],
  targets: readonly WeightTarget[],
  length: number,
  mask: Uint8Array | null,
  weight: Float64Array,
): void {
  // Masked weights of a block are made once for all targets.
  const masked = new Float64Array(mask === null ? 0 : BLOCK);
  eachBlock(leads, length, (lead, start, end) => {
    const weightOfBlock = weight.subarray(start, end);
    if (mask !== null) placeMaskedWeights(masked, weightOfBlock, mask.subarray(start, end));
    const counted = mask === null ? weightOfBlock : masked;
    for (const { people, weights, squaredWeights, values } of targets) {
      const part = values.subarray(start, end);
      if (mask === null) count(people, lead, part);
      else countMasked(people, lead, part, mask.subarray(start, end));
      addWeights(weights, squaredWeights, lead, part, counted);
    }
  });
}
