/** What the view does when a key, the figure, a table or the inspector asks for it: one place for all of them. */
import type { Ref } from 'vue'
import { computed, ref } from 'vue'
import { useRouter } from 'vue-router'
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import { useSession } from '../../stores/session.ts'
import { useWhy } from '../../stores/useWhy.ts'
import type { NodeKind } from './network-figures.ts'
import { nodeFigure, pairFigure } from './network-figures.ts'
import { edgeBetween } from './rows.ts'
import type { ArrangementControl } from './useArrangement.ts'
import type { NetworkControl } from './useNetworkState.ts'

export function useNetworkStage(
  control: NetworkControl,
  arrangement: ArrangementControl,
  drawing: Ref<Drawing | null>,
) {
  const session = useSession()
  const router = useRouter()
  const why = useWhy()
  const { state } = control
  /** Ids held by the lasso. */
  const selected = ref<string[]>([])

  const edge = computed(() => edgeBetween(drawing.value?.edges ?? [], state.value.pair))
  /** The one that was chosen; else the first by Share, or whose circle it is. */
  const node = computed(() => {
    const nodes = drawing.value?.nodes ?? []
    if (edge.value || state.value.readsNone) return null
    return nodes.find(({ id }) => id === state.value.at) ?? nodes[0] ?? null
  })
  /** What a node of this network is. */
  const kind = computed<NodeKind>(() => {
    const of = drawing.value?.filters.of
    return of === 'cities' || (of === 'ego' && state.value.centreKind === 'city') ? 'city' : 'institution'
  })
  const isPinned = (id: string) => arrangement.present.value.pins.some((each) => each.id === id)
  /** Those of the lasso, else the one being read. */
  const held = () => (selected.value.length > 0 ? selected.value : node.value ? [node.value.id] : [])

  function pin(id?: string): void {
    const ids = id === undefined ? held() : [id]
    if (ids.length > 0 && ids.every(isPinned)) arrangement.release(ids)
    else {
      const nodes = drawing.value?.nodes.filter(({ id }) => ids.includes(id)) ?? []
      if (nodes.length > 0) arrangement.pin(nodes.map(({ id, x, y }) => ({ id, x, y })))
    }
  }
  function hide(ids = held()): void {
    if (ids.length === 0) return
    if (node.value && ids.includes(node.value.id)) void control.readFirst()
    selected.value = selected.value.filter((id) => !ids.includes(id))
    arrangement.hide(ids)
  }
  function derive(): void {
    const { value: drawn } = drawing
    if (!drawn) return
    if (edge.value) why.open(pairFigure(drawn, kind.value, [edge.value.a, edge.value.b]))
    else if (node.value) why.open(nodeFigure(drawn, kind.value, node.value.id))
  }
  function open(id: string): void {
    void router.push(
      kind.value === 'city'
        ? session.link(`/cities/${id}`)
        : session.link('/collaborations', { of: 'partners', institution: id }, true),
    )
  }
  function leave(): void {
    if (state.value.focus) void control.setFocus(false)
    else if (selected.value.length > 0) selected.value = []
    else if (node.value || state.value.pair) void control.read(null)
  }
  return {
    selected,
    node,
    edge,
    kind,
    isPinned,
    read: (id: string | null) => void control.read(id),
    readPair: (a: string, b: string) => void control.readPair([a, b]),
    select: (ids: readonly string[]) => void (selected.value = [...ids]),
    pin,
    hide,
    derive,
    open,
    leave,
    focus: () => node.value && void control.setFocus(!state.value.focus),
    circle: (id: string) => void control.setCentre(kind.value, id),
  }
}
export type NetworkStageControl = ReturnType<typeof useNetworkStage>
