export interface InstalledPostgres {
  readonly version: number;
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

export function findChromium(): string | null;
export function findPostgres(): InstalledPostgres | null;
