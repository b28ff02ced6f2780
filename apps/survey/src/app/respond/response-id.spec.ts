import { createResponseId, type RandomSource } from './response-id';

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function source(byte: number): RandomSource {
  return { getRandomValues: (array) => array.fill(byte) };
}

describe('createResponseId', () => {
  it('uses the browser’s own generator where there is one', () => {
    const random = { ...source(0), randomUUID: () => '0b1f7a52-9d2c-4c7e-8a51-0d6f3f1e2a90' };
    expect(createResponseId(random)).toBe('0b1f7a52-9d2c-4c7e-8a51-0d6f3f1e2a90');
  });

  it('sets version and variant when only random bytes are available, whatever the bytes are', () => {
    expect(createResponseId(source(0x00))).toBe('00000000-0000-4000-8000-000000000000');
    expect(createResponseId(source(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });

  it('never gives the same id twice', () => {
    const random: RandomSource = { getRandomValues: (array) => array.map(() => Math.floor(Math.random() * 256)) };
    const ids = new Set(Array.from({ length: 500 }, () => createResponseId(random)));
    expect(ids.size).toBe(500);
    for (const id of ids) expect(id).toMatch(VERSION_4);
  });
});
