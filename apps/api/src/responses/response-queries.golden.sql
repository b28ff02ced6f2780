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
