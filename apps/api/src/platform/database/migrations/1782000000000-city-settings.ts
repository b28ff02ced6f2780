import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the city says about itself moves out of the item bank into settings with frozen versions. */
export class CitySettings1782000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE city_settings_version (
        version integer PRIMARY KEY CHECK (version > 0),
        created_on date NOT NULL,
        -- Contract type CitySettings.
        settings jsonb NOT NULL
      );
      CREATE TRIGGER city_settings_version_is_frozen BEFORE UPDATE OR DELETE ON city_settings_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- What a city had written into its file goes on to hold; the invented example does not become anybody's imprint.
      INSERT INTO city_settings_version
      SELECT 1, current_date, jsonb_build_object(
        'texts', jsonb_build_object(
          'provider', '{}'::jsonb, 'representative', '{}'::jsonb, 'providerContact', '{}'::jsonb, 'vatId', '{}'::jsonb,
          'controller', jsonb_build_object('de', consent -> 'controller'),
          'dataProtectionOfficer', jsonb_build_object('de', consent -> 'dataProtectionContact'),
          'legalBasis', '{}'::jsonb,
          'supervisoryAuthority', jsonb_build_object('de', consent -> 'authority'),
          'contact', jsonb_build_object('de', consent -> 'contact'),
          'barrierContact', '{}'::jsonb, 'arbitrationBody', '{}'::jsonb),
        'helpPhone', content -> 'helpPhone',
        'accessibilityStatementOn', NULL,
        'freeTextMonths', least(greatest((consent ->> 'months')::integer, 1), 6),
        'essentialStates', '{}'::jsonb)
        FROM item_bank_part, LATERAL (SELECT content -> 'consent' AS consent) AS part
       WHERE name = 'city' AND position('(erfundenes Beispiel)' IN content::text) = 0;
      DELETE FROM item_bank_part WHERE name = 'city';
      ALTER TABLE item_bank_part DROP CONSTRAINT item_bank_part_name_check;
      ALTER TABLE item_bank_part ADD CONSTRAINT item_bank_part_name_check
        CHECK (name IN ('languages', 'scales', 'demographics', 'consent', 'interface-texts'));
    `);
  }

  /** A filled item bank gets back what the newest settings say of it; blanks where nobody has saved any, because it needs the part. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE item_bank_part DROP CONSTRAINT item_bank_part_name_check;
      ALTER TABLE item_bank_part ADD CONSTRAINT item_bank_part_name_check
        CHECK (name IN ('languages', 'scales', 'demographics', 'consent', 'interface-texts', 'city'));
      INSERT INTO item_bank_part
      SELECT 'city', jsonb_build_object(
        'consent', jsonb_build_object(
          'controller', coalesce(settings #>> '{texts,controller,de}', ''),
          'contact', coalesce(settings #>> '{texts,contact,de}', ''),
          'dataProtectionContact', coalesce(settings #>> '{texts,dataProtectionOfficer,de}', ''),
          'authority', coalesce(settings #>> '{texts,supervisoryAuthority,de}', ''),
          'months', coalesce((settings ->> 'freeTextMonths')::integer, 6)),
        'helpPhone', coalesce(settings ->> 'helpPhone', ''))
        FROM (SELECT 1) AS once LEFT JOIN (SELECT settings FROM city_settings_version ORDER BY version DESC LIMIT 1) AS newest ON true
       WHERE settings IS NOT NULL OR EXISTS (SELECT FROM item_bank_part);
      DROP TABLE city_settings_version;
    `);
  }
}
