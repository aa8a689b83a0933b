import { defineConfig, devices } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, quietFlags } from './scripts/support/browsers.ts'

const browser = findBrowser()
/** Shows the app of the desktop window to the same journeys; see tests/e2e/support/app.ts. */
const electronHost = join(import.meta.dirname, 'tests', 'electron', 'host.ts')

/** The journeys drive the built app: `npm run test:e2e` builds it first. */
export default defineConfig<object, { hostModule: string }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  // On a busy machine a browser's helper process may answer too late; such a run is told as flaky.
  retries: process.env['CI'] ? 2 : 0,
  // Files run side by side, each worker with its app and browser; the journeys of a file share what they start.
  workers: 2,
  // Generous: a laptop with two cores may be busy with other things.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // A trace slows every step down; `--trace on` makes one when it is needed.
    screenshot: 'only-on-failure',
    launchOptions: { ...(browser ? { executablePath: browser } : {}), args: quietFlags() },
  },
  projects: [
    {
      name: 'browser',
      use: { hostModule: join(import.meta.dirname, 'tests', 'e2e', 'support', 'loopback.ts') },
    },
    // Windows of one desktop take the focus from each other: one at a time.
    ...(existsSync(electronHost)
      ? [{ name: 'electron', workers: 1, use: { hostModule: electronHost } }]
      : []),
  ],
})
