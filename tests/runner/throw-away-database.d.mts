import type { PostgresBinaries } from '@stadtteilstimme/api/embedded-postgres';

export interface ThrowAwayDatabase {
  readonly url: string;
  /** Holds the cluster in `postgres`. */
  readonly folder: string;
  stop(): Promise<void>;
}

export function startThrowAwayDatabase(installed: PostgresBinaries | null, port?: number): Promise<ThrowAwayDatabase>;
