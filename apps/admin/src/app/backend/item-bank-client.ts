import { Injectable, inject } from '@angular/core';
import type { ItemBank, LanguageCode, Wording } from '@stadtteilstimme/domain';

import { Api } from './api';

@Injectable({ providedIn: 'root' })
export class ItemBankClient {
  private readonly api = inject(Api);

  readonly read = (): Promise<ItemBank> => this.api.get('/item-bank');
  readonly saveWording = (itemId: string, language: LanguageCode, wording: Wording): Promise<unknown> =>
    this.api.put(`/item-bank/items/${encodeURIComponent(itemId)}/wordings/${encodeURIComponent(language)}`, wording);
}
