/** Editions of which only a part may be cited: some ranks, some Shares, cities that other editions alone rank. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { AppErrorData } from '../../src/shared/contract/errors.ts'
import type { Client } from '../../src/shared/contract/client.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import { temporaryFolder } from '../support/edition.ts'

const root = temporaryFolder()
const folder = join(root, 'partial')
let core: Core
let client: Client

const HEAD = 'rank,city_en,city_zh,region_en,region_zh,region_iso2,share_2023,count_2023,region_share_pct'
const RANKS = [
  '1,Aville,甲市,Chinese mainland,中国大陆,CN,900.50,2000,4.0',
  '2,Btown,乙市,Chinese mainland,中国大陆,CN,,,',
  '2,Cburg,丙市,Hong Kong,中国香港,HK,,1500,n.p.',
  '5,Dstadt,丁市,Austria,奥地利,AT,300.25,,',
  '17,Ehausen,,Austria,奥地利,AT,,,',
]
const FACTS = [
  'subject,kind,city,institution_a,institution_b,period,value,unit,qualifier',
  'chemistry,adjusted_change_pct,Aville,,,2022-2023,12.0,percent,>',
  'chemistry,adjusted_change_pct,Btown,,,2022-2023,-7,percent,almost',
  'chemistry,adjusted_change_pct,Dstadt,,,2022-2023,16.24,percent,exact',
]
const HISTORY = [
  'edition,year,subject,city,rank,region_iso2,qualifier,source_url',
  '2023,2022,all,Ffurt,21,AT,exact,https://example.org/ranks',
  '2023,2022,all,Gavik,30,,exact,https://example.org/ranks',
]

beforeAll(() => {
  core = createCore({ dataDir: join(root, 'data'), resourcesDir, appVersion })
  client = createClient(core)
})
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
})
afterAll(async () => {
  await core.close()
  rmSync(root, { recursive: true, force: true })
})

async function importRows(ranks: string[], facts = FACTS, history = HISTORY) {
  await core.ready
  const write = (file: string, lines: string[]) => writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  write('ranking.csv', [HEAD, ...ranks])
  write('facts.csv', facts)
  write('history.csv', history)
  const { token } = await core.grantFolder(folder)
  return core.call('imports.edition', { folder: token, as: 'partial', replace: true })
}

const issuesOf = (result: unknown) => (result as { error: AppErrorData }).error.details.issues

describe('a ranking with gaps', () => {
  beforeEach(async () => {
    expect(await importRows(RANKS)).toMatchObject({ ok: true })
  })

  test('keeps its ranks and ties; what is missing stays missing', async () => {
    const { rows } = await client.call('rankings.list', { dataset: 'partial' })
    expect(
      rows.map(({ rank, name, share, count, regionSharePct }) => [rank, name, share, count, regionSharePct]),
    ).toEqual([
      [1, 'Aville', 900.5, 2000, 4],
      [2, 'Btown', null, null, null],
      [2, 'Cburg', null, 1500, null],
      [5, 'Dstadt', 300.25, null, null],
      [17, 'Ehausen', null, null, null],
      [null, 'Ffurt', null, null, null],
      [null, 'Gavik', null, null, null],
    ])
  })

  test('percentages keep their digits and the word of the source', async () => {
    const { rows } = await client.call('rankings.list', { dataset: 'partial', subject: 'chemistry' })
    const said = new Map(
      rows.map((row) => [row.name, [row.changePct, row.changePctQualifier, row.printedDecimals?.changePct]]),
    )
    expect([said.get('Aville'), said.get('Btown'), said.get('Dstadt')]).toEqual([
      [12, 'over', 1],
      [-7, 'almost', 0],
      [16.24, 'exact', 2],
    ])
  })

  test('a city named only by ranks is found, and its page has the rank with its source', async () => {
    for (const [text, id, region] of [
      ['Ehausen', 'ehausen', 'Austria'],
      ['ffurt', 'ffurt', 'Austria'],
      ['Gavik', 'gavik', 'Not stated'],
    ] as const) {
      const { hits } = await client.call('search.find', { dataset: 'partial', text })
      expect(hits[0]).toMatchObject({ kind: 'city', id, within: region })
      expect((await client.call('cities.profile', { dataset: 'partial', city: text })).city.cityId).toBe(id)
    }
    const { rankHistory } = await client.call('cities.profile', { dataset: 'partial', city: 'Ffurt' })
    expect(rankHistory).toMatchObject([
      { year: 2022, rank: 21, edition: 2023, source: { file: 'history.csv', line: 2 } },
    ])
  })

  test('verifies', async () => {
    expect(await client.call('datasets.verify', { dataset: 'partial' })).toMatchObject({ ok: true })
  })
})

describe('is refused with line and value', () => {
  const withRow = (at: number, row: string) => RANKS.map((line, index) => (index === at ? row : line))
  test.each([
    [
      'a Share of 0',
      3,
      '5,Dstadt,丁市,Austria,奥地利,AT,0,,',
      { line: 5, code: 'zero-figure', values: { value: '0' } },
    ],
    ['a Count of 0', 2, '2,Cburg,丙市,Hong Kong,中国香港,HK,,0,', { line: 4, code: 'zero-figure' }],
    [
      'a rank that falls',
      4,
      '4,Ehausen,,Austria,奥地利,AT,,,',
      { line: 6, code: 'rank-order', values: { rank: 4 } },
    ],
    [
      'a rank twice with two Shares',
      4,
      '5,Ehausen,,Austria,奥地利,AT,200.00,,',
      { line: 6, code: 'rank-order' },
    ],
    [
      'more cities than the rank allows',
      3,
      '3,Dstadt,丁市,Austria,奥地利,AT,300.25,,',
      { line: 5, code: 'rank-order' },
    ],
    [
      'a Share above one further up',
      4,
      '17,Ehausen,,Austria,奥地利,AT,1000.00,,',
      { line: 6, code: 'share-order' },
    ],
  ])('%s', async (_what, at, row, issue) => {
    expect(issuesOf(await importRows(withRow(at, row)))).toContainEqual(
      expect.objectContaining({
        ...issue,
        ...('values' in issue && { values: expect.objectContaining(issue.values) }),
      }),
    )
  })
})
