/** What was done to a figure by hand: where nodes were put, and which are left out. */
import type { Pin } from '../../../../shared/contract/drawings.ts'

export interface Arrangement {
  pins: readonly Pin[]
  /** Ids of nodes. */
  hidden: readonly string[]
}

/** Nodes put where `moved` says, and held there; a node keeps its place in the list of pins. */
export function pin(arrangement: Arrangement, moved: readonly Pin[]): Arrangement {
  const latest = new Map(moved.map((each) => [each.id, each]))
  const kept = arrangement.pins.map((each) => latest.get(each.id) ?? each)
  const known = new Set(arrangement.pins.map(({ id }) => id))
  return { ...arrangement, pins: [...kept, ...[...latest.values()].filter(({ id }) => !known.has(id))] }
}

/** Lets nodes go where the layout puts them; without ids all of them. */
export function release(arrangement: Arrangement, ids?: readonly string[]): Arrangement {
  return { ...arrangement, pins: ids ? arrangement.pins.filter(({ id }) => !ids.includes(id)) : [] }
}

export function hide(arrangement: Arrangement, ids: readonly string[]): Arrangement {
  return { ...arrangement, hidden: [...new Set([...arrangement.hidden, ...ids])] }
}

/** Shows hidden nodes again; without ids all of them. */
export function show(arrangement: Arrangement, ids?: readonly string[]): Arrangement {
  return { ...arrangement, hidden: ids ? arrangement.hidden.filter((id) => !ids.includes(id)) : [] }
}
