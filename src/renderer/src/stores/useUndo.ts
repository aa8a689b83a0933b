/** Takes steps back and does them again, in whichever view they were done, and says in a word which. */
import { shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Query } from '../../../shared/address/query.ts'
import { isSharedKey, patchQuery, plainQuery, TICKED_KEYS } from '../../../shared/address/query.ts'
import type { Step } from './past.ts'
import { usePast } from './past.ts'
import { useSession } from './session.ts'

export type Way = 'undo' | 'redo'

/** Words of `undo.what`, the most telling first: one choice may change several keys. */
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['dataset', ['dataset']],
  ['group', ['group']],
  ['by', ['by', 'of', 'between', 'kind']],
  ['year', ['year', 'from', 'to', 'base', 'one', 'years']],
  ['subject', ['subject']],
  ['region', ['region', 'sector']],
  ['cities', Object.values(TICKED_KEYS)],
  ['city', ['city', 'centre', 'around', 'ref']],
  ['order', ['sort', 'desc']],
  ['columns', ['columns']],
  ['search', ['q']],
  ['floor', ['floor']],
  ['number', ['n', 'top', 'partners', 'k', 'min']],
]

/** The word, a key of `undo.what`, for what a step changed. */
export function whatOf(step: Step): string {
  if (step.kind === 'hand') return step.before.hidden.join() === step.after.hidden.join() ? 'nodes' : 'hidden'
  return WORDS.find(([, keys]) => keys.some((key) => key in step.keys))?.[0] ?? 'choice'
}

export interface UndoNote {
  way: Way
  /** Null: there was nothing to take back or to do again. */
  what: string | null
  key: number
}

// The note of the last one, and each has a number of its own so that the same word is said again.
const note = shallowRef<UndoNote | null>(null)

let running = Promise.resolve()

export function useUndo() {
  const router = useRouter()
  const session = useSession()
  const past = usePast()

  /** The address with the step's values; null where they are there already. */
  async function goBy(step: Extract<Step, { kind: 'address' }>, way: Way): Promise<boolean> {
    const values = Object.fromEntries(
      Object.entries(step.keys).map(([key, each]) => [key, way === 'undo' ? each.before : each.after]),
    )
    const here = router.currentRoute.value
    const anywhere = Object.keys(values).every(isSharedKey)
    const isHere = anywhere || here.path === step.path
    const link = isHere ? { path: here.path, query: plainQuery(here.query) } : session.link(step.path)
    const base = (link as { query: Query }).query
    const query = patchQuery(base, values)
    if (isHere && JSON.stringify(query) === JSON.stringify(base)) return false
    await router.push({ path: (link as { path: string }).path, query })
    return true
  }

  async function lay(step: Extract<Step, { kind: 'hand' }>, way: Way): Promise<void> {
    past.handed = { figure: step.figure, laid: way === 'undo' ? step.before : step.after }
    await Promise.resolve()
    // The figure in sight took it; else the way leads to it.
    if (!past.handed) return
    const { lang, theme } = session.query
    await router.push({ path: step.path, query: patchQuery(step.query, { lang, theme }) })
  }

  async function once(way: Way): Promise<void> {
    // What was chosen a moment ago is the first to be taken back.
    await session.written().catch(() => {})
    let step = past.take(way)
    // Back, or a link, may have led to what a step would: such steps are passed over.
    while (step?.kind === 'address' && !(await goBy(step, way))) step = past.take(way)
    if (step?.kind === 'hand') await lay(step, way)
    note.value = { way, what: step ? whatOf(step) : null, key: (note.value?.key ?? 0) + 1 }
  }

  /** One after another: each begins where the one before has led to. */
  const run = (way: Way): Promise<void> => (running = running.catch(() => {}).then(() => once(way)))

  return { run, note, canUndo: () => past.canUndo, canRedo: () => past.canRedo }
}

/** Of a route's name: its view takes back its own steps by these keys, as the report does its pages. */
export const takesBackItself = (name: unknown): boolean => name === 'report'

/** Which of both a key press asks for, as every editor has it; null for other keys. */
export function wayOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): Way | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}
