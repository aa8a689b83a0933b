/** By touch: rows, menus and the palette, in the smallest window. */
import { expect, INDEX, test } from './support/index-app.ts'

test.use({ hasTouch: true, viewport: { width: 900, height: 600 } })

test('rows are read and opened, menus chosen from, the palette used', async ({ app, page }) => {
  await page.goto(app.url(`/?lang=en&dataset=${INDEX}`))
  const row = page.locator('[role=row][id^=row-]').nth(1)
  await row.locator('td').last().tap()
  await expect(row).toHaveAttribute('aria-selected', /.*/)
  await expect(page).toHaveURL(/at=/)
  await row.locator('.tick-box').tap()
  await expect(page).toHaveURL(/cities=/)

  await page.locator('[data-part=subject]').tap()
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  const [button, panel] = [await page.locator('[data-part=subject]').boundingBox(), await menu.boundingBox()]
  expect(Math.abs((panel?.x ?? 0) - (button?.x ?? 0))).toBeLessThan(200)
  expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(900)
  await page.getByRole('menuitemradio', { name: /Chemistry/ }).tap()
  await expect(page).toHaveURL(/subject=chemistry/)

  await page.locator('[data-part=omni]').tap()
  await page.getByTestId('palette-input').fill('beij')
  await page.locator('[data-option=city-beijing]').tap()
  await expect(page).toHaveURL(/\/cities\/beijing/)
})
