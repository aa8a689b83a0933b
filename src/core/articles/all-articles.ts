import type { OpenDataset } from '../context.ts'
import { AppError } from '../../shared/contract/errors.ts'

/**
 * To be asked wherever a figure is made of articles: of an index that an engine counted only a sample of them is here, and
 * what that adds up to is no figure of the index.
 * @throws AppError articles-elsewhere
 */
export function assertAllArticles({ id, plan }: Pick<OpenDataset, 'id' | 'plan'>): void {
  if (!plan) return
  const { articles, sampled } = plan
  throw new AppError('articles-elsewhere', `${id} keeps ${sampled} of ${articles} articles`, {
    values: { dataset: id, articles, sampled },
  })
}
