import { childElement, childElements, readXml, textOf, XML_LIMITS } from './read-xml.js';
import { UnreadableFile } from './unreadable-file.js';

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].flatMap((character) => character.split(''));
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  units.forEach((unit, index) => { view.setUint16(index * 2, unit.charCodeAt(0), littleEndian); });
  return bytes;
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function problem(bytes: Uint8Array, limits = XML_LIMITS): UnreadableFile | null {
  try {
    readXml(bytes, limits);
    return null;
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
    throw error;
  }
}

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]><lolz>&lol2;</lolz>`;

describe('readXml', () => {
  it('gives names, namespaces, attributes and content in order', () => {
    const root = readXml(utf8('<?xml version="1.0"?><x:a xmlns:x="urn:x" xml:lang="de" b="1">vor<c/><![CDATA[ & ]]>nach &#228;&amp;<!-- weg --><?php weg ?></x:a>'));
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:x' });
    expect(root.attributes.get('b')).toBe('1');
    expect(root.attributes.get('{http://www.w3.org/XML/1998/namespace}lang')).toBe('de');
    expect(root.content).toEqual(['vor', { name: 'c', namespace: '', attributes: new Map(), content: [] }, ' & nach ä&']);
    expect(textOf(root)).toBe('vor & nach ä&');
  });

  it('finds children by name', () => {
    const root = readXml(utf8('<r><a>1</a><b/><a>2</a></r>'));
    expect(childElements(root, 'a').map(textOf)).toEqual(['1', '2']);
    expect(childElements(root)).toHaveLength(3);
    expect(childElement(root, 'b')?.name).toBe('b');
    expect(childElement(root, 'c')).toBeUndefined();
  });

  it('keeps names that objects already have apart', () => {
    const root = readXml(utf8('<constructor __proto__="1" toString="2"/>'));
    expect([...root.attributes]).toEqual([['__proto__', '1'], ['toString', '2']]);
  });

  it.each([
    ['UTF-8', utf8('<a>ä€ش😀</a>')],
    ['UTF-8 with mark', utf8('\ufeff<?xml version="1.0" encoding="UTF-8"?><a>ä€ش😀</a>')],
    ['UTF-16 LE with mark', utf16('<?xml version="1.0" encoding="UTF-16"?><a>ä€ش😀</a>', true, true)],
    ['UTF-16 BE with mark', utf16('<a>ä€ش😀</a>', false, true)],
    ['UTF-16 LE without mark', utf16('<?xml version="1.0" encoding="UTF-16LE"?><a>ä€ش😀</a>', true, false)],
    ['UTF-8 that says Latin-1', utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a>ä€ش😀</a>')],
    ['UTF-8 that says UTF-16', utf8('<?xml version="1.0" encoding="UTF-16"?><a>ä€ش😀</a>')],
  ])('reads %s', (_, bytes) => {
    expect(textOf(readXml(bytes))).toBe('ä€ش😀');
  });

  it('reads Latin-1 where it is declared', () => {
    expect(textOf(readXml(latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>Lüneburg</a>')))).toBe('Lüneburg');
  });

  it.each([
    ['nothing', 'file-empty', utf8('')],
    ['blanks', 'xml-not-well-formed', utf8('  \n ')],
    ['no XML', 'xml-not-well-formed', utf8('survey;type;name')],
    ['Latin-1 that is not declared', 'encoding-wrong', latin1('<a>Lüneburg</a>')],
    ['an encoding nobody should use', 'encoding-unknown', latin1('<?xml version="1.0" encoding="UTF-7"?><a/>')],
    ['UTF-32', 'encoding-unknown', Uint8Array.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
    ['half a surrogate pair in UTF-16', 'encoding-wrong', Uint8Array.from([0xff, 0xfe, 0x3c, 0, 0x61, 0, 0, 0xd8, 0x3e, 0])],
    ['a NUL', 'xml-not-well-formed', utf8('<a>\0</a>')],
    ['a NUL as reference', 'xml-not-well-formed', utf8('<a>&#0;</a>')],
    ['a control character', 'xml-not-well-formed', utf8('<a>\u0001</a>')],
    ['an unclosed element', 'xml-not-well-formed', utf8('<a><b></a>')],
    ['two roots', 'xml-not-well-formed', utf8('<a/><b/>')],
    ['an attribute twice', 'xml-not-well-formed', utf8('<a b="1" b="2"/>')],
    ['an undeclared prefix', 'xml-not-well-formed', utf8('<x:a/>')],
    ['an HTML entity', 'xml-not-well-formed', utf8('<a>&nbsp;</a>')],
    ['the billion laughs', 'xml-doctype', utf8(BILLION_LAUGHS)],
    ['an external entity', 'xml-doctype', utf8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')],
    ['a parameter entity', 'xml-doctype', utf8('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]><a/>')],
    ['a plain DOCTYPE', 'xml-doctype', utf8('<!DOCTYPE a><a/>')],
    ['a DOCTYPE without end', 'xml-not-well-formed', utf8(`<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(1000)}`)],
    ['deep nesting', 'xml-too-deep', utf8('<a>'.repeat(100_000))],
    ['many attributes on one element', 'xml-too-many-attributes', utf8(`<a ${Array.from({ length: 300 }, (_, index) => `a${index}="" `).join('')}/>`)],
  ])('refuses %s: %s', (_, code, bytes) => {
    expect(problem(bytes)?.code).toBe(code);
  });

  it('stops at its limits', () => {
    const many = utf8(`<a>${'<b c=""/>'.repeat(50)}</a>`);
    expect(problem(many, { ...XML_LIMITS, maxElements: 51 })).toBeNull();
    expect(problem(many, { ...XML_LIMITS, maxElements: 50 })?.code).toBe('xml-too-many-elements');
    expect(problem(many, { ...XML_LIMITS, maxAttributes: 49 })?.code).toBe('xml-too-many-attributes');
    expect(problem(many, { ...XML_LIMITS, maxFileBytes: 20 })?.code).toBe('file-too-large');
    expect(problem(utf8('<a><b/></a>'), { ...XML_LIMITS, maxDepth: 1 })?.code).toBe('xml-too-deep');
  });

  it('says what is wrong in two languages without quoting the file', () => {
    const found = problem(utf8('<a>\n<geheim></a>'));
    expect(found?.sentences.de).toBe('Die XML-Datei ist fehlerhaft (Zeile/line 2).');
    expect(found?.sentences.en).toBe('The XML file is not well-formed (Zeile/line 2).');
  });
});
