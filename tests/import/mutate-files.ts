import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Gives numbers from 0 (inclusive) to 1 (exclusive). */
export type RandomNumbers = () => number;

const HOSTILE = [
  '', ' ', '0', '-1', '1e309', '9'.repeat(40), '99999999999999999999', 'NaN', 'true()', '__proto__', 'constructor', 'toString', 'other', '-oth-', 'a|b',
  "'", '"', '\\', '\\\'', '{', '}', '${', '${a', '${a}${a}', '{Q1}', '{Q1.NAOK}', '{{{{', 'x'.repeat(300), 'ä😀ش', '\u202e', '\0', '\ud800', 'a\udfffb', '\u0007', '<b>', '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>', '&lt;script&gt;', '&amp;amp;', '<![CDATA[', ']]>', '<!--', 'select_one', 'select_one x or_other', 'begin group',
  'end group', 'begin repeat', 'de', 'de-informal', 'label::', 'label::x (y)', '${a} = ', "selected(${a}, 'b')", '('.repeat(200), 'not('.repeat(60) + '1' + ')'.repeat(60),
  'Q1.NAOK == "Y"', '!'.repeat(100), '{a} = 1 and '.repeat(50), '. >= 0 and '.repeat(50), 'count-selected(.) <= 99999999999', 'start=1 end=1e9 step=0', 'start=0 end=5 step=0.0000001',
  '1-1-1', '2024-02-30', '*'.repeat(300), '_a_'.repeat(100), '[a](http://b)'.repeat(30), '#'.repeat(50), '\n'.repeat(100), '!@#$%^&*()',
] as const;

/** Longer texts are cut: the search for elements takes quadratic time. */
const MAX_LENGTH = 200_000;

/** One to three random changes to a file. */
export function mutated(bytes: Uint8Array, format: 'lss' | 'surveyjs' | 'xlsform', random: RandomNumbers): Uint8Array {
  let changed = bytes;
  for (let count = 1 + below(3, random); count > 0; count -= 1) changed = oneChange(changed, format, random);
  return changed;
}

function oneChange(bytes: Uint8Array, format: 'lss' | 'surveyjs' | 'xlsform', random: RandomNumbers): Uint8Array {
  if (random() < 0.06) return changedBytes(bytes, random);
  if (format === 'xlsform') return changedPart(bytes, random);
  const text = new TextDecoder().decode(bytes);
  return strToU8(format === 'lss' ? changedXml(text, random) : changedJson(text, random));
}

function changedBytes(bytes: Uint8Array, random: RandomNumbers): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = below(bytes.length, random);
  const length = 1 + below(Math.min(200, bytes.length - at), random);
  switch (below(5, random)) {
    case 0: {
      const copy = bytes.slice();
      for (let flips = 1 + below(8, random); flips > 0; flips -= 1) copy[below(copy.length, random)] = below(256, random);
      return copy;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
    default:
      return joined(bytes.subarray(0, at), strToU8(pick(HOSTILE, random)), bytes.subarray(at));
  }
}

/** Changes the XML of one part of a workbook; a file that is no ZIP any more is changed as bytes. */
function changedPart(bytes: Uint8Array, random: RandomNumbers): Uint8Array {
  try {
    const files = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 1_000_000 });
    const names = Object.keys(files).filter((name) => name !== '[Content_Types].xml');
    const name = pick(names.length > 0 ? names : [''], random);
    const part = files[name];
    if (part === undefined) return changedBytes(bytes, random);
    return zipSync({ ...files, [name]: strToU8(changedXml(strFromU8(part), random)) }, { level: 1, mtime: '1990-01-01T00:00:00Z' });
  } catch {
    return changedBytes(bytes, random);
  }
}

/** Deletes, doubles, moves or fills elements; puts hostile texts and numbers where texts are. */
function changedXml(text: string, random: RandomNumbers): string {
  if (text.length > MAX_LENGTH) return text.slice(0, MAX_LENGTH);
  const elements = [...text.matchAll(/<([A-Za-z_]\w*)\b[^<>]*>(?:[^<]|<(?!\/?\1\b))*?<\/\1>/g)];
  const found = elements[below(elements.length || 1, random)];
  if (found === undefined) return text + pick(HOSTILE, random);
  const [element] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + element.length);
  const content = pick(HOSTILE, random).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  switch (below(6, random)) {
    case 0: return before + after;
    case 1: return before + element.repeat(2 + below(20, random)) + after;
    case 2: return before + element.replace(/>[\s\S]*</, () => `>${content}<`) + after;
    case 3: {
      const depth = below(80, random);
      return before + '<a>'.repeat(depth) + element + '</a>'.repeat(random() < 0.8 ? depth : depth + 1) + after;
    }
    case 4: return text.replaceAll(/>(\d+)</g, (whole) => (random() < 0.1 ? `>${content}<` : whole));
    default: return text.replaceAll(/CDATA\[([^\]]*)\]/g, (whole) => (random() < 0.1 ? `CDATA[${pick(HOSTILE, random).replaceAll(']', '')}]` : whole));
  }
}

function changedJson(text: string, random: RandomNumbers): string {
  try {
    const root: unknown = JSON.parse(text);
    const holders: Record<string, unknown>[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      holders.push(value as Record<string, unknown>);
      Object.values(value).forEach(visit);
    };
    visit(root);
    const holder = holders[below(holders.length || 1, random)];
    if (holder === undefined) return text;
    const key = pick(Object.keys(holder).length > 0 ? Object.keys(holder) : ['x'], random);
    const values: readonly unknown[] = [null, true, -1, 1e308, [], {}, [[]], pick(HOSTILE, random), { default: pick(HOSTILE, random), de: pick(HOSTILE, random) }, root, holder[key], Array.from({ length: 300 }, () => pick(HOSTILE, random))];
    if (random() < 0.2) Reflect.deleteProperty(holder, key);
    else holder[random() < 0.7 ? key : pick([...HOSTILE, 'visibleIf', 'choices', 'rows', 'type', 'name', 'elements', 'title', 'validators', 'items', 'min', 'rateMax'], random)] = JSON.parse(JSON.stringify(pick(values, random) ?? null));
    return JSON.stringify(root);
  } catch {
    return text + pick(HOSTILE, random);
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function below(limit: number, random: RandomNumbers): number {
  return Math.floor(random() * limit);
}

function pick<T>(list: readonly T[], random: RandomNumbers): T {
  return list[below(list.length, random)] as T;
}
