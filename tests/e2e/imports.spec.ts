/** From article-level files to a computed index, as a user goes: choose, look, choose options, import, read the report. */
import type { Page } from '@playwright/test'
import { copyFileSync, mkdtempSync, rmSync, truncateSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'
import { violationsOf } from './support/axe.ts'
import { dropOnWindow } from './support/drop.ts'
import { expect, test } from './support/fixtures.ts'
import { chooseFiles } from './support/host-ways.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-imports-'))
const works = join(folder, 'works.jsonl')
const large = join(folder, 'large.jsonl')
const cutOff = join(folder, 'cut-off-late.jsonl.gz')
const cutOffGzip = join(folder, 'cut-off.jsonl.gz')
const table = join(folder, 'authors.csv')
let institutions = ''

test.beforeAll(() => {
  writeWorks(works, [...makeWorks(40), { ...makeWorks(1, 3, 900)[0], type: 'dataset' }])
  writeFileSync(works, '{"id": "broken\n', { flag: 'a' })
  institutions = writeInstitutions(folder)
  // Cut off behind what the preview reads, so that the import itself meets the fault.
  const long = makeWorks(4000, 5).map((work) => `${JSON.stringify(work)}\n`)
  writeFileSync(cutOff, gzipSync(long.join('')))
  truncateSync(cutOff, statSync(cutOff).size - 500)
  const packed = gzipSync(
    makeWorks(50)
      .map((work) => `${JSON.stringify(work)}\n`)
      .join(''),
  )
  writeFileSync(cutOffGzip, packed.subarray(0, packed.length - 200))
  writeFileSync(
    table,
    'paper no,py,author,order,place,town,country\n' +
      '1,2023,Li Wei,1,Peking Test University,Beijing,CN\n1,2023,Ann Other,2,Zürich Test Institute,Zürich,CH\n',
  )
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))
// What the journeys import is removed by each: others of this app count the datasets.

const panel = (page: Page) => page.locator('[data-part=index-import]')

async function choose(page: Page, files: string[]): Promise<void> {
  await page.locator('[data-part=import-articles]').click()
  await chooseFiles(page, files, () => page.locator('[data-part=choose-files]').click())
  await expect(page.locator('[data-part=files]')).toBeVisible()
}

async function remove(page: Page, id: string): Promise<void> {
  await page.locator(`[data-dataset=${id}] button`).click()
  await page.locator('[data-part=remove]').click()
  await page.locator('[data-part=confirm-remove]').click()
  await expect(page.locator(`[data-dataset=${id}]`)).toHaveCount(0)
}

test('two files become an index, and the report accounts for every record', async ({ app, page }) => {
  await page.goto(app.url('/datasets?lang=en'))
  await choose(page, [works, institutions])
  await expect(page.locator('[data-part=files] tbody tr')).toHaveText([
    /institutions\.jsonl.*Institutions of OpenAlex.*ready/,
    /works\.jsonl.*Works of OpenAlex.*one record a line.*ready/,
  ])
  await expect(page.locator('[data-part=first-records]')).toContainText('Zürich Test Institute')
  await page.getByRole('button', { name: 'Show the first records of works.jsonl' }).click()
  await expect(page.locator('[data-part=first-records]')).toContainText('Test article 1 on "cities" 北京')

  await page.locator('[data-part=to-options]').click()
  await page.getByLabel('Id', { exact: true }).fill('journey')
  await page.getByLabel('Name', { exact: true }).fill('Journey of works')
  await page.locator('[data-part=start-index]').click()
  const report = page.locator('[data-part=import-report]')
  await expect(report.locator('[data-part=balance]')).toHaveText('42 records read: 36 stored, 6 rejected')
  await expect(report.locator('[data-reason=duplicate-id]')).toContainText('4')
  await expect(report.locator('[data-reason=type]')).toContainText('Of a type that does not count')
  await expect(report.locator('[data-part=listed]')).toContainText('works.jsonl:42')
  await expect(report.locator('[data-part=unmatched]')).toContainText('Unknown place')
  await expect(report.locator('[data-part=report-files] .hash')).toHaveCount(2)

  await page.locator('[data-part=open-imported]').click()
  await expect(page).toHaveURL(/dataset=journey/)
  const row = page.locator('[data-dataset=journey]')
  await expect(row).toContainText('Computed')
  await expect(row).toContainText(/36 articles, \d institutions, 4 cities/)
  // The report is kept with the dataset.
  await page.reload()
  await expect(page.locator('[data-part=balance]')).toHaveText('42 records read: 36 stored, 6 rejected')
  await page.locator('[data-part=verify]').click()
  await expect(page.locator('[data-part=verify-result]')).toContainText('Verified')

  await page.locator('[data-part=add-files]').click()
  await chooseFiles(page, [table], () => page.locator('[data-part=choose-files]').click())
  await mapTable(page)
  await page.locator('[data-part=to-options]').click()
  await expect(page.locator('#index-target')).toHaveValue('journey')
  await page.locator('[data-part=start-index]').click()
  await expect(page.locator('[data-part=balance]')).toHaveText('43 records read: 37 stored, 6 rejected')
  await page.locator('[data-part=open-imported]').click()
  await remove(page, 'journey')
})

