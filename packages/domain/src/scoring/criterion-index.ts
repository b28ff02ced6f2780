/**
 * Index of one person over the items of a criterion, 0 to 100: mean of the answered items, if at least half of them are
 * answered (half rule, EORTC QLQ-C30 scoring manual), set on the scale (mean − min) / (max − min) · 100.
 * @param scores one entry per item, already turned round where the item is negative; null = no valid answer.
 * @returns null when fewer than half are answered or there are no items.
 */
export function criterionIndex(scores: readonly (number | null)[], scale: { readonly min: number; readonly max: number }): number | null {
  const answered = scores.filter((score) => score !== null);
  if (answered.length === 0 || answered.length * 2 < scores.length) return null;
  const mean = answered.reduce((sum, score) => sum + score, 0) / answered.length;
  return ((mean - scale.min) / (scale.max - scale.min)) * 100;
}
