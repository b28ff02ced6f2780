import type { Cell } from '../../contract/report.js';
import type { PublicationDimension } from '../linked/publication-table.js';
import type { Protected } from '../protected.js';
import type { GroupShares } from './group-shares.js';
import type { PublicationList } from './publication-columns.js';
import type { ProtectionMethod, PublicationPolicy } from './publication-policy.js';
import type { PublishedMean } from './publish-means.js';

/** One table as readers see it; laid out like a `PublicationTable`. */
export interface PublishedTable {
  readonly id: string;
  readonly dimensions: readonly PublicationDimension[];
  readonly cells: readonly Cell[];
  readonly shares: readonly GroupShares[];
}

/** Everything a reader sees of a publication, frozen. Screen, file and paper are printed from it and from nothing else. */
export interface PublicationContent {
  readonly policy: string;
  readonly method: ProtectionMethod['kind'];
  readonly day: number;
  readonly tables: readonly PublishedTable[];
  readonly means: readonly PublishedMean[];
}

export type PublicationSnapshot = Protected<PublicationContent>;

/** What the server keeps of a snapshot beside the snapshot itself. Secret: it says whose answers are in it. */
export interface PublicationBatch {
  readonly policy: PublicationPolicy;
  readonly list: PublicationList;
  /** Whole day number (any calendar the caller keeps to); never a time of day. */
  readonly day: number;
  /** One byte per answer: 1 = part of the snapshot. */
  readonly included: Uint8Array;
  /** A mark of what every answer says (`answerMarks`), by which an edited answer is noticed. */
  readonly marks: Uint32Array;
  /** Answers that wait for others of their group to come. */
  readonly waiting: number;
}

/**
 * A publication of a survey as the server keeps it. The history of a survey holds all of them, oldest first, whoever they were made for
 * (page, team, export): a reader of two compares them.
 */
export interface PastPublication {
  readonly batch: PublicationBatch;
  readonly content: PublicationContent;
}
