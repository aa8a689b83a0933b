/** What is clicked, pressed and focused in the rows of the ranking: the table answers for all of them. */
import { useRouter } from 'vue-router'
import type { RankingRow } from '../../../../shared/contract/rankings.ts'
import type { RankingMeasureId } from '../../../../shared/measures/ranking.ts'
import type { WhyFigure } from '../../stores/useWhy.ts'
import { useWhy } from '../../stores/useWhy.ts'
import { useRowLink } from '../../ui/table/useRowLink.ts'

interface RowActs {
  rowOf: (id: string) => RankingRow | undefined
  /** What the rows are. */
  by: () => string
  figureOf: (row: RankingRow, measure: RankingMeasureId) => WhyFigure
  focus: (id: string) => void
  tick: (id: string) => void
  open: (id: string) => void
}

export function useRowActs(acts: RowActs) {
  const why = useWhy()
  const router = useRouter()
  const link = useRowLink()
  const partOf = (event: Event, selector: string) =>
    (event.target as Element | null)?.closest<HTMLElement>(selector) ?? null
  const rowIn = (event: Event) => acts.rowOf(partOf(event, 'tr[data-city]')?.dataset['city'] ?? '')

  /** @returns whether the event is on a number that can be explained */
  function explain(event: Event): boolean {
    const row = rowIn(event)
    const measure = partOf(event, '[data-measure]')?.dataset['measure']
    if (!row || !measure) return false
    why.open(acts.figureOf(row, measure as RankingMeasureId))
    return true
  }
  return {
    explain,
    onClick(event: MouseEvent): void {
      const row = rowIn(event)
      if (!row) return
      if (partOf(event, '.tick-box')) return acts.tick(row.id)
      explain(event)
      const onLink = partOf(event, 'a') !== null
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0
      if (!onLink || elsewhere) return acts.focus(row.id)
      event.preventDefault()
      void router.push(link(row, acts.by()))
    },
    onDoubleClick(event: MouseEvent): void {
      const row = rowIn(event)
      if (row && !partOf(event, '[data-measure]')) acts.open(row.id)
    },
    /** A row that gets the focus is the one being read. */
    onFocus(event: FocusEvent): void {
      const id = (event.target as HTMLElement).dataset['city']
      if (id !== undefined) acts.focus(id)
    },
  }
}
