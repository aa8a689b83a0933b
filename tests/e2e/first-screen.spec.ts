/** The ranking as the host writes it into the page: right without a script, and in the very place where the script draws it. */
import type { BrowserContext, Page } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'

// eslint-disable-next-line no-empty-pattern -- Playwright reads here that it needs no fixture
test.beforeEach(({}, { project }) => {
  test.skip(project.name === 'electron', 'a window has no second page; tests/shell asks its protocol instead')
})

/** First rows of the 100 cities as the edition prints them. */
const ROWS = {
  en: [
    ['1', 'Beijing', 'Chinese mainland', '4,259.39', '9,180'],
    ['2', 'Shanghai', 'Chinese mainland', '2,214.00', '4,871'],
    ['3', 'New York metropolitan area', 'United States', '2,107.48', '6,007'],
  ],
  zh: [
    ['1', '北京', '中国大陆', '4,259.39', '9,180'],
    ['2', '上海', '中国大陆', '2,214.00', '4,871'],
    ['3', '纽约都市圈', '美国', '2,107.48', '6,007'],
  ],
} as const
const TITLE = { en: 'Rankings', zh: '排名' }
const HEADS = { en: 'City', zh: '城市' }

/** Text and place of title, finding, heads and rows, as the page has them now. */
interface Drawn {
  text: string
  box: [number, number, number, number]
}
/** Part by part: the host writes the rail before the strip, as it knows it first. */
const PARTS = [
  '.strip .field',
  '.rail a',
  '.rail__foot *',
  '.view-head h1',
  '.view-head p',
  '.search',
  '.side-tab',
  '.ranking thead th',
  '.ranking tbody tr:not(.is-spacer) > *',
  '.ranking .meter',
  '.scale-head li',
  '.status__src',
]
/** Columns may have left on a narrow page; what is not drawn is at no place. */
const drawn = (page: Page): Promise<Drawn[]> =>
  page.evaluate(
    `${JSON.stringify(PARTS)}.flatMap((part) => [...document.querySelectorAll(part)])
      .filter((each) => each.getClientRects().length > 0)
      .filter((each) => each.getBoundingClientRect().top < innerHeight - 60 || each.matches('.status__src'))
      .map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect()
        return { text: each.matches('.scale-head') ? '' : each.textContent.trim(), box: [left, top, width, height] }
      })`,
  )
const settled = (page: Page) => page.evaluate('document.fonts.ready.then(() => true)')

/** A page of the same session whose scripts do not run. */
async function withoutScripts(page: Page, url: string): Promise<{ page: Page; context: BrowserContext }> {
  const viewport = page.viewportSize()
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: false, viewport })
  await context.addCookies(await page.context().cookies())
  const still = await context.newPage()
  await still.goto(url)
  return { page: still, context }
}

for (const language of ['en', 'zh'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`without a script the first rows stand: ${language}, ${theme}`, async ({ app }) => {
      const { page, context } = await withoutScripts(app.page, app.url(`/?lang=${language}&theme=${theme}`))
      await expect(page.locator('h1')).toHaveText(TITLE[language])
      await expect(page.locator('.ranking thead')).toContainText(HEADS[language])
      const rows = page.locator('.ranking tbody tr')
      for (const [index, words] of ROWS[language].entries()) {
        await expect(rows.nth(index)).toBeVisible()
        for (const word of words) await expect(rows.nth(index)).toContainText(word)
      }
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(page.locator('.main')).toHaveCSS(
        'background-color',
        theme === 'dark' ? 'rgb(21, 24, 27)' : 'rgb(255, 255, 255)',
      )
      await context.close()
    })
  }
}

const ADDRESSES = [
  '/?lang=en&theme=light',
  '/?lang=zh&theme=dark',
  '/?lang=en&region=JP&sort=count&desc=1&cities=tokyo-metropolitan-area&columns=share,count,change,changePct',
]
/** The least window of the app, one at 200 % zoom, the usual one, and one with room to spare. */
const WIDTHS = [720, 900, 1440, 2560]
const cases = [
  ...ADDRESSES.map((address) => ({ address, width: 1440 })),
  ...WIDTHS.map((width) => ({ address: ADDRESSES[0] ?? '', width })),
  ...WIDTHS.map((width) => ({ address: ADDRESSES[2] ?? '', width })),
]
for (const { address, width } of new Map(cases.map((each) => [JSON.stringify(each), each])).values()) {
  test(`the script draws the same rows in the same place: ${address}, ${width} px`, async ({ app }) => {
    await app.page.setViewportSize({ width, height: 900 })
    const still = await withoutScripts(app.page, app.url(address))
    const written = await still.page
      .evaluate('document.fonts.ready.then(() => true)')
      .then(() => drawn(still.page))
    await still.context.close()
    await app.page.goto(app.url(address))
    await expect(app.page.locator('tr[data-city]').first()).toBeVisible()
    await settled(app.page)
    const mounted = await drawn(app.page)
    expect(written.map(({ text }) => text)).toEqual(mounted.map(({ text }) => text))
    expect(written.length).toBeGreaterThan(40)
    const moved = written.filter(({ box }, index) =>
      box.some((side, i) => Math.abs(side - (mounted[index]?.box[i] ?? 0)) > 1),
    )
    expect(moved).toEqual([])
    await expect(app.page.locator('.first-screen')).toHaveCount(0)
    expect(await violationsOf(app.page)).toEqual([])
  })
}

test('what is written is accessible as far as it goes', async ({ app }) => {
  // The check itself is a script, so the app's own is kept away instead.
  const context = await app.page.context().browser()!.newContext()
  await context.addCookies(await app.page.context().cookies())
  await context.route('**/assets/*.js', (route) => route.abort())
  const page = await context.newPage()
  await page.goto(app.url('/?lang=en'))
  await expect(page.locator('.first-screen .ranking')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await context.close()
})

test('what is written can do nothing until the script has drawn it', async ({ app }) => {
  const { page, context } = await withoutScripts(app.page, app.url('/'))
  const screen = page.locator('.first-screen')
  await expect(screen).toHaveAttribute('aria-busy', 'true')
  await expect(screen).toHaveAttribute('inert', '')
  await page.keyboard.press('Tab')
  await expect(screen.locator(':focus')).toHaveCount(0)
  await context.close()
})

test('of a subject that is printed in part the head stands, its rows are left to the script', async ({
  app,
}) => {
  const address = app.url('/?lang=en&subject=chemistry')
  const { page, context } = await withoutScripts(app.page, address)
  await expect(page.locator('.view-head p').first()).toContainText('Chemistry, 2023')
  await expect(page.locator('.ranking')).toBeHidden()
  await context.close()
  await app.page.goto(address)
  await expect(app.page.locator('tr[data-city]').first()).toBeVisible()
})
