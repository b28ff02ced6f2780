/** A piece of text in both, only in the earlier, or only in the later wording. */
export interface WordDiffPart {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** Words with their marks, runs of white space, and single other characters: together they are the text again. */
const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Largest table the comparison may fill; beyond it the differing middle is shown as replaced in one piece. */
const MAX_CELLS = 1_000_000;

/**
 * Word-by-word difference of two texts as data, by a longest common subsequence of tokens (Hunt & McIlroy 1976).
 * The kept and removed parts joined are `before`, the kept and added parts joined are `after`, in any script.
 * Neighbours of one kind are one part. Time and memory are bounded: texts too long to compare word by word keep their
 * common beginning and end.
 */
export function wordDiff(before: string, after: string): readonly WordDiffPart[] {
  const from = before.match(TOKEN) ?? [];
  const to = after.match(TOKEN) ?? [];
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const parts: WordDiffPart[] = [];
  add(parts, 'kept', from.slice(0, start).join(''));
  compareMiddle(parts, from.slice(start, from.length - end), to.slice(start, to.length - end));
  add(parts, 'kept', from.slice(from.length - end).join(''));
  return parts;
}

function compareMiddle(parts: WordDiffPart[], from: readonly string[], to: readonly string[]): void {
  const width = to.length + 1;
  if ((from.length + 1) * width > MAX_CELLS) {
    add(parts, 'removed', from.join(''));
    add(parts, 'added', to.join(''));
    return;
  }
  // common[i * width + j]: tokens the rests from.slice(i) and to.slice(j) have in common.
  const common = new Uint32Array((from.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      add(parts, 'kept', from[i] ?? '');
      i += 1;
      j += 1;
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1))) {
      add(parts, 'removed', from[i] ?? '');
      i += 1;
    } else {
      add(parts, 'added', to[j] ?? '');
      j += 1;
    }
  }
}

function add(parts: WordDiffPart[], kind: WordDiffPart['kind'], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}