/** The table names its columns in its own way: what is missing is said until it is chosen. */
async function mapTable(page: Page): Promise<void> {
  await expect(page.locator('[data-part=mapping]')).toContainText(
    'Choose the column with the id of the article',
  )
  await expect(page.locator('[data-part=to-options]')).toBeDisabled()
  await page.locator('[data-field=article_id]').selectOption('paper no')
  await page.locator('[data-field=author_seq]').selectOption('order')
  await page.locator('[data-field=institution]').selectOption('place')
  await page.locator('[data-field=city]').selectOption('town')
  await expect(page.locator('[data-part=mapping] .need')).toHaveCount(0)
}

test('a broken file is named with its line and what is wrong, and nothing is stored', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/datasets?lang=en'))
  await choose(page, [works, cutOffGzip])
  await expect(page.locator('[data-part=files]')).toContainText('The compressed file ends too early.')
  await expect(page.locator('[data-part=to-options]')).toBeDisabled()
  await expect(page.getByRole('alert')).toContainText('cut-off.jsonl.gz')

  await choose(page, [cutOff])
  await page.locator('[data-part=to-options]').click()
  await page.locator('[data-part=start-index]').click()
  const failure = page.locator('[data-part=index-failure]')
  await expect(failure).toContainText('The files were not imported. Problems in them: 1.')
  await expect(panel(page).locator('.issues')).toContainText(
    /cut-off-late\.jsonl\.gz\s*the compressed file ends too early/,
  )
  await expect(page.locator('[data-dataset]')).toHaveCount(1)
})

test('an import goes on while other views are used, and a cancel leaves nothing', async ({ app, page }) => {
  test.setTimeout(180_000)
  for (let part = 0; part < 12; part++) {
    const some = makeWorks(8000, part + 1, 1 + part * 8000)
    writeFileSync(large, some.map((work) => `${JSON.stringify(work)}\n`).join(''), { flag: 'a' })
  }
  await page.goto(app.url('/datasets?lang=en'))
  await choose(page, [large, institutions])
  await page.locator('[data-part=to-options]').click()
  await page.locator('[data-option=strict]').check() // slower: it is to be seen
  await page.locator('[data-part=start-index]').click()
  await expect(page.locator('[data-part=index-running] [data-part=bytes]')).toContainText('of 1')
  const shots = process.env['SCREENSHOTS']
  if (shots) await page.screenshot({ path: join(shots, 'running.png') })
  await page.getByRole('link', { name: /Rankings/ }).click()
  await expect(page.locator('tr[data-city=beijing]')).toBeVisible()
  await page.getByRole('link', { name: /Datasets/ }).click()
  await expect(page.locator('.ds .is-run')).toContainText('%')
  await expect(page.locator('[data-part=import-articles]')).toBeDisabled()
  await page.locator('[data-part=cancel-index]').click()
  await expect(page.locator('[data-part=index-failure]')).toContainText('Cancelled.')
  await expect(page.locator('[data-dataset]')).toHaveCount(1)
})

