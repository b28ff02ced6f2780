import { type Browser, expect, type Page } from '@playwright/test';
import type { Role } from '@stadtteilstimme/domain';
import { DEMO_SIGN_INS } from '../runner/demo-sign-ins.ts';

/** Address of the demo service, without a slash at the end. */
export function address(): string {
  const value = process.env['STADTTEILSTIMME_ADDRESS'];
  if (value === undefined) throw new Error('STADTTEILSTIMME_ADDRESS is missing; the Playwright configuration sets it.');
  return value;
}

/** A fresh browser profile with one page. */
export async function openPage(browser: Browser, width: number, options: { colorScheme?: 'light' | 'dark' } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 740 : 900 }, acceptDownloads: true, ...options });
  return context.newPage();
}

/** Signs in through the form, as a person does. */
export async function signInThroughTheForm(page: Page, role: Role): Promise<void> {
  const { email, password } = DEMO_SIGN_INS[role];
  await page.goto(`${address()}/admin/`);
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fragebögen' })).toBeVisible();
}

/** A session without the form, for tests about something else. */
export async function signInQuietly(page: Page, role: Role): Promise<void> {
  const response = await page.request.post(`${address()}/api/session`, { data: DEMO_SIGN_INS[role] });
  expect(response.status()).toBe(200);
}
