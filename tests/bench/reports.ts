/** Reports: the brief of each of the hundred cities as decks in one archive, and one brief as a web page. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { BUNDLED_DATASET } from '../../src/core/datasets/files.ts'
import type { Client } from '../../src/shared/contract/client.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { median, timed } from './benchmark.ts'

const RUNS = { times: 7, warmUp: 0 }

/** As the screen asks for it: city by city, then the archive. */
async function batch(client: Client): Promise<Figure[]> {
  const { rows } = await client.call('rankings.list', { limit: 'all' })
  const cities = rows.map(({ id }) => id)
  const asked = { dataset: BUNDLED_DATASET, format: 'pptx' } as const
  const begin = performance.now()
  let first = 0
  for (const city of cities) {
    await client.call('reports.brief', { ...asked, city })
    first ||= performance.now() - begin
  }
  const made = performance.now()
  const { bytes } = await client.call('exports.briefs', { ...asked, cities })
  const end = performance.now()
  return [
    { what: 'first brief, PPTX', value: first, unit: 'ms' },
    { what: `${cities.length} briefs, PPTX`, value: end - begin, unit: 'ms', goal: 120_000 },
    { what: 'of it the archive', value: end - made, unit: 'ms' },
    { what: 'size of the archive', value: bytes.length / 1e6, unit: 'MB' },
  ]
}

async function webPage(client: Client): Promise<Figure[]> {
  const asked = { dataset: BUNDLED_DATASET, template: 'city-brief' as const, cities: ['Nanjing'] }
  const { content } = await client.call('reports.compose', { ...asked, language: 'both' })
  let size = 0
  const times = await timed(async () => {
    const file = await client.call('exports.report', { dataset: BUNDLED_DATASET, content, format: 'html' })
    size = file.bytes.length
  }, RUNS)
  const [first = NaN, ...further] = times
  return [
    { what: 'HTML of one brief in both languages, first', value: first, unit: 'ms' },
    { what: `further, median of ${further.length}`, value: median(further), unit: 'ms', goal: 2000 },
    { what: 'size of the page', value: size / 1000, unit: 'kB' },
  ]
}

export const reports: Benchmark = {
  name: 'reports',
  about: 'briefs of the printed edition: a deck for each city, and a web page',
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
    const core = createCore({ dataDir, resourcesDir, appVersion })
    try {
      const client = createClient(core)
      return [
        ...(await batch(client)),
        ...(await webPage(client)),
        { what: 'most memory of the process', value: process.resourceUsage().maxRSS / 1000, unit: 'MB' },
      ]
    } finally {
      await core.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}
