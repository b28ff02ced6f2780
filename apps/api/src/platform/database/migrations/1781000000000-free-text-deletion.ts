import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closing days, the proof of what was deleted, and the one change an answer may undergo: losing its free texts. */
export class FreeTextDeletion1781000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Days on which a questionnaire was closed: the period of its free texts begins.
      CREATE TABLE questionnaire_closing (
        questionnaire_id uuid NOT NULL REFERENCES questionnaire (id),
        closed_on date NOT NULL,
        PRIMARY KEY (questionnaire_id, closed_on)
      );
      -- Nobody wrote down when these were closed; today is the latest day it can have been.
      INSERT INTO questionnaire_closing SELECT id, current_date FROM questionnaire WHERE state = 'closed';

      -- Proof of deletion: how many answers of a version lost their free texts on a day. Nothing about any of them.
      CREATE TABLE free_text_deletion (
        version_id uuid NOT NULL REFERENCES questionnaire_version (id),
        deleted_on date NOT NULL,
        answers integer NOT NULL CHECK (answers > 0),
        PRIMARY KEY (version_id, deleted_on)
      );

      CREATE FUNCTION refuse_change_of_response() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - 'answers' = to_jsonb(OLD) - 'answers'
           AND NOT EXISTS (SELECT FROM jsonb_each(NEW.answers) kept WHERE OLD.answers -> kept.key IS DISTINCT FROM kept.value) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is append-only but for the removal of texts', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      DROP TRIGGER response_is_append_only ON response;
      CREATE TRIGGER response_is_append_only BEFORE UPDATE ON response
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_response();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER response_is_append_only ON response;
      CREATE TRIGGER response_is_append_only BEFORE UPDATE ON response FOR EACH ROW EXECUTE FUNCTION refuse_change();
      DROP FUNCTION refuse_change_of_response();
      DROP TABLE free_text_deletion, questionnaire_closing;
    `);
  }
}
