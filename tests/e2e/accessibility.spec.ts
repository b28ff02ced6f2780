/** axe with every WCAG 2.2 A and AA rule on every kind of page: both apps, both directions, narrow and wide, light and dark. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { address, openPage, signInQuietly } from './staff.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, `${where} scrolls sideways by ${excess} px`).toBeLessThanOrEqual(0);
}

async function check(page: Page, where: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('h1')).toHaveCount(1);
  await expectAccessible(page, where);
  await expectNoSidewaysScroll(page, where);
}

const VARIANTS = [
  { language: 'de', width: 320, colorScheme: 'light' },
  { language: 'de', width: 1280, colorScheme: 'dark' },
  { language: 'ar', width: 360, colorScheme: 'light' },
  { language: 'ar', width: 1280, colorScheme: 'light' },
] as const;

for (const { language, width, colorScheme } of VARIANTS) {
  test(`residents' pages, ${language}, ${width} px, ${colorScheme}`, async ({ browser }) => {
    const page = await openPage(browser, width, { colorScheme });
    for (const path of ['/', '/impressum', '/datenschutz', '/barrierefreiheit', '/einfache-sprache', '/daten-loeschen', '/u/gibt-es-nicht']) {
      await page.goto(`${address()}${path}?sprache=${language}`);
      await check(page, path);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    }
    await page.goto(`${address()}/u/ankommen?sprache=${language}`);
    await check(page, 'start');
    await page.getByRole('checkbox').first().check();
    await page.locator('main button.button').last().click();
    for (let question = 1; question <= 12; question += 1) {
      await expect(page).toHaveTitle(new RegExp(`${question}`));
      await check(page, `question ${question}`);
      if (question < 12) await page.locator('button.onward').click();
    }
    await page.context().close();
  });
}

for (const { width, colorScheme } of [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const) {
  test(`staff pages, ${width} px, ${colorScheme}`, async ({ browser }) => {
    const page = await openPage(browser, width, { colorScheme });
    await page.goto(`${address()}/admin/anmelden`);
    await check(page, 'sign-in');
    await signInQuietly(page, 'administrator');
    const questionnaires = (await (await page.request.get(`${address()}/api/questionnaires`)).json()) as { id: string; slug: string }[];
    const id = questionnaires.find((questionnaire) => questionnaire.slug === 'aelter-werden')?.id ?? '';
    for (const path of [
      'fragebogen', 'fragebogen/neu', `fragebogen/${id}`, 'fragenkatalog', 'fragenkatalog/K1-1', 'auswertung', `auswertung/${id}`,
      `auswertung/${id}?district=wilschenbruch`, 'stammdaten', 'stadt', 'konten', 'gibt-es-nicht',
    ]) {
      await page.goto(`${address()}/admin/${path}`);
      await check(page, path);
    }
    await page.context().close();
  });
}

test('the staff app speaks English too, and turns round for nobody', async ({ browser }) => {
  const page = await openPage(browser, 1280);
  await signInQuietly(page, 'designer');
  await page.goto(`${address()}/admin/fragebogen`);
  await page.getByRole('button', { name: 'Darstellung' }).click();
  await page.getByText('English').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Questionnaires' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'English');
  await page.context().close();
});

test('a questionnaire is answered with the keyboard alone', async ({ browser }) => {
  const page = await openPage(browser, 1280);
  await page.goto(`${address()}/u/aelter-werden?sprache=de`);
  await page.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Umfrage starten' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  for (let presses = 0; presses < 20 && !(await page.getByRole('radio').first().evaluate((radio) => radio.closest('form, fieldset, body')?.contains(document.activeElement) === true && document.activeElement?.getAttribute('type') === 'radio')); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  // Enter inside an answer must not send the form of the library anywhere.
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/u\/aelter-werden/);
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.context().close();
});
