import { isArticleLabels, readArticleLabels } from '../affiliations/article-labels.ts'
import type { KindRow } from './kind.ts'

export const labels: KindRow<'labels'> = {
  isTable: ({ columns }) => isArticleLabels(columns),
  preview: () => ({}),
  read: (path) => readArticleLabels(path),
  /** The source, the journal and the fields tell the subjects. */
  usual: () => null,
  sifts: true,
}
