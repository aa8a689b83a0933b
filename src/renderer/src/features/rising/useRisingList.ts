/** The rows of Rising; with intervals of their changes once these are drawn, until then without. */
import { shallowRef, watch } from 'vue'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { comparedYears } from '../../../../shared/domain/compared-years.ts'
import { useBands } from '../../stores/useBands.ts'
import { useQuery } from '../../stores/useQuery.ts'

export function useRisingList(input: () => InputOf<'rankings.rising'>) {
  /** Years of the index, told by the rows: intervals are of two years that the address need not say. */
  const index = shallowRef<{ dataset: string; years: readonly number[] } | null>(null)
  const bands = useBands((drawn) => {
    const { dataset, by, subject, ...asked } = input()
    const { value: known } = index
    const years = known && known.dataset === dataset ? comparedYears(asked, known.years) : null
    // Of years in another order the rows say what is wrong.
    if (!years || years.from >= years.to) return null
    return { method: 'stability.changes', input: { dataset, by, subject, ...years, bands: drawn } }
  })
  const query = useQuery('rankings.rising', () => ({ ...input(), bands: bands.drawn.value }))
  watch(query.data, (list) => {
    if (list) index.value = { dataset: list.dataset, years: list.years }
  })
  return { ...query, bands }
}
