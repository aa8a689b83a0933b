/** The app in many tabs of one browser, which keeps no more than six connections to one host. */
import type { Page } from '@playwright/test'
import { collectComplaints } from './support/complaints.ts'
import { expect, test } from './support/fixtures.ts'

const TABS = 9

/** Asks the core as a page does, and resolves with whether it was done. */
const call = (page: Page, name: string, input: object): Promise<boolean> =>
  page.evaluate(
    async ([path, body]) => {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch(path, { method: 'POST', headers, body })
      return ((await answer.json()) as { ok: boolean }).ok
    },
    [`/api/call/${name}`, JSON.stringify(input)] as const,
  )

test('nine tabs show the ranking, and each hears of a change, also when the first is closed', async ({
  app,
  page,
  context,
  complaints,
}, testInfo) => {
  test.skip(testInfo.project.name !== 'browser', 'the desktop has no tabs')
  const pages = [page]
  while (pages.length < TABS) {
    const another = await context.newPage()
    await collectComplaints(another, complaints)
    pages.push(another)
  }
  for (const each of pages) {
    await each.goto(app.url('/?lang=en'))
    await expect(each.getByRole('row').filter({ hasText: 'Beijing' }).first()).toBeVisible()
  }
  for (const each of pages) {
    await each.goto(app.url('/datasets?lang=en'))
    await expect(each.locator('[data-dataset=science-cities-2024]')).toBeVisible()
  }
  const last = pages.at(-1) as Page
  expect(await call(last, 'samples.create', { as: 'tabs', scale: 0.05 })).toBe(true)
  for (const each of pages) await expect(each.locator('[data-dataset=tabs]')).toBeVisible()
  await page.close()
  const others = pages.slice(1)
  expect(await call(last, 'datasets.remove', { dataset: 'tabs' })).toBe(true)
  for (const each of others) await expect(each.locator('[data-dataset=tabs]')).toHaveCount(0)
})
