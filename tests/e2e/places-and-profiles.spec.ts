/** Places are found and chosen by keys; a mapping of columns is kept, offered again, renamed and removed. */
import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { chooseFiles } from './support/host-ways.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-profiles-'))
const HEADS = ['Nr', 'Erscheinungsjahr', 'Verfasserin', 'Einrichtung']
test.beforeAll(() => {
  const rows = ['1;2020;Anna;Alpha', '1;2020;Ben;Beta', '2;2021;Anna;Alpha']
  writeFileSync(join(folder, 'first.csv'), `${HEADS.join(';')}\n${rows.join('\n')}\n`)
  const turned = rows.map((row) => row.split(';').reverse().join(';'))
  writeFileSync(
    join(folder, 'second.csv'),
    `${HEADS.toReversed().join(';').toUpperCase()}\n${turned.join('\n')}\n`,
  )
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shots = process.env['SCREENSHOTS']
async function look(page: Page, step: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `d-${step}.png`) })
  expect(await violationsOf(page), step).toEqual([])
}
async function give(page: Page, file: string): Promise<void> {
  await page.locator('[data-part=import-articles]').click()
  await chooseFiles(page, [join(folder, file)], () => page.locator('[data-part=choose-files]').click())
  await expect(page.locator('[data-part=mapping]')).toBeVisible()
}

test('a mapping is kept, used by itself for the same heads, renamed and removed', async ({ app, page }) => {
  await page.goto(app.url('/datasets?lang=en'))
  await give(page, 'first.csv')
  const fields = {
    article_id: 'Nr',
    year: 'Erscheinungsjahr',
    author_name: 'Verfasserin',
    institution: 'Einrichtung',
  }
  for (const [field, column] of Object.entries(fields))
    await page.locator(`[data-field=${field}]`).selectOption(column)
  await expect(page.locator('[data-part=keep-mapping]')).toBeVisible()
  await page.locator('#keep-as').fill('Our CRIS export')
  await look(page, 'keep')
  await page.locator('[data-part=to-options]').click()
  await expect(page.locator('[data-part=options]')).toBeVisible()

  await page.goto(app.url('/datasets?lang=en&theme=dark'))
  await give(page, 'second.csv')
  await expect(page.locator('[data-part=profile-used]')).toHaveText(
    /^Mapping “Our CRIS export” of .+ is used\.$/,
  )
  await expect(page.locator('[data-field=year]')).toHaveValue('ERSCHEINUNGSJAHR')
  await expect(page.locator('[data-part=to-options]')).toBeEnabled()
  await expect(page.locator('[data-part=keep-mapping]')).toHaveCount(0)
  await look(page, 'used')
  await page.locator('[data-field=profile]').selectOption('')
  await expect(page.locator('[data-part=to-options]')).toBeDisabled()

  await page.goto(app.url('/datasets?lang=zh'))
  // Other journeys may have kept mappings of their own.
  const kept = page.locator('[data-part=mappings] tbody tr', { hasText: 'Our CRIS export' })
  await kept.locator('[data-part=profile-rename]').click()
  await page.keyboard.type(' 2')
  await page.keyboard.press('Enter')
  await expect(kept.locator('th')).toHaveText(/2$/)
  await look(page, 'kept')
  await kept.locator('[data-part=profile-remove]').click()
  await kept.locator('[data-part=profile-go]').click()
  await expect(kept).toHaveCount(0)
})

test('places by a few letters and the arrow keys, as chips, in both languages', async ({ app, page }) => {
  await page.goto(app.url('/datasets/get?lang=en'))
  const cities = page.locator('#recipe-cities')
  await cities.pressSequentially('valenci')
  await expect(page.getByRole('option').first()).toContainText('Spain')
  await look(page, 'places')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await cities.fill('里斯本')
  await expect(page.getByRole('option').first()).toContainText('Portugal')
  await page.keyboard.press('Enter')
  const chips = page.locator('[data-part=places-city] li')
  await expect(chips).toHaveCount(2)
  await page.getByRole('button', { name: 'Remove Valencia' }).click()
  await expect(chips).toHaveText([/Lisbon/])
  await page.locator('#recipe-countries').fill('葡萄牙; South Korea')
  await page.locator('[data-part=make-recipe]').click()
  await expect(page.locator('[data-part=addresses] code')).toHaveText([/filter=country_code:PT&/])
  await look(page, 'chips')
})
