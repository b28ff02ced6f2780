import { CITY_FIELDS, EMPTY_CITY_SETTINGS } from '@stadtteilstimme/domain';

import { CITY_GROUP_IDS, CITY_GROUPS, fieldsWithoutGerman, isOwed, withCityText, withEssentialState } from './city-settings-edits';

it('asks for every field once', () => {
  const asked = CITY_GROUP_IDS.flatMap((group): readonly string[] => CITY_GROUPS[group]);
  expect([...asked].sort()).toEqual([...CITY_FIELDS].sort());
});

it('writes a text, and takes an emptied one away', () => {
  const written = withCityText(EMPTY_CITY_SETTINGS, 'contact', 'de', 'Musterhaus ');
  expect(written.texts.contact).toEqual({ de: 'Musterhaus ' });
  expect(withCityText(written, 'contact', 'de', ' \n').texts.contact).toEqual({});
  expect(EMPTY_CITY_SETTINGS.texts.contact).toEqual({});
});

it('finds translations without their German', () => {
  const english = withCityText(EMPTY_CITY_SETTINGS, 'contact', 'en', 'Office');
  expect(fieldsWithoutGerman(english)).toEqual(['contact']);
  expect(fieldsWithoutGerman(withCityText(english, 'contact', 'de', 'Haus'))).toEqual([]);
});

it('owes what has no German and may not stay empty', () => {
  expect(isOwed(EMPTY_CITY_SETTINGS, 'contact')).toBe(true);
  expect(isOwed(EMPTY_CITY_SETTINGS, 'vatId')).toBe(false);
  expect(isOwed(withCityText(EMPTY_CITY_SETTINGS, 'contact', 'de', 'Haus'), 'contact')).toBe(false);
});

it('keeps the state of the essentials by language', () => {
  expect(withEssentialState(EMPTY_CITY_SETTINGS, 'ar', 'reviewed').essentialStates).toEqual({ ar: 'reviewed' });
});
