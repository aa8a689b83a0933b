/** An index that an engine counted by a plan: every view opens on it, says so, and says what it cannot tell. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { plannedCorpus, writeCorpus } from '../support/scale/result-dataset.ts'
import type { StartApp } from './support/app.ts'
import { violationsOf } from './support/axe.ts'
import { expect, test as base } from './support/fixtures.ts'

const run = promisify(execFile)
const cli = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')
const ID = 'counted'

/** Pairs of at least 30 joint articles alone, so that weaker ones lack. */
const test = base.extend({
  started: [
    async ({ hostModule }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'science-cities-counted-'))
      const files = await mkdtemp(join(tmpdir(), 'science-cities-plan-'))
      const plan = await plannedCorpus(join(files, 'plan'), writeCorpus(files, 600), { pairsFrom: 30 })
      const named = ['--as', ID, '--name', 'All works', '--data-dir', folder, '--quiet']
      await run(process.execPath, [cli, 'import', 'plan-result', plan, ...named])
      const { default: start } = (await import(pathToFileURL(hostModule).href)) as { default: StartApp }
      const started = await start({ dataDir: folder })
      await use(started)
      await started.close()
      await Promise.all([folder, files].map((each) => rm(each, { recursive: true, force: true })))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

const SAID = {
  en: {
    note: 'DuckDB counted 540 articles of 2021–2023',
    cut: 'Pairs with fewer than 30',
    lack: 'was counted by an engine',
    verified: 'Counts, pairs, names and places have the digest',
  },
  zh: { note: 'DuckDB 按计算方案', cut: '少于 30 篇', lack: '由计算引擎统计', verified: '与记录的摘要一致' },
} as const

const VIEWS: [name: string, path: string, holds: Record<'en' | 'zh', string | RegExp>][] = [
  ['rankings', '/', { en: 'Beijing', zh: '北京' }],
  ['countries', '/?by=country', { en: 'Switzerland', zh: '瑞士' }],
  ['rising', '/rising', { en: 'Beijing', zh: '北京' }],
  ['cities', '/cities', { en: 'Beijing', zh: '北京' }],
  ['city', '/cities/beijing', { en: 'Peking Test University', zh: 'Peking Test University' }],
  ['institution', '/institutions/I1', { en: 'Peking Test University', zh: 'Peking Test University' }],
  ['collaborations', '/collaborations', { en: 'Tsing Test University', zh: 'Tsing Test University' }],
  ['networks', '/networks', { en: /Boston|Beijing/, zh: /Boston|北京/ }],
  ['map', '/networks?draw=map', { en: /Boston|Beijing/, zh: /Boston|北京|波士顿/ }],
  ['compare', '/compare?cities=beijing,boston', { en: 'Boston', zh: /Boston|波士顿/ }],
]

for (const lang of ['en', 'zh'] as const) {
  for (const [name, path, holds] of VIEWS) {
    test(`${name} opens on it and says whose figures it shows: ${lang}`, async ({ app, page }) => {
      const shots = process.env['SCREENSHOTS']
      await page.goto(app.url(`${path}${path.includes('?') ? '&' : '?'}dataset=${ID}&lang=${lang}`))
      await expect(page.locator('main')).toContainText(holds[lang])
      const note = page.locator('main [data-part=plan]')
      await expect(note).toContainText(SAID[lang].note)
      await expect(note).toContainText(SAID[lang].cut)
      await expect(page.locator('.fault')).toHaveCount(0)
      if (shots) await page.screenshot({ path: join(shots, `plan-${name}-${lang}.png`) })
      expect(await violationsOf(page)).toEqual([])
    })
  }

  test(`what needs all articles says so: ${lang}`, async ({ app, page }) => {
    const shots = process.env['SCREENSHOTS']
    const look = async (name: string) => {
      if (shots) await page.screenshot({ path: join(shots, `plan-${name}-${lang}.png`) })
    }
    await page.goto(app.url(`/?dataset=${ID}&lang=${lang}`))
    await page
      .locator('main .why', { hasText: /^\d+\.\d\d$/ })
      .first()
      .click()
    await expect(page.locator('body')).toContainText(SAID[lang].lack)
    await look('lens')
    await page.goto(app.url(`/method/share?dataset=${ID}&lang=${lang}`))
    await expect(page.locator('main')).toContainText(SAID[lang].lack)
    await look('method')
    await page.goto(app.url(`/datasets?dataset=${ID}&lang=${lang}`))
    await page.locator(`[data-dataset=${ID}] button`).click()
    await expect(page.locator('dd[data-part=plan]')).toContainText(SAID[lang].note)
    await look('datasets')
    await page.locator('[data-part=verify]').click()
    await expect(page.locator('[data-part=verify-result]')).toContainText(SAID[lang].verified)
    await expect(page.locator('.fault')).toHaveCount(0)
    await look('verified')
  })
}
