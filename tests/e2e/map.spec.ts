import type { Page } from '@playwright/test'
import type { MapDrawing } from '../../src/shared/contract/drawings.ts'
import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/index-app.ts'
import { saveFile, watchAnswers } from './support/host-ways.ts'
import { elementsOf } from './support/network-page.ts'

const at = (query = '', dataset = 'sample') => `/networks?dataset=${dataset}&lang=en&draw=map${query}`
const EDITION = 'science-cities-2024'

async function openMap(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.locator('[data-part=map]')).toBeVisible()
  await page.evaluate('document.fonts.ready')
}

/** The last map that the core drew for the page. */
const watchMaps = (page: Page): (() => MapDrawing) => watchAnswers<MapDrawing>(page, 'maps.draw').last

test('the edition has its hundred cities on the map, without arcs, and says why', async ({ app, page }) => {
  await openMap(page, app.url(at('', EDITION)))
  await expect(page.locator('[data-city]')).toHaveCount(100)
  await expect(page.locator('[data-part=arcs] path')).toHaveCount(0)
  await expect(page.locator('[data-part=unpublished]')).toContainText(
    'Scores between cities were not published',
  )
  await expect(page.locator('[data-part=city] h2')).toHaveText('Beijing')
  await expect(page.locator('[data-part=position]')).toHaveText('39.9° N, 116.4° E')
  await expect(page.locator('[data-part=region-percent]')).toHaveText('18.4')
  await page.getByRole('radio', { name: 'Network' }).click()
  await expect(page).not.toHaveURL(/draw=map/)
})

test('the keyboard alone walks the cities, moves the focus, zooms and reads the table', async ({
  app,
  page,
}) => {
  const drawn = watchMaps(page)
  await openMap(page, app.url(at('&partners=6')))
  const [first, second, third] = drawn().cities
  await page.locator(`[data-city="${first!.id}"]`).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-part=city] h2')).toHaveText(second!.name)
  await expect(page.locator(`[data-city="${second!.id}"]`)).toBeFocused()
  await expect(page.locator(`[data-city="${second!.id}"]`)).toHaveAttribute(
    'aria-label',
    /rank 2: Share [\d.,]+, score with/,
  )
  await page.keyboard.press('f')
  await expect(page).toHaveURL(new RegExp(`around=${second!.id}`))
  await expect.poll(() => drawn().filters.focus).toBe(second!.id)
  expect(new Set(drawn().arcs.map(({ b }) => b)).size).toBe(6)

  const box = () => page.locator('svg.mp').getAttribute('viewBox')
  const whole = await box()
  await page.locator(`[data-city="${second!.id}"]`).focus()
  await page.keyboard.press('+')
  await expect.poll(box).not.toBe(whole)
  await page.keyboard.press('0')
  await expect.poll(box).toBe(whole)

  await page.keyboard.press('t')
  const row = page.locator('[data-testid=map-table] tr.is-cur')
  await expect(row).toContainText(second!.name)
  await expect(row).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-part=city] h2')).toHaveText(third!.name)
  await expect(page.locator(`[data-city="${third!.id}"]`)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('t')
  await expect(page.locator(`[data-city="${third!.id}"]`)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cities/${third!.id}`))
})

test('the pointer reads a city, the ruler says how many partners are drawn, names are chosen', async ({
  app,
  page,
}) => {
  const drawn = watchMaps(page)
  await openMap(page, app.url(at()))
  const { cities } = drawn()
  const city = cities.find(({ id }) => id === 'singapore')!
  const circle = (await page.locator(`[data-city="${city.id}"]`).boundingBox())!
  await page.mouse.click(circle.x + circle.width / 2, circle.y + circle.height / 2)
  await expect(page.locator('[data-part=city] h2')).toHaveText(city.name)
  await expect(page).toHaveURL(new RegExp(`at=${city.id}`))

  await page.locator('[data-part=partners] [role=slider]').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page).toHaveURL(/partners=21/)
  await expect.poll(() => new Set(drawn().arcs.map(({ b }) => b)).size).toBe(21)
  await page.locator('[data-part=show-all]').click()
  const rows = page.locator('[data-part=partners] li')
  expect(await rows.count()).toBeGreaterThan(21)
  await rows.nth(1).locator('button:not(.why)').click()
  await expect(page.locator('[data-part=with-focus]')).toBeVisible()

  await page.getByRole('radio', { name: 'None', exact: true }).click()
  await expect.poll(() => drawn().labelsShown).toBe(0)
  await page.locator('#map-region').selectOption('CN')
  await expect.poll(() => new Set(drawn().cities.map(({ region }) => region)).size).toBe(1)
  await expect(page.locator('[data-city]')).toHaveCount(drawn().cities.length)
})

async function save(page: Page, format: string): Promise<Buffer> {
  await page.locator('[data-part=export]').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('[data-preset=view]').click()
  await dialog.getByRole('radio', { name: format, exact: true }).click()
  const { bytes } = await saveFile(page, () => page.getByTestId('export-go').click())
  await page.keyboard.press('Escape')
  return bytes
}

test('its files hold what the screen shows', async ({ app, page }) => {
  const drawn = watchMaps(page)
  await openMap(page, app.url(at('&partners=5')))
  const map = drawn()
  const svg = (await save(page, 'SVG')).toString('utf8')
  const circles = (await elementsOf(page, svg, 'circle')).filter((circle) => circle['data-id'])
  expect(circles).toHaveLength(map.cities.reduce((sum, { at: places }) => sum + places.length, 0))
  const first = circles.find((circle) => circle['data-id'] === map.cities[0]!.id)
  // The figure on the screen is as wide as its pane, a file 1,000.
  const own = 1000 / map.frame.width
  expect(Number(first?.['cx'])).toBeCloseTo(own * map.cities[0]!.at[0]!.x, 2)
  expect(Number(first?.['r'])).toBeCloseTo(own * map.cities[0]!.r, 2)
  expect(svg).toContain('Natural Earth')
  const png = await save(page, 'PNG')
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect(png.length).toBeGreaterThan(50_000)
})

test('is accessible in both themes and languages', async ({ app, page }) => {
  for (const look of ['lang=en&theme=light', 'lang=zh&theme=dark']) {
    await openMap(page, app.url(`/networks?dataset=sample&draw=map&tables=1&${look}`))
    expect(await violationsOf(page), look).toEqual([])
  }
  await openMap(page, app.url(`/networks?dataset=${EDITION}&draw=map&lang=zh&theme=light`))
  expect(await violationsOf(page)).toEqual([])
})

test('an unknown city, and a region without one, are said with a way on', async ({
  app,
  page,
  complaints,
}) => {
  await page.goto(app.url(at('&around=atlantis')))
  await expect(page.locator('[data-part=lost-ticks]')).toContainText('atlantis')
  await expect(page.locator('[data-part=map]')).toBeVisible()
  await page.goto(app.url(at('&subject=health-sciences&year=2019', EDITION)))
  await expect(page.locator('[data-part=map-empty], [role=alert]')).toBeVisible()
  complaints.splice(0)
})
