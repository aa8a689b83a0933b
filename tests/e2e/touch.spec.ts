/** By touch: rows, menus and the palette, in the smallest window. */
import type { Locator, Page } from '@playwright/test'
import { expect, INDEX, test } from './support/index-app.ts'

test.use({ hasTouch: true, viewport: { width: 900, height: 600 } })

/** A window of the desktop is none of those that are opened for touch: there its fingers are put down by hand. */
const isDesktop = (page: Page): boolean => page.context().browser() === null
test.beforeEach(async ({ page }) => {
  if (!isDesktop(page)) return
  await page.setViewportSize({ width: 900, height: 600 })
  const hand = await page.context().newCDPSession(page)
  await hand.send('Emulation.setTouchEmulationEnabled', { enabled: true })
})

async function tap(page: Page, target: Locator, position?: { x: number; y: number }): Promise<void> {
  if (!isDesktop(page)) return target.tap(position ? { position } : {})
  await target.click({ trial: true, ...(position ? { position } : {}) })
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to tap')
  const { x, y } = position ?? { x: box.width / 2, y: box.height / 2 }
  const hand = await page.context().newCDPSession(page)
  await hand.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: box.x + x, y: box.y + y }],
  })
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await hand.detach()
}

test('rows are read and opened, menus chosen from, the palette used', async ({ app, page }) => {
  await page.goto(app.url(`/?lang=en&dataset=${INDEX}`))
  const row = page.locator('[role=row][id^=row-]').nth(1)
  await tap(page, row.locator('td').last())
  await expect(row).toHaveAttribute('aria-selected', /.*/)
  await expect(page).toHaveURL(/at=/)
  await tap(page, row.locator('.tick-box'))
  await expect(page).toHaveURL(/cities=/)

  await tap(page, page.locator('[data-part=subject]'))
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  const [button, panel] = [await page.locator('[data-part=subject]').boundingBox(), await menu.boundingBox()]
  expect(Math.abs((panel?.x ?? 0) - (button?.x ?? 0))).toBeLessThan(200)
  expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(900)
  await tap(page, page.getByRole('menuitemradio', { name: /Chemistry/ }))
  await expect(page).toHaveURL(/subject=chemistry/)

  await tap(page, page.locator('[data-part=omni]'))
  await page.getByTestId('palette-input').fill('beij')
  await tap(page, page.locator('[data-option=city-beijing]'))
  await expect(page).toHaveURL(/\/cities\/beijing/)
})

/** A finger down at a part of a slider's width, along it and up again. */
async function slide(page: Page, slider: Locator, from: number, to: number): Promise<void> {
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (!box) throw new Error('no slider')
  const at = (part: number) => [{ x: box.x + part * box.width, y: box.y + box.height / 3 }]
  const hand = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', at(from))
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', at(from + part * (to - from)))
  await touch('touchEnd', [])
}

test('a slider of a network is tapped and drawn along, and the figure follows', async ({ app, page }) => {
  await page.goto(app.url('/networks?lang=en&dataset=sample&city=beijing&top=12'))
  const slider = page.locator('[data-part=threshold] [role=slider]')
  // In so small a window what sets the figure stands in a drawer.
  await tap(page, page.locator('.side-tab'))
  await expect(slider).toBeVisible()
  const value = async () => Number(await slider.getAttribute('aria-valuenow'))
  // One with a single value would show nothing.
  await expect.poll(async () => Number(await slider.getAttribute('aria-valuemax'))).toBeGreaterThan(10)
  const start = await value()
  await slide(page, slider, 0.1, 0.6)
  await expect.poll(value).toBeGreaterThan(start)
  await expect(page).toHaveURL(/min=/)
  const far = await value()
  const box = await slider.boundingBox()
  await tap(page, slider, { x: (box?.width ?? 0) * 0.3, y: (box?.height ?? 0) / 3 })
  await expect.poll(value).toBeLessThan(far)
  expect(await value()).toBeGreaterThan(start)
})
