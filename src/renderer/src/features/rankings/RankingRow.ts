/** A row of the ranking. While its own data stay it is not drawn again, whatever else moves. */
import type { PropType, VNode } from 'vue'
import { defineComponent, h } from 'vue'
import type { RankingRow as Row } from '../../../../shared/contract/rankings.ts'
import type { RowState } from './row-cells.ts'

export const rowId = (id: string): string => `row-${id}`

/** A row's place; a page that a host writes holds the first rows in their order, and no styles. */
export const placeAt = (top: number): { transform: string } | undefined =>
  import.meta.env.SSR ? undefined : { transform: `translateY(${top}px)` }

export const RankingRow = defineComponent({
  props: {
    row: { type: Object as PropType<Row>, required: true },
    index: { type: Number, required: true },
    /** px from the first row's top. */
    top: { type: Number, required: true },
    /** It is the row being read. */
    current: { type: Boolean, required: true },
    /** A stronger line stands below it. */
    fifth: { type: Boolean, required: true },
    letter: { type: String, required: true },
    none: { type: Boolean, required: true },
    cells: { type: Function as PropType<(row: Row, state: RowState) => VNode[]>, required: true },
  },
  setup: (props) => () => {
    const { row, index, current, letter, none } = props
    const kinds = [
      current ? 'is-cur' : '',
      letter ? 'is-sel' : '',
      none ? 'is-gap' : '',
      props.fifth ? 'has-line' : '',
    ]
    const own = {
      id: rowId(row.id),
      'data-city': row.id,
      tabindex: current ? 0 : -1,
      role: 'row',
      'aria-rowindex': index + 2,
      'aria-selected': letter !== '',
      class: kinds.filter(Boolean).join(' ') || undefined,
      style: placeAt(props.top),
    }
    return h('tr', own, props.cells(row, { letter, none }))
  },
})
