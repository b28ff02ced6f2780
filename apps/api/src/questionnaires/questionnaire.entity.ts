import type { PublishedQuestionnaire, QuestionnaireDraft, QuestionnaireState } from '@stadtteilstimme/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('questionnaire')
export class QuestionnaireEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('jsonb')
  draft: QuestionnaireDraft;

  @Column('integer')
  revision: number;

  @Column('text')
  state: QuestionnaireState;

  @Column('integer', { name: 'taxonomy_version' })
  taxonomyVersion: number;

  @Column('boolean')
  synthetic: boolean;
}

/** What a published version keeps for ever; state and synthetic belong to the questionnaire. */
export type FrozenContent = Omit<PublishedQuestionnaire, 'state' | 'synthetic'>;

@Entity('questionnaire_version')
export class QuestionnaireVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'questionnaire_id' })
  questionnaireId: string;

  @Column('integer')
  number: number;

  @Column('date', { name: 'published_on' })
  publishedOn: string;

  @Column('integer', { name: 'taxonomy_version' })
  taxonomyVersion: number;

  @Column('jsonb')
  draft: QuestionnaireDraft;

  @Column('jsonb')
  content: FrozenContent;

  /** Why wordings changed since the version before: id of the item or demographic question → reason. For staff only. */
  @Column('jsonb', { name: 'wording_notes' })
  wordingNotes: Readonly<Record<string, string>>;
}
