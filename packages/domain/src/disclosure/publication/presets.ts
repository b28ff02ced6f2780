import { GENTLE_TABLE } from '../cell-key/fixed-tables.js';
import type { PublicationPolicy } from './publication-policy.js';

const THRESHOLDS = { minimumCell: 5, minimumSensitiveCell: 10, minimumBase: 10, homogeneityBase: 30 } as const;
const RULES = { fixedTables: true, oneMethod: true, batch: { answers: 10, days: 1 }, percentages: 'whole', readersKnowGroups: true, minimumMeanBase: 10 } as const;

/**
 * What leaves the hands of the named analysts (exports, tables for other departments): true sums, small cells and their
 * companions withheld. Up to three dimensions. Made for readers who did not see the people come: somebody who knows the true size of
 * every group may find a few withheld counts (`readersKnowGroups` prevents that, and leaves little of tables in three dimensions).
 * Promises nothing to a reader of a page made of the same answers in another history.
 */
export const ANALYST_EXPORT: PublicationPolicy = {
  ...RULES,
  name: 'analyst-export',
  method: { kind: 'suppression' },
  thresholds: THRESHOLDS,
  maximumDimensions: 3,
  readersKnowGroups: false,
  minimumPercentageBase: 10,
  printedBases: 'protected',
};

/**
 * Stadtteil teams and other units of the city: they know their visitors and are the best informed readers. They also read the page: both belong
 * in one history, the team's snapshot first, then the page of the same answers as `{ ...PUBLIC_PAGE, oneMethod: false }`.
 */
export const DISTRICT_TEAM: PublicationPolicy = { ...ANALYST_EXPORT, name: 'district-team', maximumDimensions: 2, readersKnowGroups: true };

/**
 * Public page, open data and council paper, for tables that overlap (Stadtteil × answer, group × answer, wave × answer): Cell Key
 * Method with D = 2, V = 1.08, js = 1. The council paper is printed from the public snapshot, never made anew.
 */
export const PUBLIC_PAGE: PublicationPolicy = {
  ...RULES,
  name: 'public-page',
  method: { kind: 'cell-key', table: GENTLE_TABLE },
  thresholds: THRESHOLDS,
  maximumDimensions: 2,
  minimumPercentageBase: 30,
  printedBases: 'fives',
};

/** The same for lists of tables that do not overlap: counts rounded to 5, no record keys needed. */
export const PUBLIC_ROUNDED: PublicationPolicy = { ...PUBLIC_PAGE, name: 'public-rounded', method: { kind: 'rounding', base: 5 } };
