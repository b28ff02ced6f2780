declare const protectedBrand: unique symbol;

/**
 * Marks what has passed the protection. The symbol exists only for the compiler and is not exported:
 * outside this folder nothing can be made that carries it, so a raw table does not fit where a protected one is asked for.
 */
export type Protected<Content> = Content & { readonly [protectedBrand]: true };

/**
 * Marks content as protected. Only for the `protect…` functions of this folder; not exported from the package.
 */
export function sealProtected<Content>(content: Content): Protected<Content> {
  return content as Protected<Content>;
}
