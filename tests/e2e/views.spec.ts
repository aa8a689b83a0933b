import { expect, test } from './support/fixtures.ts'

test('a city names the file and line of each figure', async ({ app, page }) => {
  await page.goto(app.url('/cities/wuhan'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wuhan')
  const statements = page.getByTestId('city-statements')
  await expect(statements).toContainText('facts-2024.csv')
  await expect(statements).toContainText('1,178.69')
})

test('an unknown city says so and suggests names', async ({ app, page }) => {
  await page.goto(app.url('/cities/beijng'))
  await expect(page.getByRole('alert')).toContainText('beijng')
  await page.getByRole('link', { name: 'Beijing' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beijing')
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
