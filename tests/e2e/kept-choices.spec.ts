/** Year, subject, view, dataset and language change; order, region, filters and ticks stay, and what cannot is named. */
import type { Page } from '@playwright/test'
import { expect, INDEX, test } from './support/index-app.ts'

const lost = '[data-part=lost-ticks]'
/** Not that of the country, nor of Count ÷ Share. */
const countHead = (page: Page) => page.getByRole('columnheader', { name: 'Count', exact: true })
const inAddress = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

async function chooseSubject(page: Page, name: RegExp): Promise<void> {
  await page.locator('[data-part=subject]').click()
  await page.getByRole('menuitemradio', { name }).click()
}

async function chooseDataset(page: Page, name: RegExp): Promise<void> {
  await page.locator('[data-part=dataset]').click()
  await page.getByRole('menuitemradio', { name }).click()
}

test('the ranking keeps its order, region, columns and ticks', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en&dataset=sample&region=CN'))
  const count = countHead(page)
  await count.getByRole('button').first().click()
  await page.locator('[role=row] .tick-box').nth(0).click()
  await page.locator('[role=row] .tick-box').nth(1).click()
  await expect(page).toHaveURL(/cities=[^&]+(,|%2C)/)
  const { cities } = inAddress(page)
  const kept = { dataset: 'sample', region: 'CN', sort: 'count', desc: '1', cities }
  const stands = async () => {
    await expect.poll(() => inAddress(page)).toMatchObject(kept)
    await expect(count).toHaveAttribute('aria-sort', 'descending')
    await expect(
      page.locator('[role=row] .tick-box input:checked, [role=row] [aria-checked=true]'),
    ).toHaveCount(2)
    await expect(page.locator('[role=row][id^=row-]').first()).toContainText('Chinese mainland')
  }
  await stands()
  await page.getByRole('radio', { name: '2021' }).click()
  await expect(page).toHaveURL(/year=2021/)
  await stands()
  await chooseSubject(page, /Chemistry/)
  await expect(page).toHaveURL(/subject=chemistry/)
  await stands()
  for (const [key, view] of [
    ['2', '/rising'],
    ['6', '/compare'],
    ['9', '/method'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page).toHaveURL(new RegExp(view))
    await page.keyboard.press('1')
    await stands()
  }
  await page.getByRole('radio', { name: '中文' }).click()
  await expect(page).toHaveURL(/lang=zh/)
  await page.getByRole('radio', { name: 'EN' }).click()
  await stands()
  await page.reload()
  await stands()
})

test('Rising keeps how it is ordered, its region and its floor', async ({ app, page }) => {
  await page.goto(app.url('/rising?lang=en&dataset=sample&region=US&floor=10'))
  await page.getByRole('radio', { name: 'Absolute' }).click()
  const kept = { sort: 'change', region: 'US', floor: '10' }
  const stands = async () => {
    await expect.poll(() => inAddress(page)).toMatchObject(kept)
    await expect(page.getByRole('radio', { name: 'Absolute' })).toBeChecked()
  }
  await stands()
  await page.getByRole('radio', { name: '2022' }).click()
  await stands()
  await chooseSubject(page, /Chemistry/)
  await stands()
  await page.keyboard.press('1')
  await expect(page).not.toHaveURL(/rising/)
  await page.keyboard.press('2')
  await stands()
})

test('another dataset keeps what it has, in the view at hand and in those left, and names the rest', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/rising?lang=en&dataset=sample&from=2019&to=2020&region=CN&sort=change'))
  await expect(page.getByRole('radio', { name: 'Absolute' })).toBeChecked()
  await page.keyboard.press('1')
  await countHead(page).getByRole('button').first().click()
  await expect(page).toHaveURL(/sort=count/)
  await chooseDataset(page, new RegExp(INDEX))
  await expect(page).toHaveURL(new RegExp(`dataset=${INDEX}`))
  await expect(page).toHaveURL(/sort=count/)
  // Its articles begin in 2021: of the period of Rising nothing can stay, and it is said.
  await expect(page.locator(lost)).toContainText('The chosen period was let go')
  await page.keyboard.press('2')
  await expect.poll(() => inAddress(page)).toMatchObject({ dataset: INDEX, region: 'CN', sort: 'change' })
  expect(inAddress(page)).not.toHaveProperty('from')
})
