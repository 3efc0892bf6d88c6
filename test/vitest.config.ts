import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Dates in tests are those of the office; the machine's own zone must not decide.
    env: { TZ: 'Europe/Istanbul' },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
