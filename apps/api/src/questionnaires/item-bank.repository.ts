import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Item, ItemBank, LanguageCode, Wording, Wordings } from '@stadtteilstimme/domain';
import type { ConsentPlaceholders } from '@stadtteilstimme/questionnaire';
import { DataSource, type EntityManager } from 'typeorm';
import { ItemBankPartEntity, type ItemBankPartName, ItemEntity, WordingEntity } from './item-bank.entity.js';

/** What the city says about itself in the texts residents read. */
export interface City {
  readonly consent: ConsentPlaceholders;
  readonly helpPhone: string;
}

/** All SQL about the item bank. */
@Injectable()
export class ItemBankRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async isEmpty(manager: EntityManager): Promise<boolean> {
    return (await manager.getRepository(ItemBankPartEntity).count()) === 0;
  }

  async fill(manager: EntityManager, bank: ItemBank, city: City): Promise<void> {
    const parts: Readonly<Record<ItemBankPartName, unknown>> = {
      languages: bank.languages,
      scales: bank.scales,
      demographics: bank.demographics,
      consent: bank.consent,
      'interface-texts': bank.interfaceTexts,
      city,
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

  city(manager: EntityManager = this.dataSource.manager): Promise<City> {
    return this.part<City>(manager, 'city');
  }

  languages(): Promise<ItemBank['languages']> {
    return this.part<ItemBank['languages']>(this.dataSource.manager, 'languages');
  }

  hasItem(itemId: string): Promise<boolean> {
    return this.dataSource.getRepository(ItemEntity).existsBy({ id: itemId });
  }

  async saveWording(itemId: string, language: LanguageCode, wording: Wording): Promise<void> {
    await this.dataSource.getRepository(WordingEntity).save({ itemId, language, ...wording, help: wording.help ?? null });
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

function groupWordings(wordings: readonly WordingEntity[]): ReadonlyMap<string, Wordings> {
  const grouped = new Map<string, Record<LanguageCode, Wording>>();
  for (const { itemId, language, text, help, state } of wordings) {
    const ofItem = grouped.get(itemId) ?? {};
    ofItem[language] = help === null ? { text, state } : { text, help, state };
    grouped.set(itemId, ofItem);
  }
  return grouped;
}
