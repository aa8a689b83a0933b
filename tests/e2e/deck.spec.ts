/** From a first start to a deck with three figures and a table: plain clicks, in English and in Chinese. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { StartApp } from './support/app.ts'
import { collectComplaints } from './support/complaints.ts'
import { expect, test as base } from './support/fixtures.ts'
import { schemaFindings, whyNoSchemas } from '../support/office-schemas.ts'
import { saveFile } from './support/host-ways.ts'

/** A data folder of its own for each journey: every one is a first start. */
const test = base.extend({
  app: async ({ hostModule, context, complaints }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-first-'))
    const { default: start } = (await import(pathToFileURL(hostModule).href)) as { default: StartApp }
    const started = await start({ dataDir })
    const opened = await started.open(context)
    await collectComplaints(opened.page, complaints)
    await use(opened)
    // What is still asked of the app at the end is no failure of it.
    await opened.page.waitForLoadState('networkidle')
    await started.close()
    await rm(dataDir, { recursive: true, force: true })
  },
})

const MOST_CLICKS = 25
const MOST_MS = 120_000

const SAID = {
  en: { title: /Beijing/, chinese: false },
  zh: { title: /北京/, chinese: true },
} as const

for (const lang of ['en', 'zh'] as const)
  test(`three figures and a table on slides, by plain clicks: ${lang}`, async ({ app, page }, info) => {
    test.setTimeout(MOST_MS + 60_000)
    await page.goto(app.url(`/?lang=${lang}`))
    await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
    const begun = Date.now()
    let clicks = 0
    const click = async (target: Locator) => {
      clicks++
      await target.click()
    }
    /** A choice of a list takes two: one opens it. */
    const choose = async (list: Locator, choice: { index: number }) => {
      clicks += 2
      await list.selectOption(choice)
    }
    const sheet = page.getByRole('dialog')
    const add = async (n: number) => {
      await click(sheet.locator('[data-part=add-to-report]'))
      await expect(sheet.getByRole('status')).toContainText(String(n))
    }

    // Rankings: the bars, the dots, and the rows.
    await click(page.locator('[data-part=export]'))
    await add(1)
    await choose(sheet.locator('[data-part=which]'), { index: 1 })
    await add(2)
    await click(sheet.locator('[data-part=tab-table]'))
    await add(3)
    await click(sheet.locator('header button'))
    // A city: its years.
    await click(page.locator('tr[data-city="beijing"] a').first())
    await click(page.locator('[data-part=export]'))
    await add(4)
    await click(sheet.locator('header button'))
    // The report, and the deck.
    await click(page.locator('nav a[href*="/report"]'))
    await expect(page.getByTestId('report-pages').getByRole('option')).toHaveCount(4)
    const { fileName, bytes } = await saveFile(page, () => click(page.getByTestId('report-write')))
    const took = Date.now() - begun
    info.annotations.push({ type: 'journey', description: `${clicks} clicks, ${took} ms` })
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS)
    expect(took).toBeLessThan(MOST_MS)

    expect(fileName).toMatch(new RegExp(`_${lang}\\.pptx$`))
    const parts = unzipSync(bytes)
    const named = (pattern: RegExp) =>
      Object.entries(parts).flatMap(([name, bytes]) => (pattern.test(name) ? [strFromU8(bytes)] : []))
    const slides = named(/^ppt\/slides\/slide\d+\.xml$/)
    expect(slides.length).toBeGreaterThanOrEqual(4)
    // Native: charts with a workbook each, and a table.
    const charts = named(/^ppt\/charts\/chart\d+\.xml$/)
    expect(charts.length).toBeGreaterThanOrEqual(2)
    expect(named(/^ppt\/embeddings\/.*\.xlsx$/)).toHaveLength(charts.length)
    expect(slides.some((xml) => xml.includes('<a:tbl>'))).toBe(true)
    // In the reader's language: every title, and every slide as a whole.
    for (const xml of slides) {
      const title = /<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(xml)?.[0] ?? ''
      const said = [...title.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join('')
      expect(said).not.toBe('')
      expect(/\p{Script=Han}/u.test(said), said).toBe(SAID[lang].chinese)
    }
    expect(slides.join('')).toMatch(SAID[lang].title)

    const why = whyNoSchemas()
    if (why !== null) return void info.annotations.push({ type: why })
    const path = info.outputPath(fileName)
    await writeFile(path, bytes)
    expect(schemaFindings([path])).toMatch(/^0 findings in 1 files/m)
  })

test('R puts the figure of a view into the report, and leads there', async ({ app, page }) => {
  await page.goto(app.url('/?lang=en'))
  await expect(page.locator('tr[data-city="beijing"]')).toBeVisible()
  await page.keyboard.press('r')
  const note = page.locator('[data-part=report-note]')
  await expect(note).toContainText('Page 1 of the report')
  await page.keyboard.press('r')
  await expect(note).toContainText('Page 2 of the report')
  await note.getByRole('link').click()
  await expect(page.getByTestId('report-pages').getByRole('option')).toHaveCount(2)
  await expect(note).toHaveCount(0)
})
