import type { Item, WordingState } from '@stadtteilstimme/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question of the item bank without its wordings. */
@Entity('item')
export class ItemEntity {
  @PrimaryColumn('text')
  id: string;

  /** Place in the bank. */
  @Column('integer')
  position: number;

  @Column('jsonb')
  definition: Omit<Item, 'wordings'>;
}

/** One language of an item. */
@Entity('wording')
export class WordingEntity {
  @PrimaryColumn('text', { name: 'item_id' })
  itemId: string;

  @PrimaryColumn('text')
  language: string;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  help: string | null;

  @Column('text')
  state: WordingState;

  /** Fingerprint of the German wording this translation was last held against; null = the German wording of today. */
  @Column('text', { name: 'translated_from', nullable: true })
  translatedFrom: string | null;
}

export type ItemBankPartName = 'languages' | 'scales' | 'demographics' | 'consent' | 'interface-texts';

/** What questionnaires use as a whole. */
@Entity('item_bank_part')
export class ItemBankPartEntity {
  @PrimaryColumn('text')
  name: ItemBankPartName;

  @Column('jsonb')
  content: unknown;
}
