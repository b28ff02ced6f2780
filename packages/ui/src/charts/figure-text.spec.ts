import { cellText, figureText, roundHalfAway } from './figure-text';
import { FIGURE_LABELS, count, figure, withheld } from './spec-labels';

describe('figureText', () => {
  it('writes a share as whole percent with its interval and people', () => {
    expect(figureText(figure(0.1949, 0.16, 0.2251, 585), 'share', FIGURE_LABELS)).toBe('19 (16–23) n 585');
  });

  it('writes a value without interval when the report gives none', () => {
    expect(figureText(figure(3.456, null, null, 40), 'mean', FIGURE_LABELS)).toBe('3,5 n 40');
  });

  it('says a tendency in words and never shows a number for it', () => {
    expect(figureText({ kind: 'tendency', level: 'high', n: 18 }, 'index', FIGURE_LABELS)).toBe('Tendenz hoch n 18');
  });

  it('says why a figure is withheld and that a question was not asked', () => {
    expect(figureText({ kind: 'withheld', reason: 'protected' }, 'index', FIGURE_LABELS)).toBe('zurückgehalten: schützt andere');
    expect(figureText({ kind: 'not-asked' }, 'index', FIGURE_LABELS)).toBe('nicht gefragt');
  });

  it('writes gaps with their sign and no negative zero', () => {
    expect(figureText(figure(-1.25, null, null, 50), 'gap', FIGURE_LABELS)).toBe('-1,3 n 50');
    expect(Object.is(roundHalfAway(-0.004, 1), 0)).toBe(true);
  });
});

describe('cellText', () => {
  it('keeps a counted 0 apart from a withheld cell', () => {
    expect(cellText(count(0), FIGURE_LABELS)).toBe('0');
    expect(cellText(withheld(), FIGURE_LABELS)).toBe('zurückgehalten: zu wenige');
  });
});
