import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reasons of changed wordings beside each version; what a translation was made from. */
export class VersionsAndStaleWordings1780000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Id of an item or demographic question → why its wording changed since the version before.
      ALTER TABLE questionnaire_version ADD COLUMN wording_notes jsonb NOT NULL DEFAULT '{}';
      -- Fingerprint of the German wording a translation was last held against; null = the German wording of today.
      ALTER TABLE wording ADD COLUMN translated_from text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE wording DROP COLUMN translated_from;
      ALTER TABLE questionnaire_version DROP COLUMN wording_notes;
    `);
  }
}
