/** Results of a plan that do not hold, in any way, are refused by file and reason, and nothing is stored; and what is stored goes along. */
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli/program.ts'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { ResultTable } from '../../src/core/scale/steps/results.ts'
import { RESULTS } from '../../src/core/scale/steps/results.ts'
import type { VerifyReport } from '../../src/shared/contract/datasets.ts'
import { temporaryFolder } from '../support/edition.ts'
import { plannedCorpus, writeCorpus } from '../support/scale/result-dataset.ts'

const dir = temporaryFolder()
const plan = join(dir, 'plan')
const changed = join(dir, 'changed')
let core: Core

beforeAll(async () => {
  core = createCore({ dataDir: join(dir, 'data'), resourcesDir, appVersion })
  await core.ready
  await plannedCorpus(plan, writeCorpus(dir, 200), { pairsFrom: 40 })
})
afterAll(async () => {
  await core.close()
  rmSync(dir, { recursive: true, force: true })
})

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCli(args, {
    stdout: (text) => void (out += Buffer.from(text as string).toString()),
    stderr: (text) => void (err += text),
    isTerminal: false,
    env: {},
    core,
  })
  return { code, out, err }
}

/** Takes in a copy of the folder in which something was changed. */
async function after(change: (folder: string) => void | Promise<void>) {
  rmSync(changed, { recursive: true, force: true })
  cpSync(plan, changed, { recursive: true })
  await change(changed)
  const { token: files } = await core.grantFiles([changed])
  const answer = await core.call('imports.planResult', { files, as: 'damaged' })
  expect(existsSync(join(dir, 'data', 'datasets', 'damaged.sqlite'))).toBe(false)
  if (answer.ok) throw new Error('it was stored')
  const { code, details } = answer.error
  return {
    code,
    values: details.values,
    issues: (details.issues ?? []).map((each) => `${each.file}: ${each.code}`),
  }
}

/** Rewrites tables by SQL, in which `t` is the table; with the numbers of `checks` made to fit, so that other checks must tell. */
const rewriting =
  (changes: Partial<Record<ResultTable, string>>, fits = false) =>
  async (folder: string): Promise<void> => {
    const connection = await (await DuckDBInstance.create()).connect()
    const at = (table: string) => join(folder, `results/${table}.parquet`)
    for (const [table, sql] of Object.entries(changes)) {
      await connection.run(`CREATE OR REPLACE TABLE t AS SELECT * FROM read_parquet('${at(table)}')`)
      await connection.run(`COPY (${sql}) TO '${at(table)}' (FORMAT parquet)`)
      if (!fits) continue
      const summed = (RESULTS[table as ResultTable] as readonly string[]).find((each) =>
        /^(parts|articles)$/.test(each),
      )
      await connection.run(`CREATE OR REPLACE TABLE c AS SELECT * REPLACE (CASE name
        WHEN 'rows ${table}' THEN (SELECT count(*)::VARCHAR FROM read_parquet('${at(table)}'))
        ${summed ? `WHEN 'sum ${table}' THEN (SELECT sum(${summed})::VARCHAR FROM read_parquet('${at(table)}'))` : ''}
        ELSE value END AS value) FROM read_parquet('${at('checks')}')`)
      await connection.run(`COPY c TO '${at('checks')}' (FORMAT parquet)`)
    }
    connection.closeSync()
  }

