import { Injectable } from '@nestjs/common';
import type { ItemBank } from '@stadtteilstimme/domain';
import { consentTexts } from '@stadtteilstimme/questionnaire';
import { readDataFile } from '../reference-data/index.js';
import { type City, ItemBankRepository } from './item-bank.repository.js';

/** Gives a new installation its item bank and the city's own particulars; does nothing where there is one. */
@Injectable()
export class SeedItemBank {
  constructor(private readonly repository: ItemBankRepository) {}

  /** @throws Error when the consent text of the city's files cannot be filled in. */
  async run(): Promise<void> {
    const bank = await readDataFile<ItemBank>('item-bank');
    const city = await readDataFile<City>('city');
    await this.repository.inTransaction(async (manager) => {
      if (!(await this.repository.isEmpty(manager))) return;
      tryConsentTexts(bank, city);
      await this.repository.fill(manager, bank, city);
    });
  }
}

/** A placeholder without a value must stop the start, not the first publishing. */
function tryConsentTexts(bank: ItemBank, city: City): void {
  const audiences = new Set(bank.consent.flatMap((block) => block.audience));
  const languages = bank.languages.map((language) => language.code);
  for (const targetGroupId of audiences) {
    consentTexts({ itemBank: bank, languages, placeholders: city.consent, targetGroupId, hasArt9Items: true });
  }
}
