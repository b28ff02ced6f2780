import { isPlainText } from './is-plain-text.js';

describe('isPlainText', () => {
  it.each(['', 'Stadtteil', 'zwei\nZeilen\tund\r\nTab', 'العربية 😀', 'x'.repeat(20)])('takes %j', (text) => {
    expect(isPlainText(text, 20)).toBe(true);
  });

  it.each(['\u0000', 'a\u0007', '\ud83d', 'x'.repeat(21), 7, null, ['x']])('refuses %j', (text) => {
    expect(isPlainText(text, 20)).toBe(false);
  });
});
