/** Choices last: undo and redo, links that name what a dataset has not got, favourites. */
import { violationsOf } from './support/axe.ts'
import { expect, INDEX, test } from './support/index-app.ts'

const note = '[data-part=undo-note]'

test('filters, ticks, orders and the year are taken back and done again, in the view where they were done', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/?lang=en'))
  await page.getByRole('columnheader', { name: /Count/ }).first().getByRole('button').click()
  await expect(page).toHaveURL(/sort=/)
  const sorted = page.url()
  await page.locator('[role=row] .tick-box').first().click()
  await expect(page).toHaveURL(/cities=/)
  await page.getByRole('radio', { name: '2021' }).click()
  await expect(page).toHaveURL(/year=2021/)
  await page.keyboard.press('Control+z')
  await expect(page.locator(note)).toContainText('Undone: the choice of the year.')
  await expect(page).not.toHaveURL(/year=/)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(page).toHaveURL(sorted)
  // In another view, the way leads back to the ranking.
  await page.keyboard.press('9')
  await expect(page).toHaveURL(/\/method/)
  await page.keyboard.press('Control+z')
  await expect(page).not.toHaveURL(/method|sort=/)
  await page.keyboard.press('Control+Shift+z')
  await expect(page).toHaveURL(/sort=/)
  await page.keyboard.press('Control+y')
  await expect(page).toHaveURL(/cities=/)
})

test('a field of text keeps its own undo', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en&region=CN'))
  await page.getByRole('searchbox').or(page.getByPlaceholder('Find a city')).first().fill('bei')
  await page.keyboard.press('Control+z')
  await expect(page.locator(note)).toBeEmpty()
  await expect(page).toHaveURL(/region=CN/)
})

test('a link with an unknown city opens the rest, names it, and offers the city of a metropolitan area', async ({
  app,
  page,
}) => {
  const lost = page.locator('[data-part=lost-ticks]')
  await page.goto(app.url('/?lang=en&cities=atlantis,beijing'))
  await expect(lost).toContainText('atlantis')
  await expect(page.getByRole('row').filter({ hasText: 'Beijing' }).first()).toBeVisible()
  for (const address of ['/collaborations?', '/networks?', '/networks?draw=map&']) {
    const key = address.includes('map') ? 'around' : 'city'
    await page.goto(app.url(`${address}lang=en&dataset=${INDEX}&${key}=atlantis`))
    await expect(lost).toContainText('atlantis')
    await expect(page.locator('[data-part=error]')).toHaveCount(0)
    await expect(page).not.toHaveURL(/atlantis/)
  }
})

test('a star and the pages opened last lead back, from the palette and from Cities', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/cities/nanjing?lang=en'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nanjing')
  await page.keyboard.press('s')
  await expect(page.locator('[data-part=star]')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('3')
  await expect(page.locator('[data-list=favourites]')).toContainText('Nanjing')
  await page.getByRole('link', { name: 'Beijing' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beijing')
  await page.keyboard.press('3')
  await expect(page.locator('[data-list=recent]')).toContainText('Beijing')
  await page.keyboard.press('Control+k')
  await expect(page.locator('[data-option=favourite-nanjing]')).toBeVisible()
  await page.locator('[data-option=recent-beijing]').click()
  await expect(page).toHaveURL(/\/cities\/beijing/)
})
