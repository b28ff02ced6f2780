import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DeleteFreeTexts } from '../retention/index.js';
import { type DailyWork, runDaily } from './run-daily.js';

/** Deletes free texts whose period is over, now and every day; prints counts and nothing else. */
export function deleteFreeTextsDaily(app: NestFastifyApplication): DailyWork {
  return runDaily(
    async (isStopped) => {
      const { answers, versions } = await app.get(DeleteFreeTexts).run(isStopped);
      if (answers > 0) console.log(`Freitexte gelöscht: ${answers} Antworten in ${versions} Fassungen.`);
    },
    // The message of a database error may quote what was in the row.
    (error) => console.error(`Freitexte konnten nicht gelöscht werden (${error instanceof Error ? error.name : 'unbekannt'}). Nächster Versuch in einer Stunde.`),
  );
}