describe('is refused, and nothing stored:', () => {
  test.each(Object.keys(RESULTS) as ResultTable[])('without %s', async (table) => {
    const found = await after((folder) => rmSync(join(folder, `results/${table}.parquet`)))
    expect(found).toMatchObject({ code: 'scale-missing', values: { file: `results/${table}.parquet` } })
  })

  test('without the sample, without a manifest, of another version', async () => {
    const sample = await after((folder) => rmSync(join(folder, 'results/sample.jsonl')))
    expect(sample).toMatchObject({ code: 'scale-missing', values: { file: 'results/sample.jsonl' } })
    expect(await after((folder) => rmSync(join(folder, 'plan.json')))).toMatchObject({
      code: 'scale-foreign',
    })
    const manifest = (change: object) => (folder: string) => {
      const path = join(folder, 'plan.json')
      writeFileSync(
        path,
        JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...change }),
      )
    }
    expect(await after(manifest({ version: 1 }))).toMatchObject({ code: 'scale-foreign' })
    const hash = await after(manifest({ plan: '0'.repeat(64) }))
    expect(hash.issues).toEqual(['results/checks.parquet: plan-other'])
  })

  test('with a file of the plan that is another now', async () => {
    const step = await after((folder) => appendFileSync(join(folder, 'sql/002-records.sql'), '-- x\n'))
    expect(step.issues).toEqual(['sql/002-records.sql: plan-changed'])
    const table = await after((folder) => appendFileSync(join(folder, 'tables/names.csv'), 'I1,Other,,\n'))
    expect(table.issues).toEqual(['tables/names.csv: plan-changed', 'results/checks.parquet: plan-other'])
  })

  test('with a table that is cut or damaged', async () => {
    const cut = await after(rewriting({ counts: 'SELECT * FROM t LIMIT 20' }))
    expect(cut.issues).toContain('results/counts.parquet: plan-rows')
    const broken = await after((folder) => {
      const path = join(folder, 'results/shares.parquet')
      writeFileSync(path, readFileSync(path).subarray(0, 200))
    })
    expect(broken).toMatchObject({ code: 'import-rejected', issues: ['shares.parquet: parquet-damaged'] })
  })

  const moved = `SELECT * REPLACE (parts + CASE WHEN kind = 'city' AND year = 2021 AND subject = 'all' AND denominator = 4
    THEN CASE entity WHEN 'boston' THEN -1 WHEN 'zurich' THEN 1 ELSE 0 END ELSE 0 END AS parts) FROM t`
  test.each<[string, Partial<Record<ResultTable, string>>, string]>([
    ['sums', { shares: 'SELECT * REPLACE (parts + 1 AS parts) FROM t' }, 'results/shares.parquet: plan-sums'],
    ['a city of other parts', { shares: moved }, 'results/shares.parquet: plan-places'],
    [
      'an entity nobody knows',
      {
        pairs: `SELECT * REPLACE ('nowhere' AS b) FROM t`,
        scores: `SELECT * REPLACE ('nowhere' AS b) FROM t`,
      },
      'results/pairs.parquet: plan-pairs',
    ],
    [
      'a number that is not whole',
      { counts: 'SELECT * REPLACE (articles + 0.5 AS articles) FROM t' },
      'results/counts.parquet: plan-cell',
    ],
    [
      'a part of nothing',
      { scores: 'SELECT * REPLACE (0 AS denominator) FROM t' },
      'results/scores.parquet: plan-cell',
    ],
    [
      'an unknown subject',
      { unaffiliated: "SELECT * REPLACE ('alchemy' AS subject) FROM t" },
      'results/unaffiliated.parquet: plan-cell',
    ],
    [
      'a row twice',
      { unaffiliated: 'SELECT * FROM t UNION ALL SELECT * FROM t' },
      'results/unaffiliated.parquet: plan-row-twice',
    ],
    [
      'parts that lack',
      { unaffiliated: 'SELECT * FROM t WHERE false' },
      'results/shares.parquet: plan-places',
    ],
    [
      'a place beyond the tables',
      { nodes: "SELECT * REPLACE (CASE node WHEN 'I1' THEN 'atlantis' ELSE city END AS city) FROM t" },
      'results/nodes.parquet: plan-place',
    ],
    [
      'an affiliation twice',
      { nodes: 'SELECT * FROM t UNION ALL SELECT * FROM t' },
      'results/nodes.parquet: plan-node-twice',
    ],
  ])('with %s that no count of rows tells', async (_name, changes, issue) => {
    expect((await after(rewriting(changes, true))).issues).toContain(issue)
  })

  test('in place of another dataset only where that is asked for', async () => {
    const { token: files } = await core.grantFiles([plan])
    expect(await core.call('imports.planResult', { files, as: 'kept' })).toMatchObject({ ok: true })
    expect(await core.call('imports.planResult', { files, as: 'kept' })).toMatchObject({
      error: { code: 'dataset-exists' },
    })
    expect(await core.call('imports.planResult', { files, as: 'kept', replace: true })).toMatchObject({
      value: { dataset: { version: expect.stringMatching(/^r2-/) as string } },
    })
  })

  test('whether the folder itself is given or the files in it, as a dropped folder comes', async () => {
    const { token: files } = await core.grantFiles([
      join(plan, 'plan.json'),
      join(plan, 'results/checks.parquet'),
    ])
    expect(await core.call('imports.planPreview', { files })).toMatchObject({
      value: {
        ...{ folder: 'plan', engine: 'duckdb', from: 2021, to: 2023, years: [2021, 2023], articles: 180 },
        ...{ pairsFrom: 40, sampleOf: 7, journals: false, files: 12 },
      },
    })
    expect(await core.call('imports.planResult', { files, as: 'kept' })).toMatchObject({
      error: { code: 'dataset-exists' },
    })
    const { token: other } = await core.grantFiles([join(plan, 'plan.json'), join(dir, 'works.jsonl')])
    expect(await core.call('imports.planPreview', { files: other })).toMatchObject({
      error: { code: 'scale-foreign' },
    })
  })

  test('when it is cancelled', async () => {
    const { token: files } = await core.grantFiles([plan])
    const running = core.call('imports.planResult', { files, as: 'cancelled' })
    const cancelled = await core.call('imports.cancel', { as: 'cancelled' })
    expect(cancelled).toMatchObject({ value: { cancelled: true } })
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(existsSync(join(dir, 'data', 'datasets', 'cancelled.sqlite'))).toBe(false)
  })
})

