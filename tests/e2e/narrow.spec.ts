/** Windows from 900 px and 200 % zoom to 2560 px: menus at their buttons, no column without a width, nothing cut short. */
import type { Page } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
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

/** What a cell or name needs, as against what it has. */
const CUT = `(selector) => [...document.querySelectorAll(selector)]
  .filter((each) => each.getClientRects().length > 0 && each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.textContent.trim())`
const cut = (page: Page, selector: string) => page.evaluate(`(${CUT})(${JSON.stringify(selector)})`)
const widthOf = async (page: Page, selector: string) => (await boxOf(page, selector)).width

for (const width of WIDTHS) {
  for (const lang of ['en', 'zh']) {
    test(`names and Shares are read in a window of ${width} px: ${lang}`, async ({ app, page }) => {
      await page.setViewportSize({ width, height: 800 })
      for (const subject of ['all', 'chemistry']) {
        await page.goto(app.url(`/?lang=${lang}&subject=${subject}`))
        await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
        await page.evaluate('document.fonts.ready.then(() => true)')
        expect(await widthOf(page, 'tr[data-city="beijing"] th')).toBeGreaterThanOrEqual(160)
        expect(await cut(page, '.ranking tbody td.num, .ranking tbody td.rank')).toEqual([])
        const table = await boxOf(page, '.ranking')
        expect((await boxOf(page, '.grid-scroll')).right).toBeGreaterThanOrEqual(table.right - 1)
        const years = await page.evaluate<number[]>(
          `[...document.querySelectorAll('.year')].map((each) => each.getBoundingClientRect().width)`,
        )
        expect(Math.min(...years)).toBeGreaterThanOrEqual(34)
      }
    })
  }
}

test('the chooser says which columns have no room, and that the sorted one stays', async ({ app, page }) => {
  await page.setViewportSize({ width: 720, height: 800 })
  await page.goto(app.url('/?lang=en&sort=countPerShare&desc=1'))
  await expect(page.locator('tr[data-city]').first()).toBeVisible()
  await expect(page.getByRole('columnheader', { name: /Count ÷/ })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: /% of/ })).toHaveCount(0)
  await expect(page.locator('[data-part=columns]')).toContainText('5 of 11')
  await page.locator('[data-part=columns]').click()
  await expect(page.getByRole('menuitemcheckbox', { name: /% of region/ })).toContainText('no room here')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1440, height: 800 })
  await expect(page.getByRole('columnheader', { name: /% of/ })).toBeVisible()
  await expect(page.locator('[data-part=columns]')).toContainText('8 of 11')
})

test('the bars grow with the room', async ({ app, page }) => {
  const widths: number[] = []
  for (const width of [1440, 1920, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(app.url('/?lang=en'))
    widths.push(await widthOf(page, 'tr[data-city="beijing"] td.scale'))
  }
  const [usual = 0, wide = 0, widest = 0] = widths
  expect(wide).toBeGreaterThan(usual + 200)
  expect(widest).toBeGreaterThan(wide + 200)
})

test('in a narrow window the inspector is a drawer, by pointer and by key', async ({ app, page }) => {
  await page.setViewportSize({ width: 900, height: 800 })
  await page.goto(app.url('/?lang=en'))
  await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
  const side = page.getByRole('complementary', { name: 'Inspector' })
  const handle = page.getByRole('button', { name: 'Inspector' })
  await expect(side).toBeHidden()
  await handle.click()
  await expect(side).toContainText('Beijing')
  expect((await boxOf(page, 'aside.side')).left).toBeGreaterThanOrEqual(52)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(side).toBeHidden()
  await expect(handle).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(side).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 800 })
  await expect(handle).toBeHidden()
  await expect(side).toBeVisible()
})
