/** A page of the articles behind a number, as it is searched and sorted; another number begins anew. */
import { computed, ref, watch } from 'vue'
import type { ArticleSort } from '../../../../shared/contract/derivation.ts'
import { useQuery } from '../../stores/useQuery.ts'
import type { NumberInput } from './number-input.ts'

export const PAGE = 20
/** By what the list can stand; the first is the usual one. */
export const ARTICLE_ORDERS: readonly ArticleSort[] = ['part', 'year', 'authors']

export function useArticles(number: () => NumberInput | null) {
  const find = ref('')
  const sort = ref<ArticleSort>('part')
  const offset = ref(0)
  watch(
    () => JSON.stringify(number()),
    () => {
      find.value = ''
      offset.value = 0
    },
  )
  watch([find, sort], () => (offset.value = 0))
  /** What is listed, as a file takes it: the whole list, not the page. */
  const input = computed(() => {
    const asked = number()
    return (
      asked && {
        ...asked,
        ...(find.value && { find: find.value }),
        ...(sort.value !== 'part' && { sort: sort.value }),
      }
    )
  })
  const { data, error, loading, refresh } = useQuery('derivation.of', () =>
    input.value ? { ...input.value, offset: offset.value, limit: PAGE } : null,
  )
  const found = computed(() => data.value?.found.articles ?? 0)
  // Rows stay until the asked ones come: the range is that of the rows that stand there.
  const begins = ref(0)
  watch(data, () => (begins.value = offset.value), { flush: 'sync' })
  return {
    find,
    sort,
    input,
    data,
    error,
    loading,
    refresh,
    rows: computed(() => data.value?.rows ?? []),
    first: computed(() => (found.value === 0 ? 0 : begins.value + 1)),
    last: computed(() => Math.min(begins.value + PAGE, found.value)),
    found,
    search: (text: string) => (find.value = text),
    sortBy: (by: string) => (sort.value = ARTICLE_ORDERS.find((each) => each === by) ?? 'part'),
    turn(by: -1 | 1): void {
      const next = offset.value + by * PAGE
      if (next >= 0 && next < found.value) offset.value = next
    },
  }
}
