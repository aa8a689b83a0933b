/** Plans, run by DuckDB, against imports of the same works: Shares as fractions, Counts, pairs and scores, to the last unit. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPlan } from '../../src/core/scale/check-plan.ts'
import type { ResultTable } from '../../src/core/scale/steps/results.ts'
import { PROBE_SUM } from '../../src/core/scale/steps/results.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { differences, figuresIn, importedFigures, plannedFigures } from '../support/scale/compare.ts'
import type { Figures } from '../support/scale/laptop-figures.ts'
import { hostileWorks, hostileYear } from '../support/scale/hostile-works.ts'
import { resultRows } from '../support/scale/plan-figures.ts'
import type { PlanAsked } from '../support/scale/run-plan.ts'
import { chdb, writePlan } from '../support/scale/run-plan.ts'

const dir = temporaryFolder()
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const years = { from: 1500, to: 2200 }

const works = hostileWorks()
const hostile = join(dir, 'hostile.jsonl')
writeFileSync(hostile, `${works.flatMap(({ lines }) => lines).join('\n')}\n`)

/** Names of the cases of which a figure differs. */
const casesOf = (found: readonly string[]): string[] => {
  const places = new Set(
    found.map((line) => Number(/\|(\d{4})\|\w+[\w-]*:|^totals (\d{4})\|/.exec(line)?.slice(1).find(Boolean))),
  )
  return works.filter((_, place) => places.has(hostileYear(place))).map(({ name }) => name)
}

describe(`${works.length} works in forms of real and of broken files`, () => {
  test.each([1, 3])('in DuckDB, in %i passes', async (shards) => {
    const laptop = await importedFigures(dir, [hostile])
    const plan = join(dir, `plan-${shards}`)
    const engine = await plannedFigures(plan, {
      engine: 'duckdb',
      works: hostile,
      files: [],
      ...years,
      shards,
    })
    const different = works.filter(({ differs }) => differs.includes('duckdb')).map(({ name }) => name)
    expect(casesOf(differences(laptop, engine))).toEqual(different)
    expect(figuresIn(laptop)).toBeGreaterThan(1500)
    const checks = new Map((await resultRows(plan, 'checks')).map(([name, value]) => [name, value]))
    expect(checks.get('probe')).toBe(String(PROBE_SUM))
    expect(PROBE_SUM > 2n ** 63n).toBe(true)
  })

  test.skipIf(chdb === null)(`in ClickHouse${chdb === null ? ' (skipped: no chdb)' : ''}`, async () => {
    const laptop = await importedFigures(dir, [hostile])
    const asked = { engine: 'clickhouse' as const, works: hostile, files: [], ...years, shards: 3 }
    const engine = await plannedFigures(join(dir, 'clickhouse'), asked)
    const different = works.filter(({ differs }) => differs.includes('clickhouse')).map(({ name }) => name)
    expect(casesOf(differences(laptop, engine))).toEqual(different)
  })

  test.each([
    { spreadUnknown: true },
    { includeRetracted: true, includeTruncated: true },
    { types: ['dataset', 'article'] },
  ])('by other rules: %o', async (options) => {
    const laptop = await importedFigures(dir, [hostile], options)
    const asked = { engine: 'duckdb' as const, works: hostile, files: [], ...years, options }
    const found = differences(laptop, await plannedFigures(join(dir, 'rules'), asked))
    expect(casesOf(found).filter((name) => name !== 'type = 5')).toEqual([])
  })
})

