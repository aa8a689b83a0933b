/** A comparison from its first city to a saved one: the address holds it, keys change it, files follow it. */
import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/index-app.ts'

test('three cities: another reference, one more, one less, reordered, and the same after a reload', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/compare?dataset=sample&lang=en&cities=beijing,boston,london'))
  const chips = page.locator('.compare__city')
  await expect(chips).toHaveCount(3)
  await expect(page.locator('.finding')).toContainText(/^Beijing leads with a Share of [\d,.]+, [\d.]+ times/)
  for (const part of ['series', 'profile', 'ranks', 'differences'])
    await expect(page.locator(`[data-part=${part}]`)).toBeVisible()
  await expect(page.locator('[data-part=series]')).toContainText('one scale for the five subjects')
  expect(await violationsOf(page)).toEqual([])

  // The reference: by key, then by its letter over the table.
  await page.keyboard.press('a')
  await expect(page).toHaveURL(/ref=boston/)
  await expect(page.locator('[data-part=differences] > header')).toContainText('from Boston')
  await page.locator('[data-part=differences] thead').getByRole('button', { name: /^C / }).click()
  await expect(page).toHaveURL(/ref=london/)
  const cell = page.locator('[data-difference="share share all A"]')
  await expect(cell).toContainText(/^\+[\d,]+\.\d\d/)

  // One more, from the search; pinyin finds it too.
  await page.keyboard.press('/')
  await page.locator('[data-part=add-field]').fill('shangh')
  await expect(page.getByRole('option').first()).toContainText('Shanghai')
  await page.keyboard.press('Enter')
  await expect(chips).toHaveCount(4)
  await expect(page).toHaveURL(/cities=beijing(,|%2C)boston(,|%2C)london(,|%2C)shanghai/)

  // Moved to the front by keyboard; what it is called goes with its place.
  await chips.nth(3).getByRole('button').first().focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft')
  await expect(chips.first()).toContainText('Shanghai')
  await expect(page).toHaveURL(/cities=shanghai(,|%2C)beijing/)
  await expect(page).toHaveURL(/ref=london/)

  // Removed at once after it: Undo takes back the removal, then each move, and Redo does them again.
  await page.getByRole('button', { name: 'Remove Beijing' }).click()
  const order = (...ids: string[]) =>
    expect(page).toHaveURL((url) => url.searchParams.get('cities') === ids.join(','))
  const stands = async (...ids: string[]) => {
    await order(...ids)
    await expect
      .poll(() => chips.evaluateAll((all) => all.map((each) => each.getAttribute('data-id'))))
      .toEqual(ids)
  }
  await stands('shanghai', 'boston', 'london')
  const steps = [
    ['shanghai', 'beijing', 'boston', 'london'],
    ['beijing', 'shanghai', 'boston', 'london'],
    ['beijing', 'boston', 'shanghai', 'london'],
    ['beijing', 'boston', 'london', 'shanghai'],
  ]
  for (const ids of steps) {
    await page.keyboard.press('Control+z')
    await stands(...ids)
  }
  for (const ids of steps.slice(0, -1).toReversed()) {
    await page.keyboard.press('Control+y')
    await stands(...ids)
  }

  await page.reload()
  await stands('shanghai', 'beijing', 'boston', 'london')
  await expect(page.locator('[data-part=differences] > header')).toContainText('from London')
})

