import { FirstTables1770000000000 } from './1770000000000-first-tables.js';
import { VersionsAndStaleWordings1780000000000 } from './1780000000000-versions-and-stale-wordings.js';
import { FreeTextDeletion1781000000000 } from './1781000000000-free-text-deletion.js';
import { CitySettings1782000000000 } from './1782000000000-city-settings.js';

/** In the order they run. */
export const MIGRATIONS = [FirstTables1770000000000, VersionsAndStaleWordings1780000000000, FreeTextDeletion1781000000000, CitySettings1782000000000];