test('a list of journals, their years, subjects and places of institutions', async () => {
  const source = (id: number | null, issns: string[]) => ({
    primary_location: {
      source: {
        id: id === null ? null : `https://openalex.org/S${id}`,
        issn_l: issns[0] ?? null,
        issn: issns,
      },
    },
    primary_topic: { field: { id: 'https://openalex.org/fields/27' } },
  })
  const record = (id: number, year: number, fields: object) => ({
    ...{ id: `W${id}`, publication_year: year, type: 'article' },
    authorships: [
      { institutions: [{ id: 'I11', country_code: 'PT' }] },
      {
        institutions: [
          { id: 'I12', ror: 'https://ror.org/00jjx8s55', country_code: 'FR' },
          { id: 'I13', country_code: 'ES' },
        ],
      },
      { institutions: [], countries: ['DE'] },
    ],
    ...fields,
  })
  const journals = join(dir, 'journals.csv')
  writeFileSync(
    journals,
    `source_id,issn,title,subjects,in_index,from,to
S1,,One,chemistry,yes,,
S2,,Two,physical-sciences,yes,2020,2021
S2,,Two,health-sciences,yes,2022,
S3,,Three,,no,,
,1234-5679,Four,biological-sciences,yes,,
,0000-0019,Five,,yes,2021,2021
`,
  )
  const institutions = join(dir, 'institutions.jsonl')
  const geo = (city: string, country: string, at: [number, number]) => ({
    geo: { city, country_code: country, latitude: at[0], longitude: at[1] },
  })
  const places = [
    {
      id: 'https://openalex.org/I11',
      display_name: 'One',
      country_code: 'PT',
      ...geo('Porto', 'PT', [41.15, -8.61]),
    },
    {
      ...{ id: 'https://openalex.org/I99', ror: 'https://ror.org/00jjx8s55', display_name: 'Two' },
      ...{ country_code: 'FR', ...geo('Lyon', 'FR', [45.75, 4.85]) },
    },
  ]
  writeFileSync(institutions, places.map((each) => JSON.stringify(each)).join('\n'))
  const path = join(dir, 'journals.jsonl')
  const kinds = [
    source(1, []),
    source(2, []),
    source(3, ['1234-5679']),
    source(4, []),
    source(null, ['12345679']),
  ]
  const more = [source(5, ['1111-1111', '0000-0019']), source(null, ['ISSN 1234-5679']), source(null, [])]
  const lines = [2019, 2020, 2021, 2022].flatMap((year, y) =>
    [...kinds, ...more].map((fields, k) => JSON.stringify(record(100 * y + k + 1, year, fields))),
  )
  writeFileSync(path, lines.join('\n'))
  const laptop = await importedFigures(dir, [path, journals, institutions])
  const asked = { engine: 'duckdb' as const, works: path, files: [journals, institutions], ...years }
  const engine = await plannedFigures(join(dir, 'journals'), asked)
  expect(differences(laptop, engine)).toEqual([])
  expect(laptop.totals.get('2021|physical-sciences')).toBe('1')
  expect(laptop.totals.get('2022|health-sciences')).toBe('1')
  expect(laptop.counts.get('city|lyon|2021|all')).toBe(laptop.totals.get('2021|all'))
})

