/** Undo and redo of anything that is a value: what stood before, what stands, what was taken back. */
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
