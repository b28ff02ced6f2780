import { readFileSync, writeFileSync } from 'node:fs';
import { RESPONSE_QUERIES } from './response.repository.js';

const GOLDEN = new URL('response-queries.golden.sql', import.meta.url);

/** `UPDATE_GOLDEN=1 npm test` writes the file anew; the change is then read in review. */
describe('queries that touch answers', () => {
  const current = Object.entries(RESPONSE_QUERIES)
    .map(([name, sql]) => `-- ${name}\n${sql};\n`)
    .join('\n');
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, current);

  it('are exactly those a reviewer of privacy has read', () => {
    expect(current).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('never delete an answer, and change none but by taking free texts out of it', () => {
    const { removeFreeTexts, ...others } = RESPONSE_QUERIES;
    for (const sql of Object.values(others)) expect(sql).not.toMatch(/\b(UPDATE|DELETE|TRUNCATE)\b/i);
    expect(removeFreeTexts).not.toMatch(/\b(DELETE|TRUNCATE)\b/i);
    expect(removeFreeTexts.match(/UPDATE (?!SET answers = free_text_deletion)[\s\S]*?(?= FROM)/gi)).toEqual(['UPDATE response SET answers = answers - $4::text[]']);
  });

  it('hand out rows only within a scope', () => {
    for (const name of ['codedAnswers', 'singleAnswers', 'countByQuestionnaire'] as const) {
      expect(RESPONSE_QUERIES[name]).toMatch(/district_id = ANY \(\$\d\)/);
    }
  });
});
