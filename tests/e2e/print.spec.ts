/** On paper: lists whole and with their names, figures whole on one page, nothing of what is handled; in both languages. */
import type { Page } from '@playwright/test'
import { messages } from '../../src/shared/i18n/index.ts'
import { expect, INDEX, test } from './support/index-app.ts'

/** px of a page's width and height, A4 less the margins. */
const PAGE = { width: 718, height: 1031 }
const HANDLED = '.strip, .rail, .status, .side, .bar, .filter-bar, .view-head__acts, .stage__tools, .overview'

/** As a browser does before it lays a page out for its paper; no window of a test has a printer. */
async function putOnPaper(page: Page): Promise<void> {
  await expect(page.locator('.app')).toBeVisible()
  // What is seen on paper alone comes in idle time.
  await expect
    .poll(() => page.evaluate('[...document.styleSheets].some(({ href }) => /paper/i.test(href ?? ""))'))
    .toBe(true)
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: PAGE.width, height: PAGE.height })
  await expect(page.locator('[data-part=paper-head]')).toBeVisible()
}
async function takeFromPaper(page: Page): Promise<void> {
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1440, height: 900 })
}
/** Texts that are wider than their place, or are not drawn at all. */
const cut = (page: Page, selector: string) =>
  page.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((each) => each.getClientRects().length === 0 || each.scrollWidth > each.clientWidth + 1
      || each.getBoundingClientRect().right > ${PAGE.width + 1})
    .map((each) => each.textContent.trim())`)
const boxesOf = (page: Page, selector: string) =>
  page.evaluate<
    { left: number; right: number; height: number }[]
  >(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((each) => each.getClientRects().length > 0)
    .map((each) => each.getBoundingClientRect()).map(({ left, right, height }) => ({ left, right, height }))`)
async function expectHandledIsGone(page: Page): Promise<void> {
  expect(await boxesOf(page, HANDLED)).toEqual([])
}

for (const [lang, second] of [
  ['en', 'Shanghai'],
  ['zh', '上海'],
] as const) {
  test(`a ranking is printed whole, with its names, dataset, version and day: ${lang}`, async ({
    app,
    page,
  }) => {
    await page.goto(app.url(`/?lang=${lang}&theme=dark`))
    await expect(page.locator('tr[data-city]').first()).toBeVisible()
    const onScreen = await page.locator('tr[data-city]').count()
    const columns = await page.locator('.ranking thead th').count()
    await putOnPaper(page)
    const rows = page.locator('tr[data-city]')
    await expect(rows).toHaveCount(100)
    await expect(page.locator('.ranking thead th')).toHaveCount(columns)
    await expect(rows.nth(1)).toContainText(second)
    expect(await cut(page, 'tr[data-city] th')).toEqual([])
    const names = await rows.locator('th').allTextContents()
    expect(names.filter((name) => name.trim() === '')).toEqual([])
    // Each page repeats the head of a table, which that of a grid of rows is not.
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.ranking thead')).display`)).toBe(
      'table-header-group',
    )
    await expectHandledIsGone(page)
    const head = page.locator('[data-part=paper-head]')
    await expect(head).toContainText(messages[lang].common.kinds.published)
    await expect(head).toContainText(/r\d+-[0-9a-f]{6,}/)
    await expect(head).toContainText(String(new Date().getFullYear()))
    // White, in the dark theme too.
    expect(
      await page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--bg').trim()`),
    ).toMatch(/^#fff/)

    await takeFromPaper(page)
    await expect(page.locator('[data-part=paper-head]')).toHaveCount(0)
    await expect(page.locator('.rail')).toBeVisible()
    await expect.poll(() => rows.count()).toBeLessThanOrEqual(onScreen + 12)
    expect(
      await page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--bg').trim()`),
    ).toBe('#15181b')
  })

  test(`pages of other views keep to the paper: ${lang}`, async ({ app, page }) => {
    for (const [view, part] of [
      [`/rising?dataset=${INDEX}`, '.rise tbody tr'],
      ['/rising?', '.plain tbody tr'],
      ['/cities/beijing?', '.city-plate'],
      [`/cities/beijing?dataset=${INDEX}`, '.city-plate svg'],
      ['/compare?cities=beijing,shanghai', '.cmp-plate svg'],
      ['/compare?cities=beijing,shanghai&dataset=sample', '.cmp-plate svg'],
      ['/collaborations?', '.plain tbody tr'],
      [`/collaborations?dataset=${INDEX}`, '.plain tbody tr'],
    ] as const) {
      await test.step(view, async () => {
        await page.goto(app.url(`${view}&lang=${lang}`))
        await expect(page.locator(`#main ${part}`).first()).toBeVisible()
        await putOnPaper(page)
        await expectHandledIsGone(page)
        const boxes = await boxesOf(page, `#main ${part}`)
        expect(boxes.length).toBeGreaterThan(0)
        expect(boxes.filter(({ left, right }) => left < -1 || right > PAGE.width + 1)).toEqual([])
        expect(Math.max(...boxes.map(({ height }) => height))).toBeLessThan(PAGE.height)
        await takeFromPaper(page)
      })
    }
  })

  test(`a network and a map are printed as drawings on one page: ${lang}`, async ({ app, page }) => {
    for (const [draw, figure] of [
      ['', '.paper-scene'],
      ['&draw=map', '.mp'],
    ] as const) {
      await page.goto(app.url(`/networks?dataset=sample&lang=${lang}&theme=dark${draw}`))
      await expect(page.locator('.stage').first()).toBeVisible()
      await expect(page.locator(draw ? '.mp' : '.network-canvas')).toBeVisible()
      await putOnPaper(page)
      await expectHandledIsGone(page)
      const [box, ...others] = await boxesOf(page, figure)
      expect(others).toEqual([])
      expect(box?.right).toBeLessThanOrEqual(PAGE.width)
      expect(box?.height).toBeGreaterThan(150)
      expect(box?.height).toBeLessThan(PAGE.height / 2 + 60)
      await expect(page.locator(`${figure} text`).first()).toBeVisible()
      expect(await boxesOf(page, '.stage canvas')).toEqual([])
      if (!draw) await expect(page.locator('.twins tbody tr[data-key]').first()).toBeVisible()
      await takeFromPaper(page)
      await expect(page.locator('.paper-scene')).toHaveCount(0)
    }
  })
}

test('a browser that prints gets all rows, and the page is as it was', async ({ app, page }, info) => {
  test.skip(info.project.name !== 'browser', 'the window of the desktop has another way to a PDF file')
  await page.goto(app.url('/?dataset=sample&lang=zh'))
  await expect(page.locator('tr[data-city]').first()).toBeVisible()
  await expect.poll(() => page.evaluate('document.querySelector("[href*=Paper]") !== null')).toBe(true)
  await page.locator('tr[data-city]').nth(2).click()
  const read = await page.evaluate('document.activeElement.id')
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  const all = Number(await page.locator('.ranking').getAttribute('aria-rowcount')) - 1
  expect(all).toBeGreaterThan(100)
  // Some forty rows a page.
  expect(pdf.match(/\/Type ?\/Page\b(?!s)/g)?.length).toBeGreaterThanOrEqual(Math.floor(all / 50))
  await expect.poll(() => page.locator('tr[data-city]').count()).toBeLessThan(100)
  expect(await page.evaluate('document.activeElement.id')).toBe(read)
})