test('ten steps in Rankings and Compare are taken back one by one, and done again', async ({ app, page }) => {
  await page.goto(app.url('/?dataset=sample&lang=en&cities=beijing'))
  const row = (id: string) => page.locator(`tr[data-city=${id}]`)
  const part = (key: string) => new URL(page.url()).searchParams.get(key)
  const at = () => [new URL(page.url()).pathname, part('cities'), part('by'), part('sort'), part('ref')]
  const seen: (string | null)[][] = []
  const did = async (act: () => Promise<unknown>) => {
    const before = page.url()
    seen.push(at())
    await act()
    await expect.poll(() => page.url()).not.toBe(before)
  }
  await expect(row('beijing')).toBeVisible()
  const ids = await page
    .locator('tr[data-city]')
    .evaluateAll((rows) => rows.map((each) => each.getAttribute('data-city') ?? ''))
  for (const id of ids.slice(1, 4)) await did(() => row(id).getByRole('checkbox').click())
  await did(() => page.getByRole('columnheader').getByRole('button', { name: /^City/ }).click())
  await did(() =>
    row(ids[0] ?? '')
      .getByRole('checkbox')
      .click(),
  )
  await did(() =>
    row(ids[0] ?? '')
      .getByRole('checkbox')
      .click(),
  )
  await page.keyboard.press('c')
  await expect(page.locator('.compare__city')).toHaveCount(4)
  const first = page.locator('.compare__city').first().getByRole('button').first()
  await first.focus()
  for (let i = 0; i < 2; i++) await did(() => page.keyboard.press('Shift+ArrowRight'))
  await did(() => page.keyboard.press('a'))
  await did(() => page.locator('.compare__city').last().getByRole('button').last().click())
  expect(seen).toHaveLength(10)
  const last = at()
  // Ticks are taken back in the view that is open; a sort leads back to its own.
  const own = (state: (string | null)[]) => [state[1], state[4]]
  for (const state of seen.toReversed()) {
    await page.keyboard.press('Control+z')
    await expect.poll(() => own(at())).toEqual(own(state))
  }
  expect(at().slice(1)).toEqual(['beijing', null, null, null])
  for (const state of [...seen.slice(1), last]) {
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => own(at())).toEqual(own(state))
  }
})

test('a comparison is saved, opened again, and names what another dataset has in its place', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/compare?lang=en&cities=boston-metropolitan-area,beijing&ref=beijing'))
  await page.locator('[data-part=saved]').click()
  await page.getByRole('menuitem', { name: 'Save this comparison…' }).click()
  await page.locator('[data-part=comparison-name]').fill('Two leaders')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-part=saved]')).toContainText('Two leaders')

  await page.goto(app.url('/compare?dataset=sample&lang=en&cities=london,paris'))
  await page.locator('[data-part=saved]').click()
  await page.getByRole('menuitemradio', { name: /Two leaders/ }).click()
  const missing = page.locator('[data-part=missing]')
  await expect(missing).toContainText('Boston metropolitan area is not in this dataset; Boston is.')
  await missing.getByRole('button', { name: 'Take Boston' }).click()
  await expect(page.locator('.compare__city')).toHaveCount(2)
  await expect(page).toHaveURL(/cities=boston(,|%2C)beijing/)

  await page.locator('[data-part=saved]').click()
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).click()
  await page.locator('[data-kept="Two leaders"] [data-part=delete]').click()
  await page.locator('[data-part=put-back]').click()
  await expect(page.locator('[data-part=kept] [data-kept="Two leaders"]')).toBeVisible()
})

test('institutions and countries too, six at most, and nothing ends out of reach in a narrow window', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 700 })
  await page.goto(app.url('/compare?dataset=sample&lang=zh&cities=beijing,boston,london,tokyo,seoul,paris'))
  await expect(page.locator('.compare__city')).toHaveCount(6)
  await expect(page.locator('[data-part=add]')).toContainText('最多比较 6 个')
  const last = page.locator('[data-part=differences] thead th').last()
  await last.scrollIntoViewIfNeeded()
  const box = await last.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(900)
  await page.goto(app.url('/compare?dataset=sample&lang=en&by=country&countries=CN,US'))
  await expect(page.locator('.compare__city')).toHaveCount(2)
  await page.locator('[data-part=add]').click()
  await page.locator('[data-part=add-field]').fill('beijing')
  await expect(page.getByRole('option').first()).toContainText('of another kind (city)')
  // Ticked in Rankings, and back there still ticked.
  await page.goto(app.url('/?dataset=sample&lang=en&by=institution'))
  const boxes = page.locator('tr[data-city]').getByRole('checkbox')
  await boxes.nth(0).click()
  await boxes.nth(1).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('institutions')?.split(',').length === 2)
  await page.keyboard.press('c')
  await expect(page).toHaveURL((url) => url.pathname.endsWith('/compare'))
  await expect(page.locator('.compare__city')).toHaveCount(2)
  await page.goto(app.url('/compare?lang=en&by=country&countries=CN,US'))
  await expect(page.locator('[data-part=edition-only]')).toBeVisible()
})
