import { defineConfig } from '@playwright/test';
import { findChromium } from '../runner/machine.mjs';

/** Debian's Chromium; nothing is downloaded, nothing leaves the machine. */
export default defineConfig({
  testDir: '.',
  globalSetup: './demo-service.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      executablePath: findChromium() ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
    screenshot: 'only-on-failure',
  },
});
