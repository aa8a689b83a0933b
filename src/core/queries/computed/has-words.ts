import type { OpenDataset } from '../../context.ts'

/** Whether titles, names and affiliations of articles were kept. */
export function hasWords(dataset: OpenDataset): boolean {
  return dataset.memo(
    'has-words',
    () => dataset.db.prepare('SELECT 1 FROM article_texts LIMIT 1').get() !== undefined,
  )
}
