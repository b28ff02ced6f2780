/** Markup that is finished: only `element` and `text` make it, so that nothing gets into a document unescaped. */
export interface Xml {
  readonly markup: string;
}

export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

const MARKUP = /[&<>"\r\n\t]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };

/** Characters XML 1.0 cannot hold in any form: most controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The text without what XML 1.0 cannot hold; each such character becomes U+FFFD. */
export function xmlSafe(text: string): string {
  return text.replaceAll(FORBIDDEN, '\uFFFD');
}

/** Whether XML 1.0 can hold the text as it is. */
export function isXmlText(text: string): boolean {
  return text.search(FORBIDDEN) < 0;
}

/** A text as content of an element. */
export function text(value: string): Xml {
  return { markup: xmlSafe(value).replaceAll(/[&<>\r]/g, (character) => ENTITIES[character] ?? character) };
}

/** An element; attributes that are null or undefined are left out. Names are ours, never from outside. */
export function element(name: string, attributes: XmlAttributes, ...content: readonly Xml[]): Xml {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${xmlSafe(String(value)).replaceAll(MARKUP, (character) => ENTITIES[character] ?? character)}"`)
    .join('');
  const inner = content.map(({ markup }) => markup).join('');
  return { markup: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}
