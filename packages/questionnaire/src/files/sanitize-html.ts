import { Parser } from 'htmlparser2';

/** What somebody's HTML became. Neither form contains an attribute, a script or anything a browser would load. */
export interface SanitizedHtml {
  /** Plain text with `\n` as line break: what titles, labels and choices of our questionnaires are. */
  readonly text: string;
  /** HTML of the allow-list, all text escaped: for information blocks, which survey-core shows as HTML. */
  readonly html: string;
  /** Names of the elements that were left out with what they mean (bold in plain text is not among them), sorted. */
  readonly dropped: readonly string[];
  /** The input had markup of any kind, so that `text` differs by more than blanks. */
  readonly hadMarkup: boolean;
}

/** Elements that stay in `html`, without their attributes. */
const ALLOWED = new Set(['b', 'i', 'em', 'strong', 'br', 'p', 'ul', 'ol', 'li', 'sub', 'sup']);

/** Elements that only group or format; leaving them out takes nothing away but looks. */
const WITHOUT_MEANING = new Set(['span', 'div', 'font', 'u', 's', 'big', 'small', 'center', 'html', 'body', 'head', 'tbody', 'thead', 'section', 'article', 'label', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code', 'blockquote', 'a', 'mark', 'abbr', 'address', 'hr', 'wbr', 'nobr', 'bdi', 'bdo', 'dl', 'dt', 'dd']);

/** Elements after and before which a new line begins. */
const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table', 'section', 'article', 'blockquote', 'pre', 'center', 'hr', 'dl', 'dt', 'dd', 'address']);

/** Elements whose text is no text for people. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'title', 'textarea', 'select', 'option', 'xmp', 'noembed', 'noframes', 'plaintext', 'audio', 'video', 'canvas', 'applet', 'frameset']);

/** Elements that never have content; an opening tag is all there is. */
const VOID = new Set(['br', 'img', 'hr', 'wbr', 'input', 'meta', 'link', 'embed', 'area', 'base', 'col', 'source', 'track', 'param', 'frame']);

/** HTML after which a new line begins by itself. */
const AFTER_BREAK = /<(?:br|\/?(?:p|ul|ol|li))>$/;
const END_LENGTH = 40;

/** More tags than any label or information text has; beyond it the input is taken as plain text. */
const MAX_TAGS = 500;

/** Only addresses a person may be told; `javascript:` and `data:` are left out. */
const ADDRESS = /^(https?:\/\/|mailto:|tel:)[^\s<>"']+$/i;

/**
 * Reduces HTML to what our questionnaires may show. Titles, labels and choices are plain text in our surveys (survey-core
 * escapes them as long as no markdown handler is set), so they take `text`; information blocks take `html`.
 *
 * Paragraphs and list items become lines, list items get a bullet, links become their text and, in brackets, their address.
 * Text that only looks like HTML (`a < b`) stays as it is. The tokenizer is htmlparser2, which reads what browsers read.
 */
export function sanitizeHtml(input: string): SanitizedHtml {
  if (!/[<&]/.test(input)) return plain(input, []);
  // A tokenizer that keeps a stack of open elements takes quadratic time on markup that is made for it.
  if (input.split('<', MAX_TAGS + 2).length > MAX_TAGS + 1) return plain(input, ['?']);
  const sanitizer = new Sanitizer(!/<[a-z/!?]/i.test(input));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        sanitizer.open(name, attributes);
      },
      ontext: (text) => {
        sanitizer.text(text);
      },
      onclosetag: (name) => {
        sanitizer.close(name);
      },
      oncomment: () => {
        sanitizer.hadMarkup = true;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  // A tag that never ends is text ("Alter <b"), not something to be swallowed.
  const lastEnd = input.lastIndexOf('>') + 1;
  parser.end(input.slice(0, lastEnd) + input.slice(lastEnd).replaceAll('<', '&lt;'));
  return sanitizer.result();
}

function plain(input: string, dropped: readonly string[]): SanitizedHtml {
  const text = tidied(input);
  return { text, html: escaped(text).replaceAll('\n', '<br>'), dropped, hadMarkup: false };
}

class Sanitizer {
  hadMarkup = false;
  private lines = '';
  private html = '';
  /** A line ended in the HTML and nothing has been written since. */
  private needsBreak = false;
  private silentDepth = 0;
  private readonly openAllowed: string[] = [];
  private readonly links: { readonly address: string; readonly from: number }[] = [];
  private readonly dropped = new Set<string>();

  /** @param keepsLines the text has no element, so its line breaks are meant as such */
  constructor(private readonly keepsLines: boolean) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.hadMarkup = true;
    if (SILENT.has(name)) {
      this.dropped.add(name);
      if (!VOID.has(name)) this.silentDepth += 1;
      return;
    }
    if (this.silentDepth > 0) return;
    if (BLOCKS.has(name) || name === 'br') this.breakLine(name === 'br');
    this.breakHtml(name);
    if (name === 'li') this.lines += '• ';
    if (name === 'td' || name === 'th') this.separateCell();
    if (name === 'a') this.links.push({ address: (attributes['href'] ?? '').trim(), from: this.lines.length });
    if (ALLOWED.has(name)) this.openInHtml(name);
    else if (!WITHOUT_MEANING.has(name)) this.dropElement(name, attributes);
  }

  text(value: string): void {
    if (this.silentDepth > 0) return;
    this.lines += this.keepsLines ? value : value.replaceAll(/[ \t\r\n\f]+/g, ' ');
    const isNextLine = this.needsBreak && value.trim() !== '';
    if (isNextLine) this.html = `${this.html.trimEnd()}<br>`;
    this.needsBreak &&= !isNextLine;
    const words = escaped(isNextLine ? value.trimStart() : value);
    this.html += this.keepsLines ? words.replaceAll('\n', '<br>') : words;
  }

  close(name: string): void {
    if (SILENT.has(name)) {
      if (!VOID.has(name)) this.silentDepth = Math.max(0, this.silentDepth - 1);
      return;
    }
    if (this.silentDepth > 0) return;
    if (name === 'a') this.closeLink();
    if (BLOCKS.has(name)) this.breakLine(false);
    this.breakHtml(name);
    if (ALLOWED.has(name) && !VOID.has(name)) this.closeInHtml(name);
  }

  result(): SanitizedHtml {
    while (this.openAllowed.length > 0) this.html += `</${this.openAllowed.pop() ?? ''}>`;
    return { text: tidied(this.lines), html: this.html.trim(), dropped: [...this.dropped].sort(), hadMarkup: this.hadMarkup };
  }

  private breakLine(always: boolean): void {
    if (always || (this.lines !== '' && !this.lines.endsWith('\n'))) this.lines += '\n';
  }

  /** A block that does not stay in the HTML still began a line: its words must not grow together with those beside it. */
  private breakHtml(name: string): void {
    if (!BLOCKS.has(name)) return;
    this.needsBreak = !ALLOWED.has(name) && this.hasOpenLine;
  }

  /** The HTML ends in words. Only its end is looked at: markup may have many blocks. */
  private get hasOpenLine(): boolean {
    const end = this.html.slice(-END_LENGTH).trimEnd();
    return end !== '' && !AFTER_BREAK.test(end);
  }

  private separateCell(): void {
    this.lines += ' ';
    if (!this.needsBreak && this.hasOpenLine) this.html += ' ';
  }

  private openInHtml(name: string): void {
    this.html += `<${name}>`;
    if (!VOID.has(name)) this.openAllowed.push(name);
  }

  /** Closes what is open inside it too, so that the result is always well-formed. */
  private closeInHtml(name: string): void {
    if (!this.openAllowed.includes(name)) return;
    let last: string | undefined;
    do {
      last = this.openAllowed.pop();
      this.html += `</${last ?? ''}>`;
    } while (last !== name);
  }

  private dropElement(name: string, attributes: Readonly<Record<string, string>>): void {
    // Names are the file's own text: keep only what can be a name.
    this.dropped.add(name.replaceAll(/[^a-z0-9-]/g, '').slice(0, 20) || '?');
    // A picture's description is text for people.
    if (name === 'img' && attributes['alt']?.trim()) this.text(attributes['alt']);
  }

  private closeLink(): void {
    const link = this.links.pop();
    if (link === undefined || !ADDRESS.test(link.address)) {
      if (link !== undefined && link.address !== '') this.dropped.add('a');
      return;
    }
    const shown = link.address.replace(/^(mailto|tel):/i, '');
    const text = this.lines.slice(link.from).trim();
    if (text !== shown) this.text(` (${shown})`);
  }
}

/** Lines without blanks at their ends, no more than one empty line in a row. */
function tidied(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
