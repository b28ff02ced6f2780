import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Item, ItemBank, LanguageCode, Wording, Wordings } from '@stadtteilstimme/domain';
import { textFingerprint } from '@stadtteilstimme/questionnaire';
import { DataSource, type EntityManager } from 'typeorm';
import { ItemBankPartEntity, type ItemBankPartName, ItemEntity, WordingEntity } from './item-bank.entity.js';

/** All SQL about the item bank. */
@Injectable()
export class ItemBankRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async isEmpty(manager: EntityManager): Promise<boolean> {
    return (await manager.getRepository(ItemBankPartEntity).count()) === 0;
  }

  async fill(manager: EntityManager, bank: ItemBank): Promise<void> {
    const parts: Readonly<Record<ItemBankPartName, unknown>> = {
      languages: bank.languages,
      scales: bank.scales,
      demographics: bank.demographics,
      consent: bank.consent,
      'interface-texts': bank.interfaceTexts,
    };
    await manager.query('INSERT INTO item_bank_part (name, content) SELECT key, value FROM jsonb_each($1)', [JSON.stringify(parts)]);
    const items = bank.items.map(({ wordings: _, ...definition }, position) => ({ id: definition.id, position, definition }));
    await manager.query(
      'INSERT INTO item (id, position, definition) SELECT id, position, definition FROM jsonb_to_recordset($1) AS i (id text, position integer, definition jsonb)',
      [JSON.stringify(items)],
    );
    const wordings = bank.items.flatMap((item) =>
      Object.entries(item.wordings).map(([language, wording]) => ({ itemId: item.id, language, ...wording, help: wording.help ?? null })),
    );
    await manager.getRepository(WordingEntity).insert(wordings);
  }

  async read(manager: EntityManager = this.dataSource.manager): Promise<ItemBank> {
    const items = await manager.getRepository(ItemEntity).find({ order: { position: 'ASC' } });
    const wordings = await manager.getRepository(WordingEntity).find({ order: { itemId: 'ASC', language: 'ASC' } });
    const wordingsOf = groupWordings(wordings);
    return {
      languages: await this.part<ItemBank['languages']>(manager, 'languages'),
      scales: await this.part<ItemBank['scales']>(manager, 'scales'),
      items: items.map((item): Item => ({ ...item.definition, wordings: wordingsOf.get(item.id) ?? {} })),
      demographics: await this.part<ItemBank['demographics']>(manager, 'demographics'),
      consent: await this.part<ItemBank['consent']>(manager, 'consent'),
      interfaceTexts: await this.part<ItemBank['interfaceTexts']>(manager, 'interface-texts'),
    };
  }

  languages(): Promise<ItemBank['languages']> {
    return this.part<ItemBank['languages']>(this.dataSource.manager, 'languages');
  }

  hasItem(itemId: string): Promise<boolean> {
    return this.dataSource.getRepository(ItemEntity).existsBy({ id: itemId });
  }

  /** Also says that somebody has held a translation against the German wording of today. */
  async saveWording(manager: EntityManager, itemId: string, language: LanguageCode, { text, help, state }: Wording): Promise<void> {
    await manager.getRepository(WordingEntity).save({ itemId, language, text, help: help ?? null, state, translatedFrom: null });
  }

  /** The wordings of one item, locked until the transaction ends, so that two changes cannot cross. */
  async lockWordings(manager: EntityManager, itemId: string): Promise<Wordings> {
    // The item, not its wordings: the first wording of a language has no row to lock.
    await manager.query('SELECT 1 FROM item WHERE id = $1 FOR UPDATE', [itemId]);
    const wordings = await manager.getRepository(WordingEntity).findBy({ itemId });
    return groupWordings(wordings).get(itemId) ?? {};
  }

  /** Translations made from the German wording of today remember which one that was, for it is about to change. */
  async rememberSource(manager: EntityManager, itemId: string, german: Wording): Promise<void> {
    await manager.query(`UPDATE wording SET translated_from = $2 WHERE item_id = $1 AND language <> 'de' AND translated_from IS NULL`, [itemId, sourceMark(german)]);
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  private async part<T>(manager: EntityManager, name: ItemBankPartName): Promise<T> {
    const part = await manager.getRepository(ItemBankPartEntity).findOneBy({ name });
    if (part === null) throw new Error(`The item bank has no ${name} yet.`);
    return part.content as T;
  }
}

/** Text and help are translated together; either may change. */
function sourceMark({ text, help }: Wording): string {
  return textFingerprint(`${text}\n${help ?? ''}`);
}

function groupWordings(wordings: readonly WordingEntity[]): ReadonlyMap<string, Wordings> {
  const grouped = new Map<string, Record<LanguageCode, Wording>>();
  for (const { itemId, language, text, help, state } of wordings) {
    const ofItem = grouped.get(itemId) ?? {};
    ofItem[language] = help === null ? { text, state } : { text, help, state };
    grouped.set(itemId, ofItem);
  }
  for (const { itemId, language, translatedFrom } of wordings) {
    const ofItem = grouped.get(itemId);
    const [own, german] = [ofItem?.[language], ofItem?.['de']];
    if (ofItem === undefined || own === undefined || german === undefined || translatedFrom === null) continue;
    if (translatedFrom !== sourceMark(german)) ofItem[language] = { ...own, stale: true };
  }
  return grouped;
}
