import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { serve } from './support/loopback.ts'

test('opens on the ranking of the published edition', async ({ app, page }) => {
  await page.goto(app.url('/'))
  const table = page.getByRole('table').or(page.getByRole('grid'))
  await expect(table.getByText('Beijing').first()).toBeVisible()
  const rows = table.getByRole('row').filter({ hasText: /\d/ })
  await expect(rows.filter({ hasNot: page.getByRole('columnheader') }).first()).toContainText('Beijing')
})

test('a view opened by its own address shows the app', async ({ app, page }) => {
  await page.goto(app.url('/cities/beijing'))
  await expect(page.getByRole('heading', { name: /Beijing/ }).first()).toBeVisible()
})

test('the one-time address opens the app once', async ({ browser }, testInfo) => {
  test.skip(testInfo.project.name !== 'browser', 'only the loopback host has such an address')
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-e2e-'))
  const served = await serve(dataDir)
  try {
    const [first, second] = [await browser.newContext(), await browser.newContext()]
    const page = await first.newPage()
    await page.goto(served.openUrl)
    await expect(page.getByText('Beijing').first()).toBeVisible()
    expect(page.url()).not.toContain('token')
    const refused = await (await second.newPage()).goto(served.openUrl)
    expect(refused?.status()).toBe(403)
    expect(await refused?.json()).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    await Promise.all([first.close(), second.close()])
  } finally {
    await served.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
