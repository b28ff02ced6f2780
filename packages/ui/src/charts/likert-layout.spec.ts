import { likertExtent, likertLayout, likertTones, type LikertLayout } from './likert-layout';
import { AGREEMENT, count, row, withheld } from './spec-labels';

function drawn(layout: LikertLayout): readonly (readonly [string | number, number, number])[] {
  if (layout.kind !== 'diverging' && layout.kind !== 'undivided') throw new Error(`Nothing is drawn of a ${layout.kind} row.`);
  return layout.segments.map((segment) => [segment.kind === 'share' ? segment.code.code : segment.reason, round(segment.start), round(segment.size)] as const);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

describe('likertLayout', () => {
  it('stands around the middle of the neutral answer and leaves missing answers out', () => {
    const layout = likertLayout(row(count(100), [count(10), count(20), count(30), count(25), count(15), count(50), count(7)]), AGREEMENT);
    expect(layout.kind).toBe('diverging');
    expect(drawn(layout)).toEqual([[1, -0.45, 0.1], [2, -0.35, 0.2], [3, -0.15, 0.3], [4, 0.15, 0.25], [5, 0.4, 0.15]]);
  });

  it('hatches the rest of a side whose sum is shown', () => {
    const cells = [withheld(), withheld('protected'), count(10), count(10), count(12), count(0), count(0)];
    const layout = likertLayout(row(count(40), cells, { disagree: count(8), neutral: count(10), agree: count(22) }), AGREEMENT);
    expect(layout.kind).toBe('diverging');
    expect(drawn(layout)[0]).toEqual(['too-few', -0.325, 0.2]);
    expect(drawn(layout)).toHaveLength(4);
  });

  it('hatches base minus shown when one side is unknown as a whole', () => {
    const layout = likertLayout(row(count(50), [withheld(), withheld(), count(10), count(20), count(10), count(0), count(0)]), AGREEMENT);
    expect(drawn(layout)[0]).toEqual(['too-few', -0.3, 0.2]);
  });

  it('does not pretend to know the middle when pieces of both sides are withheld', () => {
    const layout = likertLayout(row(count(34), [withheld('protected'), count(9), count(11), count(10), withheld(), count(0), count(0)]), AGREEMENT);
    expect(layout.kind).toBe('undivided');
    expect(drawn(layout).map(([what]) => what)).toEqual([2, 3, 4, 'protected']);
    expect(drawn(layout).at(-1)).toEqual(['protected', 0.882, 0.118]);
  });

  it('draws nothing of a row whose base is withheld, whatever else it holds', () => {
    const cells = AGREEMENT.map(() => count(3));
    expect(likertLayout(row(withheld('base-too-small'), cells), AGREEMENT)).toEqual({ kind: 'withheld', reason: 'base-too-small' });
  });

  it('knows a row in which nobody gave a judgement', () => {
    expect(likertLayout(row(count(0), AGREEMENT.map(() => count(0))), AGREEMENT)).toEqual({ kind: 'empty' });
  });

  it('puts two answers to both sides of the middle, low code first', () => {
    const yesNo = [{ code: 1, missing: null, labels: {} }, { code: 0, missing: null, labels: {} }];
    expect(drawn(likertLayout(row(count(10), [count(7), count(3)]), yesNo))).toEqual([[0, -0.3, 0.3], [1, 0, 0.7]]);
    expect(likertTones(yesNo).map(({ tone }) => tone)).toEqual([1, 5]);
  });
});

describe('likertExtent', () => {
  it('reaches as far as the longest bar on each side', () => {
    const low = likertLayout(row(count(10), [count(8), count(0), count(2), count(0), count(0)]), AGREEMENT.slice(0, 5));
    const high = likertLayout(row(count(10), [count(0), count(0), count(2), count(0), count(8)]), AGREEMENT.slice(0, 5));
    expect(likertExtent([low, high])).toEqual({ before: 0.9, after: 0.9 });
  });

  it('has room for one whole bar when nothing diverges', () => {
    const { before, after } = likertExtent([{ kind: 'empty' }]);
    expect(before + after).toBe(1);
  });
});
