import { Injectable, signal } from '@angular/core';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { Draft } from './draft';

interface AnswersDatabase extends DBSchema {
  drafts: { key: [string, string]; value: Draft };
  /** That something was sent from here, not what and not when. */
  sent: { key: [string, string]; value: { readonly slug: string; readonly versionId: string } };
}

const DATABASE_NAME = 'stadtteilstimme-answers';

/** What the device remembers about one questionnaire. */
export interface Remembered {
  /** Of the newest version; else of an older one, which is still taken: an answer that waits to be sent comes first. */
  readonly draft: Draft | null;
  /** An answer to any version of the questionnaire was sent from here. */
  readonly alreadySent: boolean;
}

/**
 * Answers that are not sent yet, in the browser's own database. Without one (private windows, full disk) they live in memory:
 * answering and sending still work, and `isDurable` says that a reload would lose them.
 */
@Injectable({ providedIn: 'root' })
export class DraftStore {
  readonly #memory = new Map<string, Draft>();
  readonly #isDurable = signal(true);
  readonly isDurable = this.#isDurable.asReadonly();
  #opening: Promise<IDBPDatabase<AnswersDatabase> | null> | null = null;

  async remembered(slug: string, versionId: string): Promise<Remembered> {
    const inMemory = this.#memory.get(slug);
    const stored = await this.#read(async (database) => {
      const all = await database.getAll('drafts', everyVersion(slug));
      const draft = all.find((each) => each.versionId === versionId) ?? all.find((each) => each.submission !== null) ?? all[0];
      return { draft: draft ?? null, alreadySent: (await database.count('sent', everyVersion(slug))) > 0 };
    });
    return { draft: stored?.draft ?? inMemory ?? null, alreadySent: stored?.alreadySent ?? false };
  }

  /** Starts a new answer: forgets that one was sent before and drafts the person did not want to go on with. */
  async begin(draft: Draft): Promise<void> {
    this.#memory.set(draft.slug, draft);
    await this.#write(async (database) => {
      const transaction = database.transaction(['drafts', 'sent'], 'readwrite');
      const drafts = transaction.objectStore('drafts');
      await Promise.all([
        transaction.objectStore('sent').delete(everyVersion(draft.slug)),
        drafts.delete(everyVersion(draft.slug)),
        drafts.put(draft),
        transaction.done,
      ]);
    });
  }

  /** Keeps a draft. Does nothing when another tab has sent it meanwhile, so that it does not come back from the dead. */
  async save(draft: Draft): Promise<void> {
    this.#memory.set(draft.slug, draft);
    await this.#write(async (database) => {
      const transaction = database.transaction(['drafts', 'sent'], 'readwrite');
      const drafts = transaction.objectStore('drafts');
      const key: [string, string] = [draft.slug, draft.versionId];
      const wasSent = (await transaction.objectStore('sent').get(key)) !== undefined && (await drafts.get(key)) === undefined;
      if (!wasSent) await drafts.put(draft);
      await transaction.done;
    });
  }

  /** Replaces the draft by the bare fact that something was sent, in one transaction. */
  async markSent(draft: Draft): Promise<void> {
    this.#memory.delete(draft.slug);
    await this.#write(async (database) => {
      const transaction = database.transaction(['drafts', 'sent'], 'readwrite');
      const { slug, versionId } = draft;
      await Promise.all([
        transaction.objectStore('drafts').delete([slug, versionId]),
        transaction.objectStore('sent').put({ slug, versionId }),
        transaction.done,
      ]);
    });
  }

  async discard(draft: Draft): Promise<void> {
    this.#memory.delete(draft.slug);
    await this.#write((database) => database.delete('drafts', [draft.slug, draft.versionId]));
  }

  /** Everything this app ever put on the device. */
  async deleteAll(): Promise<void> {
    this.#memory.clear();
    await this.#write(async (database) => {
      const transaction = database.transaction(['drafts', 'sent'], 'readwrite');
      await Promise.all([transaction.objectStore('drafts').clear(), transaction.objectStore('sent').clear(), transaction.done]);
    });
  }

  #open(): Promise<IDBPDatabase<AnswersDatabase> | null> {
    this.#opening ??= openDatabase().catch(() => null);
    return this.#opening;
  }

  async #read<T>(work: (database: IDBPDatabase<AnswersDatabase>) => Promise<T>): Promise<T | null> {
    const database = await this.#open();
    if (database === null) return null;
    try {
      return await work(database);
    } catch {
      return null;
    }
  }

  async #write(work: (database: IDBPDatabase<AnswersDatabase>) => Promise<unknown>): Promise<void> {
    const database = await this.#open();
    try {
      if (database === null) throw new Error('no database');
      await work(database);
      this.#isDurable.set(true);
    } catch {
      this.#isDurable.set(false);
    }
  }
}

/** Keys of one questionnaire, whatever the version. */
function everyVersion(slug: string): IDBKeyRange {
  return IDBKeyRange.bound([slug, ''], [slug, '\uffff']);
}

/** Async as a whole: where storage is forbidden, browsers throw at once instead of answering with an error. */
async function openDatabase(): Promise<IDBPDatabase<AnswersDatabase>> {
  return openDB<AnswersDatabase>(DATABASE_NAME, 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: ['slug', 'versionId'] });
      database.createObjectStore('sent', { keyPath: ['slug', 'versionId'] });
    },
  });
}
