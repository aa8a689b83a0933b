/** `test` of every journey: the app started once a worker, a page of it each test, and no complaint let through. */
import { test as base, expect } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { OpenedApp, StartApp, StartedApp } from './app.ts'
import { collectComplaints } from './complaints.ts'

interface TestFixtures {
  /** The page and its addresses; `page` is the same page. */
  app: OpenedApp
  /**
   * Console messages, uncaught errors, refused by policy, failed requests. A test fails where one is left at its
   * end; a test that provokes one takes it out.
   */
  complaints: string[]
}
interface WorkerFixtures {
  /** Path of the module that starts the app, from playwright.config.ts. */
  hostModule: string
  started: StartedApp
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostModule: [join(import.meta.dirname, 'loopback.ts'), { option: true, scope: 'worker' }],
  started: [
    async ({ hostModule }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-e2e-'))
      const { default: start } = (await import(pathToFileURL(hostModule).href)) as { default: StartApp }
      const started = await start({ dataDir })
      await use(started)
      await started.close()
      await rm(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here that it needs no other fixture
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'complaints of the page').toEqual([])
  },
  app: async ({ started, context, complaints }, use) => {
    const opened = await started.open(context)
    await collectComplaints(opened.page, complaints)
    await use(opened)
  },
  page: async ({ app }, use) => use(app.page),
})

export { expect }
