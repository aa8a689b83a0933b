/** The views over 675,000 articles: data, click to drawn, scrolling, memory. */
import type { Page } from '@playwright/test'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { serveBuilt } from '../../../scripts/support/built-host.ts'
import { buildIfStale } from '../../../scripts/support/build.ts'
import { resourcesDir } from '../../../src/core/app-info.ts'
import type { Core } from '../../../src/core/create-core.ts'
import { createCore } from '../../../src/core/create-core.ts'
import type { EntityName } from '../../../src/shared/contract/common.ts'
import { createClient } from '../../../src/shared/contract/client.ts'
import type { Benchmark, Figure } from '../benchmark.ts'
import { median } from '../benchmark.ts'
import { LARGE_INDEX, largeIndex } from '../data/index.ts'
import { launchBrowser } from '../page.ts'
import type { Round } from './addresses.ts'
import { addressIn, roundsOf, VIEWS } from './addresses.ts'
import { openView, scriptMemory, watchPage } from './in-page.ts'
import { Notebook, queryFigures } from './queries.ts'
import { emptyPage, scrollFigures, startCounting } from './scrolling.ts'

const ROUNDS = 6
const VIEWPORT = { width: 1440, height: 900 }
/** ms from the click. */
const DRAWN = 250
const MEMORY_MB = 150

/** What a former run left beside the index would be at hand too early. */
function clear(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (name !== 'datasets') rmSync(join(dataDir, name), { recursive: true })
  const datasets = join(dataDir, 'datasets')
  for (const name of readdirSync(datasets))
    if (!/\.(sqlite|sha256)$/.test(name)) rmSync(join(datasets, name), { recursive: true })
}

async function leading(core: Core): Promise<Pick<Round, 'cities' | 'institutions'>> {
  const ids = async (by: EntityName) => {
    const { rows } = await createClient(core).call('rankings.list', { dataset: LARGE_INDEX, by, limit: 100 })
    return rows.map(({ id }) => id)
  }
  return { cities: await ids('city'), institutions: await ids('institution') }
}

/** Every view once a round; the first round loads scripts and the index. */
async function drawnFigures(page: Page, rounds: readonly Round[], notebook: Notebook): Promise<Figure[]> {
  const times = new Map<string, number[]>(VIEWS.map(({ name }) => [name, []]))
  for (const round of rounds) {
    for (const view of VIEWS) {
      notebook.view = view.name
      times.get(view.name)?.push(await openView(page, addressIn(view, round), view.shows))
    }
  }
  notebook.view = ''
  return VIEWS.flatMap(({ name }): Figure[] => {
    const [first = NaN, ...later] = times.get(name) ?? []
    return [
      { what: `${name}: drawn when opened first`, value: first, unit: 'ms' },
      { what: `${name}: drawn, median of ${later.length}`, value: median(later), unit: 'ms', goal: DRAWN },
      { what: `${name}: drawn, longest`, value: Math.max(...later), unit: 'ms' },
    ]
  })
}

async function onScreen(dataDir: string, rounds: readonly Round[], notebook: Notebook): Promise<Figure[]> {
  const [served, browser] = [await serveBuilt({ args: ['--data-dir', dataDir] }), await launchBrowser()]
  try {
    const page = await browser.newPage({ viewport: VIEWPORT })
    page.on('pageerror', (error) => console.log(`  the page fails: ${error.message}`))
    await watchPage(page)
    notebook.watch(page)
    await page.goto(served.openUrl)
    await page.locator('tr[data-city]').first().waitFor()
    const figures = await drawnFigures(page, rounds, notebook)
    const institutions = VIEWS.find(({ name }) => name === 'Rankings, institutions')
    if (institutions && rounds[0])
      await openView(page, addressIn(institutions, rounds[0]), institutions.shows)
    await startCounting(page)
    const empty = await emptyPage(browser, VIEWPORT)
    figures.push(...(await scrollFigures(browser, page, empty, '.grid-scroll')))
    figures.push({
      what: 'script memory after the journey',
      value: await scriptMemory(page),
      unit: 'MB',
      goal: MEMORY_MB,
    })
    return figures
  } finally {
    await browser.close()
    await served.close()
  }
}

export const views: Benchmark = {
  name: 'views',
  about:
    'the views over 675,000 articles in 2,000 cities: what they ask of the core, click to drawn, scrolling, memory; the index is made at first',
  async run() {
    await buildIfStale('app')
    const dataDir = await largeIndex()
    clear(dataDir)
    const core = createCore({ dataDir, resourcesDir, appVersion: 'bench' })
    const notebook = new Notebook()
    try {
      const entities = await leading(core)
      const rounds = roundsOf(ROUNDS, entities)
      const drawn = await onScreen(dataDir, rounds, notebook)
      const asked = await queryFigures(core, notebook.all(), { ...(rounds[0] as Round), ...entities })
      return [...asked, ...drawn]
    } finally {
      await core.close()
    }
  },
}
