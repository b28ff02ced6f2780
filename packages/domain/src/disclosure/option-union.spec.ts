import { unionVerdict, type KnownTicks } from './option-union.js';

const shown = (count: number, exclusive = false): KnownTicks => ({ reason: null, ceiling: count, floor: count, lowest: count, highest: count, exclusive });
const tooFew: KnownTicks = { reason: 'too-few', ceiling: 20, floor: 0, lowest: 1, highest: 4, exclusive: false };
const hidden: KnownTicks = { reason: 'protected', ceiling: 20, floor: 0, lowest: 5, highest: 1_000, exclusive: false };

describe('unionVerdict', () => {
  it('finds a few ticks that must be four, because everyone else is seen to have ticked something', () => {
    expect(unionVerdict(20, [tooFew, shown(8), shown(8)], 5)).toBe('gives-away');
  });

  it('finds what narrows a withheld count, also from above', () => {
    expect(unionVerdict(20, [tooFew, shown(9), shown(9)], 5)).toBe('tells-more');
    expect(unionVerdict(20, [hidden, shown(12, true)], 5)).toBe('gives-away');
    expect(unionVerdict(20, [hidden, shown(12, true), shown(8)], 5)).toBe('tells-more');
  });

  it('lets options pass that are all withheld, or whose ticks add up to more than everyone', () => {
    expect(unionVerdict(20, [tooFew, hidden, { ...hidden }], 5)).toBe('tells-nothing');
    expect(unionVerdict(20, [tooFew, shown(12), shown(15)], 5)).toBe('tells-nothing');
    expect(unionVerdict(20, [shown(6), shown(14)], 5)).toBe('tells-nothing');
  });
});
