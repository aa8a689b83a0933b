/** Intervals of a ranking: one key, their progress, what they say in the table and beside it, their address and files. */
import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/index-app.ts'

const at = (query = '', lang = 'en') => `/?dataset=sample&lang=${lang}${query}`

test('intervals come and go by I, stay in the address, and say how sure a row is', async ({ app, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(app.url(at()))
  const toggle = page.locator('[data-part=bands-toggle]')
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')
  await expect(page.locator('.whisker')).toHaveCount(0)
  await page.locator('tr[data-city]').nth(6).focus()
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/bands=1000/)
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.whisker').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.band').first()).toContainText(/\d+–\d+ ≈/)
  const side = page.locator('[data-part=bands]')
  await expect(side).toContainText('95 % interval')
  await expect(side).toContainText('B = 1,000, seed 1')
  expect(await violationsOf(page)).toEqual([])
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/bands-en.png` })

  const shown = await page.locator('tr[data-city]').nth(6).locator('.band > [aria-hidden]').innerText()
  await page.goto(app.url(at('&bands=1000&theme=dark', 'zh')))
  await expect(page.locator('tr[data-city]').nth(6).locator('.band > [aria-hidden]')).toHaveText(shown)
  await expect(page.locator('[data-part=bands]')).toContainText('排名的 95% 区间')
  expect(await violationsOf(page)).toEqual([])
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/bands-zh.png` })
  await page.setViewportSize({ width: 900, height: 600 })
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/bands-900.png` })
  await page.locator('tr[data-city]').nth(1).focus()
  await page.keyboard.press('i')
  await expect(page.locator('.whisker')).toHaveCount(0)
  await expect(page).not.toHaveURL(/bands=/)
})

test('differences between cities have theirs, and say where two are level', async ({ app, page }) => {
  await page.goto(app.url('/compare?dataset=sample&lang=en&cities=boston,tokyo,seoul'))
  await expect(page.locator('[data-part=differences]')).toBeVisible()
  await expect(page.locator('[data-part=interval]')).toHaveCount(0)
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/bands=1000/)
  const intervals = page.locator('[data-part=interval]')
  // All subjects and the five, of two cities.
  await expect(intervals).toHaveCount(12)
  await expect(intervals.first()).toHaveText(/^[−+]\d+\.\d\d to \+\d+\.\d\d, level$/)
  expect(await violationsOf(page)).toEqual([])
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/compare-bands.png` })
})

test('a published edition has no articles to draw anew, and says so', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en'))
  await page.locator('tr[data-city]').first().focus()
  await page.keyboard.press('i')
  await expect(page.locator('[data-part=band-failure]')).toContainText('a published edition has none')
  await expect(page.locator('tr[data-city]').first()).toBeVisible()
})
