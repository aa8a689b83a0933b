/** A group of cities: pasted from a spreadsheet, filtered, told with its median, and found again by its address. */
import type { Page } from '@playwright/test'
import { violationsOf } from './support/axe.ts'
import { expect, INDEX, test } from './support/index-app.ts'

const EIGHT =
  'City\tCountry\nBeijing\tChina\n上海\tChina\nNew York\tUSA\nBoston\t\nParis\t\nMünchen\tDE\nTokyo\t\nAtlantis\t'

test('eight are pasted, one is not found; the ranking of them stands in the address', async ({
  app,
  page,
}, info) => {
  await page.goto(app.url('/?lang=en'))
  await page.locator('[data-part=group-menu]').click()
  await page.getByRole('menuitem', { name: 'New group' }).click()
  const dialog = page.locator('[data-part=group-dialog]')
  // By keyboard: the name has the focus, names are the next field.
  await expect(dialog.locator('[data-part=group-name]')).toBeFocused()
  await page.keyboard.type('Our eight')
  await page.keyboard.press('Tab')
  await dialog.locator('[data-part=group-text]').fill(EIGHT)
  await expect(dialog.locator('[data-part=group-found]')).toContainText('7 of 8 found')
  await expect(dialog.locator('[data-taken=written]')).toHaveAttribute('data-line', '9')
  await expect(dialog.locator('[data-part=group-unmatched]')).toContainText('Not found: Atlantis.')
  expect(await violationsOf(page)).toEqual([])
  await dialog.locator('[data-part=group-name]').press('Enter')

  await expect(page).toHaveURL(/group=our-eight/)
  const told = page.locator('[data-part=group]')
  await expect(told).toContainText('Our eight, 7 of 8 here')
  await expect(told.locator('[data-spread=share]')).toContainText('7 of 8 published')
  await expect(told).toContainText('No sum: it needs articles')
  await expect(told).toContainText('Atlantis (not in this dataset)')
  const rows = page.locator('tr[data-city]')
  await expect(rows).toHaveCount(7)
  // The fourth of seven is the median, and keeps the edition's own rank.
  await expect(rows.first()).toContainText('Beijing')
  expect(await violationsOf(page)).toEqual([])

  const median = await told.locator('[data-spread=share] b').first().innerText()
  await expect(rows.nth(3)).toContainText(median)
  await page.reload()
  await expect(told.locator('[data-spread=share] b').first()).toHaveText(median)
  await expect(rows).toHaveCount(7)

  await page.goto(app.url(`/?lang=zh&dataset=${INDEX}&group=our-eight`))
  await expect(told.locator('[data-part=missing]')).toContainText('Atlantis（不在此数据集中）')
  await page.goto(app.url('/?lang=en&group=our-eight'))
  await page.locator('[data-part=group-menu]').click()
  await page.getByRole('menuitem', { name: 'Show all rows again' }).click()
  await expect(page).not.toHaveURL(/group=/)
  await expect(told).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page).toHaveURL(/group=our-eight/)
  await page.locator('[data-part=group-compare]').click()
  await expect(page).toHaveURL(/compare\?.*cities=beijing/)
  // Six of the seven stand against the median of all of them, which is the one that Rankings tell.
  await expect(page).toHaveURL(/ref=group(:|%3A)our-eight/)
  await expect(page.locator('[data-part=group-reference]')).toContainText(
    'M is the median of Our eight, 7 of 8 here.',
  )
  await expect(page.locator('[data-median="share all"]')).toContainText(median)
  expect(await violationsOf(page)).toEqual([])
  // The desktop has one window, and no tabs.
  if (info.project.name === 'browser') await renameInAnotherTab(page, app.url('/?lang=en'))
  await page.locator('[data-part=group-reference-menu]').click()
  await page.getByRole('menuitem', { name: 'Measure from the first again' }).click()
  await expect(page).not.toHaveURL(/ref=group/)
})

/** Another tab renames it; this one hears of it. */
async function renameInAnotherTab(page: Page, address: string): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(address)
  await other.locator('[data-part=group-menu]').click()
  await other.getByRole('menuitem', { name: 'Edit groups' }).click()
  await other.getByRole('button', { name: 'Rename “Our eight”' }).click()
  await other.locator('[data-part=groups] input').fill('Our seven')
  await other.keyboard.press('Enter')
  await expect(page.locator('[data-part=group-reference]')).toContainText('M is the median of Our seven')
  await other.close()
}

test('a link to a group that is not kept here says so, and leads back to all rows', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en&group=nobody'))
  await expect(page.getByText('No group is kept as “nobody” here.')).toBeVisible()
  await page.getByRole('button', { name: /Clear/ }).click()
  await expect(page.locator('tr[data-city]').first()).toBeVisible()
})
