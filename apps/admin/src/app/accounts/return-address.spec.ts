import { returnAddress } from './return-address';

describe('returnAddress', () => {
  it('leads back to where the person was', () => {
    expect(returnAddress('/auswertung/7?stadtteil=kaltenmoor')).toBe('/auswertung/7?stadtteil=kaltenmoor');
  });

  it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'fragebogen', '/anmelden?weiter=/'])('stays at home for %s', (wanted) => {
    expect(returnAddress(wanted)).toBe('/');
  });
});
