/** Cities that a dataset has not got: named, and no obstacle to the others. */
import { violationsOf } from './support/axe.ts'
import { expect, INDEX, test } from './support/index-app.ts'

test('a link with one unknown city compares the others and names the missing one', async ({ app, page }) => {
  await page.goto(app.url('/compare?lang=en&cities=atlantis,beijing,shanghai'))
  const heads = page.locator('.compare__city')
  await expect(heads).toHaveCount(2)
  await expect(page.locator('[data-part=missing]')).toContainText('atlantis')
  // The letters are those of the ticks.
  await expect(heads.first()).toContainText('B')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Leave out' }).click()
  await expect(page).toHaveURL(/cities=beijing(,|%2C)shanghai/)
  await expect(page.locator('[data-part=missing]')).toHaveCount(0)
})

test('of unknown cities alone no comparison is drawn, and each is named', async ({ app, page }) => {
  await page.goto(app.url('/compare?lang=zh&cities=atlantis,eldorado'))
  await expect(page.locator('[data-part=missing]')).toContainText('atlantis')
  await expect(page.locator('[data-part=missing]')).toContainText('eldorado')
  await expect(page.getByText('请勾选两座或更多城市')).toBeVisible()
})

test('another dataset keeps the ticked cities it has and names the others', async ({ app, page }) => {
  await page.goto(app.url('/compare?lang=en&cities=beijing,boston-metropolitan-area,nanjing'))
  await expect(page.locator('.compare__city')).toHaveCount(3)
  await page.locator('[data-part=dataset]').click()
  await page.getByRole('menuitemradio', { name: new RegExp(INDEX) }).click()
  await expect(page).toHaveURL(new RegExp(`dataset=${INDEX}`))
  const notice = page.locator('[data-part=lost-ticks]')
  await expect(notice).toContainText('Boston metropolitan area')
  await expect(notice).not.toContainText('Beijing')
  await expect(page).toHaveURL(/cities=beijing/)
  await notice.getByRole('button', { name: 'Close' }).click()
  await expect(notice).toHaveCount(0)
})
