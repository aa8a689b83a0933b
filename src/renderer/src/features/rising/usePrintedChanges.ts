/** What the edition prints of changes, also beside an index: its lists by subject, and the printed change of a row. */
import { computed } from 'vue'
import type { PrintedChange } from '../../../../shared/contract/changes.ts'
import type { RisingList } from '../../../../shared/contract/rankings.ts'
import { DEFAULT_DATASET } from '../../../../shared/address/query.ts'
import { SUBJECTS } from '../../../../shared/domain/subjects.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { useQuery } from '../../stores/useQuery.ts'

/** The years of which the edition tells changes in a subject: of several periods the longest. */
export interface PrintedPeriod {
  subject: string
  from: number
  to: number
}

export function usePrintedChanges() {
  const datasets = useDatasets()
  const edition = computed(() => {
    const published = datasets.all.filter(({ kind }) => kind === 'published').map(({ dataset }) => dataset)
    return published.find((id) => id === DEFAULT_DATASET) ?? published[0] ?? null
  })
  const { data } = useQuery('rankings.changes', () => (edition.value ? { dataset: edition.value } : null))
  const rows = computed(() => data.value?.rows ?? [])
  return {
    rows,
    periods: computed(() => periodsOf(rows.value)),
    /** Changes of the subject and the two years of a list. */
    of: ({ filters }: RisingList): PrintedChange[] =>
      filters.by === 'city' || filters.by === 'metro'
        ? rows.value.filter(
            ({ subject, from, to }) =>
              subject === filters.subject && from === filters.from && to === filters.to,
          )
        : [],
  }
}

export function periodsOf(changes: readonly PrintedChange[]): PrintedPeriod[] {
  return SUBJECTS.flatMap((subject) => {
    const [longest] = changes
      .filter((each) => each.subject === subject)
      .toSorted((a, b) => b.to - b.from - (a.to - a.from) || b.to - a.to)
    return longest ? [{ subject, from: longest.from, to: longest.to }] : []
  })
}
