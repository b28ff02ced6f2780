import type { Cell, WithheldReason } from '../../contract/report.js';
import type { Protected } from '../protected.js';

/** A category that is the sum of others, for example "agree" of codes 4 and 5. */
export interface CategoryGroup {
  readonly category: string;
  /** Categories it adds up; groups may contain groups, every category is part of at most one. */
  readonly parts: readonly string[];
}

/**
 * One way to split people up. The same id means the same split in every table of a publication: same categories, same groups.
 * The total is not listed; it is the index after the last category.
 */
export interface PublicationDimension {
  readonly id: string;
  /** Unique names, at least one. */
  readonly categories: readonly string[];
  /** Categories that are sums of other categories; default none. */
  readonly groups?: readonly CategoryGroup[];
  /**
   * Set for the answers to one question: which categories are no judgement (not shown, not answered, don't know, prefer not).
   * The others are the base of percentages; bases that are too small or homogeneous are withheld as a whole.
   */
  readonly answers?: { readonly missing: readonly string[] };
  /** Art. 9 and other sensitive content: the higher k holds for every cell that names a category of this dimension. */
  readonly sensitive?: boolean;
}

/** A table of whole counts with its margins, one to three dimensions. */
export interface PublicationTable {
  /** Unique within the publication. */
  readonly id: string;
  /**
   * Whom the table counts (a filter, a wave, the people shown a question). Cells of tables with the same context and the same
   * coordinates are the same cell; tables of different contexts share nothing. Default: everyone.
   */
  readonly context?: string;
  readonly dimensions: readonly PublicationDimension[];
  /** Row-major, last dimension fastest; every dimension has its categories and then its total: length = product of (categories + 1). */
  readonly counts: ArrayLike<number>;
  /** Indices into `counts` of cells everyone knows to be impossible; their count is 0. Default none. */
  readonly structuralZeros?: readonly number[];
}

/** One protected table. Laid out like the table it was made from. */
export interface ProtectedPublicationTable {
  readonly id: string;
  readonly dimensions: readonly PublicationDimension[];
  readonly cells: readonly Cell[];
}

/** What may be published of a set of linked tables. Made by `protect` only. */
export type ProtectedPublication = Protected<{ readonly tables: readonly ProtectedPublicationTable[] }>;

/**
 * Verdict on one group of people's answers to one question: may figures (score, mean, percentages) of this group be made?
 * `withheld` whenever a judgement cell of the group is withheld; the base is then not to be shown either.
 */
export interface GroupVerdict {
  readonly table: string;
  /** The answers dimension. */
  readonly answers: string;
  /** Dimension id → category of the group; dimensions that are totalled are left out. */
  readonly group: Readonly<Record<string, string>>;
  readonly withheld: WithheldReason | null;
}
