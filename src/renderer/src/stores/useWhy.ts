/**
 * Opens and closes the derivation of a figure in the inspector: a step of the history, so that Back closes it and a link
 * opens it. A view says only which measure of whom, in which subject and year.
 */
import { computed, shallowRef } from 'vue'
import { useDatasets } from './datasets.ts'
import { useSession } from './session.ts'
import type { Why, WhyStep } from '../../../shared/address/why.ts'
import { readWhy, usualMeasure, writeWhy } from '../../../shared/address/why.ts'

/** What a view says of a number; the rest is as the strip has it. `year` stands for a period of one year. */
export type WhyFigure = Partial<Why> & Pick<Why, 'kind' | 'id'> & { year?: number | null }

/** Measures that are told in the measure of a base year. */
const IN_BASE: readonly Why['measure'][] = ['adjustedShare', 'change']

/** What had the focus when the lens was opened. */
let opener: HTMLElement | null = null
/** Figures gone through within the lens, the first one first; a reload forgets them. */
const trail = shallowRef<readonly Why[]>([])

type Session = ReturnType<typeof useSession>
type WhyOf = ReturnType<typeof make>
/** One for all who ask: a table asks for every number in it. */
const madeFor = new WeakMap<Session, WhyOf>()

export function useWhy(): WhyOf {
  const session = useSession()
  let made = madeFor.get(session)
  if (!made) madeFor.set(session, (made = make(session, useDatasets())))
  return made
}

function make(session: Session, datasets: ReturnType<typeof useDatasets>) {
  const shown = computed(() => readWhy(session.query['why']))

  /** Null where no year is known yet. */
  function whole(figure: WhyFigure): Why | null {
    const year = figure.year ?? datasets.year
    const [from, to] = [figure.from ?? year, figure.to ?? year]
    if (from === null || to === null) return null
    const { kind, id, partner = null, subject = session.subject, path = [], form, among } = figure
    const measure = figure.measure ?? usualMeasure(partner)
    // A base year that is the last one says nothing, and to other measures none says anything.
    const base = IN_BASE.includes(measure) && figure.base !== to ? (figure.base ?? null) : null
    return {
      kind,
      id,
      partner,
      subject,
      from,
      to,
      measure,
      base,
      path,
      ...(form && { form }),
      ...(form && among !== undefined && { among }),
    }
  }
  const show = (why: Why | null) => session.patch({ why: why && writeWhy(why) })

  return {
    /** Whether a number can be explained: that is of every dataset, from articles or from print, once it is known. */
    can: computed(() => datasets.kind !== null),
    /** Of articles; else of print. */
    ofArticles: computed(() => datasets.isIndex),
    shown,
    open(figure: WhyFigure): void {
      const why = datasets.kind === null ? null : whole(figure)
      if (!why) return
      const active = typeof document === 'undefined' ? null : document.activeElement
      if (shown.value === null || !active?.closest('[data-part=derivation]'))
        opener = active instanceof HTMLElement && active !== document.body ? active : null
      trail.value = []
      void show(why)
    },
    /** Whether a figure is the one that is explained, or the part to which it is narrowed. */
    isRead(figure: WhyFigure): boolean {
      const read = shown.value
      if (read === null || read.id !== figure.id) return false
      const { path = [] } = figure
      const same = path.every(({ by, id }, at) => read.path[at]?.by === by && read.path[at].id === id)
      const asked = same ? whole(figure) : null
      return Boolean(asked && writeWhy({ ...asked, path: [] }) === writeWhy({ ...read, path: [] }))
    },
    /** Another figure of which this one is made; the way back stays. */
    leadTo(figure: Why): void {
      if (shown.value) trail.value = [...trail.value, shown.value]
      void show(figure)
    },
    /** The figure from which `leadTo` came; null where the lens was opened with this one. */
    before: computed(() => trail.value.at(-1) ?? null),
    back(): void {
      const last = trail.value.at(-1)
      trail.value = trail.value.slice(0, -1)
      if (last) void show(last)
    },
    /** Narrows the figure to a path of steps. */
    narrow(path: readonly WhyStep[]): void {
      if (shown.value) void show({ ...shown.value, path })
    },
    close: () => session.patch({ why: null }),
    /** Gives the focus back to where the lens was opened from, else to the view. */
    returnFocus(): void {
      const to = opener?.isConnected ? opener : document.getElementById('main')
      opener = null
      to?.focus({ preventScroll: true })
    },
  }
}
