import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeText } from './decode-text.js';
import { checkFileSize, MAX_FILE_BYTES } from './file-limits.js';
import { UnreadableFile } from './unreadable-file.js';

/** An element of a read XML document; it never changes. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** Namespace URI; empty when the element has none. */
  readonly namespace: string;
  /** By local name; attributes with a namespace by `{uri}local`, for example `{http://www.w3.org/XML/1998/namespace}lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts in document order; neighbouring texts and CDATA sections are one text. */
  readonly content: readonly (XmlElement | string)[];
}

export interface XmlLimits {
  readonly maxFileBytes: number;
  /** Levels of elements, the root being the first. */
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Attributes of the whole document, namespace declarations included. */
  readonly maxAttributes: number;
}

export const XML_LIMITS: XmlLimits = {
  maxFileBytes: MAX_FILE_BYTES,
  maxDepth: 64,
  maxElements: 300_000,
  maxAttributes: 600_000,
};

/** Attributes of one element; past this the time per element would no longer be bounded by its length. */
const MAX_ATTRIBUTES_OF_ELEMENT = 256;

/** Characters handed to the parser at a time, so that limits stop it early. */
const CHUNK_LENGTH = 65_536;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Reads an XML document strictly (well-formed, with namespaces) into a tree. A DOCTYPE is refused, so there are no entities
 * but the five of XML and character references, and nothing outside the file is ever fetched. Comments and processing
 * instructions are left out.
 * @throws {UnreadableFile} any `file-…`, `encoding-…` or `xml-…` code
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): XmlElement {
  checkFileSize(bytes, limits.maxFileBytes);
  return parseXml(decodeText(bytes), limits);
}

/** An element until its end tag. */
interface OpenElement extends Omit<XmlElement, 'content'> {
  content: (XmlElement | string)[];
}

function parseXml(text: string, limits: XmlLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const tree = new TreeBuilder(limits);
  parser.on('error', () => {
    // The parser's own words quote the file; the line is enough to find the place.
    throw new UnreadableFile('xml-not-well-formed', `Zeile/line ${parser.line}`);
  });
  parser.on('doctype', () => {
    throw new UnreadableFile('xml-doctype');
  });
  parser.on('opentagstart', () => {
    tree.countElement();
  });
  parser.on('attribute', () => {
    tree.countAttribute();
  });
  parser.on('opentag', (tag) => {
    tree.open(tag);
  });
  parser.on('text', (value) => {
    tree.text(value);
  });
  parser.on('cdata', (value) => {
    tree.text(value);
  });
  parser.on('closetag', () => {
    tree.close();
  });
  for (let at = 0; at < text.length; at += CHUNK_LENGTH) {
    parser.write(text.slice(at, at + CHUNK_LENGTH));
  }
  parser.close();
  if (tree.root === null) throw new UnreadableFile('xml-not-well-formed', `Zeile/line ${parser.line}`);
  return tree.root;
}

class TreeBuilder {
  root: XmlElement | null = null;
  private readonly path: OpenElement[] = [];
  private elements = 0;
  private attributes = 0;
  private attributesOfElement = 0;

  constructor(private readonly limits: XmlLimits) {}

  countElement(): void {
    this.elements += 1;
    this.attributesOfElement = 0;
    if (this.elements > this.limits.maxElements) throw new UnreadableFile('xml-too-many-elements', String(this.limits.maxElements));
    if (this.path.length >= this.limits.maxDepth) throw new UnreadableFile('xml-too-deep', String(this.limits.maxDepth));
  }

  countAttribute(): void {
    this.attributes += 1;
    this.attributesOfElement += 1;
    if (this.attributes > this.limits.maxAttributes) throw new UnreadableFile('xml-too-many-attributes', String(this.limits.maxAttributes));
    if (this.attributesOfElement > MAX_ATTRIBUTES_OF_ELEMENT) {
      throw new UnreadableFile('xml-too-many-attributes', String(MAX_ATTRIBUTES_OF_ELEMENT));
    }
  }

  open(tag: SaxesTagNS): void {
    const element: OpenElement = { name: tag.local, namespace: tag.uri, attributes: attributesOf(tag), content: [] };
    this.path.at(-1)?.content.push(element);
    this.root ??= element;
    this.path.push(element);
  }

  text(value: string): void {
    const content = this.path.at(-1)?.content;
    if (content === undefined || value === '') return;
    const last = content.at(-1);
    if (typeof last === 'string') content[content.length - 1] = last + value;
    else content.push(value);
  }

  close(): void {
    const element = this.path.pop();
    // A list that grew has room for more than it holds; with a list per element that room is most of the memory.
    if (element !== undefined) element.content = element.content.slice();
  }
}

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const attributes = Object.values(tag.attributes);
  if (attributes.length === 0) return NO_ATTRIBUTES;
  return new Map(attributes.map(({ uri, local, value }) => [uri === '' ? local : `{${uri}}${local}`, value]));
}

/** The element's children that are elements, all or of one local name, in document order. */
export function childElements(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.content.filter((part): part is XmlElement => typeof part !== 'string' && (name === undefined || part.name === name));
}

/** The first child element of that local name. */
export function childElement(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.content.find((part): part is XmlElement => typeof part !== 'string' && part.name === name);
}

/** All text inside the element, that of its descendants included, in document order. */
export function textOf(element: XmlElement): string {
  return element.content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
}
