/** The status line of a view that has no keys of its own: the dataset and its licence. */
import { useDatasets } from '../stores/datasets.ts'
import { useStatusLine } from './useStatusLine.ts'
import { useWords } from './useWords.ts'

/** The sentence that names the source; '' until the dataset is known. */
export function useSourceSentence(): () => string {
  const { t, nameOf } = useWords()
  const datasets = useDatasets()
  return () =>
    datasets.detail
      ? t('rankings.status.source', { name: nameOf(datasets.detail), licence: datasets.detail.licence })
      : ''
}

export function useDatasetStatus(): void {
  const source = useSourceSentence()
  useStatusLine(() => ({ source: source(), keys: [] }))
}