test('years narrower than the works: what is outside decides as in an import', async () => {
  const journals = join(dir, 'narrow.csv')
  writeFileSync(journals, 'issn,title,in_index,from,to\n1234-5679,In,yes,2018,\n0000-0019,Out,no,,\n')
  const institutions = join(dir, 'one-ror.jsonl')
  const ror = 'https://ror.org/00jjx8s55'
  const geo = { city: 'Porto', country_code: 'PT', latitude: 41.15, longitude: -8.61 }
  const places = ['I21', 'I22'].map((id) => ({ id, ror, display_name: id, country_code: 'PT', geo }))
  writeFileSync(institutions, places.map((each) => JSON.stringify(each)).join('\n'))
  const work = (id: number, year: number, issn: string, ids: object[]) => ({
    ...{ id: `W${id}`, publication_year: year, type: 'article' },
    primary_location: { source: { issn_l: issn } },
    authorships: [{ institutions: ids }, { institutions: [{ id: 'I40' }] }],
  })
  const records = [
    work(1, 2020, '1234-5679', [{ id: 'I1' }]),
    work(1, 2015, '1234-5679', [{ id: 'I1' }]), // the journal is outside in that year
    work(2, 2020, '1234-5679', [{ id: 'I33', ror, country_code: 'PT' }]),
    work(3, 2020, '1234-5679', [{ id: 'I5', country_code: 'PT' }]),
    { ...work(4, 2015, '0000-0019', [{ id: 'I5', country_code: 'ES' }]), updated_date: '2025-01-01' },
    work(5, 2019, '1234-5679', [{ id: 'I5', country_code: 'PT' }]),
  ]
  const path = join(dir, 'narrow.jsonl')
  writeFileSync(path, records.map((each) => JSON.stringify(each)).join('\n'))
  const laptop = await importedFigures(dir, [path, journals, institutions])
  const asked = {
    engine: 'duckdb' as const,
    works: path,
    files: [journals, institutions],
    from: 2020,
    to: 2020,
  }
  const engine = await plannedFigures(join(dir, 'narrow'), asked)
  const inYear = (figures: Figures) =>
    Object.fromEntries(
      Object.entries(figures).map(([table, rows]: [string, ReadonlyMap<string, string>]) => [
        table,
        new Map([...rows].filter(([key]) => key.includes('2020|'))),
      ]),
    ) as unknown as Figures
  expect(differences(inYear(laptop), engine)).toEqual([])
  expect(laptop.shares.get('institution|I33|2020|all')).toBe('1/2')
  expect(laptop.counts.get('region|PT|2020|all')).toBe('2')
  const often = await plannedFigures(join(dir, 'narrow'), { ...asked, from: 2019, pairsFrom: 2, shards: 2 })
  // Once in each of two years: often enough in both together, and then told of each.
  expect([...often.pairs].sort()).toEqual([
    ['institution|I40|I5|2019|all', '1'],
    ['institution|I40|I5|2020|all', '1'],
  ])
  const oftener = await plannedFigures(join(dir, 'narrow'), { ...asked, from: 2019, pairsFrom: 3 })
  expect([...oftener.pairs, ...oftener.scores]).toEqual([])
  const twice = await plannedFigures(join(dir, 'narrow'), { ...asked, from: 2019, pairsFrom: 1 })
  expect([...twice.pairs].filter(([, articles]) => Number(articles) < 1)).toEqual([])
})

const corpora = join(import.meta.dirname, '../../../shared/corpora')
const given = existsSync(corpora)

test.skipIf(!given)(
  `works of a real corpus${given ? '' : ' (skipped: no ../shared)'}`,
  async () => {
    const unpack = (name: string) => {
      const path = join(dir, `${name}.jsonl`)
      const lines = gunzipSync(readFileSync(join(corpora, `${name}.jsonl.gz`)))
        .toString('utf8')
        .split('\n')
      writeFileSync(path, lines.slice(0, name.endsWith('works') ? 1500 : Infinity).join('\n'))
      return path
    }
    const [path, institutions] = [unpack('global-health-works'), unpack('global-health-institutions')]
    // Ids of cities tell namesakes apart among all institutions given, so of these alone.
    const named = readFileSync(path, 'utf8')
    const own = readFileSync(institutions, 'utf8')
      .split('\n')
      .filter((line) => named.includes(`${/"id":\s*("[^"]+")/.exec(line)?.[1]}`))
    writeFileSync(institutions, own.join('\n'))
    const laptop = await importedFigures(dir, [path, institutions])
    const asked = { engine: 'duckdb' as const, works: path, files: [institutions], ...years, shards: 3 }
    const engine = await plannedFigures(join(dir, 'corpus'), asked)
    expect(differences(laptop, engine).slice(0, 5)).toEqual([])
    expect(figuresIn(laptop)).toBeGreaterThan(20_000)
  },
  120_000,
)

