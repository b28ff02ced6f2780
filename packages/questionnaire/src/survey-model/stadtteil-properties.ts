import { Serializer } from 'survey-core';

/** SurveyJS variable the host sets from the consent screen: `survey.setVariable('consentArt9', true)`. */
export const CONSENT_ART9_VARIABLE = 'consentArt9';

/** Expression of every question that asks for special categories of personal data (Art. 9 GDPR). */
export const ART9_VISIBLE_IF = `{${CONSENT_ART9_VARIABLE}} = true`;

/** Properties that pages, panels and questions carry so that an answer can be traced to the item bank. */
const ELEMENT_PROPERTIES = [
  'itemId',
  'part',
  'criterion',
  'fieldOfAction',
  'kind',
  'twinOf',
  'reverse:boolean',
  'art9:boolean',
  'sensitive:boolean',
  'scaleId',
  'demographicId',
  'measurement',
  'asksDistrict:boolean',
  'option',
] as const;

/**
 * On answers: `missing` on "don't know" and "prefer not to say", so that a screen can set them apart from the judgements,
 * and which of the two; on rows of a matrix: which item a row is.
 */
const ITEM_PROPERTIES = ['missing:boolean', 'missingKind', 'itemId', 'criterion', 'fieldOfAction', 'twinOf', 'reverse:boolean'] as const;

/**
 * Teaches survey-core our own properties: without it they are dropped silently when a survey is loaded.
 * Call it before `new Model(json)`. Calling it again does nothing.
 */
export function registerStadtteilProperties(): void {
  for (const className of ['question', 'page', 'panel']) {
    for (const property of ELEMENT_PROPERTIES) {
      addOnce(className, property);
    }
  }
  for (const property of ITEM_PROPERTIES) {
    addOnce('itemvalue', property);
  }
}

function addOnce(className: string, property: string): void {
  const name = property.split(':')[0] ?? property;
  if (Serializer.findProperty(className, name)) return;
  Serializer.addProperty(className, { name: property, category: 'general', visible: false });
}
