/** Scores of lists and networks against the articles behind them: of institutions that lie in several cities, and in print. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/edition.ts'
import { importContext } from '../../../../tests/support/import-context.ts'
import { importFiles, queriesOf } from '../../../../tests/support/index.ts'
import { DEFAULT_DATASET } from '../../../shared/address/query.ts'
import { prepareDatasets } from '../../import/edition/bundled.ts'

/** Alpha has a seat in both cities; each author has one affiliation. */
const AUTHORS = {
  W1: ['Alpha University/Beijing', 'Beta Institute/Beijing'],
  W2: ['Alpha University/Shanghai', 'Beta Institute/Beijing'],
  W3: [
    'Alpha University/Beijing',
    'Alpha University/Shanghai',
    'Beta Institute/Beijing',
    'Beta Institute/Beijing',
  ],
  W4: ['Alpha University/Shanghai', 'Gamma College/Shanghai'],
}
const root = temporaryFolder()
const { call, close } = queriesOf(root)
const dataset = 'seats'

beforeAll(async () => {
  const file = join(root, 'affiliations.csv')
  const rows = Object.entries(AUTHORS).flatMap(([id, authors]) =>
    authors.map((author, i) => `${id},2023,chemistry,${i + 1},${author.replace('/', ',')},China`),
  )
  writeFileSync(file, ['article_id,year,subjects,author_seq,institution,city,country', ...rows].join('\n'))
  await importFiles(root, dataset, [file])
  await prepareDatasets(importContext(root))
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})

const near = (value: number) => expect.closeTo(value, 9) as number
const totalOf = async (id: string, partner: string, by?: 'city' | 'metro', place = '') =>
  (
    await call('derivation.of', {
      dataset,
      kind: 'institution',
      id,
      partner,
      ...(by && { path: [{ by, id: place }] }),
    })
  ).total

test('a pair within a city is read by what both have there: by list, by group, by network', async () => {
  // W1 in full; of W3 a quarter of Alpha and the half of Beta. W2 has no Alpha in Beijing.
  const within = await call('collaborations.list', { dataset, city: 'Beijing' })
  expect(within.rows.map(({ score, articles }) => [score, articles])).toEqual([[near(1.75), 2]])
  const [row] = within.rows
  if (!row) throw new Error('no pair')
  expect(await totalOf(row.a, row.b, 'city', 'beijing')).toEqual({ share: row.score, articles: 2 })
  // All of both: W1, W2 and W3 in full.
  expect(await totalOf(row.a, row.b)).toEqual({ share: near(3), articles: 3 })

  const grouped = await call('collaborations.list', { dataset, perCity: 5, area: 'metro' })
  expect(grouped.rows).toHaveLength(2)
  for (const { a, b, cityId, score, articles } of grouped.rows)
    expect(await totalOf(a, b, 'metro', cityId)).toEqual({ share: score, articles })

  const network = await call('networks.institutions', { dataset, city: 'Shanghai', top: 10 })
  expect(network.edges).toHaveLength(1)
  for (const { a, b, score, articles } of network.edges)
    expect(await totalOf(a, b, 'city', 'shanghai')).toEqual({ share: score, articles })
  for (const { id, share, count } of network.nodes) {
    const path = [{ by: 'institution' as const, id }]
    const { total } = await call('derivation.of', { dataset, id: 'shanghai', path })
    expect(total).toEqual({ share, articles: count })
  }
})

test('the steps tell both numbers, and what counts in an article is what lies there', async () => {
  const found = await call('derivation.of', {
    dataset,
    kind: 'institution',
    id: 'Alpha University',
    partner: 'Beta Institute',
    path: [{ by: 'city', id: 'beijing' }],
  })
  expect(found.steps.map(({ by, share }) => [by, share])).toEqual([
    ['institution', near(3)],
    ['city', near(1.75)],
  ])
  const third = found.rows.find(({ id }) => id === 'W3')
  expect([third?.fraction, third?.partnerFraction]).toEqual(['1/4', '1/2'])
})

test('an institution is no part of a pair of institutions', async () => {
  await expect(
    call('derivation.of', {
      dataset,
      kind: 'institution',
      id: 'Alpha University',
      partner: 'Beta Institute',
      path: [{ by: 'institution', id: 'Alpha University' }],
    }),
  ).rejects.toMatchObject({ code: 'input-invalid' })
})

test('every printed score is told with its file and line', async () => {
  const printed = await call('collaborations.list', { dataset: DEFAULT_DATASET, limit: 'all' })
  const scored = printed.rows.filter(({ score, a, b }) => score !== null && a !== '' && b !== '')
  expect(scored.length).toBeGreaterThan(10)
  for (const { a, b, subject, year, score, source } of scored) {
    const told = await call('derivation.number', {
      dataset: DEFAULT_DATASET,
      kind: 'institution',
      id: a,
      partner: b,
      subject,
      to: year,
      measure: 'score',
    })
    expect([told.value, told.printed?.statement.source]).toEqual([score, source])
  }
})
