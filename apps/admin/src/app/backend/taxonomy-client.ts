import { Injectable, inject } from '@angular/core';
import type { Taxonomy, TaxonomyVersion } from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class TaxonomyClient {
  private readonly api = inject(Api);

  readonly newest = (): Promise<TaxonomyVersion> => this.api.get('/taxonomy');
  readonly versions = (): Promise<readonly TaxonomyVersionLine[]> => this.api.get('/taxonomy/versions');
  readonly version = (version: number): Promise<TaxonomyVersion> => this.api.get(`/taxonomy/versions/${version}`);
  /** Makes a new version; refused with `edit-conflict` when `baseVersion` is no longer the newest. */
  readonly save = (baseVersion: number, comment: string, taxonomy: Taxonomy): Promise<TaxonomyVersion> =>
    this.api.post('/taxonomy/versions', { baseVersion, comment, taxonomy });
}

/** What a list of versions needs; the list may carry more. */
export type TaxonomyVersionLine = Pick<TaxonomyVersion, 'version' | 'createdOn' | 'comment'>;