test('tables may come as CSV; a line that is none is named', async () => {
  const asCsv = async (folder: string) => {
    const connection = await (await DuckDBInstance.create()).connect()
    for (const table of Object.keys(RESULTS)) {
      const path = join(folder, `results/${table}`)
      await connection.run(`COPY (SELECT * FROM read_parquet('${path}.parquet')) TO '${path}.csv' (HEADER)`)
      rmSync(`${path}.parquet`)
    }
    connection.closeSync()
  }
  rmSync(changed, { recursive: true, force: true })
  cpSync(plan, changed, { recursive: true })
  await asCsv(changed)
  const { token: files } = await core.grantFiles([changed])
  const stored = await core.call('imports.planResult', { files, as: 'of-csv' })
  expect(stored).toMatchObject({ ok: true })
  const versions = await Promise.all(
    ['kept', 'of-csv'].map((dataset) => core.call('datasets.show', { dataset })),
  )
  const [one, other] = versions.map((each) => (each as { value: { version: string } }).value.version)
  expect(other?.slice(3)).toBe(one?.slice(3))
  const broken = await after(async (folder) => {
    await asCsv(folder)
    appendFileSync(join(folder, 'results/totals.csv'), '2021,all\n')
  })
  expect(broken.code).toBe('import-rejected')
  expect(broken.issues).toEqual(['results/totals.csv: csv-syntax'])
  // What is refused is called as it lies there: by its sums, its rows, its places.
  const wrong = async (table: string, from: RegExp, to: string) => {
    const found = await after(async (folder) => {
      await asCsv(folder)
      const path = join(folder, `results/${table}.csv`)
      const text = readFileSync(path, 'utf8')
      expect(text).toMatch(from)
      writeFileSync(path, text.replace(from, to))
    })
    return found.issues
  }
  expect(await wrong('checks', /^plan,.*$/m, 'plan,other')).toEqual(['results/checks.csv: plan-other'])
  expect(await wrong('counts', /^city,[^]*?\n/m, '')).toContain('results/counts.csv: plan-rows')
  expect(await wrong('unaffiliated', /all/, 'alchemy')).toEqual(['results/unaffiliated.csv: plan-cell'])
  expect(await wrong('nodes', /boston/, 'atlantis')).toEqual(['results/nodes.csv: plan-place'])
  const twice = await after((folder) =>
    cpSync(join(folder, 'results/totals.parquet'), join(folder, 'results/totals.csv')),
  )
  expect(twice.issues).toEqual(['results/totals.csv: plan-both'])
})

