import { ADVICE } from './advice.js';
import { isBlank, isRecord, listIn, propertyOf, textOf } from './json-value.js';
import type { Json } from './json-value.js';
import { reportProperties } from './supported-properties.js';
import type { UnsupportedFeatures } from './unsupported-feature.js';

/** A question or a piece of information, with what its panels and its page say about it. */
export interface SurveyElement {
  readonly json: Json;
  readonly name: string;
  readonly type: string;
  /** Page and panels around it, the outermost first. */
  readonly containers: readonly Json[];
  /** All conditions that have to hold for it to be seen; null = always shown. */
  readonly visibleIf: string | null;
}

/**
 * The elements of a survey in their order, panels unfolded. Whatever is always hidden is left out and named, so is what
 * containers demand.
 */
export function surveyElements(survey: Json, unsupported: UnsupportedFeatures): readonly SurveyElement[] {
  const pages = listIn(survey, 'pages').filter(isRecord);
  const unpaged = childrenOf(survey);
  const roots = pages.length > 0 ? pages : [{ name: 'page1', elements: unpaged }];
  return roots.flatMap((page) => elementsOf(page, [], 'page', unsupported));
}

function childrenOf(container: Json): readonly Json[] {
  const elements = propertyOf(container, 'elements') === undefined ? 'questions' : 'elements';
  return listIn(container, elements).filter(isRecord);
}

function elementsOf(container: Json, around: readonly Json[], kind: 'page' | 'panel', unsupported: UnsupportedFeatures): readonly SurveyElement[] {
  const place = `pages.${textOf(container, 'name') ?? '?'}`;
  reportProperties(container, kind, place, unsupported);
  if (isAlwaysHidden(container)) {
    unsupported.add(place, 'visible', ADVICE.alwaysHidden);
    return [];
  }
  const containers = [...around, container];
  return childrenOf(container).flatMap((json) => {
    if (textOf(json, 'type') === 'panel') return elementsOf(json, containers, 'panel', unsupported);
    const name = textOf(json, 'name') ?? '';
    if (isAlwaysHidden(json)) {
      unsupported.add(name, 'visible', ADVICE.alwaysHidden);
      return [];
    }
    return [{ json, name, type: textOf(json, 'type') ?? '', containers, visibleIf: allConditions([...containers, json]) }];
  });
}

/** `visible: false` counts only without a condition: survey-core lets the condition decide. */
function isAlwaysHidden(json: Json): boolean {
  return propertyOf(json, 'visible') === false && isBlank(propertyOf(json, 'visibleIf'));
}

/** One expression that holds when all of them do; each different one once. */
function allConditions(elements: readonly Json[]): string | null {
  const conditions = [...new Set(elements.flatMap((json) => textOf(json, 'visibleIf') ?? []))];
  if (conditions.length === 0) return null;
  return conditions.length === 1 ? (conditions[0] ?? null) : conditions.map((condition) => `(${condition})`).join(' and ');
}
