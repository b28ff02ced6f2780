import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { IntlMessageFormat } from 'intl-messageformat';

import german from '../../i18n/de.json';
import english from '../../i18n/en.json';

const SOURCE = path.resolve(__dirname, '../..');

/** Element of a parsed ICU message; only what the test reads. */
interface MessagePart {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly MessagePart[] }>>;
}

/** Parts of type 0 are plain words and of type 7 the number sign of a plural. */
const WORDS = 0;
const NUMBER_SIGN = 7;

function leaves(tree: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : typeof value === 'object' && value !== null ? [...leaves(value, `${prefix}${key}.`)] : [],
    ),
  );
}

function placeholders(parts: readonly MessagePart[]): readonly string[] {
  const found = parts.flatMap((part) => [
    ...(part.type !== WORDS && part.type !== NUMBER_SIGN && typeof part.value === 'string' ? [part.value] : []),
    ...Object.values(part.options ?? {}).flatMap(({ value }) => placeholders(value)),
  ]);
  return [...new Set(found)].sort();
}

function placeholdersOf(message: string, language: string): readonly string[] {
  return placeholders(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as readonly MessagePart[]);
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.(html|ts)$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [file] : [];
  });
}

const de = leaves(german);
const en = leaves(english);

describe('texts of the staff app', () => {
  it('exist in both languages', () => {
    expect([...en.keys()]).toEqual([...de.keys()]);
  });

  it('are never empty', () => {
    expect([...de, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are valid messages and take the same values in both languages', () => {
    const different = [...de.keys()].filter((key) => placeholdersOf(en.get(key) ?? '', 'en').join() !== placeholdersOf(de.get(key) ?? '', 'de').join());
    expect(different).toEqual([]);
  });

  it('are all used somewhere', () => {
    const code = sources(path.join(SOURCE, 'app')).map((file) => readFileSync(file, 'utf8')).join('\n');
    // A key is used as it stands, or as a template literal whose holes may be any part of it.
    const patterns = [...code.matchAll(/`([a-zA-Z]+\.[^`]*\$\{[^`]*)`/g)].map(
      ([, text = '']) => new RegExp(`^${text.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.]/g, '\\.')).join('[a-zA-Z0-9-]+')}$`),
    );
    const unused = [...de.keys()].filter((key) => !code.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});

describe('templates', () => {
  const templates = sources(path.join(SOURCE, 'app')).flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    if (file.endsWith('.html')) return [{ file, code }];
    return [...code.matchAll(/template: `([^`]*(?:`[^`]*`[^`]*)*?)`,\n/g)].map(([, inline = '']) => ({ file, code: inline }));
  });

  it('are found', () => {
    expect(templates.length).toBeGreaterThan(20);
  });

  it.each(templates.map(({ file, code }) => [path.relative(SOURCE, file), code]))('%s holds no words of its own', (_file, code) => {
    const words = code
      .replace(/\{\{[\s\S]*?\}\}/g, ' ')
      .replace(/<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>|<\/[a-z-]+>|<!--[\s\S]*?-->/g, ' ')
      .replace(/@[a-z][a-z ]*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\{|@[a-z][a-z ]*\{|[{}]/g, ' ');
    expect(words.match(/[A-Za-zÄÖÜäöüß]{2,}/g) ?? []).toEqual([]);
  });
});
