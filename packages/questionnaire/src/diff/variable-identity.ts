import type { Codebook, CodebookQuestion, Variable } from '@stadtteilstimme/domain';

/** What stays the same over versions and waves: an item of the bank, a question about the person, or a question's name. */
export interface ItemIdentity {
  readonly kind: 'item' | 'demographic' | 'question';
  readonly id: string;
}

/** The identity a variable belongs to: `itemId`, else `demographicId`, else the name of its question. */
export function itemIdentity(variable: Variable, codebook: Codebook): ItemIdentity {
  if (variable.itemId !== null) return { kind: 'item', id: variable.itemId };
  if (variable.demographicId !== null) return { kind: 'demographic', id: variable.demographicId };
  return { kind: 'question', id: questionOf(variable, codebook)?.name ?? variable.question };
}

/** The question a variable is read from; a free text belongs to the question whose choice opens it. */
export function questionOf(variable: Variable, codebook: Codebook): CodebookQuestion | undefined {
  return (
    codebook.questions.find((question) => question.name === variable.question) ??
    codebook.questions.find((question) => question.commentKey === variable.question)
  );
}

/**
 * The identity of every variable (variable name → key) in each of several codebooks: same key, same thing measured.
 * Built from item, part, option and row, never from position, label or the variable's name. Only where one codebook
 * holds two variables of one identity do all codebooks add the question's name to tell them apart.
 */
export function variableIdentities(codebooks: readonly Codebook[]): readonly ReadonlyMap<string, string>[] {
  const plain = codebooks.map((codebook) => codebook.variables.map((variable) => plainKey(variable, codebook)));
  const ambiguous = new Set(plain.flatMap((keys) => keys.filter((key, index) => keys.indexOf(key) !== index)));
  return codebooks.map(
    (codebook, at) =>
      new Map(
        codebook.variables.map((variable, index) => {
          const key = plain[at]?.[index] ?? '';
          return [variable.name, ambiguous.has(key) ? `${key}|${JSON.stringify(variable.question)}` : key];
        }),
      ),
  );
}

/** The items of a codebook in its order, each with its variables. */
export function variablesByItem(codebook: Codebook): ReadonlyMap<string, { readonly identity: ItemIdentity; readonly variables: readonly Variable[] }> {
  const items = new Map<string, { identity: ItemIdentity; variables: Variable[] }>();
  for (const variable of codebook.variables) {
    const identity = itemIdentity(variable, codebook);
    const key = `${identity.kind}:${identity.id}`;
    const entry = items.get(key);
    if (entry) entry.variables.push(variable);
    else items.set(key, { identity, variables: [variable] });
  }
  return items;
}

function plainKey(variable: Variable, codebook: Codebook): string {
  const { kind, id } = itemIdentity(variable, codebook);
  return JSON.stringify([kind, id, variable.part, variable.option?.code ?? null, variable.row ?? null]);
}
