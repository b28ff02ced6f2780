/** A page or panel that a question stands on. */
export interface QuestionHolder {
  readonly kind: 'page' | 'panel';
  readonly name: string;
}

/** Every named question and panel of a SurveyJS definition in document order → the pages and panels around it, outermost first. */
export function questionHolders(survey: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly QuestionHolder[]> {
  const found = new Map<string, readonly QuestionHolder[]>();
  const visit = (elements: unknown, around: readonly QuestionHolder[]): void => {
    if (!Array.isArray(elements)) return;
    for (const element of elements as readonly unknown[]) {
      if (typeof element !== 'object' || element === null) continue;
      const { name, elements: inner } = element as { readonly name?: unknown; readonly elements?: unknown };
      if (typeof name === 'string') found.set(name, around);
      visit(inner, typeof name === 'string' ? [...around, { kind: 'panel', name }] : around);
    }
  };
  const pages = Array.isArray(survey['pages']) ? (survey['pages'] as readonly unknown[]) : [];
  for (const page of pages) {
    if (typeof page !== 'object' || page === null) continue;
    const { name, elements } = page as { readonly name?: unknown; readonly elements?: unknown };
    visit(elements, typeof name === 'string' ? [{ kind: 'page', name }] : []);
  }
  visit(survey['elements'], []);
  return found;
}
