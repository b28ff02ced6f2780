import { validateSync } from 'class-validator';
import { IsLocalizedText } from './is-localized-text.js';

class Poster {
  @IsLocalizedText(5) title: unknown;
}

function accepts(title: unknown): boolean {
  return validateSync(Object.assign(new Poster(), { title })).length === 0;
}

const inLanguages = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`, 'a']));

describe('IsLocalizedText', () => {
  it('takes fifty languages and no more', () => {
    expect([accepts(inLanguages(50)), accepts(inLanguages(51))]).toEqual([true, false]);
  });

  it.each([[{}], [{ de: 'Titel' }], [{ de: '', 'de-simple': 'a', ckb: 'b' }]])('takes %j', (value) => {
    expect(accepts(value)).toBe(true);
  });

  it.each([[undefined], [null], ['Titel'], [['de']], [{ de: 1 }], [{ de: 'zu lang' }], [{ '<b>': 'x' }], [{ '': 'x' }]])('refuses %j', (value) => {
    expect(accepts(value)).toBe(false);
  });
});
