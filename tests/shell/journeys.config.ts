/** `npx playwright test -c tests/shell/journeys.config.ts`: the journeys on the shell as built, by the stand-in for Electron. */
import { defineConfig } from '@playwright/test'
import { join } from 'node:path'
import base from '../../playwright.config.ts'

export default defineConfig<object, { hostModule: string }>({
  ...base,
  testDir: join(import.meta.dirname, '..', 'e2e'),
  outputDir: join(import.meta.dirname, '..', '..', 'test-results', 'stand-in'),
  projects: [{ name: 'stand-in', use: { hostModule: join(import.meta.dirname, 'host.ts') } }],
})
