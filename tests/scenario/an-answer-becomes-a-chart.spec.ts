/**
 * One questionnaire, from the item bank to the numbers a council sees: composed, refused while a wording is missing,
 * published, answered, counted, protected, exported. The expected tables are worked out by hand below.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Cell, DistributionRow, PublishedQuestionnaire, QuestionnaireDetail, QuestionnaireDraft, Report } from '@stadtteilstimme/domain';
import { signIn, startTestService, type TestService } from '../runner/test-service.ts';

const DRAFT: QuestionnaireDraft = {
  slug: 'mitreden-im-viertel',
  title: { de: 'Mitreden im Viertel', ar: 'المشاركة في الحي' },
  welcome: { de: 'Ihre Meinung zählt.', ar: 'رأيك مهم.' },
  thanks: { de: 'Danke.', ar: 'شكرًا.' },
  targetGroupId: 'resident',
  districtIds: ['altstadt', 'kaltenmoor', 'wilschenbruch'],
  languages: ['de', 'ar'],
  samplingDesign: 'open',
  purpose: 'Bedarf an Beteiligung erheben',
  legalBasis: 'consent',
  focus: [],
  itemIds: ['K4-2', 'K2-3'],
  demographicIds: ['district'],
};

/** Answers to "Ich kann bei Entscheidungen im Stadtteil mitreden" (today) by district, codes 1 to 5. */
const BESTAND: Readonly<Record<string, readonly number[]>> = {
  kaltenmoor: [10, 8, 7, 8, 7], // 40 people, 15 agree
  altstadt: [6, 7, 8, 9, 10], // 40 people, 19 agree
  wilschenbruch: [1, 1, 1, 0, 0], // 3 people: nothing may be shown, and nothing may be worked out
};

let service: TestService;
let published: PublishedQuestionnaire;
let questionnaire: QuestionnaireDetail;

before(async () => {
  service = await startTestService({ demo: true });
});
after(async () => service.stop());

