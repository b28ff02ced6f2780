import { JSON_LIMITS, readJson } from './read-json.js';
import { UnreadableFile } from './unreadable-file.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(text: string, limits = JSON_LIMITS): string {
  try {
    readJson(bytes(text), limits);
    return 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

describe('readJson', () => {
  it('reads what JSON.parse reads, with or without a mark', () => {
    expect(readJson(bytes('\ufeff{"a":[1,"}],{\\"",null]}'))).toEqual({ a: [1, '}],{"', null] });
  });

  it.each([
    ['', 'file-empty'],
    ['{a:1}', 'json-malformed'],
    ['{"a":1', 'json-malformed'],
    ['['.repeat(100_000), 'json-too-deep'],
    ['"' + '['.repeat(1000) + '"', 'read'],
  ])('%.20s: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('counts values before it builds them', () => {
    expect(codeOf('[1,2,3]', { ...JSON_LIMITS, maxValues: 4 })).toBe('read');
    expect(codeOf('[1,2,3]', { ...JSON_LIMITS, maxValues: 3 })).toBe('json-too-many-values');
    expect(codeOf('[1,2,3]', { ...JSON_LIMITS, maxFileBytes: 3 })).toBe('file-too-large');
  });
});
