/** Opens and closes the derivation of a figure: a step of the history, so that Back closes it and a link opens it. */
import { computed } from 'vue'
import { useDatasets } from './datasets.ts'
import { useSession } from './session.ts'
import type { Why } from '../../../shared/address/why.ts'
import { readWhy, writeWhy } from '../../../shared/address/why.ts'

export function useWhy() {
  const session = useSession()
  const datasets = useDatasets()
  return {
    /** Whether the dataset holds articles, so that a figure can be derived. */
    can: computed(() => datasets.isIndex),
    shown: computed(() => readWhy(session.query['why'])),
    /** `year` stands for a period of one year. Published figures have no articles: nothing opens. */
    open(figure: Partial<Why> & Pick<Why, 'kind' | 'id'> & { year?: number | null }): void {
      const year = figure.year ?? datasets.year
      const [from, to] = [figure.from ?? year, figure.to ?? year]
      if (!datasets.isIndex || from === null || to === null) return
      const subject = figure.subject ?? session.subject
      const { kind, id, partner = null } = figure
      void session.patch({ why: writeWhy({ kind, id, partner, subject, from, to }) })
    },
    close: () => session.patch({ why: null }),
  }
}
