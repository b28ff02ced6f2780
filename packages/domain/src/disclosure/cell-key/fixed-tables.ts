import { perturbationTable, type PerturbationTable, type TableLine } from './perturbation-table.js';

type Rows = readonly (readonly (readonly [value: number, upperBound: number])[])[];

/** Rows for the counts 1, 2, 3 and 4 or more; the last one is symmetric. */
const D2_ROWS: Rows = [
  [[0, 0.51333333], [2, 0.97333333], [3, 1]],
  [[0, 0.16560835], [2, 0.71195827], [3, 0.95682504], [4, 1]],
  [[2, 0.42078468], [3, 0.69843064], [4, 0.88078468], [5, 1]],
  [[2, 0.07394668], [3, 0.31815997], [4, 0.68184003], [5, 0.92605332], [6, 1]],
];

/** Rows for the counts 1 to 7 and 8 or more; in row 4 the rule of rising probabilities binds (3 and 4 are equally likely). */
const D5_ROWS: Rows = [
  [[0, 0.73446954], [3, 0.87118973], [4, 0.94398604], [5, 0.9814156], [6, 1]],
  [[0, 0.40880704], [3, 0.8154506], [4, 0.96307459], [5, 0.99539341], [6, 0.99966028], [7, 1]],
  [[0, 0.20398618], [3, 0.5976487], [4, 0.84514109], [5, 0.95570956], [6, 0.9908116], [7, 0.99873051], [8, 1]],
  [[0, 0.08485487], [3, 0.3627761], [4, 0.64069734], [5, 0.83009103], [6, 0.93521648], [7, 0.98067184], [8, 0.99598261], [9, 1]],
  [[0, 0.02014748], [3, 0.19349495], [4, 0.41412799], [5, 0.63544627], [6, 0.81041393], [7, 0.91943037], [8, 0.97296317], [9, 0.99368087], [10, 1]],
  [[3, 0.07202982], [4, 0.2087469], [5, 0.40609829], [6, 0.62275122], [7, 0.80363348], [8, 0.91848436], [9, 0.97394435], [10, 0.99431158], [11, 1]],
  [[3, 0.0184392], [4, 0.07392308], [5, 0.19554412], [6, 0.38975228], [7, 0.6156663], [8, 0.8071077], [9, 0.9252881], [10, 0.97843428], [11, 0.99584495], [12, 1]],
  [[3, 0.00379186], [4, 0.02038279], [5, 0.07267542], [6, 0.19140579], [7, 0.38559925], [8, 0.61440075], [9, 0.80859421], [10, 0.92732458], [11, 0.97961721], [12, 0.99620814], [13, 1]],
];

function linesOf(rows: Rows): readonly (readonly TableLine[])[] {
  return rows.map((row) => row.map(([value, upperBound]) => ({ value, upperBound })));
}

/**
 * D = 2, V = 1.08, js = 1: counts move by at most 2, no published 1. For public pages of a survey: at n = 30 the noise is worth
 * 3.5 points. Source: vignette of the R package ptable (Enderle, Destatis); bounds to eight digits as published.
 */
export const GENTLE_TABLE: PerturbationTable = perturbationTable({ maximumNoise: 2, variance: 1.08, neverPublished: 1 }, linesOf(D2_ROWS));

/**
 * D = 5, V = 3, js = 2: counts move by at most 5, no published 1 or 2. 66 lines with row 0; the default of the R package SSBcellKey
 * and close to the TableBuilder of the Australian Bureau of Statistics.
 */
export const STRONG_TABLE: PerturbationTable = perturbationTable({ maximumNoise: 5, variance: 3, neverPublished: 2 }, linesOf(D5_ROWS));
