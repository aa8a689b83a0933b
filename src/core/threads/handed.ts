/** The arrays of an index, loaded by one thread before they are asked for and handed to another. */
import type { ContributionArrays } from '../counting/article-nodes.ts'
import type { DatasetPool } from '../datasets/pool.ts'
import type { ArticleArrays } from '../articles/csr.ts'
import { articleArrays, articlesInSteps } from '../articles/csr.ts'
import { contributionArrays } from '../articles/node-maps.ts'

/** A message between threads; the arrays' memory is shared, not copied. */
export interface HandedArrays {
  dataset: string
  /** Of the file that they were read from. */
  stamp: string
  articles: ArticleArrays
  contributions: ContributionArrays
}

/**
 * Loads them in the thread's pauses. @returns null for an edition, which has no articles, an index that keeps a sample of them, and where the file was released
 * meanwhile. @throws AppError as opening the dataset does
 */
export async function loadArrays(pool: DatasetPool, id: string): Promise<HandedArrays | null> {
  const dataset = pool.open(id)
  const stamp = pool.openStamp(id)
  if (dataset.kind === 'published' || dataset.plan || stamp === null) return null
  const isLoaded = await articlesInSteps(dataset).inPauses(() => pool.openStamp(id) === stamp)
  if (!isLoaded) return null
  return { dataset: id, stamp, articles: articleArrays(dataset), contributions: contributionArrays(dataset) }
}

/** Takes what another thread loaded, unless the file is another by now. @throws AppError as opening the dataset does */
export function takeArrays(pool: DatasetPool, handed: HandedArrays): boolean {
  const dataset = pool.open(handed.dataset)
  if (pool.openStamp(handed.dataset) !== handed.stamp) return false
  dataset.memo('articles', () => handed.articles)
  dataset.memo('contributions', () => handed.contributions)
  return true
}
