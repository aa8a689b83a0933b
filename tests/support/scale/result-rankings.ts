/** Rankings of an index that was counted here and of one that was made of an engine's results, as they are printed. */
import { resourcesDir } from '../../../src/core/app-info.ts'
import type { OpenDataset } from '../../../src/core/context.ts'
import { DatasetPool } from '../../../src/core/datasets/pool.ts'
import { computedRanking } from '../../../src/core/queries/computed/computed-ranking.ts'
import { importPlanResult } from '../../../src/core/scale/results/import-plan.ts'
import { ENTITY_NAMES } from '../../../src/shared/domain/entity-names.ts'
import { ALL_SUBJECTS } from '../../../src/shared/domain/subjects.ts'
import { formatFigure } from '../../../src/shared/format/figures.ts'
import { importContext } from '../import-context.ts'

/** Rank, Count and Share by kind, id, year and subject. */
type Rankings = Map<string, string>

/** The index of an import as `compare.ts` leaves it in a data folder, against the results in a plan's folder. */
export async function rankingDifferences(
  dataDir: string,
  plan: string,
): Promise<{ rows: number; different: string[] }> {
  await importPlanResult(
    { paths: [plan], as: 'result', name: undefined, replace: true },
    importContext(dataDir),
  )
  const pool = new DatasetPool({ dataDir, resourcesDir })
  try {
    const [laptop, result] = ['laptop', 'result'].map((id) => rankings(pool.open(id))) as [Rankings, Rankings]
    const keys = [...new Set([...laptop.keys(), ...result.keys()])]
    const different = keys.filter((key) => laptop.get(key) !== result.get(key))
    return {
      rows: laptop.size,
      different: different.map(
        (key) => `${key}: laptop ${laptop.get(key) ?? 'none'}, result ${result.get(key) ?? 'none'}`,
      ),
    }
  } finally {
    pool.close()
  }
}

function rankings(dataset: OpenDataset): Rankings {
  const years = dataset.db.prepare('SELECT DISTINCT year FROM year_totals').pluck().all() as number[]
  const found: Rankings = new Map()
  for (const by of ENTITY_NAMES) {
    for (const year of years) {
      for (const subject of ALL_SUBJECTS) {
        for (const { row } of computedRanking(dataset, { by, subject, year, base: year }).entries) {
          const share = row.share === null ? 'n.p.' : formatFigure('share', row.share)
          found.set(
            `${by} ${row.id}, ${year}, ${subject}`,
            `rank ${row.rank}, Count ${row.count}, Share ${share}`,
          )
        }
      }
    }
  }
  return found
}
