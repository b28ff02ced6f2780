/** Tags that stand alone (HTML Living Standard, “Void elements”). */
const VOID_TAGS: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

const TAG = /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*?(\/?)>/gi;

/** What the tags of a text come to. */
export interface Markup {
  /** Every tag that opens or stands alone, sorted, as often as it is there. */
  readonly tags: readonly string[];
  /** First tag that is not closed, or closed without being open; null = none. */
  readonly unbalanced: string | null;
}

/** The HTML tags of a text; `<` before anything but a letter is a sign like any other. */
export function markupOf(text: string): Markup {
  const tags: string[] = [];
  const open: string[] = [];
  let unbalanced: string | null = null;
  for (const [, slash, name = '', alone] of text.matchAll(TAG)) {
    const tag = name.toLowerCase();
    if (slash === '') tags.push(tag);
    if (VOID_TAGS.has(tag) || alone === '/') continue;
    if (slash === '') open.push(tag);
    else if (open.at(-1) === tag) open.pop();
    else unbalanced ??= tag;
  }
  return { tags: tags.sort(), unbalanced: unbalanced ?? open[0] ?? null };
}

/** The sign that ends each mark of direction (Unicode Standard Annex 9: embeddings and overrides, isolates). */
const ENDS: Readonly<Record<string, string>> = {
  '\u202a': '\u202c', '\u202b': '\u202c', '\u202d': '\u202c', '\u202e': '\u202c', '\u2066': '\u2069', '\u2067': '\u2069', '\u2068': '\u2069',
};

/** Whether a mark of direction is left open or ended without being open: it would turn what follows round. */
export function hasOpenDirection(text: string): boolean {
  const open: string[] = [];
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const end = ENDS[mark];
    if (end !== undefined) open.push(end);
    else if (open.pop() !== mark) return true;
  }
  return open.length > 0;
}