test('files that are dropped are taken', async ({ app, page }) => {
  await page.goto(app.url('/datasets?lang=en'))
  await page.locator('[data-part=import-articles]').click()
  const dropped = join(folder, 'dropped.jsonl')
  copyFileSync(institutions, dropped)
  const box = await page.locator('.drop').boundingBox()
  if (!box) throw new Error('nothing to drop on')
  await dropOnWindow(page, [dropped], { at: { x: box.x + box.width / 2, y: box.y + box.height / 2 } })
  await expect(page.locator('[data-part=files]')).toContainText('dropped.jsonl')
  await expect(page.getByRole('alert')).toContainText('None of the files holds articles.')
})

test('the sample index is made in one step and says what it is', async ({ app, page }) => {
  await page.goto(app.url('/datasets?lang=en'))
  await page.locator('[data-part=more-ways]').click()
  await page.locator('[data-part=create-sample]').click()
  await expect(page.locator('[data-part=sample]')).toContainText('A synthetic sample')
  await page.locator('[data-part=start-sample]').click()
  await expect(page.locator('[data-part=index-running]')).toBeVisible()
  await expect(page.locator('[data-part=open-imported]')).toBeVisible({ timeout: 60_000 })
  const row = page.locator('[data-dataset=sample]')
  await expect(row.locator('.tag--sample')).toHaveText('Synthetic sample')
  await expect(row).toContainText(/[\d,]+ articles, [\d,]+ institutions, [\d,]+ cities/)
  await page.locator('[data-part=open-imported]').click()
  await expect(page.locator('.prov .tag--sample')).toHaveText('Synthetic sample')
  await remove(page, 'sample')
})

test('by keys alone', async ({ app, page }) => {
  await page.goto(app.url('/datasets?lang=en'))
  await page.locator('[data-part=import-articles]').focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-part=choose-files]').focus()
  await chooseFiles(page, [works, institutions], () => page.keyboard.press('Enter'))
  await expect(page.locator('[data-part=to-options]')).toBeEnabled()
  await page.locator('[data-part=to-options]').focus()
  await page.keyboard.press('Enter')
  // The step that was left took the focus along: the next one begins at its title.
  await expect(panel(page).locator('h2')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'A new dataset' })).toBeFocused()
  await page.getByLabel('Id', { exact: true }).fill('by-keys')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-part=import-report]')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).last().click()
  await remove(page, 'by-keys')
})

for (const lang of ['en', 'zh']) {
  for (const theme of ['light', 'dark']) {
    test(`no violation of WCAG 2.2 AA in any step: ${lang}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(300_000)
      const check = async (step: string) => {
        expect(await violationsOf(page), `${step} ${lang} ${theme}`).toEqual([])
        const shots = process.env['SCREENSHOTS']
        if (shots) await page.screenshot({ path: join(shots, `${step}-${lang}-${theme}.png`) })
      }
      await page.goto(app.url(`/datasets?lang=${lang}&theme=${theme}`))
      await page.locator('[data-part=import-articles]').click()
      await expect(page.locator('[data-part=choose-files]')).toBeVisible()
      await check('files')
      await choose(page, [works, institutions, table])
      await expect(page.locator('[data-part=mapping]')).toBeVisible()
      await check('check')
      await choose(page, [works, institutions])
      await page.locator('[data-part=to-options]').click()
      await page.locator('#index-id').fill('accessible')
      await check('options')
      await page.locator('[data-part=start-index]').click()
      await expect(page.locator('[data-part=import-report]')).toBeVisible()
      await check('report')
      await page.locator('[data-part=open-imported]').click()
      await expect(page.locator('[data-part=import-report]')).toBeVisible()
      await check('panel')
      await remove(page, 'accessible')
      await page.locator('[data-part=more-ways]').click()
      await page.locator('[data-part=create-sample]').click()
      await expect(page.locator('[data-part=sample]')).toBeVisible()
      await check('sample')
    })
  }
}
