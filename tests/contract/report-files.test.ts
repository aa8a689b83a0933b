/** Reports as Office gets them: against the schemas, every chart's workbook against its cache; briefs of several cities. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { BUNDLED_DATASET } from '../../src/core/datasets/files.ts'
import { cachedCells, workbookCells } from '../../src/core/export/office/test-cells.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import type { InputOf } from '../../src/shared/contract/index.ts'
import { schemaFindings, whyNoSchemas } from '../support/office-schemas.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-files-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const client = createClient(core)

beforeAll(async () => {
  await client.call('samples.create', { as: 'sample', scale: 0.05 })
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

type Composed = InputOf<'reports.compose'>
interface Asked extends Composed {
  theme: 'light' | 'dark'
}
const brief = (dataset: string, cities = ['Nanjing']) => ({
  dataset,
  template: 'city-brief' as const,
  cities,
})
const compared = (dataset: string) => ({
  dataset,
  template: 'comparison' as const,
  cities: ['Nanjing', 'Boston', 'Tokyo'],
})
const edition = { dataset: BUNDLED_DATASET, template: 'edition' } as const

/** Every template, language, theme and size of pages at least once. */
const DECKS: Asked[] = [
  { ...brief(BUNDLED_DATASET), language: 'en', size: '16:9', theme: 'light' },
  { ...edition, language: 'zh', size: '4:3', theme: 'dark' },
  { ...compared(BUNDLED_DATASET), language: 'both', size: '16:9', theme: 'light' },
  { ...brief('sample'), language: 'zh', size: '4:3', theme: 'dark' },
]
const date = '2026-11-30'

async function made(asked: Asked, format: 'pptx' | 'xlsx'): Promise<Uint8Array> {
  const { theme, ...composed } = asked
  const { content } = await client.call('reports.compose', composed)
  const input = { dataset: asked.dataset, content: { ...content, theme }, format, date }
  return (await client.call('exports.report', input)).bytes
}

let decks: Promise<Uint8Array[]> | undefined
const madeDecks = () =>
  (decks ??= (async () => {
    const all: Uint8Array[] = []
    for (const asked of DECKS) all.push(await made(asked, 'pptx'))
    return all
  })())

test('every native chart has the numbers it shows in its workbook', async () => {
  let charts = 0
  for (const bytes of await madeDecks()) {
    const parts = unzipSync(bytes)
    for (const [name, part] of Object.entries(parts)) {
      const number = /charts\/chart(\d+)\.xml$/.exec(name)?.[1]
      if (number === undefined) continue
      charts += 1
      const cache = cachedCells(strFromU8(part))
      const cells = workbookCells(parts[`ppt/embeddings/Workbook${number}.xlsx`] ?? new Uint8Array())
      expect(cache.size, name).toBeGreaterThan(1)
      for (const [cell, value] of cache) expect([name, cell, cells.get(cell)]).toEqual([name, cell, value])
    }
  }
  expect(charts).toBeGreaterThan(20)
}, 120_000)

test('the schemas of Office files find nothing in decks, workbooks and tables', async (context) => {
  const why = whyNoSchemas()
  if (why !== null) return context.skip(why)
  const files = (await madeDecks()).map((bytes, i) => kept(`deck-${i}.pptx`, bytes))
  for (const [i, asked] of [DECKS[0], DECKS[3]].entries())
    if (asked) files.push(kept(`report-${i}.xlsx`, await made(asked, 'xlsx')))
  for (const dataset of [BUNDLED_DATASET, 'sample']) {
    const table = { of: 'rankings' as const, input: { dataset, limit: 'all' as const } }
    const { bytes } = await client.call('exports.table', { table, format: 'xlsx' })
    files.push(kept(`table-${dataset}.xlsx`, bytes))
  }
  expect(schemaFindings(files)).toMatch(new RegExp(`^0 findings in ${files.length} files`, 'm'))
}, 240_000)

function kept(name: string, bytes: Uint8Array): string {
  const file = join(dataDir, name)
  writeFileSync(file, bytes)
  return file
}

describe('briefs of several cities', () => {
  const asked = { dataset: BUNDLED_DATASET, format: 'xlsx', date } as const

  test('are one archive with a file a city, each the report of that city', async () => {
    const cities = ['Nanjing', '北京', 'beijing']
    for (const city of cities) {
      const told = await client.call('reports.brief', { ...asked, city })
      expect(told).toMatchObject({ city, pages: expect.any(Number) as number })
      expect(told.bytes).toBeGreaterThan(5000)
    }
    const archive = await client.call('exports.briefs', { ...asked, cities })
    expect(archive).toMatchObject({ fileName: 'briefs_en.zip', mime: 'application/zip' })
    const parts = unzipSync(archive.bytes)
    // Two names of one city give two files: none is lost.
    expect(Object.keys(parts)).toHaveLength(3)
    const [nanjing = '', beijing = '', again = ''] = Object.keys(parts)
    expect(nanjing).toMatch(/^nanjing\b.*\.xlsx$/)
    expect(again).toBe(beijing.replace(/\.xlsx$/, '-2.xlsx'))
    expect(parts[again]).toEqual(parts[beijing])
    const alone = await made({ ...brief(BUNDLED_DATASET), theme: 'light' }, 'xlsx')
    expect(Buffer.from(parts[nanjing] ?? []).equals(Buffer.from(alone))).toBe(true)
    // What was at hand is gone after the archive, and made again alike.
    const later = await client.call('exports.briefs', { ...asked, cities })
    expect(Buffer.from(later.bytes).equals(Buffer.from(archive.bytes))).toBe(true)
  })

  test('an unknown city is refused by its name', async () => {
    const refused = { code: 'city-unknown', details: { values: { city: 'Atlantis' } } }
    await expect(client.call('reports.brief', { ...asked, city: 'Atlantis' })).rejects.toMatchObject(refused)
    await expect(
      client.call('exports.briefs', { ...asked, cities: ['Nanjing', 'Atlantis'] }),
    ).rejects.toMatchObject(refused)
  })
})
