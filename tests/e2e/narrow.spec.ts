/** Windows from 900 px and 200 % zoom to 2560 px: menus at their buttons, no column without a width, nothing cut short. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'

const WIDTHS = [720, 900, 1440, 2560] as const

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not drawn`)
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height, width: box.width }
}

for (const width of WIDTHS) {
  test(`a menu opens at its button and inside the window of ${width} px`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(app.url('/?lang=en'))
    await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
    for (const { part, edge } of [
      { part: 'dataset', edge: 'left' },
      { part: 'subject', edge: 'left' },
      { part: 'columns', edge: 'right' },
    ] as const) {
      // The second time it must not be measured where it stood the first time.
      for (let time = 0; time < 2; time++) {
        await page.locator(`button[data-part=${part}]`).click()
        const button = await boxOf(page, `button[data-part=${part}]`)
        const menu = await boxOf(page, '[role=menu]')
        const wanted =
          edge === 'left'
            ? Math.min(button.left, width - menu.width - 8)
            : Math.max(button.right - menu.width, 8)
        expect(Math.abs(menu.left - wanted), part).toBeLessThanOrEqual(2)
        expect(menu.left, part).toBeGreaterThanOrEqual(0)
        expect(menu.right, part).toBeLessThanOrEqual(width)
        expect(Math.abs(menu.top - button.bottom), part).toBeLessThanOrEqual(8)
        await page.keyboard.press('Escape')
        await expect(page.locator('[role=menu]')).toHaveCount(0)
      }
    }
  })
}
