/** After an import the way leads to rows; a dataset is duplicated, renamed, exported and taken in again. */
import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { violationsOf } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { chooseFiles, saveFile } from './support/host-ways.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-after-import-'))
const table = join(folder, 'rows.csv')
const file = join(folder, 'exported.science-cities.zip')

test.beforeAll(() => {
  const rows = ['1,2020,1,Alpha,GB', '1,2020,2,Beta,FR', '2,2021,1,Alpha,GB']
  writeFileSync(table, `article_id,year,author_seq,institution,country\n${rows.join('\n')}\n`)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function importTable(page: Page, id: string): Promise<void> {
  await page.locator('[data-part=import-articles]').click()
  await chooseFiles(page, [table], () => page.locator('[data-part=choose-files]').click())
  await page.locator('[data-part=to-options]').click()
  await page.locator('#index-id').fill(id)
  await page.locator('[data-part=start-index]').click()
  await expect(page.locator('[data-part=import-report]')).toBeVisible()
}

async function remove(page: Page, id: string): Promise<void> {
  await page.locator(`[data-dataset=${id}] button`).click()
  await page.locator('[data-part=remove]').click()
  await page.locator('[data-part=confirm-remove]').click()
  await expect(page.locator(`[data-dataset=${id}]`)).toHaveCount(0)
}

async function act(page: Page, which: string): Promise<void> {
  // By keys: the menu opens with Enter, and letters or arrows walk in it.
  await page.locator('[data-part=more-acts]').focus()
  await page.keyboard.press('Enter')
  await page.locator(`[data-act=${which}][role=menuitem]`).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator(`[data-part=dataset-act][data-act=${which}]`)).toBeVisible()
}

for (const lang of ['en', 'zh'] as const) {
  test(`an index without a city leads to its countries: ${lang}`, async ({ app, page }) => {
    const shots = process.env['SCREENSHOTS']
    const look = async (step: string) => {
      if (shots) await page.screenshot({ path: join(shots, `after-${step}-${lang}.png`) })
      expect(await violationsOf(page), step).toEqual([])
    }
    await page.goto(app.url(`/datasets?lang=${lang}`))
    await importTable(page, 'lands')
    await expect(page.locator('[data-part=came-of-it]')).toContainText(
      lang === 'en' ? 'Counted: 2 articles of 2020–2021, in 2 countries. No city is known' : '城市均未知',
    )
    await look('report')
    await page.locator('[data-part=open-ranking]').click()
    await expect(page).toHaveURL(/by=country/)
    await expect(page.locator('[data-testid=ranking-table], table, [role=grid]').first()).toContainText(
      lang === 'en' ? 'United Kingdom' : '英国',
    )
    // An address that does not say what is ranked opens the first that has rows, in Rising too.
    for (const view of ['/', '/rising']) {
      await page.goto(app.url(`${view}?dataset=lands&lang=${lang}`))
      await expect(page).toHaveURL(/by=country/)
    }
    await page.keyboard.press('1')
    await expect(page.getByRole('row').filter({ hasText: /United Kingdom|英国/ })).toBeVisible()
    // Asked for, cities say why there is none: no filters to clear, and the way on.
    await page.getByRole('radio', { name: lang === 'en' ? 'Cities' : '城市', exact: true }).click()
    const empty = page.locator('[data-part=why-empty]')
    await expect(empty).toBeVisible()
    await expect(empty.locator('button')).toHaveCount(0)
    await look('empty')
    await empty.locator('[data-part=rows-elsewhere]').click()
    await expect(page).toHaveURL(/by=country/)
    await page.goto(app.url(`/datasets?lang=${lang}`))
    await remove(page, 'lands')
  })

  test(`duplicate, rename, export, import: ${lang}`, async ({ app, page }) => {
    const shots = process.env['SCREENSHOTS']
    const look = async (step: string) => {
      if (shots) await page.screenshot({ path: join(shots, `acts-${step}-${lang}.png`) })
      expect(await violationsOf(page), step).toEqual([])
    }
    await page.goto(app.url(`/datasets?lang=${lang}`))
    await importTable(page, 'whole')
    await page.locator('[data-dataset=whole] button').click()
    await act(page, 'duplicate')
    await expect(page.locator('#act-id')).toHaveValue('whole-2')
    await look('duplicate')
    await page.locator('#act-id').press('Enter')
    await expect(page.locator('[data-dataset=whole-2]')).toBeVisible()
    await page.locator('[data-dataset=whole-2] button').click()
    await act(page, 'rename')
    await page.locator('#act-id').fill('another')
    await page.locator('#act-name').fill('Another name')
    await page.locator('#act-name').press('Enter')
    await expect(page.locator('[data-dataset=another]')).toContainText('Another name')
    await expect(page.locator('[data-dataset=whole-2]')).toHaveCount(0)

    await act(page, 'export')
    const whole = await saveFile(page, () => page.locator('[data-part=start-act]').click())
    writeFileSync(file, whole.bytes)
    await expect(page.locator('[data-part=act-done]')).toContainText('another.science-cities.zip')
    await look('exported')
    await remove(page, 'another')

    await page.locator('[data-part=more-ways]').click()
    await page.locator('[data-part=import-dataset]').click()
    await chooseFiles(page, [file], () => page.locator('[data-part=choose-dataset]').click())
    await expect(page.locator('[data-part=dataset-file]')).toContainText('Another name')
    await look('import')
    await page.locator('[data-part=start-act]').click()
    await expect(page.locator('[data-dataset=another]')).toContainText('Another name')
    await page.locator('[data-part=open-made]').click()
    await expect(page).toHaveURL(/dataset=another/)

    // What ships with the app keeps its id, and says why.
    await page.locator('[data-dataset=science-cities-2024] button').click()
    await page.locator('[data-part=more-acts]').click()
    await expect(page.locator('[data-act=rename][role=menuitem]')).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Escape')
    await remove(page, 'another')
    await remove(page, 'whole')
  })
}
