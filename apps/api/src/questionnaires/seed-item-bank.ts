import { Injectable } from '@nestjs/common';
import { cityPlaceholders, EMPTY_CITY_SETTINGS, type ItemBank } from '@stadtteilstimme/domain';
import { consentTexts } from '@stadtteilstimme/questionnaire';
import { readDataFile } from '../reference-data/index.js';
import { ItemBankRepository } from './item-bank.repository.js';

/** Gives a new installation its item bank; does nothing where there is one. */
@Injectable()
export class SeedItemBank {
  constructor(private readonly repository: ItemBankRepository) {}

  /** @throws Error when the consent text of the file cannot be filled in. */
  async run(): Promise<void> {
    const bank = await readDataFile<ItemBank>('item-bank');
    await this.repository.inTransaction(async (manager) => {
      if (!(await this.repository.isEmpty(manager))) return;
      tryConsentTexts(bank);
      await this.repository.fill(manager, bank);
    });
  }
}

/** A placeholder that nothing fills must stop the start, not the first publishing. */
function tryConsentTexts(bank: ItemBank): void {
  const audiences = new Set(bank.consent.flatMap((block) => block.audience));
  const languages = bank.languages.map((language) => language.code);
  const placeholders = (code: string) => cityPlaceholders(EMPTY_CITY_SETTINGS, { code, direction: 'ltr' }, '');
  for (const targetGroupId of audiences) {
    consentTexts({ itemBank: bank, languages, placeholders, surveyPurpose: {}, targetGroupId, hasArt9Items: true });
  }
}
