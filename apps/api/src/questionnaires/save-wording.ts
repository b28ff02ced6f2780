import { Injectable } from '@nestjs/common';
import type { LanguageCode, Wording } from '@stadtteilstimme/domain';
import { ProblemException } from '../platform/errors/index.js';
import { isPlainText } from '../platform/validation/index.js';
import { ItemBankRepository } from './item-bank.repository.js';

/** The language the others are translated from. */
const SOURCE: LanguageCode = 'de';

/**
 * Changes or adds the wording of an item in one language. Published versions keep the wording they were made with. A
 * changed German wording leaves its translations stale until somebody saves them again, as they are or changed.
 */
@Injectable()
export class SaveWording {
  constructor(private readonly repository: ItemBankRepository) {}

  /** @throws ProblemException `not-found` for an item or language that the bank does not have. */
  async run(itemId: string, language: LanguageCode, wording: Wording): Promise<Wording> {
    const languages = await this.repository.languages();
    const possible = isPlainText(itemId, 60) && languages.some((candidate) => candidate.code === language);
    const known = possible && (await this.repository.hasItem(itemId));
    if (!known) throw new ProblemException('not-found');
    const help = wording.help?.trim() ?? '';
    const saved: Wording = { text: wording.text.trim(), ...(help === '' ? {} : { help }), state: wording.state };
    await this.repository.inTransaction(async (manager) => {
      const before = (await this.repository.lockWordings(manager, itemId))[SOURCE];
      if (language === SOURCE && before !== undefined) await this.repository.rememberSource(manager, itemId, before);
      await this.repository.saveWording(manager, itemId, language, saved);
    });
    return saved;
  }
}