async function call<T>(method: string, path: string, { as, body }: { as?: 'designer' | 'analyst' | 'district-team'; body?: unknown } = {}) {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  if (as !== undefined) headers['cookie'] = await signIn(service, as);
  const response = await fetch(`${service.address}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type') ?? '', text, json: <U = T>() => JSON.parse(text) as U };
}

const answersOf = (district: string, code: number) => ({ K4_2_bestand: code, K4_2_bedarf: 5, K2_3: ['sport'], district });

function submission(answers: Record<string, unknown>) {
  return { versionId: published.versionId, mode: 'online', consent: { agree: true, art9: false }, answers };
}

const report = async (as: 'analyst' | 'district-team' = 'analyst', query = '') =>
  (await call<Report>('GET', `/api/questionnaires/${questionnaire.id}/report${query}`, { as })).json();

function bestandRow(of: Report, row: string): DistributionRow | undefined {
  return of.items.find((item) => item.itemId === 'K4-2')?.variables.find((variable) => variable.part === 'bestand')?.rows.find((found) => found.row === row);
}

const counts = (cells: readonly Cell[]) => cells.map((cell) => (cell.kind === 'count' ? cell.count : 'withheld'));

describe('from the item bank to a published version', () => {
  it('refuses to publish while a title is missing in a chosen language, and names the place', async () => {
    const incomplete = { ...DRAFT, title: { de: 'Mitreden im Viertel' } };
    const created = await call<QuestionnaireDetail>('POST', '/api/questionnaires', { as: 'designer', body: incomplete });
    assert.equal(created.status, 201, created.text);
    questionnaire = created.json();
    const refused = await call('POST', `/api/questionnaires/${questionnaire.id}/publish`, { as: 'designer' });
    assert.equal(refused.status, 422);
    assert.match(refused.type, /^application\/problem\+json/);
    const problem = refused.json<{ code: string; details: { place: string; language?: string }[] }>();
    assert.equal(problem.code, 'wording-missing');
    assert.deepEqual(problem.details.map(({ place, language }) => `${place} ${language ?? ''}`), ['title ar']);
  });

  it('publishes once everything is there, and serves it to anyone', async () => {
    const saved = await call<QuestionnaireDetail>('PUT', `/api/questionnaires/${questionnaire.id}`, {
      as: 'designer',
      body: { revision: questionnaire.revision, draft: DRAFT },
    });
    assert.equal(saved.status, 200, saved.text);
    const publishing = await call('POST', `/api/questionnaires/${questionnaire.id}/publish`, { as: 'designer' });
    assert.ok(publishing.status < 300, publishing.text);
    const response = await call<PublishedQuestionnaire>('GET', `/api/public/questionnaires/${DRAFT.slug}`);
    published = response.json();
    assert.equal(published.state, 'open');
    assert.deepEqual(published.languages.map((language) => `${language.code} ${language.direction}`), ['de ltr', 'ar rtl']);
    assert.ok(published.consent.some((block) => block.type === 'checkbox' && block.texts['ar'] !== undefined));
  });
});

describe('answers', () => {
  it('refuses what the version does not know, and stores nothing of it', async () => {
    for (const [answers, code] of [
      [{ K4_2_bestand: 9 }, 'out-of-range'],
      [{ K4_2_bestand: 4, shoeSize: 43 }, 'unknown-question'],
      [{ K2_3: ['space-travel'] }, 'unknown-code'],
      [{ district: 'atlantis' }, 'unknown-code'],
    ] as const) {
      const refused = await call('PUT', `/api/public/responses/${randomUUID()}`, { body: submission(answers) });
      assert.equal(refused.status, 422, refused.text);
      assert.equal(refused.json<{ code: string }>().code, code);
    }
    const withoutConsent = { ...submission({}), consent: { agree: false, art9: false } };
    const refused = await call('PUT', `/api/public/responses/${randomUUID()}`, { body: withoutConsent });
    assert.equal(refused.json<{ code: string }>().code, 'missing-consent');
    assert.equal((await report()).total.kind, 'count');
    assert.deepEqual((await report()).total, { kind: 'count', count: 0 });
  });

  it('stores each answer once, however often it is sent', async () => {
    for (const [district, byCode] of Object.entries(BESTAND)) {
      for (const [index, people] of byCode.entries()) {
        for (let person = 0; person < people; person += 1) {
          const path = `/api/public/responses/${randomUUID()}`;
          const body = submission(answersOf(district, index + 1));
          const first = await call('PUT', path, { body });
          assert.equal(first.status, 201, first.text);
          const again = await call('PUT', path, { body });
          assert.equal(again.status, 200);
          assert.equal(again.json<{ status: string }>().status, 'already-stored');
        }
      }
    }
  });
});

describe('the report', () => {
  it('counts everybody, and says what open participation allows to conclude', async () => {
    const all = await report();
    assert.deepEqual(all.total, { kind: 'count', count: 83 });
    assert.equal(all.statement, 'orientation-only');
    assert.deepEqual(counts(bestandRow(all, 'all')?.cells ?? []).slice(0, 5), [17, 16, 16, 17, 17]);
  });

  it('shows no number for three people, and none from which theirs could be worked out', async () => {
    const all = await report();
    assert.ok(counts(bestandRow(all, 'wilschenbruch')?.cells ?? []).slice(0, 3).every((cell) => cell === 'withheld'));
    const shown = ['kaltenmoor', 'altstadt'].map((row) => counts(bestandRow(all, row)?.cells ?? []).slice(0, 5));
    for (const code of [0, 1, 2]) {
      assert.ok(shown.some((cells) => cells[code] === 'withheld'), `code ${code + 1} of the small district could be subtracted`);
    }
    const participants = new Map(all.participants.map(({ row, count }) => [row, count]));
    assert.equal(participants.get('wilschenbruch')?.kind, 'withheld');
    assert.ok(['kaltenmoor', 'altstadt'].some((row) => participants.get(row)?.kind === 'withheld'));
  });

  it('gives the overall share with its Wilson interval', async () => {
    const share = bestandRow(await report(), 'all')?.share;
    assert.equal(share?.kind, 'number');
    // 34 of 83 agree: Wilson 95 %
    assert.ok(Math.abs((share?.kind === 'number' ? share.value : 0) - 34 / 83) < 1e-9);
    assert.ok(Math.abs((share?.kind === 'number' ? (share.lower ?? 0) : 0) - 0.3101) < 5e-4);
    assert.ok(Math.abs((share?.kind === 'number' ? (share.upper ?? 0) : 0) - 0.5171) < 5e-4);
  });

  it('gives a Stadtteil team its own rows only, the same as everybody else sees', async () => {
    const theirs = await report('district-team');
    assert.deepEqual(new Set(theirs.participants.map((row) => row.row)), new Set(['kaltenmoor', 'wilschenbruch']));
    assert.deepEqual(bestandRow(theirs, 'kaltenmoor'), bestandRow(await report(), 'kaltenmoor'));
    assert.equal(bestandRow(theirs, 'altstadt'), undefined);
    const foreign = await call('GET', `/api/questionnaires/${questionnaire.id}/report?district=altstadt`, { as: 'district-team' });
    assert.equal(foreign.status, 403);
  });
});

describe('taking away', () => {
  it('writes single answers for analysts, for R and for German Excel', async () => {
    const base = `/api/questionnaires/${questionnaire.id}/exports/responses.csv`;
    const plain = await call('GET', `${base}?format=plain&values=codes`, { as: 'analyst' });
    const lines = plain.text.trimEnd().split('\n');
    assert.equal(lines.length, 84);
    assert.ok(lines[0]?.includes('K4_2_bestand,K4_2_bedarf'));
    const excel = await call('GET', `${base}?format=german-excel&values=labels`, { as: 'analyst' });
    assert.ok(excel.text.startsWith('\uFEFF') && excel.text.includes(';') && excel.text.includes('\r\n'));
    assert.equal((await call('GET', base, { as: 'district-team' })).status, 403);
  });

  it('writes the protected report, withheld cells without a number', async () => {
    const csv = await call('GET', `/api/questionnaires/${questionnaire.id}/exports/report.csv?format=plain`, { as: 'analyst' });
    assert.equal(csv.status, 200);
    const small = csv.text.split('\n').filter((line) => line.includes('wilschenbruch'));
    assert.ok(small.length > 0);
    assert.ok(small.some((line) => /too-few|base-too-small|protected/.test(line)));
  });
});
