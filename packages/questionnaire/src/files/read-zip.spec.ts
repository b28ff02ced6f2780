import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { crc32 } from './crc-32.js';
import { readZip, ZIP_LIMITS } from './read-zip.js';
import { UnreadableFile, type FileProblemCode } from './unreadable-file.js';

function codeOf(action: () => unknown): FileProblemCode | 'read' {
  try {
    action();
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

/** Places of the two records of a ZIP with one short entry, counted from the end. */
function directoryAt(zip: Uint8Array): number {
  return new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - 22 + 16, true);
}

function changed(zip: Uint8Array, change: (view: DataView, directory: number) => void): Uint8Array {
  const copy = zip.slice();
  change(new DataView(copy.buffer), directoryAt(copy));
  return copy;
}

const small = zipSync({ 'a/b.xml': strToU8('<a>ä</a>') });

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  });
});

describe('readZip', () => {
  it('unpacks deflated and stored entries (200 random archives)', () => {
    const file = fc.record({ bytes: fc.uint8Array({ maxLength: 3000 }), level: fc.constantFrom(0 as const, 6 as const) });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), file, { maxKeys: 6 }), (files) => {
        const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, { bytes, level }]) => [name, [bytes, { level }]])));
        const read = readZip(zip);
        expect([...read.keys()].sort()).toEqual(Object.keys(files).sort());
        for (const [name, { bytes }] of Object.entries(files)) expect(read.get(name)).toEqual(bytes);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('unpacks only what is wanted', () => {
    const zip = zipSync({ 'one.xml': strToU8('1'), 'two.bin': strToU8('2') });
    expect([...readZip(zip, (name) => name.endsWith('.xml')).keys()]).toEqual(['one.xml']);
  });

  it('reads a file that another program wrote after', () => {
    const zip = new Uint8Array(small.length + 5);
    zip.set(small);
    zip.set([1, 2, 3, 4, 5], small.length);
    const withComment = changed(small, () => undefined);
    expect(codeOf(() => readZip(withComment))).toBe('read');
    expect(codeOf(() => readZip(zip))).toBe('read');
  });

  it.each([
    ['nothing', 'file-empty', new Uint8Array()],
    ['a text', 'zip-not-a-zip', strToU8('survey;type;name\n'.repeat(10))],
    ['half a file', 'zip-not-a-zip', small.slice(0, small.length / 2)],
    ['a password', 'zip-encrypted', changed(small, (view, at) => { view.setUint16(at + 8, 1, true); })],
    ['a password only in the local header', 'zip-encrypted', changed(small, (view) => { view.setUint16(6, 1, true); })],
    ['another method', 'zip-unsupported', changed(small, (view, at) => { view.setUint16(at + 10, 12, true); })],
    ['ZIP64', 'zip-unsupported', changed(small, (view, at) => { view.setUint32(at + 24, 0xffffffff, true); })],
    ['several volumes', 'zip-unsupported', changed(small, (view) => { view.setUint16(view.byteLength - 22 + 4, 1, true); })],
    ['a wrong checksum', 'zip-damaged', changed(small, (view, at) => { view.setUint32(at + 16, 1, true); })],
    ['a wrong length', 'zip-damaged', changed(small, (view, at) => { view.setUint32(at + 24, 3, true); })],
    ['a directory that points nowhere', 'zip-damaged', changed(small, (view, at) => { view.setUint32(at + 42, 5, true); })],
    ['a length past the end', 'zip-damaged', changed(small, (view, at) => { view.setUint32(at + 20, 100_000, true); })],
    ['broken data', 'zip-damaged', changed(small, (view) => { view.setUint8(37, 0xff); })],
    ['a climbing path', 'zip-unsafe-name', zipSync({ '../a.xml': strToU8('a') })],
    ['an absolute path', 'zip-unsafe-name', zipSync({ '/etc/a.xml': strToU8('a') })],
    ['a drive', 'zip-unsafe-name', zipSync({ 'C:a.xml': strToU8('a') })],
    ['a backslash', 'zip-unsafe-name', zipSync({ 'a\\..\\b.xml': strToU8('a') })],
    ['a NUL in a name', 'zip-unsafe-name', zipSync({ 'a.xml\0.png': strToU8('a') })],
    ['one name twice', 'zip-unsafe-name', zipSync({ 'a.xml': strToU8('a'), 'A.XML': strToU8('b') })],
    ['too many parts', 'zip-too-many-entries', zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}`, strToU8('')])))],
    ['a bomb by ratio', 'zip-bomb', zipSync({ 'a.xml': new Uint8Array(8_000_000) })],
  ] satisfies [string, FileProblemCode, Uint8Array][])('refuses %s: %s', (_, code, zip) => {
    expect(codeOf(() => readZip(zip))).toBe(code);
  });

  it('stops at the limits of one entry and of all together', () => {
    const stored = zipSync({ 'a.xml': [new Uint8Array(600_000), { level: 0 }] });
    const three = zipSync(Object.fromEntries(['a', 'b', 'c'].map((name) => [name, new Uint8Array(900_000)])));
    expect(codeOf(() => readZip(stored, undefined, { ...ZIP_LIMITS, maxEntryBytes: 500_000 }))).toBe('zip-bomb');
    expect(codeOf(() => readZip(three, undefined, { ...ZIP_LIMITS, maxTotalBytes: 2_000_000 }))).toBe('zip-bomb');
    expect(codeOf(() => readZip(three, undefined, { ...ZIP_LIMITS, maxTotalBytes: 2_700_000 }))).toBe('read');
  });

  it('does not believe a header that says small', () => {
    const bomb = changed(zipSync({ 'a.xml': new Uint8Array(8_000_000) }), (view, at) => { view.setUint32(at + 24, 10, true); });
    expect(codeOf(() => readZip(bomb))).toBe('zip-bomb');
  });

  it('refuses entries that share their bytes', () => {
    const two = changed(zipSync({ a: [strToU8('same'), { level: 0 }], b: [strToU8('same'), { level: 0 }] }), (view, at) => {
      const second = at + 46 + 1;
      view.setUint32(second + 42, 0, true);
    });
    expect(codeOf(() => readZip(two))).toBe('zip-damaged');
  });

  it('refuses more than 10 MB', () => {
    expect(codeOf(() => readZip(new Uint8Array(10 * 1024 * 1024 + 1)))).toBe('file-too-large');
  });
});
