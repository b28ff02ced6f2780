import { FirstTables1770000000000 } from './1770000000000-first-tables.js';

/** In the order they run. */
export const MIGRATIONS = [FirstTables1770000000000];
