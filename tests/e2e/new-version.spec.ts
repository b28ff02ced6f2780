/** Staff publish a next version while a resident is in the middle of the one before: nothing is lost on either side. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import type { PublishedQuestionnaire, QuestionnaireDetail, QuestionnaireDraft, Report } from '@stadtteilstimme/domain';
import { address, openPage, signInQuietly } from './staff.ts';

const DRAFT: QuestionnaireDraft = {
  slug: 'zwei-fassungen',
  title: { de: 'Zwei Fassungen' },
  welcome: { de: 'Wie geht es Ihnen hier?' },
  thanks: { de: 'Vielen Dank.' },
  targetGroupId: 'resident',
  districtIds: ['kaltenmoor', 'rettmer'],
  languages: ['de'],
  samplingDesign: 'open',
  purpose: 'Zum Ausprobieren.',
  legalBasis: 'consent',
  focus: [],
  itemIds: ['K1-1', 'K2-3'],
  demographicIds: ['district'],
};

test('a resident finishes the version they began while staff publish the next one', async ({ browser }) => {
  const staff = await openPage(browser, 1280);
  await signInQuietly(staff, 'designer');
  const created = await post<QuestionnaireDetail>(staff, '/api/questionnaires', DRAFT);
  await post(staff, `/api/questionnaires/${created.id}/publish`);
  const first = await read<PublishedQuestionnaire>(staff, `/api/public/questionnaires/${DRAFT.slug}`);
  const answer = { versionId: first.versionId, mode: 'online', consent: { agree: true, art9: false }, answers: { K1_1_bestand: 4 } };
  for (let person = 0; person < 9; person += 1) expect((await staff.request.put(`${address()}/api/public/responses/${randomUUID()}`, { data: answer })).status()).toBe(201);

  const resident = await openPage(browser, 360);
  await resident.goto(`${address()}/u/${DRAFT.slug}?sprache=de`);
  await resident.getByRole('checkbox').first().check();
  await resident.getByRole('button', { name: 'Umfrage starten' }).click();
  await resident.getByRole('radio').nth(3).check();

  await staff.goto(`${address()}/admin/fragebogen/${created.id}`);
  await expect(staff.getByText('Fassung 1 ist veröffentlicht')).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Speichern' })).toHaveCount(0);
  await staff.getByRole('button', { name: 'Neue Fassung beginnen' }).click();
  await staff.getByRole('button', { name: 'K2-3 entfernen' }).click();
  await staff.getByRole('button', { name: 'K2-1 hinzufügen' }).click();
  await staff.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Fassung 2 veröffentlichen?' })).toBeVisible();
  await expect(staff.getByText('2 vergleichbar')).toBeVisible();
  await expect(staff.getByText('Eine Frage entfällt')).toBeVisible();
  await staff.getByRole('button', { name: 'Fassung 2 veröffentlichen' }).click();
  await expect(staff.getByText('Fassung 2 ist veröffentlicht')).toBeVisible();

  // The telephone had been put away: the answer, the old question and the way to the end are still there.
  await resident.reload();
  await resident.getByRole('button', { name: 'Weitermachen' }).click();
  await expect(resident.getByRole('radio').nth(3)).toBeChecked();
  await resident.getByRole('button', { name: 'Weiter' }).click();
  await expect(resident.getByRole('heading', { level: 1 })).toContainText('Welches Angebot fehlt');
  await resident.getByRole('checkbox').first().check();
  await resident.getByRole('button', { name: 'Weiter' }).click();
  await resident.locator('select, [type=radio]').first().waitFor();
  await resident.getByRole('button', { name: 'Absenden' }).click();
  await expect(resident.getByText('Vielen Dank.')).toBeVisible();
  await resident.context().close();

  const report = await read<Report>(staff, `/api/questionnaires/${created.id}/report`);
  expect(report).toMatchObject({ versionNumber: 2, total: { kind: 'count', count: 10 } });
  expect(report.items.map(({ itemId }) => itemId)).toEqual(['K1-1', 'K2-1', 'K2-3']);
  await staff.context().close();
});

async function post<Answer>(page: Page, path: string, data: object = {}): Promise<Answer> {
  const response = await page.request.post(`${address()}${path}`, { data });
  expect(response.status()).toBeLessThan(300);
  return (await response.json()) as Answer;
}

async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(`${address()}${path}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as Answer;
}
