/**
 * What may come of changes and readings of one dataset by several processes at once: there must be an order, in which none
 * stands before one that had ended when it began, and in which each alone would have come to what it came to.
 */

/** A dataset as it must be: `files` are the numbers of the files whose articles it has. Null where it is not stored. */
export type State = { revision: number; files: readonly number[] } | null

export type Kind = 'create' | 'replace' | 'add' | 'remove' | 'verify' | 'read' | 'list'

/** What a process was asked to do with a dataset, and what came of it. */
export interface Act {
  kind: Kind
  /** Number of the file that is imported; 0 where none is. */
  file: number
  /** Who did it, in words. */
  by: string
  pid: number
  /** Moments (ms) before it was asked and after it answered. */
  from: number
  to: number
  came: Came
}

export type Came =
  /** Revision and number of articles of the dataset that it left or saw; null where it left or saw none. */
  { ok: true; revision: number | null; articles: number | null } | { ok: false; code: string }

const CHANGES: ReadonlySet<Kind> = new Set(['create', 'replace', 'add', 'remove'])
export const changes = ({ kind }: Pick<Act, 'kind'>): boolean => CHANGES.has(kind)

/** The state after a lone act; `impossible` where it could not have come to this from there. */
export function after(state: State, act: Act, articlesOf: (file: number) => number): State | 'impossible' {
  const { kind, file, came } = act
  if (!came.ok) return mayRefuse(state, kind, came.code) ? state : 'impossible'
  const next = changed(state, kind, file)
  if (next === 'impossible') return next
  const seen = kind === 'remove' ? null : next
  const articles = seen && seen.files.reduce((sum, each) => sum + articlesOf(each), 0)
  const fits = came.revision === (seen?.revision ?? null) && (kind === 'verify' || came.articles === articles)
  return fits ? next : 'impossible'
}

function changed(state: State, kind: Kind, file: number): State | 'impossible' {
  if (kind === 'create') return state ? 'impossible' : { revision: 1, files: [file] }
  if (kind === 'replace') return { revision: (state?.revision ?? 0) + 1, files: [file] }
  if (kind === 'list') return state
  if (!state) return 'impossible'
  if (kind === 'remove') return null
  if (kind !== 'add') return state
  const files = [...new Set([...state.files, file])].sort((a, b) => a - b)
  return { revision: state.revision + 1, files }
}

function mayRefuse(state: State, kind: Kind, code: string): boolean {
  if (code === 'dataset-busy') return CHANGES.has(kind)
  if (code === 'dataset-exists') return kind === 'create' && state !== null
  return code === 'dataset-unknown' && ['add', 'remove', 'verify', 'read'].includes(kind) && state === null
}

/** Acts that were told that another is at it while none was. */
export function busyForNobody(acts: readonly Act[]): Act[] {
  return acts.filter(
    (act) =>
      !act.came.ok &&
      act.came.code === 'dataset-busy' &&
      !acts.some((other) => other.pid !== act.pid && changes(other) && overlap(act, other)),
  )
}

export const overlap = (a: Act, b: Act): boolean => a.from <= b.to && b.from <= a.to

/** The states in which the acts of a round may have left a dataset; none where no order explains them. */
export function explain(before: State, acts: readonly Act[], articlesOf: (file: number) => number): State[] {
  const ends = new Map<string, State>()
  const seen = new Set<string>()
  const walk = (state: State, left: readonly Act[]): void => {
    const key = `${JSON.stringify(state)} ${left.map((act) => acts.indexOf(act)).join()}`
    if (seen.has(key)) return
    seen.add(key)
    if (left.length === 0) return void ends.set(JSON.stringify(state), state)
    for (const act of left) {
      if (left.some((other) => other !== act && other.to < act.from)) continue
      const next = after(state, act, articlesOf)
      if (next !== 'impossible')
        walk(
          next,
          left.filter((other) => other !== act),
        )
    }
  }
  walk(before, acts)
  return [...ends.values()]
}
