import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'

const cities = (page: Page) =>
  page
    .locator('tr[data-city]')
    .evaluateAll((rows) => rows.map((row) => (row as unknown as { dataset: { city: string } }).dataset.city))

test('search 南京, filter to Japan, sort by Count', async ({ app, page }) => {
  await page.goto(app.url('/'))
  await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
  const search = page.getByTestId('ranking-search')
  await search.fill('南京')
  await expect.poll(() => cities(page)).toEqual(['nanjing'])
  await search.fill('')
  await page
    .getByRole('tab', { name: /Japan/ })
    .or(page.getByRole('button', { name: /^Japan/ }))
    .first()
    .click()
  await expect.poll(async () => (await cities(page)).length).toBe(5)
  await expect(page).toHaveURL(/region=JP/)
  await page
    .getByRole('columnheader', { name: 'Count', exact: true })
    .first()
    .getByRole('button')
    .first()
    .click()
  await expect
    .poll(() => cities(page))
    .toEqual(['tokyo-metropolitan-area', 'tsukuba', 'kyoto', 'osaka', 'nagoya-metropolitan-area'])
  await page.goBack()
})

test('a subject, a year and other views keep sort, region and ticked cities', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en&region=CN&sort=count&desc=1&cities=beijing,nanjing'))
  const kept = /(?=.*region=CN)(?=.*sort=count)(?=.*desc=1)(?=.*cities=beijing)/
  const byCount = page.locator('th[aria-sort=descending]')
  await expect(byCount).toContainText('Count')
  await page.keyboard.press('2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rising')
  await page.keyboard.press('1')
  await expect(byCount).toContainText('Count')
  await expect(page).toHaveURL(kept)

  await page.locator('[data-part=subject]').click()
  await page.getByRole('menuitemradio', { name: /Chemistry/ }).click()
  await expect(page.locator('[data-part=unsorted]')).toContainText('no city has “Count” published')
  await expect(page.locator('th[aria-sort=ascending]')).toContainText('Rank')
  await expect(page).toHaveURL(kept)
  await page.getByRole('radio', { name: '2022', exact: true }).click()
  await expect(page).toHaveURL(/year=2022/)
  await expect(page).toHaveURL(kept)
  await page.getByRole('radio', { name: '2023', exact: true }).click()
  await page.locator('[data-part=subject]').click()
  await page.getByRole('menuitemradio', { name: /All subjects/ }).click()
  await expect(byCount).toContainText('Count')
  await expect(page.locator('[data-part=unsorted]')).toHaveCount(0)
  await expect(page).toHaveURL(kept)
})

test('Chinese, dark, a city, and back', async ({ app, page }) => {
  await page.goto(app.url('/'))
  await page.getByRole('radio', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/排名/)
  await page.getByRole('radio', { name: '深色' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.locator('tr[data-city="beijing"]').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cities\/beijing/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('北京')
  await page.goBack()
  await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('what was not published is said in words, never shown as 0', async ({ app, page }) => {
  await page.goto(app.url('/?subject=chemistry'))
  await expect(page.locator('tr[data-city="beijing"]')).toContainText('1,714.88')
  const wuhan = page.locator('tr[data-city="wuhan"]')
  await expect(wuhan).toContainText('not published')
  await expect(wuhan).not.toContainText(/\b0\.00\b/)
})

test('by keyboard alone: walk, tick, open', async ({ app, page }) => {
  await page.goto(app.url('/'))
  const first = page.locator('tr[data-city="beijing"]')
  await expect(first).toBeVisible()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('tr[data-city="shanghai"]')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/cities=shanghai/)
  // Fast, as one who knows the keys: the address of the walk must not call the user back.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cities\/new-york-metropolitan-area/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('New York')
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rankings')
})

test('the palette finds by English, Chinese and pinyin', async ({ app, page }) => {
  await page.goto(app.url('/'))
  await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
  for (const [typed, name] of [
    ['zuri', 'Zurich'],
    ['东京', 'Tokyo'],
    ['niuyue', 'New York'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette-input').fill(typed)
    await expect(page.getByRole('option').first()).toContainText(name)
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('palette-input')).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette-input').fill('hefei')
  await expect(page.getByRole('option').first()).toContainText('Hefei')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cities\/hefei/)
})
