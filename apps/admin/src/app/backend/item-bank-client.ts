import { Injectable, inject } from '@angular/core';
import type { ItemBank, LanguageCode, Wording } from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class ItemBankClient {
  private readonly api = inject(Api);

  readonly read = (): Promise<ItemBank> => this.api.get('/item-bank');
  /** Whoever saves a translation has held it against the German wording of today: it is not stale any more. */
  readonly saveWording = (itemId: string, language: LanguageCode, { text, help, state }: Wording): Promise<unknown> =>
    this.api.put(`/item-bank/items/${encodeURIComponent(itemId)}/wordings/${encodeURIComponent(language)}`, { text, help, state });
}
