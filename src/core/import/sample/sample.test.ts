import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storedNames } from '../../../../tests/support/stored-names.ts'
import { contract } from '../../../shared/contract/index.ts'
import { PopulationTable } from '../../populations/populations.ts'
import type { IndexOutcome } from '../../../shared/contract/imports.ts'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { ENTITY_KINDS } from '../../articles/entities.ts'
import type { ImportContext, OpenDataset, ReaderContext } from '../../context.ts'
import { datasetPath, datasetsDir } from '../../datasets/files.ts'
import { exportTable } from '../../export/table/export-table.ts'
import { resourcesDir, TestFolder } from '../text/test-files.ts'
import { createSample } from '../run/create-sample.ts'
import { loadAreas } from './places.ts'

const SCALE = 0.05
const folder = new TestFolder()
const contextOf = (more: Partial<ImportContext> = {}): ImportContext => ({
  dataDir: folder.path,
  resourcesDir,
  appVersion: '0',
  now: () => '2024-11-20T00:00:00Z',
  emit: () => undefined,
  releaseReaders: () => Promise.resolve(),
  resolveToken: (token) => token,
  resolveFiles: (token) => [token],
  signal: new AbortController().signal,
  progress: () => undefined,
  ...more,
})
const make = (as: string, seed = 1, more: Partial<ImportContext> = {}) =>
  createSample({ as, replace: false, seed, scale: SCALE }, contextOf(more))

let first: IndexOutcome
let db: Database.Database
const rows = <T>(sql: string, ...values: unknown[]) => db.prepare(sql).all(...values) as T[]

beforeAll(async () => {
  first = await make('first')
  db = new Database(datasetPath(folder.path, 'first'), { readonly: true })
})
afterAll(() => {
  db.close()
  folder[Symbol.dispose]()
})

describe('the synthetic sample', () => {
  it('gives each of the 100 printed cities its Share of 2023, times the scale, within 1 %', () => {
    const shares = new Map<string, number>()
    for (const [kind, table] of [
      [ENTITY_KINDS.city, 'cities'],
      [ENTITY_KINDS.metro, 'metros'],
    ]) {
      const sql = `SELECT name || '/' || region_id AS place, hundredths / 100.0 AS share, articles FROM entity_stats
        JOIN ${table} ON number = entity WHERE kind = ? AND subject = 0 AND year = 2023`
      for (const { place, share } of rows<{ place: string; share: number }>(sql, kind)) {
        shares.set(place, Math.max(share, shares.get(place) ?? 0)) // the other Cambridges are smaller
      }
    }
    const printed = loadAreas(resourcesDir).filter((area) => area.printed !== null)
    expect(printed).toHaveLength(100)
    for (const { name, region, printed: share } of printed) {
      const is = shares.get(`${name}/${region}`) ?? NaN
      const wanted = (share ?? NaN) * SCALE
      expect(Math.abs(is - wanted), `${name}: ${is}, not ${wanted}`).toBeLessThan(wanted * 0.01)
    }
  })

  it('has Counts of about two to three times the Shares, as printed', () => {
    const [{ ratio } = { ratio: NaN }] = rows<{ ratio: number }>(
      `SELECT sum(articles) * 100.0 / sum(hundredths) AS ratio FROM entity_stats
        WHERE kind = ? AND subject = 0 AND rank <= 100`,
      ENTITY_KINDS.city,
    )
    expect(ratio).toBeGreaterThan(1.8)
    expect(ratio).toBeLessThan(3)
  })

  it('grows from 2019 to 2023, with health sciences from 2022', () => {
    const totals = rows<{ subject: number; year: number; articles: number }>('SELECT * FROM year_totals')
    const of = (subject: number) =>
      [2019, 2020, 2021, 2022, 2023].map(
        (year) => totals.find((row) => row.subject === subject && row.year === year)?.articles ?? 0,
      )
    const all = of(0)
    expect(all).toEqual(all.toSorted((a, b) => a - b))
    const health = of(SUBJECTS.indexOf('health-sciences') + 1)
    expect(health.slice(0, 3)).toEqual([0, 0, 0])
    expect(Math.min(...health.slice(3))).toBeGreaterThan(100)
    for (let subject = 1; subject <= 4; subject++) expect(Math.min(...of(subject))).toBeGreaterThan(100)
    const named = SUBJECTS.reduce((sum, _, k) => sum + (of(k + 1)[4] ?? 0), 0)
    expect(named / (all[4] ?? 0)).toBeCloseTo(1.3, 1) // three in ten have a second subject
  })

  it('names every institution a sample, in both languages, and itself', () => {
    const names = rows<{ name: string; name_zh: string }>('SELECT name, name_zh FROM institutions')
    expect(names.length).toBeGreaterThan(1000)
    for (const { name, name_zh: zh } of names) {
      expect(name).toMatch(/ Sample [A-Z][a-z]+ \d+$/)
      expect(zh).toMatch(/样例\p{Script=Han}+\d+$/u)
    }
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length)
    const [row] = rows<Record<string, string>>('SELECT name, name_zh, kind, licence, citation FROM dataset')
    expect(row).toEqual({
      name: 'Synthetic sample',
      name_zh: '合成样例',
      kind: 'sample',
      licence: 'CC0 1.0',
      citation: 'Synthetic sample — not real data',
    })
    for (const { file } of rows<{ file: string }>('SELECT file FROM sources')) {
      expect(file).toMatch(/^sample \(seed 1, scale 0.05\) (institutions|\d{4})$/)
    }
  })

  it('counts authors as real articles have them', () => {
    const { report } = first
    expect(report.read).toBe(report.stored)
    const odd = (name: string) => report.oddities.find(({ oddity }) => oddity === name)?.count ?? 0
    expect(odd('authors-without-affiliation') / report.stored / 11).toBeCloseTo(0.004, 2)
    expect(odd('affiliations-without-institution')).toBeGreaterThan(odd('authors-without-affiliation'))
    expect(report.institutions).toMatchObject({ unmatched: 0, withoutCity: 0 })
  })
})

