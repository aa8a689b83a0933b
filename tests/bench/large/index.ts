/** Queries, networks, maps and opening of an index of 675,000 articles. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from '../../../scripts/support/build.ts'
import type { Benchmark } from '../benchmark.ts'
import { LARGE_INDEX, largeIndex } from '../data/index.ts'
import { queryFigures } from '../import/query-figures.ts'
import { firstDrawnFigures, openingFigures } from './opening.ts'

/** Drawings that a former run left would be at hand too early. */
function forgetDrawings(dataDir: string): void {
  const datasets = join(dataDir, 'datasets')
  for (const name of readdirSync(datasets).filter((each) => each.startsWith(`${LARGE_INDEX}.layouts`)))
    rmSync(join(datasets, name), { recursive: true })
}

export const largeQueries: Benchmark = {
  name: 'queries-large',
  about:
    'what views ask of 675,000 articles in 2,000 cities and 9,909 institutions, through the core; opening; the index is made at first',
  async run() {
    await buildIfStale('app')
    const dataDir = await largeIndex()
    forgetDrawings(dataDir)
    const opening = openingFigures(dataDir, LARGE_INDEX, '675,000 articles')
    const asked = await queryFigures(dataDir, (what) => what)
    forgetDrawings(dataDir)
    return [...opening, ...asked, ...(await firstDrawnFigures(dataDir, LARGE_INDEX))]
  },
}
