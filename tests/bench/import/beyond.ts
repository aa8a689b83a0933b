/** Five and fifty million articles of small records: time, memory, size and queries. */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../../scripts/support/build.ts'
import type { Benchmark, Figure } from '../benchmark.ts'
import { syntheticInstitutions } from '../data/index.ts'
import { smallWorks } from '../data/small-works.ts'
import { importFile } from './index.ts'
import { queryFigures } from './query-figures.ts'

export const fiveMillion: Benchmark = {
  name: 'import-5m',
  about: 'five million articles of small records, packed, made at first (0.5 GB)',
  run: () => measured(5_000_000, 1000),
}

export const fiftyMillion: Benchmark = {
  name: 'import-50m',
  about: 'fifty million articles of small records, packed, made at first (5 GB, and 3 GB for the index)',
  run: () => measured(50_000_000, 2000),
}

/** @param peakMb the most memory */
async function measured(articles: number, peakMb: number): Promise<Figure[]> {
  await buildIfStale('app')
  const [first = '', ...others] = await smallWorks(articles)
  const sizes = await Promise.all([first, ...others].map(async (path) => (await stat(path)).size))
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
  const told = (what: string) => `${articles / 1e6} million articles: ${what}`
  try {
    const more = [...others, '--institutions', await syntheticInstitutions(), '--no-words']
    const imported = await importFile(first, dataDir, ...more)
    const { durationMs, steps, articles: counted } = imported.report
    if (counted !== articles) throw new Error(`${counted} articles of ${articles}`)
    const { bytes } = imported.dataset
    return [
      { what: told('packed files'), value: sizes.reduce((sum, size) => sum + size, 0) / 1e6, unit: 'MB' },
      { what: told('to a ready index'), value: durationMs, unit: 'ms' },
      ...steps.map((step) => ({
        what: told(`of it ${step.step}`),
        value: step.durationMs,
        unit: 'ms' as const,
      })),
      { what: told('articles a second'), value: articles / (durationMs / 1000), unit: 'per s' },
      { what: told('peak memory'), value: imported.peakMb ?? NaN, unit: 'MB', goal: peakMb },
      { what: told('bytes an article'), value: bytes / articles, unit: 'B', goal: 50 },
      ...(await queryFigures(dataDir, told)),
    ]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
