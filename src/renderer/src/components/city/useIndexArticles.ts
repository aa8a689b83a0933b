/** Numbers of articles of the index: by year of the whole (key `2023`), and by subject of one year (key `chemistry`). */
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { SUBJECTS } from '../../../../shared/domain/subjects.ts'
import { useQuery } from '../../composables/useQuery.ts'
import { useSession } from '../../stores/session.ts'

export function useIndexArticles(year: () => number): ComputedRef<ReadonlyMap<string, number>> {
  const session = useSession()
  // The rows are not needed, the totals stand beside them.
  const { data: rising } = useQuery('rankings.rising', () => ({ dataset: session.dataset, limit: 1 }))
  const subjects = ['all', ...SUBJECTS].map((subject) => ({
    subject,
    ...useQuery('rankings.list', () => ({ dataset: session.dataset, subject, year: year(), limit: 1 })),
  }))
  return computed(() => {
    const found = new Map<string, number>()
    const list = rising.value
    list?.years.forEach((each, index) => found.set(String(each), list.articles[index] ?? 0))
    for (const { subject, data } of subjects) {
      const index = data.value?.index
      if (!index) continue
      found.set(subject, index.articles)
      // An index of one year rises nowhere; its own number is known all the same.
      if (subject === 'all') found.set(String(index.year), index.articles)
    }
    return found
  })
}
