/** Pairs of an index with what the published edition prints of them, by names, for one year and subject. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareDatasets } from '../../src/core/import/edition/bundled.ts'
import { DEFAULT_DATASET } from '../../src/shared/address/query.ts'
import { importContext } from '../support/import-context.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles, queriesOf, writeIndexFiles } from '../support/index.ts'

const [COLUMBIA, NYU, ROCKEFELLER, YALE] = [1, 2, 3, 4]
const institutions = [
  { id: COLUMBIA, name: 'Columbia University', city: 'New York', country: 'US' },
  { id: NYU, name: 'New York University', city: 'New York', country: 'US' },
  { id: ROCKEFELLER, name: 'Rockefeller University', city: 'New York', country: 'US' },
  { id: YALE, name: 'Yale University', city: 'New Haven', country: 'US' },
]
const subjects = ['biological-sciences']
const works = [
  // Columbia and Rockefeller lead with 2; Columbia and NYU have 1, Columbia and Yale 1/2 + 1/4.
  { id: 1, year: 2023, subjects, authors: [[COLUMBIA], [ROCKEFELLER]] },
  { id: 2, year: 2023, subjects, authors: [[COLUMBIA], [ROCKEFELLER]] },
  { id: 3, year: 2023, subjects, authors: [[COLUMBIA], [NYU]] },
  { id: 4, year: 2023, subjects, authors: [[COLUMBIA], [COLUMBIA], [YALE], ['FR']] },
  { id: 5, year: 2022, subjects, authors: [[COLUMBIA], [NYU]] },
]
const root = temporaryFolder()
const { call, close } = queriesOf(root)
const NEW_YORK = 'new-york-metropolitan-area'

beforeAll(async () => {
  await importFiles(root, 'own', writeIndexFiles(root, works, institutions))
  await prepareDatasets(importContext(root))
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})

const list = (more: object) =>
  call('collaborations.list', {
    dataset: 'own',
    subject: 'biological-sciences',
    year: 2023,
    perCity: 1,
    beside: DEFAULT_DATASET,
    ...more,
  })

test('printed scores stand beside the pair, further down, and alone where the index has no such pair', async () => {
  const { rows, groups, shown } = await list({})
  expect(groups?.map(({ city, pairs }) => [city.id, pairs])).toEqual([[NEW_YORK, [3, 3]]])
  expect(shown.pairs).toEqual([3, 3])
  expect(
    rows.map((row) => [row.aName, row.bName, row.score, row.articles, row.printed && row.printed.score]),
  ).toEqual([
    ['Columbia University', 'Rockefeller University', 2, 2, null],
    ['Columbia University', 'New York University', 1, 1, 17.39],
    ['Columbia University', 'Yale University', 0.75, 1, 8.04],
    ['Memorial Sloan Kettering Cancer Center', 'Columbia University', null, null, 12.44],
  ])
  expect(rows.map(({ printed }) => printed?.source.file)).toEqual([
    undefined,
    'facts-2024.csv',
    'facts-2024.csv',
    'facts-2024.csv',
  ])
  expect(rows.map(({ reach, bCity }) => [reach, bCity?.name])).toEqual([
    ['local', 'New York'],
    ['local', 'New York'],
    ['domestic', 'New Haven'],
    [null, undefined],
  ])
})

test('nothing is printed of several years, of another subject, or of an index', async () => {
  const several = await list({ from: 2022 })
  expect(several.rows.map(({ score, printed }) => [score, printed])).toEqual([[2, undefined]])
  const all = await list({ subject: 'all' })
  expect(all.rows.map(({ printed }) => printed)).toEqual([null])
  await expect(list({ beside: 'own' })).rejects.toMatchObject({ code: 'input-invalid' })
})

test('a file of the list has the printed scores and the cities of both', async () => {
  const { bytes } = await call('exports.table', {
    format: 'csv',
    language: 'en',
    table: {
      of: 'collaborations',
      input: {
        dataset: 'own',
        subject: 'biological-sciences',
        year: 2023,
        perCity: 1,
        beside: DEFAULT_DATASET,
      },
    },
  })
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain('Columbia University,New York,New York University,New York,1,1,Same city,17.39')
  expect(text).toContain('Memorial Sloan Kettering Cancer Center,,Columbia University,,,,,12.44')
})
