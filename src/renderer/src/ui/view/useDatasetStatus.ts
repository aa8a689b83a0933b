/** The status line of a view that has no keys of its own: the dataset and its licence. */
import { useDatasets } from '../../stores/datasets.ts'
import { useStatusLine } from './useStatusLine.ts'
import { useWords } from '../../i18n/useWords.ts'

/** The sentence that names the source; '' until the dataset is known. */
export function useSourceSentence(): () => string {
  const { t, nameOf } = useWords()
  const datasets = useDatasets()
  return () => {
    const { detail } = datasets
    if (!detail) return ''
    const values = { name: nameOf(detail), licence: detail.licence }
    if (detail.kind === 'sample') {
      // Under its usual name the sample says already what it is.
      const only = t('rankings.index.sourceSampleOnly')
      return only.startsWith(values.name) ? only : t('rankings.index.sourceSample', values)
    }
    if (detail.kind === 'computed')
      return t(detail.licence ? 'rankings.index.sourceLicence' : 'rankings.index.source', values)
    return t(detail.licence ? 'rankings.status.source' : 'rankings.status.sourceUnlicensed', values)
  }
}

export function useDatasetStatus(): void {
  const source = useSourceSentence()
  useStatusLine(() => ({ source: source(), keys: [] }))
}
