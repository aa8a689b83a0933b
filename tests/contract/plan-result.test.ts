/** An index that an engine counted by a plan answers as one of the same works that was counted here, to the last unit. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { DatasetDetail, DatasetSummary, VerifyReport } from '../../src/shared/contract/datasets.ts'
import type { ImportReport } from '../../src/shared/contract/import-report.ts'
import type { MethodName } from '../../src/shared/contract/index.ts'
import type { ScaleEngine } from '../../src/shared/domain/scale-engines.ts'
import { SUBJECTS } from '../../src/shared/domain/subjects.ts'
import { temporaryFolder } from '../support/edition.ts'
import { plannedCorpus, writeCorpus } from '../support/scale/result-dataset.ts'
import { chdb } from '../support/scale/run-plan.ts'

const dir = temporaryFolder()
const PLANS: Readonly<Record<string, { engine: ScaleEngine; shards: number }>> = {
  whole: { engine: 'duckdb', shards: 1 },
  shards: { engine: 'duckdb', shards: 3 },
  ...(chdb !== null && { clickhouse: { engine: 'clickhouse', shards: 2 } }),
}
let core: Core

const call = (name: MethodName, input: object) => core.call(name, input)

async function value(name: MethodName, input: object): Promise<unknown> {
  const answer = await call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
  return answer.value
}

async function granted(path: string): Promise<string> {
  return (await core.grantFiles([path])).token
}

beforeAll(async () => {
  const corpus = writeCorpus(dir)
  core = createCore({ dataDir: join(dir, 'data'), resourcesDir, appVersion })
  await core.ready
  const files = (await core.grantFiles([corpus.works, corpus.institutions])).token
  await value('imports.index', { files, as: 'laptop', name: 'One', options: { printedPlaces: false } })
  for (const [as, asked] of Object.entries(PLANS)) {
    const folder = await plannedCorpus(join(dir, as), corpus, asked)
    await value('imports.planResult', { files: await granted(folder), as, name: 'One' })
  }
})
afterAll(async () => {
  await core.close()
  rmSync(dir, { recursive: true, force: true })
})

/** What names the dataset, not what it holds. */
const OWN = new Set(['dataset', 'version', 'pinsKey', 'source'])
const plain = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (key: string, each: unknown) => (OWN.has(key) ? undefined : each)))

const PERIODS = [{ year: 2023 }, { year: 2022, subject: 'chemistry' }]
const KINDS = ['institution', 'city', 'metro', 'country'] as const
const ASKED: [MethodName, object][] = [
  ...KINDS.flatMap((by) =>
    PERIODS.map((period): [MethodName, object] => ['rankings.list', { by, ...period, limit: 'all' }]),
  ),
  ...KINDS.flatMap((by) =>
    (['abs', 'pct'] as const).map((sort): [MethodName, object] => [
      'rankings.rising',
      { by, from: 2021, to: 2023, ...(sort === 'abs' ? {} : { floor: 1 }) },
    ]),
  ),
  ['rankings.list', { by: 'city', region: 'CN', base: 2021 }],
  ['cities.series', {}],
  ...['beijing', 'zurich', 'cambridge', 'boston'].map((city): [MethodName, object] => [
    'cities.profile',
    { city },
  ]),
  ['cities.compare', { by: 'city', cities: ['beijing', 'boston', 'zurich'] }],
  ['cities.compare', { by: 'institution', cities: ['I1', 'I2', 'I6'] }],
  ['institutions.list', {}],
  ['institutions.list', { city: 'beijing' }],
  ...['I1', 'I5', 'I6'].map((institution): [MethodName, object] => ['institutions.profile', { institution }]),
  ...(['institutions', 'cities', 'countries'] as const).flatMap((between): [MethodName, object][] => [
    ['collaborations.list', { between, limit: 'all' }],
    ['collaborations.list', { between, from: 2021, year: 2023, limit: 'all' }],
    ['collaborations.list', { between, year: 2022, subject: SUBJECTS[0], limit: 'all' }],
  ]),
  ['collaborations.list', { between: 'institutions', city: 'beijing' }],
  ['collaborations.list', { between: 'institutions', institution: 'I3' }],
  ['collaborations.list', { between: 'cities', city: 'beijing', reach: 'international' }],
  ['collaborations.list', { between: 'countries', country: 'US' }],
  ['collaborations.list', { between: 'institutions', perCity: 3, cities: 5 }],
  ['networks.cities', {}],
  ['networks.cities', { from: 2022, to: 2022 }],
  ['networks.institutions', { city: 'beijing' }],
  ['networks.institutions', {}],
  ['networks.ego', { centre: 'I1' }],
  ['networks.ego', { kind: 'city', centre: 'beijing' }],
  ['indicators.checks', {}],
  ['search.find', { text: 'beij' }],
  ['indicators.example', { indicator: 'rank' }],
  ['indicators.example', { indicator: 'specialisation' }],
  ['indicators.example', { indicator: 'total-collaboration-score' }],
  ['cities.known', { cities: ['beijing'] }],
  ['derivation.number', { measure: 'rank', id: 'beijing' }],
  ['groups.match', { kind: 'city', text: 'Beijing' }],
  ['maps.draw', { language: 'en' }],
]

