import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ManageStaff } from '../accounts/index.js';
import { DEMO_STAFF, SeedExampleAnswers } from '../demo/index.js';
import { Questionnaires, SeedExampleQuestionnaires, SeedItemBank } from '../questionnaires/index.js';
import { SeedReferenceData } from '../reference-data/index.js';
import { StartUpError } from './start.js';

/** Master data and item bank of the city's files, where there are none yet. */
export async function prepareMasterData(app: NestFastifyApplication): Promise<void> {
  await app.get(SeedReferenceData).run();
  await app.get(SeedItemBank).run();
}

/**
 * Three published questionnaires, 2,400 synthetic answers and one sign-in per role, once.
 * @throws StartUpError on an installation that is in real use.
 */
export async function fillWithExampleData(app: NestFastifyApplication): Promise<void> {
  const staff = app.get(ManageStaff);
  const kinds = await app.get(Questionnaires).kinds();
  if (kinds.synthetic === 0 && (kinds.real > 0 || (await staff.anyone()))) {
    throw new StartUpError('This database is in real use; example data are not mixed into it. Choose another DATA_DIR for the demo.');
  }
  await app.get(SeedExampleQuestionnaires).run();
  await app.get(SeedExampleAnswers).run();
  const known = new Set((await staff.list()).map((member) => member.email));
  for (const member of DEMO_STAFF) if (!known.has(member.email)) await staff.add(member);
}
