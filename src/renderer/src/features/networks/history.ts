/** Undo and redo of what was done to a figure by hand: where nodes were put, and which are left out. */
import type { Pin } from '../../../../shared/contract/drawings.ts'

export interface Arrangement {
  pins: readonly Pin[]
  /** Ids of nodes. */
  hidden: readonly string[]
}

export interface History<T> {
  past: readonly T[]
  present: T
  future: readonly T[]
}

/** Steps that can be taken back; older ones are forgotten. */
const MOST_STEPS = 100

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/** A new step; what was undone before it is gone. A step that changes nothing is none. */
export function push<T>(history: History<T>, next: T): History<T> {
  if (JSON.stringify(next) === JSON.stringify(history.present)) return history
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [] }
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1)
  if (before === undefined) return { past, present, future }
  return { past: past.slice(0, -1), present: before, future: [present, ...future] }
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future
  if (next === undefined) return { past, present, future }
  return { past: [...past, present], present: next, future: rest }
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