describe('from the command line', () => {
  test.each([
    ['en', 'DuckDB counted 180 articles', 'not as the plan wrote it'],
    ['zh', 'DuckDB 按计算方案', '与方案写出时不同'],
  ])('in %s', async (lang, said, refused) => {
    const as = `by-${lang}`
    const done = await cli(
      'import',
      'plan-result',
      plan,
      '--as',
      as,
      '--name',
      'By an engine',
      '--lang',
      lang,
    )
    expect(done.err).toContain(said)
    expect(done.code).toBe(0)
    const again = await cli('import', 'plan-result', plan, '--as', as, '--lang', lang)
    expect(again.code).not.toBe(0)
    rmSync(changed, { recursive: true, force: true })
    cpSync(plan, changed, { recursive: true })
    appendFileSync(join(changed, 'tables/cities.csv'), 'x\n')
    const wrong = await cli('import', 'plan-result', changed, '--as', 'no', '--lang', lang)
    expect(wrong.code).toBe(3)
    expect(wrong.err).toContain('tables/cities.csv')
    expect(wrong.err).toContain(refused)
    const rank = await cli('rank', '--dataset', as, '--lang', lang, '--limit', '3')
    expect(rank.code).toBe(0)
    expect(rank.err).toContain(said.slice(0, 6))
    const derive = await cli('derive', 'beijing', '--dataset', as, '--lang', lang)
    expect(derive.code).not.toBe(0)
    expect(derive.out).toBe('')
  })

  test('weaker pairs are told to be missing, and no total is made without them', async () => {
    const ask = (input: object) => core.call('collaborations.list', { dataset: 'kept', ...input })
    const partners = (await ask({ between: 'cities', city: 'beijing', limit: 'all' })) as {
      value: { whole?: unknown; rows: { partPct?: number }[] }
    }
    expect(partners.value.rows.length).toBeGreaterThan(0)
    expect(partners.value).not.toHaveProperty('whole')
    expect(partners.value.rows.every(({ partPct }) => partPct === undefined)).toBe(true)
    const listed = await cli('collaborations', '--dataset', 'kept', '--format', 'json')
    expect(JSON.parse(listed.out)).toMatchObject({ plan: { pairsFrom: 40 } })
    expect(listed.err).toContain('fewer than 40 joint articles')
  })

  test('it is duplicated, exported, taken in and verified like any other', async () => {
    const twin = await core.call('datasets.duplicate', { dataset: 'kept', as: 'twin' })
    expect(twin).toMatchObject({ ok: true })
    expect(await core.call('datasets.show', { dataset: 'twin' })).toMatchObject({
      value: { plan: { engine: 'duckdb', pairsFrom: 40 } },
    })
    const file = join(dir, 'kept.scdataset')
    expect((await cli('datasets', 'export', 'kept', '--out', file)).code).toBe(0)
    expect((await cli('datasets', 'import', file, '--as', 'again')).code).toBe(0)
    for (const dataset of ['twin', 'again'])
      expect(await core.call('datasets.verify', { dataset })).toMatchObject({ value: { ok: true } })
    const backup = join(dir, 'all.scbackup')
    expect((await cli('datasets', 'backup', '--out', backup)).code).toBe(0)
    expect((await cli('datasets', 'restore', backup, '--replace')).code).toBe(0)
    expect(await core.call('datasets.verify', { dataset: 'kept' })).toMatchObject({ value: { ok: true } })
  })

  test.each([
    ['plan_parts', 'parts = parts + 1', 'figures'],
    ['plan_pairs', 'units = units + 1', 'figures'],
    ['entity_stats', 'units = units + 1', 'figures'],
    ['entity_stats', 'articles = articles + 1', 'figures'],
    ['cities', "name = name || 'x'", 'figures'],
    ['dataset', `parameters = replace(parameters, '"duckdb"', '"spark"')`, 'stored'],
  ])('a change of %s (%s) is found', async (table, change, check) => {
    const dataset = `changed-${table.replace('_', '-')}`
    await core.call('datasets.duplicate', { dataset: 'kept', as: dataset })
    const db = new Database(join(dir, 'data', 'datasets', `${dataset}.sqlite`))
    db.exec(`UPDATE ${table} SET ${change}`)
    db.close()
    const answer = await core.call('datasets.verify', { dataset })
    const { checks } = (answer as { value: VerifyReport }).value
    expect(checks.filter(({ ok }) => ok === false).map(({ id }) => id)).toContain(check)
    await core.call('datasets.remove', { dataset })
  })
})
