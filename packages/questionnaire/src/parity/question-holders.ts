import { isRecord, listIn, propertyOf } from '../codebook/json-value.js';
import type { Json } from '../codebook/json-value.js';

/** A page or panel that a question stands on. */
export interface QuestionHolder {
  readonly kind: 'page' | 'panel';
  readonly name: string;
}

/** Every named question and panel of a SurveyJS definition in document order → the pages and panels around it, outermost first. */
export function questionHolders(survey: Json): ReadonlyMap<string, readonly QuestionHolder[]> {
  const found = new Map<string, readonly QuestionHolder[]>();
  const visit = (container: Json, around: readonly QuestionHolder[]): void => {
    // Version 1 calls them questions.
    for (const element of [...listIn(container, 'elements'), ...listIn(container, 'questions')].filter(isRecord)) {
      const name = propertyOf(element, 'name');
      if (typeof name === 'string') found.set(name, around);
      visit(element, typeof name === 'string' ? [...around, { kind: 'panel', name }] : around);
    }
  };
  for (const page of listIn(survey, 'pages').filter(isRecord)) {
    const name = propertyOf(page, 'name');
    visit(page, typeof name === 'string' ? [{ kind: 'page', name }] : []);
  }
  visit(survey, []);
  return found;
}
