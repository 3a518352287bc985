import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/steps/browser.mjs';

const executablePath = findBrowser();

// A flaky test is a failing test: no retries. Each test starts its own kiosk, so two run at once.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    ...(executablePath === undefined
      ? {}
      : { launchOptions: { executablePath } }),
  },
});
