/** Plans, run by DuckDB, against imports of the same works: Shares as fractions, Counts, pairs and scores, to the last unit. */
import { appendFileSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPlan } from '../../src/core/scale/check-plan.ts'
import { PROBE_SUM } from '../../src/core/scale/steps/results.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { differences, figuresIn, importedFigures, plannedFigures } from '../support/scale/compare.ts'
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
    const { holds, findings, sampled } = await checkPlan({ files: 'plan' }, context)
    const wrong = findings.filter(({ differences }) => differences > 0)
    return {
      holds,
      sampled,
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
    expect(whole).toMatchObject({ holds: true, wrong: [] })
    expect(whole.sampled).toBeGreaterThan(10)
    const table = await changed('tables/places.csv', (path) => appendFileSync(path, 'I1,x,,,,PT,\n'))
    expect(table).toEqual({ ...whole, holds: false, wrong: ['files', 'plan'], named: ['tables/places.csv'] })
    const step = await changed('sql/002-records.sql', (path) => appendFileSync(path, '-- x\n'))
    expect(step).toMatchObject({ wrong: ['files'], named: ['sql/002-records.sql'] })
    const [, ...fewer] = readFileSync(join(plan, 'results/sample.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"I1"'))
    const sample = await changed('results/sample.jsonl', (path) => writeFileSync(path, fewer.join('\n')))
    expect(sample.wrong).toEqual(['sample'])
  })

  test('of other works do not add up', async () => {
    const other = join(dir, 'other')
    const fewer = join(dir, 'fewer.jsonl')
    writeFileSync(fewer, readFileSync(hostile, 'utf8').split('\n').slice(40).join('\n'))
    await plannedFigures(plan, asked)
    await plannedFigures(other, { ...asked, works: fewer })
    const swapped = async (file: string) =>
      (
        await changed(`results/${file}.parquet`, (path) =>
          copyFileSync(join(other, `results/${file}.parquet`), path),
        )
      ).wrong
    expect(await swapped('shares')).toEqual(['shares'])
    expect(await swapped('totals')).toEqual(['shares'])
    expect(await swapped('pairs')).toEqual(['pairs'])
    expect(await swapped('sampled')).toEqual(['sample'])
    // Of the same rules and tables, so it is the same plan.
    expect(await swapped('checks')).toEqual([])
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