describe('results that are brought back', () => {
  const plan = join(dir, 'brought')
  const asked = { engine: 'duckdb' as const, works: hostile, files: [], ...years, sampleOf: 7 }
  const check = async () => {
    const context = {
      ...importContext(join(dir, 'checking')),
      open: notAsked,
      release: notAsked,
      resolveFiles: () => [plan],
    }
    const { holds, findings, sampled, unread } = await checkPlan({ files: 'plan' }, context)
    const wrong = findings.filter(({ differences }) => differences > 0)
    return {
      holds,
      sampled,
      unread,
      wrong: wrong.map(({ check: which }) => which),
      named: wrong.flatMap(({ named }) => named),
    }
  }
  const notAsked = () => {
    throw new Error('not asked for')
  }
  /** Does something to a file of the folder, checks, and puts the file back. */
  const changed = async (name: string, change: (path: string) => void) => {
    const path = join(plan, name)
    const before = readFileSync(path)
    try {
      change(path)
      return await check()
    } finally {
      writeFileSync(path, before)
    }
  }

  test('hold, and tell each thing that does not', async () => {
    await plannedFigures(plan, asked)
    const whole = await check()
    expect(whole).toMatchObject({ holds: true, wrong: [], unread: 4 })
    expect(whole.sampled).toBeGreaterThan(10)
    const table = await changed('tables/places.csv', (path) => appendFileSync(path, 'I1,x,,,,PT,\n'))
    expect(table).toMatchObject({ holds: false, wrong: ['files', 'plan', 'sample'] })
    expect(table.named).toContain('tables/places.csv')
    const step = await changed('sql/002-records.sql', (path) => appendFileSync(path, '-- x\n'))
    expect(step).toMatchObject({ wrong: ['files'], named: ['sql/002-records.sql'] })
    const [, ...fewer] = readFileSync(join(plan, 'results/sample.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"I1"'))
    const sample = await changed('results/sample.jsonl', (path) => writeFileSync(path, fewer.join('\n')))
    expect(sample.wrong).toEqual(['sample'])
  })

  /** Rewrites results by SQL; `t` is the table. Answers what the check finds; everything is as it was afterwards. */
  const rewritten = async (changes: Partial<Record<ResultTable, string>>) => {
    const before = Object.keys(changes).map((table) => join(plan, `results/${table}.parquet`))
    const bytes = before.map((path) => readFileSync(path))
    const connection = await (await DuckDBInstance.create()).connect()
    try {
      for (const [table, sql] of Object.entries(changes)) {
        const path = join(plan, `results/${table}.parquet`)
        await connection.run(`CREATE OR REPLACE TABLE t AS SELECT * FROM read_parquet('${path}')`)
        await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`)
      }
      return (await check()).wrong
    } finally {
      connection.closeSync()
      before.forEach((path, k) => writeFileSync(path, bytes[k] as Buffer))
    }
  }

  test('that are wrong do not hold, table by table and together', async () => {
    // Of no sample: each check would count it again.
    await plannedFigures(plan, { ...asked, sampleOf: 999_999 })
    expect((await check()).wrong).toEqual([])
    const times = 'SELECT * REPLACE (articles * 10 AS articles) FROM t'
    expect(await rewritten({ counts: times })).toEqual(['whole', 'shares'])
    expect(await rewritten({ scores: 'SELECT * REPLACE (parts * 10 AS parts) FROM t' })).toEqual([
      'whole',
      'pairs',
    ])
    const none = 'SELECT * FROM t WHERE false'
    expect(await rewritten({ pairs: none, scores: none })).toEqual(['whole'])
    expect(await rewritten({ scores: none })).toEqual(['whole', 'pairs'])
    const some = "SELECT * FROM t WHERE kind NOT IN ('metro', 'region')"
    expect(await rewritten({ shares: some, counts: some })).toEqual(['whole', 'shares', 'pairs'])
    const year = 'SELECT * FROM t WHERE year <> 1600'
    expect(await rewritten({ totals: year, counts: year, shares: year, pairs: year, scores: year })).toEqual([
      'whole',
    ])
    const all = "SELECT * FROM t WHERE subject = 'all'"
    expect(await rewritten({ totals: all, counts: all, shares: all, pairs: all, scores: all })).toEqual([
      'whole',
    ])
  })

  test('whose sample is wrong do not hold', async () => {
    await plannedFigures(plan, { ...asked, sampleOf: 1 })
    expect((await check()).wrong).toEqual([])
    const swapped = `SELECT * REPLACE (CASE entity WHEN 'I1' THEN 'I2' WHEN 'I2' THEN 'I1' ELSE entity END AS entity) FROM t`
    expect(await rewritten({ sampled: swapped, sampled_counts: swapped })).toContain('sample')
    const subjects = `SELECT * REPLACE (CASE subject WHEN 'chemistry' THEN 'health-sciences' WHEN 'health-sciences' THEN 'chemistry' ELSE subject END AS subject) FROM t`
    expect(await rewritten({ sampled: subjects, sampled_counts: subjects })).toEqual(['sample'])
  })

  test('of no article, or of a sample in which nothing counts', async () => {
    await plannedFigures(plan, { ...asked, from: 2100, to: 2101 })
    expect((await check()).wrong).toEqual(['articles'])
    await plannedFigures(plan, { ...asked, options: { types: ['dataset'] }, sampleOf: 1 })
    const found = await check()
    expect(found).toMatchObject({ wrong: [] })
    await plannedFigures(plan, { ...asked, sampleOf: 999_999 })
    expect(await check()).toMatchObject({ holds: true, sampled: 0 })
  })

  test('or are not there, or of no plan, are refused in words', async () => {
    await writePlan(plan, asked)
    await expect(check()).rejects.toMatchObject({
      code: 'scale-missing',
      details: { values: { file: 'results/checks.parquet' } },
    })
    const manifest = JSON.parse(readFileSync(join(plan, 'plan.json'), 'utf8')) as object
    writeFileSync(join(plan, 'plan.json'), JSON.stringify({ ...manifest, version: 99 }))
    await expect(check()).rejects.toMatchObject({ code: 'scale-foreign' })
    rmSync(join(plan, 'plan.json'))
    await expect(check()).rejects.toMatchObject({ code: 'scale-foreign' })
  })
})

test('what cannot be told to an engine is refused', async () => {
  const write = (name: string, text: string) => {
    writeFileSync(join(dir, name), text)
    return [join(dir, name)]
  }
  const planOf = (files: string[]) =>
    writePlan(join(dir, 'refused'), { engine: 'spark', works: 'works', files, from: 2020, to: 2021 })
  await expect(planOf(write('titles.csv', 'title,subjects\nNo id,chemistry\n'))).rejects.toMatchObject({
    code: 'scale-titles',
  })
  await expect(planOf([hostile])).rejects.toMatchObject({ code: 'scale-file' })
  await expect(planOf(write('labels.csv', 'article_id,subjects\nW1,chemistry\n'))).rejects.toMatchObject({
    code: 'scale-file',
  })
})

test('a plan is known by its rules and tables, not by engine, works and passes', async () => {
  const hashOf = async (asked: Partial<PlanAsked>) => {
    await writePlan(join(dir, 'hash'), {
      engine: 'duckdb',
      works: 'a',
      files: [],
      from: 2020,
      to: 2021,
      ...asked,
    })
    return (JSON.parse(readFileSync(join(dir, 'hash', 'plan.json'), 'utf8')) as { plan: string }).plan
  }
  const plain = await hashOf({})
  expect(await hashOf({ engine: 'spark', works: 's3://b/works/*.gz', shards: 5 })).toBe(plain)
  for (const other of [{ to: 2022 }, { pairsFrom: 2 }, { sampleOf: 2 }, { options: { spreadUnknown: true } }])
    expect(await hashOf(other)).not.toBe(plain)
})
