import 'fake-indexeddb/auto';

import { TestBed } from '@angular/core/testing';
import type { PublishedQuestionnaire } from '@stadtteilstimme/domain';

import type { Fetched } from '../backend/fetched';
import { PublicApi } from '../backend/public-api';
import { exampleDraft } from './draft.fixture';
import { DraftStore } from './draft-store';
import { RespondSession } from './respond-session';

function questionnaire(versionId: string): PublishedQuestionnaire {
  return {
    versionId, slug: 'ankommen', state: 'open', synthetic: false, languages: [{ code: 'de', ownName: 'Deutsch', direction: 'ltr', reviewed: true }],
    title: { de: versionId }, welcome: {}, thanks: {}, consent: [], hasArt9Items: false, freeTextMonths: 6, minutes: 1, survey: {},
    codebook: { questions: [], variables: [], districtVariable: null }, interfaceTexts: {}, districtAliases: {},
  };
}

const NEWEST = questionnaire('version-2');
let older: Fetched<PublishedQuestionnaire>;

async function loaded(): Promise<RespondSession> {
  const session = TestBed.inject(RespondSession);
  await session.load('ankommen');
  return session;
}

describe('RespondSession with a newer version', () => {
  beforeEach(async () => {
    older = { kind: 'ok', value: questionnaire('version-1') };
    const api: Pick<PublicApi, 'questionnaire' | 'questionnaireVersion'> = {
      questionnaire: () => Promise.resolve({ kind: 'ok', value: NEWEST }),
      questionnaireVersion: () => Promise.resolve(older),
    };
    TestBed.configureTestingModule({ providers: [RespondSession, { provide: PublicApi, useValue: api }] });
    await TestBed.inject(DraftStore).deleteAll();
  });

  it('offers to go on with the version somebody has begun with, with its own questions', async () => {
    await TestBed.inject(DraftStore).begin(exampleDraft());
    const session = await loaded();
    expect([session.stage(), session.questionnaire()?.versionId]).toEqual(['resume', 'version-1']);
  });

  it('begins anew with the newest version', async () => {
    await TestBed.inject(DraftStore).begin(exampleDraft());
    const session = await loaded();
    await session.restart();
    expect([session.stage(), session.questionnaire()?.versionId]).toEqual(['start', 'version-2']);
    session.begin({ agree: true, art9: false }, 'online');
    expect(session.state()).toMatchObject({ draft: { versionId: 'version-2' } });
  });

  it('keeps what was begun when the older version cannot be had right now', async () => {
    await TestBed.inject(DraftStore).begin(exampleDraft());
    older = { kind: 'unreachable' };
    expect((await loaded()).stage()).toBe('load-failed');
    expect((await TestBed.inject(DraftStore).remembered('ankommen', 'version-2')).draft?.answers).toEqual(exampleDraft().answers);
  });

  it('starts with the newest version when nobody knows the older one any more', async () => {
    await TestBed.inject(DraftStore).begin(exampleDraft());
    older = { kind: 'problem', code: 'unknown-questionnaire' };
    const session = await loaded();
    expect([session.stage(), session.questionnaire()?.versionId]).toEqual(['start', 'version-2']);
  });
});
