import { Injectable } from '@nestjs/common';
import type { ItemBank } from '@stadtteilstimme/domain';
import { ItemBankRepository } from './item-bank.repository.js';

/** The item bank as it is now, for composing and translating. */
@Injectable()
export class ReadItemBank {
  constructor(private readonly repository: ItemBankRepository) {}

  run(): Promise<ItemBank> {
    return this.repository.read();
  }
}
