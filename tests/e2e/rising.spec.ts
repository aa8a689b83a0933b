import type { Locator, Page } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
import { expect, INDEX, test } from './support/index-app.ts'

const SAMPLE = '/rising?dataset=sample&lang=en'
const table = (page: Page) => page.getByTestId('rising-table')
const rows = (page: Page) => table(page).locator('tr[data-row]')
const mark = (page: Page) => page.locator('[data-part=floor-mark]')
const typed = (page: Page) => page.locator('input[data-part=floor]')
const leftOut = (page: Page) => page.locator('[data-part=left-out]')

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = (await of.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('two years of a small index, percent with a floor, and its export', async ({ app, page }) => {
  await page.goto(app.url(`/rising?dataset=${INDEX}&lang=en`))
  await expect(rows(page)).toHaveCount(4)
  await expect(page.getByRole('radio', { name: 'Percent' })).toHaveAttribute('aria-checked', 'true')
  await page.locator('[data-part=from]').selectOption('2021')
  await expect(page).toHaveURL(/from=2021/)
  await expect(table(page).locator('thead')).toContainText('2021')
  await typed(page).fill('100000')
  await typed(page).press('Enter')
  await expect(page.getByRole('heading', { name: 'Nothing is left by these filters' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all, without a floor' }).click()
  await expect(page).toHaveURL(/floor=0/)
  await expect(rows(page)).toHaveCount(4)
  await page.locator('main [data-part=export]').click()
  await expect(page.getByRole('dialog')).toContainText('rising-2021-2023')
})

test('rising chemistry, 2019 to 2023: the list of the edition, printed beside computed, down to an article', async ({
  app,
  page,
}) => {
  await page.goto(app.url(SAMPLE))
  await page.locator('[data-list=chemistry]').click()
  await expect(page).toHaveURL(/(?=.*subject=chemistry)(?=.*from=2019)(?=.*to=2023)/)
  await expect(page.locator('[data-list=chemistry]')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.view-head')).toContainText('Fastest-rising cities in chemistry, 2019–2023')

  const against = page.locator('[data-part=against]')
  await expect(against.locator('tr', { hasText: 'Shenzhen' })).toContainText('+89.5')
  await expect(against.locator('tr', { hasText: 'Beijing' })).toContainText('+254.93')

  // By amount, and back by key; every choice stands in the address.
  await page.getByRole('radio', { name: 'Absolute' }).click()
  await expect(page).toHaveURL(/sort=change/)
  await expect(table(page).locator('th[aria-sort=descending]')).toContainText('Change ↓')
  await page.locator('h1').click()
  await page.keyboard.press('a')
  await expect(page).not.toHaveURL(/sort=/)

  const first = rows(page).first()
  const id = (await first.getAttribute('data-row'))!
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toHaveClass(/is-cur/)
  await page.keyboard.press('Home')
  const change = await first.locator('.num.share .why').innerText()
  await page.keyboard.press('d')
  const sheet = page.locator('[data-part=derivation]')
  await expect(sheet.locator('[data-part=derived-total]')).toHaveText(change)
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cities/${id}`))
})

test('the floor is dragged on the axis, moved by keys, typed and undone; who is left out is said', async ({
  app,
  page,
}) => {
  await page.goto(app.url(`${SAMPLE}&subject=chemistry&from=2019&to=2023`))
  await expect(leftOut(page)).toContainText(/\d+ cities below a base of \d+ are left out\./)
  const before = Number(await mark(page).getAttribute('aria-valuenow'))
  const all = await rows(page).count()
  await expect(page.locator('[data-part=usual-floor]')).toHaveText('The usual floor.')

  const at = await middle(mark(page))
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 30, at.y, { steps: 4 })
  // The rows follow while the hand still holds it; the address waits.
  await expect.poll(() => rows(page).count()).toBeLessThan(all)
  expect(page.url()).not.toContain('floor=')
  await page.mouse.up()
  await expect(page).toHaveURL(/floor=\d/)
  const dragged = Number(await mark(page).getAttribute('aria-valuenow'))
  expect(dragged).toBeGreaterThan(before)
  expect(page.url()).toContain(`floor=${dragged}`)
  await expect(typed(page)).toHaveValue(String(dragged))
  await page.goBack()
  await expect(rows(page)).toHaveCount(all)

  await mark(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(async () => Number(await mark(page).getAttribute('aria-valuenow')))
    .toBeGreaterThan(before)
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/floor=0/)
  await expect(leftOut(page)).toContainText('Nobody is left out.')
  await page.locator('button[data-part=usual-floor]').click()
  await expect(page).not.toHaveURL(/floor=/)
  await page.locator('h1').click()
  await page.keyboard.press(']')
  await expect(page).toHaveURL(/floor=\d/)
})

test('intervals of the changes come and go by I, and stay in the address', async ({ app, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(app.url(`${SAMPLE}&subject=chemistry&from=2019&to=2023`))
  const toggle = page.locator('[data-part=bands-toggle]')
  const whiskers = table(page).locator('.trk__ci')
  const says = page.locator('[data-part=interval]')
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')
  await rows(page).first().focus()
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/bands=1000/)
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(whiskers.first()).toBeVisible({ timeout: 30_000 })
  expect(await whiskers.count()).toBe(await rows(page).count())
  await expect(says).toContainText(/95 % interval \S+ to \S+ %, .*B = 1,000/)
  await expect(page.locator('[data-part=whiskers]')).toContainText('seed 1')
  expect(await violationsOf(page)).toEqual([])
  if (process.env['PICTURES'])
    await page.screenshot({ path: `${process.env['PICTURES']}/rising-bands-en.png` })
  const text = await says.innerText()
  await page.reload()
  await expect(says).toHaveText(text)
  await page.locator('main [data-part=export]').click()
  await expect(page.getByRole('dialog')).toContainText('B = 1,000, seed 1')
  if (process.env['PICTURES'])
    await page.screenshot({ path: `${process.env['PICTURES']}/rising-file-en.png` })
  await page.keyboard.press('Escape')
  await page.keyboard.press('i')
  await expect(whiskers).toHaveCount(0)
  await expect(page).not.toHaveURL(/bands=/)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })
  test('a finger drags the floor', async ({ app, page }) => {
    await page.goto(app.url(`${SAMPLE}&subject=chemistry&from=2019&to=2023`))
    const { x, y } = await middle(mark(page))
    const client = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', to?: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: to === undefined ? [] : [{ x: to, y }] })
    const before = Number(await mark(page).getAttribute('aria-valuenow'))
    await touch('touchStart', x)
    await touch('touchMove', x + 12)
    await touch('touchMove', x + 30)
    await touch('touchEnd')
    await expect(page).toHaveURL(/floor=\d/)
    expect(Number(await mark(page).getAttribute('aria-valuenow'))).toBeGreaterThan(before)
  })
})

test('a ticked city stays in view while the others scroll', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  await page.goto(app.url(`${SAMPLE}&subject=chemistry&from=2019&to=2023&floor=0`))
  await rows(page).first().focus()
  await page.keyboard.press('Space')
  const id = (await rows(page).first().getAttribute('data-row'))!
  await expect(page).toHaveURL(new RegExp(`cities=${id}`))
  await page.keyboard.press('End')
  await expect(rows(page).last()).toBeInViewport()
  await expect(table(page).locator(`tr[data-row=${id}] .city`)).toBeInViewport()
})

test('of the edition the printed changes stand by subject and period, each with its source', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/rising?lang=en'))
  const changes = page.getByTestId('changes-table')
  await expect(page.locator('.finding')).toContainText('The edition prints 24 changes of 12 cities')
  await expect(changes.locator('.plain__part.is-new')).toHaveCount(6)
  await page.locator('[data-part=subject]').click()
  await page.getByRole('menuitemradio', { name: /Chemistry/ }).click()
  await expect(changes.locator('tr[data-change]')).toHaveCount(5)
  await expect(changes.locator('.plain__part')).toContainText(['2019–2023', '2022–2023'])
  await expect(page.locator('.finding')).toContainText('Shenzhen rose fastest, by 89.5 % (2019–2023)')

  await changes.locator('tr[data-change]').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-part=change-source]')).toContainText('facts-2024.csv:20')
  await expect(page.locator('[data-part=change-source]')).toContainText('+254.93')
  await page.reload()
  await expect(page.locator('[data-part=change-source]')).toContainText('+254.93')

  await page.locator('main [data-part=export]').click()
  await expect(page.getByRole('dialog')).toContainText('changes-chemistry')
})

for (const [theme, lang] of [
  ['light', 'en'],
  ['dark', 'zh'],
] as const) {
  test(`no violation of WCAG 2.2 AA, and nothing beyond the window: ${theme}, ${lang}`, async ({
    app,
    page,
  }) => {
    test.setTimeout(240_000)
    for (const path of [
      `/rising?dataset=sample&subject=chemistry&from=2019&to=2023`,
      '/rising?dataset=science-cities-2024',
    ]) {
      for (const width of [1440, 900, 720]) {
        await page.setViewportSize({ width, height: width === 720 ? 450 : 900 })
        await page.goto(app.url(`${path}&lang=${lang}&theme=${theme}`))
        await expect(page.locator('main table').first()).toBeVisible()
        await page.waitForLoadState('networkidle')
        if (width !== 900) expect(await violationsOf(page), `${path} ${width}`).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        const name = page.locator('tbody tr[data-row] .c-name').first()
        if (await name.count()) expect((await name.boundingBox())!.width).toBeGreaterThanOrEqual(159)
      }
    }
  })
}
