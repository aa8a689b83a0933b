/** The keyboard of the figure: walking, zooming, reading, pinning. */
import type { Drawing } from '../../../shared/contract/drawings.ts'
import type { KeyAct } from './keys.ts'
import { keyAct } from './keys.ts'
import type { NetworkStage } from './stage.ts'
import { neighbourByShare, step } from './walk.ts'

export interface FigureActs {
  drawing(): Drawing
  reading(): string | null
  selected(): readonly string[]
  isReadonly(): boolean
  stage(): NetworkStage | null
  /** Escape: whether there was anything to leave. */
  leave(): boolean
  walkTo(id: string): void
  open(id: string): void
  toggleFocus(): void
  togglePin(id: string): void
  hide(ids: string[]): void
}

/** A handler of key presses; keys that are none of the figure's go on to the page. */
export function useFigureKeys(acts: FigureActs): (event: KeyboardEvent) => void {
  return (event) => {
    const act = keyAct(event)
    if (!act || !perform(act, acts)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

type WalkAct = Extract<KeyAct, { act: 'step' } | { act: 'by-share' } | { act: 'largest' }>

/** False where there is nothing to do, so that the key may mean something to the page. */
function perform(act: KeyAct, acts: FigureActs): boolean {
  const stage = acts.stage()
  const reading = acts.reading()
  switch (act.act) {
    case 'step':
    case 'by-share':
    case 'largest':
      return walk(act, acts)
    case 'zoom':
      stage?.zoomBy(act.factor)
      return true
    case 'fit':
      stage?.fit()
      return true
    case 'leave':
      return acts.leave()
    case 'focus':
      acts.toggleFocus()
      return true
    case 'open':
      if (reading !== null) acts.open(reading)
      return reading !== null
    case 'pin':
      if (acts.isReadonly() || reading === null) return false
      acts.togglePin(reading)
      return true
    case 'hide': {
      const ids = acts.selected().length > 0 ? [...acts.selected()] : reading === null ? [] : [reading]
      if (acts.isReadonly() || ids.length === 0) return false
      acts.hide(ids)
      return true
    }
  }
}

function walk(act: WalkAct, acts: FigureActs): boolean {
  const shape = acts.stage()?.shape
  if (!shape) return false
  const { nodes } = acts.drawing()
  const reading = acts.reading()
  const from = reading === null ? null : (shape.index.get(reading) ?? null)
  const to =
    act.act === 'step'
      ? step(shape, from, act.direction)
      : act.act === 'largest'
        ? nodes.length > 0
          ? 0
          : null
        : neighbourByShare(nodes.length, from, act.by)
  const id = to === null ? undefined : nodes[to]?.id
  if (id !== undefined && id !== reading) acts.walkTo(id)
  return true
}
