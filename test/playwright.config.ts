import { defineConfig } from '@playwright/test'

// The window under test inherits this: dates are those of the office.
process.env.TZ = 'Europe/Istanbul'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 120_000,
  // Long, because nothing is asserted about time: a busy machine must not fail a test.
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  projects: [
    { name: 'e2e', testDir: './e2e', testMatch: '**/*.spec.ts' },
    // Makes the pictures of the README; only in `npm run screenshots`.
    ...(process.env.TUTANAK_SCREENSHOTS
      ? [{ name: 'screenshots', testDir: './screenshots', testMatch: '**/*.shots.ts' }]
      : []),
  ],
})
