import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Master data, item bank, questionnaires with their frozen versions, answers, staff. */
export class FirstTables1770000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;

      -- Registry of district ids: an id that was ever used is never given to another district.
      CREATE TABLE district (
        id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND id NOT IN ('all', 'elsewhere', 'unknown'))
      );

      CREATE TABLE taxonomy_version (
        version integer PRIMARY KEY CHECK (version > 0),
        created_on date NOT NULL,
        comment text NOT NULL,
        taxonomy jsonb NOT NULL
      );
      CREATE TRIGGER taxonomy_version_is_frozen BEFORE UPDATE OR DELETE ON taxonomy_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE item (
        id text PRIMARY KEY,
        position integer NOT NULL,
        -- The item without its wordings (contract type Item).
        definition jsonb NOT NULL
      );
      CREATE TABLE wording (
        item_id text NOT NULL REFERENCES item (id),
        language text NOT NULL,
        text text NOT NULL CHECK (btrim(text) <> ''),
        help text,
        state text NOT NULL CHECK (state IN ('machine', 'draft', 'draft-simple', 'reviewed', 'approved-by-test-group')),
        PRIMARY KEY (item_id, language)
      );
      -- Parts of the item bank that questionnaires use as a whole: languages, scales, demographics, consent, interface texts.
      CREATE TABLE item_bank_part (
        name text PRIMARY KEY CHECK (name IN ('languages', 'scales', 'demographics', 'consent', 'interface-texts', 'city')),
        content jsonb NOT NULL
      );

      CREATE TABLE questionnaire (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 3 AND 60),
        draft jsonb NOT NULL,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
        taxonomy_version integer NOT NULL REFERENCES taxonomy_version (version),
        synthetic boolean NOT NULL DEFAULT false
      );

      CREATE TABLE questionnaire_version (
        id uuid PRIMARY KEY,
        questionnaire_id uuid NOT NULL REFERENCES questionnaire (id),
        number integer NOT NULL CHECK (number > 0),
        published_on date NOT NULL,
        taxonomy_version integer NOT NULL REFERENCES taxonomy_version (version),
        -- The draft it was made from.
        draft jsonb NOT NULL,
        -- Contract type PublishedQuestionnaire without state and synthetic: definition, codebook, consent, texts.
        content jsonb NOT NULL,
        UNIQUE (questionnaire_id, number)
      );
      CREATE TRIGGER questionnaire_version_is_frozen BEFORE UPDATE OR DELETE ON questionnaire_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- An answer: no address, no device, no time finer than a week, no id that tells an order.
      CREATE TABLE response (
        id uuid PRIMARY KEY,
        version_id uuid NOT NULL REFERENCES questionnaire_version (id),
        district_id text REFERENCES district (id),
        -- Lives outside the city or works city-wide; false with district_id null = named no district.
        elsewhere boolean NOT NULL,
        target_group text NOT NULL,
        mode text NOT NULL CHECK (mode IN ('online', 'tablet', 'paper', 'interview', 'interpreter')),
        week text NOT NULL CHECK (week ~ '^\\d{4}-W\\d{2}$'),
        answers jsonb NOT NULL,
        vector bytea NOT NULL,
        CHECK (NOT (elsewhere AND district_id IS NOT NULL))
      );
      CREATE INDEX response_version ON response (version_id);
      CREATE TRIGGER response_is_append_only BEFORE UPDATE ON response
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE staff_member (
        -- Id of the sign-in account in schema auth.
        user_id text PRIMARY KEY,
        role text NOT NULL CHECK (role IN ('administrator', 'designer', 'analyst', 'district-team'))
      );
      CREATE TABLE staff_member_district (
        user_id text NOT NULL REFERENCES staff_member (user_id) ON DELETE CASCADE,
        district_id text NOT NULL REFERENCES district (id),
        PRIMARY KEY (user_id, district_id)
      );
      CREATE TABLE setup_link (
        -- SHA-256 of the one-time token, hexadecimal; the token itself is only printed.
        token_hash text PRIMARY KEY
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE setup_link, staff_member_district, staff_member, response, questionnaire_version, questionnaire,
                 item_bank_part, wording, item, taxonomy_version, district;
      DROP FUNCTION refuse_change();
    `);
  }
}
