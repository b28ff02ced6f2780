-- storeResponses
INSERT INTO response (id, version_id, district_id, elsewhere, target_group, mode, week, answers, vector)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::bytea[])
ON CONFLICT (id) DO NOTHING
RETURNING id;

-- isStored
SELECT 1 FROM response WHERE id = $1 AND version_id = $2;

-- countByQuestionnaire
SELECT v.questionnaire_id AS id, count(*)::integer AS responses
  FROM response r JOIN questionnaire_version v ON v.id = r.version_id
 WHERE ($1::text[] IS NULL OR district_id = ANY ($1))
 GROUP BY v.questionnaire_id;

-- districtsWithResponses
SELECT id FROM unnest($1::text[]) AS wanted (id)
 WHERE EXISTS (SELECT 1 FROM response r WHERE r.district_id = wanted.id);

-- codedAnswers
DECLARE answers NO SCROLL CURSOR FOR
SELECT id, district_id AS "districtId", elsewhere, target_group AS "targetGroup", mode, week, vector
  FROM response
 WHERE version_id = $1 AND ($2::text[] IS NULL OR district_id = ANY ($2));

-- singleAnswers
DECLARE answers NO SCROLL CURSOR FOR
SELECT district_id AS "districtId", elsewhere, target_group AS "targetGroup", mode, week,
       (SELECT jsonb_object_agg(key, whole -> key) FILTER (WHERE whole ? key)
          FROM (SELECT answers || '{}' AS whole OFFSET 0) AS once, unnest($3::text[]) AS key) AS answers,
       vector
  FROM response
 WHERE version_id = $1 AND ($2::text[] IS NULL OR district_id = ANY ($2))
 ORDER BY id;

-- removeFreeTexts
WITH due AS (
  SELECT id FROM response
   WHERE version_id = $1::uuid AND id > $2 AND ($3::text IS NULL OR week <= $3) AND answers ?| $4::text[]
   ORDER BY id LIMIT $5
), changed AS (
  UPDATE response SET answers = answers - $4::text[] FROM due WHERE response.id = due.id RETURNING response.id
), proof AS (
  INSERT INTO free_text_deletion (version_id, deleted_on, answers)
  SELECT $1::uuid, $6::date, count(*) FROM changed HAVING count(*) > 0
  ON CONFLICT (version_id, deleted_on) DO UPDATE SET answers = free_text_deletion.answers + excluded.answers
)
SELECT count(*)::integer AS answers, max(id::text) AS last FROM changed;
