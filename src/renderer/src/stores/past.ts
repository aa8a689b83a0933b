/**
 * What was chosen and moved in this visit, step by step, so that it can be taken back: filters, ticks, orders, the strip's
 * choices and where nodes of a figure were put. One history for all views; going from view to view is the browser's Back.
 */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Query } from '../../../shared/address/query.ts'
import type { Pin } from '../../../shared/contract/drawings.ts'

/** Steps that can be taken back; older ones are forgotten. */
export const MOST_STEPS = 100

/** How a figure was laid by hand: where nodes were put, and ids of those left out. */
export interface ByHand {
  pins: readonly Pin[]
  hidden: readonly string[]
}

interface Where {
  path: string
  /** The whole query when the step was done. */
  query: Query
}

/** A change of the address: of each key what it said before and after, null where it said nothing. */
export interface AddressStep extends Where {
  kind: 'address'
  keys: Readonly<Record<string, { before: string | null; after: string | null }>>
}

/** A change of a figure by hand; `figure` names the network it belongs to. */
export interface HandStep extends Where {
  kind: 'hand'
  figure: string
  before: ByHand
  after: ByHand
}

export type Step = AddressStep | HandStep

/** Opened and read, not chosen: nothing that an undo would be expected to take back. */
const NO_CHOICES: readonly string[] = ['at', 'why', 'pair', 'lang', 'theme', 'hide', 'tables']
/** Letters of a field and values of a slider, which follow one another: together they are one step. */
const RUNNING: readonly string[] = ['q', 'floor', 'n', 'min', 'partners']
const ONE_STEP_MS = 900

/** Whether a further change of these keys is a choice of its own, however soon it follows. */
export const isOwnStep = (keys: readonly string[]): boolean =>
  keys.some((key) => !NO_CHOICES.includes(key) && !RUNNING.includes(key))

/** The step between two addresses of a view; null where nothing differs that is a choice. */
export function addressStep(path: string, before: Query, after: Query): AddressStep | null {
  const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key] !== after[key],
  )
  if (differing.every((key) => NO_CHOICES.includes(key))) return null
  const keys = Object.fromEntries(
    differing
      .filter((key) => key !== 'lang' && key !== 'theme')
      .map((key) => [key, { before: before[key] ?? null, after: after[key] ?? null }]),
  )
  return { kind: 'address', path, query: before, keys }
}

/** A later change of the same running keys joined to an earlier one; null where they are two steps: two ticks, two moves. */
export function joined(earlier: Step, later: Step): Step | null {
  if (earlier.kind !== 'address' || later.kind !== 'address' || earlier.path !== later.path) return null
  const names = Object.keys(earlier.keys)
  if (names.length !== Object.keys(later.keys).length || !names.every((key) => key in later.keys)) return null
  if (isOwnStep(names)) return null
  const keys = Object.fromEntries(
    names.map((key) => [
      key,
      { before: earlier.keys[key]?.before ?? null, after: later.keys[key]?.after ?? null },
    ]),
  )
  return { ...earlier, keys }
}

export const usePast = defineStore('past', () => {
  const done = shallowRef<readonly Step[]>([])
  const undone = shallowRef<readonly Step[]>([])
  let last = -Infinity

  /** A step that was done; what was taken back before it is gone. @param at ms of any clock that only goes on */
  function note(step: Step | null, at = performance.now()): void {
    if (!step) return
    const earlier = done.value.at(-1)
    const one = earlier && at - last < ONE_STEP_MS && undone.value.length === 0 ? joined(earlier, step) : null
    done.value = one ? [...done.value.slice(0, -1), one] : [...done.value, step].slice(-MOST_STEPS)
    undone.value = []
    last = at
  }

  /** Takes the last step that was done (or undone) from its list to the other; undefined where there is none. */
  function take(way: 'undo' | 'redo'): Step | undefined {
    const [from, to] = way === 'undo' ? [done, undone] : [undone, done]
    const step = from.value.at(-1)
    if (!step) return undefined
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, step]
    last = -Infinity
    return step
  }

  /** An arrangement on its way to the figure that it belongs to. */
  const handed = shallowRef<{ figure: string; laid: ByHand } | null>(null)

  return {
    note,
    take,
    handed,
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
  }
})
