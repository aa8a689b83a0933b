import { expect, test } from './support/fixtures.ts'

test('a city names the file and line of each figure, and says each statement once', async ({ app, page }) => {
  await page.goto(app.url('/cities/wuhan'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wuhan')
  const source = page.locator('[data-part=source]')
  await expect(source).toContainText('1,178.69')
  await expect(source).toContainText('top100-2023.csv')
  // A rank of another year leads to the table of ranks, and the address to it.
  const rank = page.getByTestId('city-ranks').locator('.why').first()
  const printed = page.locator('[data-part=lens-printed]')
  await rank.click()
  await expect(printed).toContainText('rank-history.csv')
  await expect(page).toHaveURL(/why=city~wuhan.*rank\.printed\.context/)
  await page.reload()
  await expect(printed).toContainText('rank-history.csv')
  await expect(page.locator('[data-part=derived-total]')).toHaveText(await rank.innerText())
  // What stands in the same row of the source leads on, and back.
  await page.keyboard.press('Escape')
  await page.locator('[data-part=city-share] .why').focus()
  await page.keyboard.press('d')
  await page.locator('[data-part=lens-beside] .why').first().click()
  await page.locator('[data-part=lens-back]').click()
  await expect(page.locator('[data-part=derived-total]')).toHaveText('1,178.69')
  await page.keyboard.press('Escape')
  const shown = await page.locator('main table .why').evaluateAll((all) => all.map((each) => each.title))
  expect(new Set(shown).size).toBe(shown.length)
})

test('a city is walked, ticked and read by keyboard', async ({ app, page }) => {
  await page.goto(app.url('/cities/nanjing'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nanjing')
  await page.keyboard.press('c')
  await expect(page.locator('[data-part=tick]')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('[')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Boston')
  await expect(page).toHaveURL(/cities=nanjing/)
  await page.keyboard.press('c')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/compare/)
})

test('an unknown city says so and suggests names', async ({ app, page }) => {
  await page.goto(app.url('/cities/beijng'))
  await expect(page.getByRole('alert')).toContainText('beijng')
  await page.getByRole('link', { name: 'Beijing' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beijing')
})

test('cities: a list that is searched, sorted and walked; each choice in the address', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/cities'))
  const rows = page.locator('tr[data-city]')
  await expect(rows.first()).toHaveAttribute('data-city', 'beijing')
  await page.getByRole('button', { name: 'Count', exact: true }).click()
  await expect(page).toHaveURL(/sort=count/)
  await page.locator('[data-part=region]').selectOption({ label: 'Germany (5)' })
  await expect(rows).toHaveCount(5)
  await page.keyboard.press('/')
  await page.keyboard.type('mun')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Munich')
  await page.goBack()
  await expect(rows).toHaveCount(1)
})

test('collaborations: printed scores, and pairs named without one', async ({ app, page }) => {
  await page.goto(app.url('/collaborations'))
  await expect(page.locator('tr[data-pair]')).toHaveCount(19)
  await expect(page.locator('tr[data-pair]', { hasText: '139.24' })).toContainText('Harvard University')
})

test('compare, method and datasets show what they are for', async ({ app, page }) => {
  await page.goto(app.url('/compare?cities=beijing,nanjing'))
  await expect(page.locator('main')).toContainText('4,259.39')
  await expect(page.locator('main')).toContainText('1,570.80')
  await page.goto(app.url('/method/bcs'))
  await expect(page.locator('main')).toContainText('Bilateral collaboration score')
  await page.goto(app.url('/method/region-share-pct'))
  const example = page.getByTestId('worked-example')
  await expect(example.locator('h3').first()).toHaveText('Example: Beijing, 2023')
  await expect(example.locator('.math')).toHaveText(/4,259\.39.*= 18\.4 %.*as printed/)
  await expect(page.getByTestId('scope-bar').locator('li')).toHaveCount(2)
  await page.goto(app.url('/datasets'))
  await expect(page.locator('[data-dataset="science-cities-2024"]').first()).toBeVisible()
})