const skipped = chdb === null ? ' (ClickHouse skipped: no chdb)' : ''
describe.each(Object.keys(PLANS))(`an index counted by an engine, %s${skipped}`, (dataset) => {
  test('is verified: checksum, figures from the stored parts, the articles kept, the plan', async () => {
    const report = (await value('datasets.verify', { dataset })) as VerifyReport
    expect(report.checks.map(({ id, ok }) => [id, ok])).toEqual(
      ['checksum', 'file', 'integrity', 'sources', 'figures', 'derived', 'stored'].map((id) => [id, true]),
    )
    expect(report.checks.map(({ detail }) => detail).join()).toMatch(/from stored parts .* by their digest/)
  })

  test.each(ASKED)('%s %o answers alike', async (name, input) => {
    const mine = await value(name, { dataset: 'laptop', ...input })
    const theirs = await value(name, { dataset, ...input })
    expect(plain(theirs)).toEqual(plain(mine))
  })

  test('draws the same network', async () => {
    const drawn = (id: string) =>
      value('networks.draw', { network: { of: 'cities', input: { dataset: id } }, language: 'en' })
    expect(plain(await drawn(dataset))).toEqual(plain(await drawn('laptop')))
  })

  /** What is made of articles, of which only those of the sample are here. */
  const BEYOND: [MethodName, object][] = [
    ['derivation.of', { id: 'beijing' }],
    ['derivation.of', { id: 'beijing', partner: 'boston' }],
    ['derivation.parts', { id: 'beijing', by: 'institution' }],
    ['rankings.list', { bands: { seed: 1, replicates: 200 } }],
    ['stability.ranking', { bands: { seed: 1, replicates: 200 } }],
    ['indicators.example', { indicator: 'share' }],
    ['indicators.example', { indicator: 'bcs' }],
    ['indicators.example', { indicator: 'stability-interval' }],
    ['recipes.missing', {}],
    ['exports.missing', {}],
  ]
  test.each(BEYOND)('%s %o says that its articles are elsewhere', async (name, input) => {
    expect((await call(name, { dataset: 'laptop', ...input })).ok).toBe(true)
    const answer = await call(name, { dataset, ...input })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'articles-elsewhere', details: { values: { dataset, articles: 360, sampled: 52 } } },
    })
  })

  test('does not know how far collaboration reaches, and says null of it', async () => {
    const profile = (of: string) =>
      value('cities.profile', { dataset: of, city: 'beijing', also: ['localPct'] })
    const list = (of: string) => value('rankings.list', { dataset: of, also: ['internationalPct'] })
    expect(await profile(dataset)).toMatchObject({ headline: { localPct: null } })
    expect(await profile('laptop')).toMatchObject({ headline: { localPct: expect.any(Number) as number } })
    const reach = ({ rows }: { rows: { internationalPct: number | null }[] }) =>
      rows.map(({ internationalPct }) => internationalPct)
    expect(reach((await list(dataset)) as never)).toEqual([null, null, null, null])
    expect(reach((await list('laptop')) as never)).not.toContain(null)
  })

  test('explains an article of the sample as an import does, and says of others that they are not here', async () => {
    const explain = (id: string, article: string) => call('articles.explain', { dataset: id, article })
    const [mine, theirs] = [await explain('laptop', 'W7'), await explain(dataset, 'W7')]
    expect(theirs).toMatchObject({ ok: true, value: { standing: 'counts' } })
    expect(plain((theirs as { value: { articles: unknown } }).value.articles)).toEqual(
      plain((mine as { value: { articles: unknown } }).value.articles),
    )
    expect(await explain('laptop', 'W8')).toMatchObject({ ok: true, value: { standing: 'counts' } })
    expect(await explain(dataset, 'W8')).toMatchObject({ error: { code: 'articles-elsewhere' } })
  })

  test('takes no further files', async () => {
    const files = await granted(join(dir, 'works.jsonl'))
    const added = await call('imports.index', { files, as: dataset, mode: 'add' })
    expect(added).toMatchObject({ ok: false, error: { code: 'articles-elsewhere' } })
  })

  test('tells of a group no Count that it has not', async () => {
    const group = { name: `Two of ${dataset}`, kind: 'city' }
    const members = [
      ['beijing', 'Beijing', 'CN'],
      ['boston', 'Boston', 'US'],
    ].map(([id, name, region]) => ({ pasted: name, id, name, region, division: null, ror: null, dataset }))
    const saved = (await value('groups.save', { ...group, members })) as { id: string }
    const { id } = saved
    const told = (of: string) => value('rankings.list', { dataset: of, by: 'city', group: id })
    expect(await told('laptop')).toMatchObject({ group: { lacks: null, here: 2 } })
    expect(await told(dataset)).toMatchObject({ group: { lacks: 'elsewhere', together: null, here: 2 } })
  })

  test('says of itself whose figures it has', async () => {
    const { detail, report } = {
      detail: (await value('datasets.show', { dataset })) as DatasetDetail,
      report: (await value('datasets.report', { dataset })) as { reports: ImportReport[] },
    }
    const plan = JSON.parse(readFileSync(join(dir, dataset, 'plan.json'), 'utf8')) as { plan: string }
    const { engine } = PLANS[dataset] ?? {}
    const told = { engine, plan: plan.plan, articles: 360, sampled: 52, pairsFrom: 1, sampleOf: 7 }
    expect(detail).toMatchObject({ kind: 'computed', articles: 360, plan: told })
    expect(detail.sources.map(({ file }) => file)).toContain('results/shares.parquet')
    const [latest] = report.reports
    expect(latest).toMatchObject({
      read: 400,
      stored: 360,
      rejected: [{ reason: 'plan-left-out', count: 40 }],
    })
    const listed = (await value('datasets.list', {})) as { datasets: DatasetSummary[] }
    const plans = listed.datasets.filter((each) => each.plan !== undefined)
    expect(plans.map(({ dataset: id }) => id).sort()).toEqual(Object.keys(PLANS).sort())
  })
})

test('all of them have one version, whatever the engine and its passes', async () => {
  const version = async (dataset: string) =>
    ((await value('datasets.show', { dataset })) as DatasetDetail).version
  for (const dataset of Object.keys(PLANS)) expect(await version(dataset)).toBe(await version('whole'))
})
