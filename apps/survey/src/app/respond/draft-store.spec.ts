import 'fake-indexeddb/auto';

import { TestBed } from '@angular/core/testing';

import { exampleDraft } from './draft.fixture';
import { DraftStore } from './draft-store';

const submission = { versionId: 'version-1', mode: 'online', consent: { agree: true, art9: false }, answers: {} } as const;

/** A second instance is what a reload or a second tab is. */
function newTab(): DraftStore {
  return TestBed.runInInjectionContext(() => new DraftStore());
}

describe('DraftStore', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({});
    await newTab().deleteAll();
  });

  it('gives a draft back after a reload, with its id, page and language', async () => {
    const draft = exampleDraft();
    await newTab().begin(draft);
    expect(await newTab().remembered('ankommen', 'version-1')).toEqual({ draft, alreadySent: false });
  });

  it('keeps drafts of different questionnaires apart', async () => {
    await newTab().begin(exampleDraft());
    await newTab().begin(exampleDraft({ slug: 'aelter-werden', responseId: 'b' }));
    expect((await newTab().remembered('ankommen', 'version-1')).draft?.responseId).toBe(exampleDraft().responseId);
    expect((await newTab().remembered('ankommen-2', 'version-1')).draft).toBeNull();
  });

  it('replaces the draft by the bare fact that something was sent', async () => {
    await newTab().begin(exampleDraft());
    await newTab().markSent(exampleDraft());
    expect(await newTab().remembered('ankommen', 'version-1')).toEqual({ draft: null, alreadySent: true });
  });

  it('does not bring a sent draft back when another tab saves it late', async () => {
    const first = newTab();
    await first.begin(exampleDraft());
    await newTab().markSent(exampleDraft());
    await first.save(exampleDraft({ page: 'page_K2-1' }));
    expect(await newTab().remembered('ankommen', 'version-1')).toEqual({ draft: null, alreadySent: true });
  });

  it('forgets the marker when a new answer begins', async () => {
    await newTab().markSent(exampleDraft());
    await newTab().begin(exampleDraft({ responseId: 'second' }));
    const remembered = await newTab().remembered('ankommen', 'version-1');
    expect(remembered.alreadySent).toBe(false);
    expect(remembered.draft?.responseId).toBe('second');
  });

  it('still finds what was begun with an older version, and first of all an answer that waits to be sent', async () => {
    const store = newTab();
    await store.save(exampleDraft({ versionId: 'old' }));
    expect((await newTab().remembered('ankommen', 'new')).draft?.versionId).toBe('old');
    await store.save(exampleDraft({ versionId: 'older', submission }));
    expect((await newTab().remembered('ankommen', 'new')).draft?.versionId).toBe('older');
    await store.save(exampleDraft({ versionId: 'new' }));
    expect((await newTab().remembered('ankommen', 'new')).draft?.versionId).toBe('new');
  });

  it('remembers that an answer to an older version was sent, until a new answer begins', async () => {
    await newTab().markSent(exampleDraft({ versionId: 'old' }));
    expect((await newTab().remembered('ankommen', 'new')).alreadySent).toBe(true);
    await newTab().begin(exampleDraft({ versionId: 'new' }));
    expect((await newTab().remembered('ankommen', 'new')).alreadySent).toBe(false);
  });

  it('deletes everything on the device when asked to', async () => {
    await newTab().begin(exampleDraft());
    await newTab().markSent(exampleDraft({ slug: 'aelter-werden' }));
    await newTab().deleteAll();
    expect(await newTab().remembered('ankommen', 'version-1')).toEqual({ draft: null, alreadySent: false });
    expect((await newTab().remembered('aelter-werden', 'version-1')).alreadySent).toBe(false);
  });

  it('goes on in memory and says so when the browser gives no storage', async () => {
    const open = jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const store = newTab();
    await store.begin(exampleDraft());
    expect(store.isDurable()).toBe(false);
    expect((await store.remembered('ankommen', 'version-1')).draft).toEqual(exampleDraft());
    open.mockRestore();
  });
});
