import { CITY_FIELDS, type CitySettings, cityPlaceholders, cityText, EMPTY_CITY_SETTINGS, essentialState, missingCityFields } from './city-settings.js';

const settings: CitySettings = {
  ...EMPTY_CITY_SETTINGS,
  texts: { ...EMPTY_CITY_SETTINGS.texts, controller: { de: ' Musterstelle\n Musterstraße 1 \n\n12345 Musterstadt', en: 'Example office' }, contact: { en: 'only English' } },
};

describe('what the city has said', () => {
  it('is nothing at first, and nothing is invented', () => {
    expect(Object.keys(EMPTY_CITY_SETTINGS.texts)).toEqual([...CITY_FIELDS]);
    expect(missingCityFields(EMPTY_CITY_SETTINGS.texts)).toEqual(CITY_FIELDS.filter((field) => field !== 'vatId'));
  });

  it('falls back to German and says so', () => {
    expect(cityText(settings.texts, 'controller', 'en')).toEqual({ text: 'Example office', language: 'en' });
    expect(cityText(settings.texts, 'controller', 'tr')?.language).toBe('de');
    expect(cityText(settings.texts, 'controller', 'constructor')?.language).toBe('de');
    expect(cityText(settings.texts, 'provider', 'de')).toBeNull();
  });

  it('counts as missing without German', () => {
    expect(missingCityFields(settings.texts, ['controller', 'contact', 'vatId'])).toEqual(['contact']);
  });
});

describe('placeholders of the consent text', () => {
  it('are one line each; what is owed says so', () => {
    const values = cityPlaceholders(settings, { code: 'de', direction: 'ltr' }, '(fehlt)');
    expect(values).toEqual({ controller: 'Musterstelle, Musterstraße 1, 12345 Musterstadt', contact: '(fehlt)', dataProtectionContact: '(fehlt)', authority: '(fehlt)', months: 6, phone: '' });
  });

  it('are isolated in a language written from right to left', () => {
    expect(cityPlaceholders(settings, { code: 'ar', direction: 'rtl' }, '…').controller).toBe('\u2068Musterstelle, Musterstraße 1, 12345 Musterstadt\u2069');
    expect(cityPlaceholders({ ...settings, helpPhone: '+49 40 66969123' }, { code: 'ar', direction: 'rtl' }, '…').phone).toBe('\u2068+49 40 66969123\u2069');
    expect(cityPlaceholders(settings, { code: 'ar', direction: 'rtl' }, '…').phone).toBe('');
  });
});

it('counts a translation nobody looked at as machine-made', () => {
  expect(['de', 'de-simple', 'en', 'ar', 'constructor'].map((code) => essentialState({}, code))).toEqual(['draft', 'draft-simple', 'draft', 'machine', 'machine']);
  expect(essentialState({ ar: 'reviewed' }, 'ar')).toBe('reviewed');
});