describe('exports of the sample', () => {
  const open = (): OpenDataset => {
    const memo = new Map<string, unknown>()
    return {
      db,
      id: 'first',
      version: first.dataset.version,
      kind: 'sample',
      defaultYear: 2023,
      populations: new PopulationTable(),
      memo<T>(key: string, make: () => T): T {
        if (!memo.has(key)) memo.set(key, make())
        return memo.get(key) as T
      },
    }
  }
  const context = (): ReaderContext => ({ ...contextOf(), open, release: () => undefined })
  const exported = async (format: string, language: string) => {
    const table = { of: 'rankings', input: { dataset: 'first', limit: 3 } }
    const file = await exportTable(
      contract['exports.table'].input.parse({ table, format, language }),
      context(),
    )
    return { name: file.fileName, text: Buffer.from(file.bytes).toString() }
  }

  it('say in every row and in the citation what they are', async () => {
    const { name, text } = await exported('csv', 'en')
    expect(name).toMatch(/^sample_/)
    const [head, ...lines] = text.trimEnd().split('\r\n')
    expect(head).toMatch(/,Data$/)
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/,synthetic sample$/)
    expect((await exported('csv-excel', 'zh')).text).toMatch(
      /来源,合成样例，并非真实数据 \(CC0 1.0\)[^]*备注,为试用而随机生成/,
    )
    const { rows: records, citation } = JSON.parse((await exported('json', 'en')).text) as {
      rows: { sample: boolean }[]
      citation: Record<string, string>
    }
    expect(records.every(({ sample }) => sample)).toBe(true)
    expect(citation['Source']).toBe('Synthetic sample — not real data (CC0 1.0)')
    expect(citation['Note']).toContain('no figure may be cited')
  })
})

describe('making the sample', () => {
  it('gives the same content from the same seed', async () => {
    const digest = ({ dataset }: IndexOutcome) => dataset.version.slice('r1-'.length)
    expect(digest(await make('again'))).toBe(digest(first))
  })

  it('tells how far it is, and leaves nothing behind where it is cancelled', async () => {
    for (const at of ['checking', 'reading']) {
      const controller = new AbortController()
      const steps = new Set<string>()
      const made = make('cancelled', 3, {
        signal: controller.signal,
        progress({ step, records }) {
          steps.add(step)
          if (step === at && (at !== 'reading' || records > 0)) controller.abort(new Error('enough'))
        },
      })
      await expect(made).rejects.toThrow('enough')
      expect(steps).toContain(at)
    }
    expect(storedNames(datasetsDir(folder.path))).toEqual([
      'again.sha256',
      'again.sqlite',
      'first.sha256',
      'first.sqlite',
    ])
  })
})
