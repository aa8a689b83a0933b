/** The folder of a plan becomes a dataset in the window: chosen or dropped, looked at, named, taken in, or refused by file. */
import type { Page } from '@playwright/test'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plannedCorpus, writeCorpus } from '../support/scale/result-dataset.ts'
import { violationsOf } from './support/axe.ts'
import { dropOnWindow } from './support/drop.ts'
import { expect, test } from './support/fixtures.ts'
import { chooseFiles } from './support/host-ways.ts'

const files = mkdtempSync(join(tmpdir(), 'science-cities-plan-import-'))
const plan = join(files, 'big-plan')
const shots = process.env['SCREENSHOTS']

test.beforeAll(async () => {
  test.setTimeout(60_000)
  await plannedCorpus(plan, writeCorpus(files, 300), { pairsFrom: 20 })
})
test.afterAll(() => rmSync(files, { recursive: true, force: true }))

const panel = (page: Page) => page.locator('[data-part=index-import]')
const fact = (page: Page, name: string) => page.locator(`[data-fact=${name}]`)
const look = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: join(shots, `plan-import-${name}.png`) })
}

/** To the step that asks for a folder, with keys alone. */
async function begin(page: Page): Promise<void> {
  await page.locator('[data-part=more-ways]').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-part=import-plan]')).toBeVisible()
  const chosen = page.locator('[data-part=import-plan]:focus')
  for (let presses = 0; presses < 8 && (await chosen.count()) === 0; presses++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-part=choose-plan]')).toBeVisible()
}

async function choose(page: Page, folder: string): Promise<void> {
  // In one step: a new step of the panel takes the focus when it is drawn.
  await chooseFiles(page, [folder], () => page.locator('[data-part=choose-plan]').press('Enter'))
}

async function remove(page: Page, id: string): Promise<void> {
  await page.locator(`[data-dataset=${id}] button`).click()
  await page.locator('[data-part=remove]').click()
  await page.locator('[data-part=confirm-remove]').click()
  await expect(page.locator(`[data-dataset=${id}]`)).toHaveCount(0)
}

const SAID = {
  en: {
    title: 'Import the results of a plan',
    pairs: 'of 20 or more joint articles',
    sample: 'one article in 7',
    ready: '“Wide world” is ready',
    counted: 'DuckDB counted 270 articles of 2021–2023',
    city: 'Beijing',
  },
  zh: {
    title: '导入计算方案的结果',
    pairs: '至少有 20 篇共同论文',
    sample: '每 7 篇论文中的一篇',
    ready: '“Wide world”已就绪',
    counted: 'DuckDB 按计算方案',
    city: '北京',
  },
} as const

for (const lang of ['en', 'zh'] as const) {
  test(`a folder is chosen, looked at, named and taken in by keys alone: ${lang}`, async ({ app, page }) => {
    const said = SAID[lang]
    await page.goto(app.url(`/datasets?lang=${lang}`))
    await begin(page)
    await expect(panel(page).getByRole('heading', { name: said.title })).toBeVisible()
    await look(page, `folder-${lang}`)
    await choose(page, plan)
    await expect(fact(page, 'engine')).toHaveText('DuckDB')
    await expect(fact(page, 'years')).toHaveText('2021–2023')
    await expect(fact(page, 'articles')).toHaveText('270')
    await expect(fact(page, 'pairs')).toContainText(said.pairs)
    await expect(fact(page, 'sample')).toHaveText(said.sample)
    const { plan: hash } = JSON.parse(readFileSync(join(plan, 'plan.json'), 'utf8')) as { plan: string }
    await expect(fact(page, 'plan')).toHaveText(hash)
    expect(await violationsOf(page)).toEqual([])
    await look(page, `holds-${lang}`)
    await expect(page.locator('#index-id')).toHaveValue('big-plan')
    await page.locator('#index-id').fill('wide')
    await page.locator('#index-name').fill('Wide world')
    await page.keyboard.press('Enter')
    await expect(panel(page).getByRole('heading', { name: said.ready })).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await look(page, `report-${lang}`)
    await page.locator('[data-part=open-ranking]').focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('main [data-part=plan]')).toContainText(said.counted)
    await expect(page.locator('main')).toContainText(said.city)
    await page.goto(app.url(`/datasets?lang=${lang}`))
    await remove(page, 'wide')
  })

  test(`what does not hold is told by file and reason, and nothing is stored: ${lang}`, async ({
    app,
    page,
  }) => {
    const wrong = join(files, `wrong-${lang}`)
    cpSync(plan, wrong, { recursive: true })
    appendFileSync(join(wrong, 'tables', 'cities.csv'), 'x\n')
    await page.goto(app.url(`/datasets?lang=${lang}`))
    await begin(page)
    await choose(page, wrong)
    await page.locator('[data-part=start-plan]').click()
    const failure = page.locator('[data-part=index-failure]')
    await expect(failure).toBeVisible()
    await expect(panel(page).locator('.issues')).toContainText('tables/cities.csv')
    await expect(panel(page).locator('.issues')).toContainText(
      lang === 'en' ? 'is not as the plan wrote it' : '与方案写出时不同',
    )
    expect(await violationsOf(page)).toEqual([])
    await look(page, `refused-${lang}`)
    await expect(page.locator(`[data-dataset=wrong-${lang}]`)).toHaveCount(0)
    // The same folder can be named otherwise, another be chosen.
    await page.locator('[data-part=change]').click()
    await expect(page.locator('#index-id')).toHaveValue(`wrong-${lang}`)
    rmSync(join(wrong, 'results', 'scores.parquet'))
    await page.locator('[data-part=other-plan]').click()
    await choose(page, wrong)
    await expect(failure).toContainText('results/scores.parquet')
    const empty = join(files, `no-plan-${lang}`)
    mkdirSync(empty)
    writeFileSync(join(empty, 'works.csv'), 'a,b\n')
    await page.locator('[data-part=choose-other]').click()
    await choose(page, empty)
    await expect(failure).toContainText(`no-plan-${lang}`)
    await expect(page.locator('[data-part=change]')).toHaveCount(0)
  })
}

test('a stored one is replaced only where that is chosen', async ({ app, page }) => {
  await page.goto(app.url('/datasets?lang=en'))
  for (const mode of ['create', 'replace'] as const) {
    await begin(page)
    await choose(page, plan)
    if (mode === 'replace') {
      await expect(page.locator('#index-id-says')).toContainText('has this id')
      await expect(page.locator('[data-part=start-plan]')).toBeDisabled()
      await page.getByRole('radio', { name: 'Replace a dataset' }).check()
      await expect(page.locator('#index-target')).toHaveValue('big-plan')
    }
    await page.locator('[data-part=start-plan]').click()
    await expect(page.locator('[data-part=import-report]')).toBeVisible()
  }
  await page.goto(app.url('/datasets?lang=en'))
  await expect(page.locator('[data-dataset=big-plan]')).toContainText('r2-')
  await remove(page, 'big-plan')
})

test('a folder that is dropped on any view, or chosen among articles, is known as a plan', async ({
  app,
  page,
}) => {
  await page.goto(app.url('/?lang=en'))
  await expect(page.locator('main')).toContainText('Beijing')
  await dropOnWindow(page, [plan])
  await expect(fact(page, 'engine')).toHaveText('DuckDB')
  await expect(page.locator('#index-id')).toHaveValue('big-plan')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.locator('[data-part=import-articles]').click()
  await chooseFiles(page, [plan], () => page.locator('[data-part=choose-folder]').click())
  await expect(fact(page, 'articles')).toHaveText('270')
})
