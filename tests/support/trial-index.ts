/** A small computed index whose every figure can be reckoned by hand, for the tests of its queries. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { temporaryFolder } from './edition.ts'
import type { TestAuthor } from './index.ts'
import { importFiles, queriesOf, writeIndexFiles } from './index.ts'

export const ALPHA = 1
export const BETA = 2
export const GAMMA = 3
export const DELTA = 4
export const HONG = 6
export const OTHERS = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110]

export const institutions = [
  { id: ALPHA, name: 'Alpha University', nameZh: '甲大学', city: 'Beijing', country: 'CN', ror: '02nr0ka47' },
  { id: BETA, name: 'Beta Institute', city: 'Beijing', country: 'CN' },
  { id: GAMMA, name: 'Gamma University', city: 'Boston', country: 'US' },
  { id: DELTA, name: 'Delta College', city: 'Cambridge', country: 'US' },
  { id: HONG, name: 'Hong University', city: 'Hong Kong', country: 'HK' },
]

export const chemistry = ['chemistry']
const work = (id: number, year: number, authors: TestAuthor[], subjects: string[] = []) => ({
  id,
  year,
  authors,
  subjects,
})
export const works = [
  work(8, 2021, [[ALPHA, ...OTHERS], [ALPHA]]), // Alpha 1/22 + 1/2 = 6/11
  work(1, 2022, [[ALPHA], [BETA]], chemistry),
  work(2, 2022, [[GAMMA]]),
  work(3, 2023, [[ALPHA], [ALPHA, BETA], [GAMMA]], chemistry), // Alpha 1/2, Beta 1/6, Gamma 1/3
  work(4, 2023, [[ALPHA], []], ['chemistry', 'physical-sciences']),
  work(5, 2023, [[DELTA], ['US']]),
  work(6, 2023, [[HONG]]),
  work(7, 2023, [[BETA], [HONG], [GAMMA], [DELTA]]),
]

export const dataset = 'trial'

/** Imports the index before the tests of a file and removes it after them. */
export function useTrialIndex() {
  const root = temporaryFolder()
  const queries = queriesOf(root)
  beforeAll(async () => {
    await importFiles(root, dataset, writeIndexFiles(root, works, institutions))
  })
  afterAll(() => {
    queries.close()
    rmSync(root, { recursive: true, force: true })
  })
  return { root, queries, call: queries.call }
}
