/**
 * `recipes.missing`: works of an index that OpenAlex has more of. A work whose list of authors was cut is not counted until
 * it is had by its own address; one with an author without an institution may have one by now.
 */
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { MissingWorks } from '../../shared/contract/recipes.ts'
import { MOST_MISSING } from '../../shared/domain/missing-bound.ts'
import { assertAllArticles } from '../articles/all-articles.ts'
import { contributionChunks } from '../articles/chunk-columns.ts'
import { startsOf } from '../articles/content.ts'
import { UNAFFILIATED } from '../articles/entities.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import type { ReadableDb } from '../db/handles.ts'
import { cutWorks } from '../import/chunks/refused-works.ts'
import { requireComputed } from '../queries/computed/totals.ts'
import { missingFiles } from './missing-files.ts'

type Asked = Pick<
  ParsedInputOf<'recipes.missing'>,
  'dataset' | 'withoutInstitution' | 'language' | 'date' | 'files'
>

interface Found {
  cut: number[] | null
  /** Of whole articles without an institution, then of those with some authors without one; lowest ids first. */
  without: number[]
  /** All of the latter, listed or not. */
  count: number
}

/** @throws AppError dataset-unknown, not-computed, articles-elsewhere */
export function missingWorks(asked: Asked, context: ReaderContext): MissingWorks {
  const dataset = context.open(asked.dataset)
  requireComputed(dataset)
  assertAllArticles(dataset)
  const { cut, without, count } = dataset.memo('missing-works', () => findMissing(dataset))
  const ids = [...(cut ?? []), ...(asked.withoutInstitution ? without : [])].slice(0, MOST_MISSING)
  const missing = { cut: cut?.length ?? null, withoutInstitution: count, listed: ids.length }
  const files = asked.files
    ? missingFiles({ ...missing, ids, both: asked.withoutInstitution }, { ...asked, dataset: dataset.id })
    : []
  return { ...missing, files }
}

/** Works of a sample are invented: none of them can be had. */
function findMissing({ db, kind }: OpenDataset): Found {
  if (kind === 'sample') return { cut: [], without: [], count: 0 }
  const { whole, partly } = withoutInstitution(db)
  const without = [...whole, ...partly].slice(0, MOST_MISSING)
  return { cut: cutWorks(db), without, count: whole.length + partly.length }
}

/** Ids of OpenAlex of articles that count, by whether any of their authors has an institution. */
function withoutInstitution(db: ReadableDb): { whole: number[]; partly: number[] } {
  const bare = bareNodes(db)
  const found = { whole: [] as number[], partly: [] as number[] }
  for (const { ids, lengths, nodes, dropped } of contributionChunks(db)) {
    const numbers = ids
    const starts = startsOf(lengths)
    for (let i = 0; i < lengths.length; i++) {
      if (dropped?.[i] || (numbers[i] as number) <= 0) continue
      const own = nodes.subarray(starts[i], starts[i + 1])
      const without = own.reduce((sum, node) => sum + (bare.has(node) ? 1 : 0), 0)
      if (without === 0) continue
      const list = without === own.length ? found.whole : found.partly
      list.push(numbers[i] as number)
    }
  }
  found.whole.sort((a, b) => a - b)
  found.partly.sort((a, b) => a - b)
  return found
}

/** Nodes that name no institution: none at all, or a country alone. */
function bareNodes(db: ReadableDb): Set<number> {
  const rows = db.prepare(`SELECT node FROM nodes WHERE key GLOB '[A-Z][A-Z]'`).all() as { node: number }[]
  return new Set([UNAFFILIATED, ...rows.map(({ node }) => node)])
}
