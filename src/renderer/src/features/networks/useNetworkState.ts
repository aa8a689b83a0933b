/** The state of the Networks view, read from the address and written back to it. */
import { computed, watch } from 'vue'
import { ALL_LINKS, NO_FOCUS } from '../../../../shared/address/usual.ts'
import { USUAL_STRONGEST } from '../../../../shared/domain/strongest.ts'
import { useQuery } from '../../stores/useQuery.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { showPeriod } from '../../stores/shown-period.ts'
import { useSession } from '../../stores/session.ts'
import type { NetworkKind, NetworkState, Shared } from './network-state.ts'
import {
  ANOTHER_NETWORK,
  nextSeed,
  periodOf,
  readNetwork,
  usualLabels,
  usualLayout,
  usualTop,
  writePair,
} from './network-state.ts'

/** Where each kind keeps what it is of. */
const PLACES = { city: null, region: null, centre: null, kind: null } as const

export function useNetworkState() {
  const session = useSession()
  const datasets = useDatasets()
  const state = computed(() => readNetwork(session.query))
  const years = computed(() => {
    const held = datasets.heldYears
    return held.length > 0 ? { first: Math.min(...held), last: Math.max(...held) } : null
  })
  const leading = useQuery('rankings.list', () =>
    datasets.isIndex && datasets.year !== null
      ? { dataset: session.dataset, subject: session.subject, year: datasets.year, limit: 100 }
      : null,
  )
  const shared = computed<Shared>(() => ({
    dataset: session.dataset,
    subject: session.subject,
    year: datasets.year,
    years: years.value,
    leader: leading.data.value?.rows[0]?.id ?? null,
  }))
  const period = computed(() => periodOf(state.value, shared.value))

  // Another year in the strip asks for that year.
  watch(
    () => session.year,
    (year, before) => {
      if (year !== before && !state.value.oneYear && state.value.panels === null)
        void session.patch({ one: true }, false)
    },
  )

  // The strip marks all years that are drawn together, and leads to one of them.
  showPeriod(() =>
    period.value && !state.value.oneYear ? { ...period.value, choose: (year) => void setYear(year) } : null,
  )

  const set = (changes: Parameters<typeof session.patch>[0], push = true) => session.patch(changes, push)
  /** One year of the period, or null for the whole. */
  const setYear = (year: number | null) =>
    year === null
      ? set({ one: null })
      : set({ one: true, panels: null, year: year === datasets.detail?.defaultYear ? null : year })
  return {
    state,
    shared,
    period,
    leading,
    years,
    setKind: (kind: NetworkKind) => set({ ...ANOTHER_NETWORK, ...PLACES, of: kind === 'city' ? null : kind }),
    setCity: (city: string | null) => set({ ...ANOTHER_NETWORK, ...PLACES, of: null, city }),
    setRegion: (region: string | null) => set({ ...ANOTHER_NETWORK, region }),
    setCentre: (kind: 'institution' | 'city', centre: string) =>
      set({
        ...ANOTHER_NETWORK,
        ...PLACES,
        of: 'ego',
        kind: kind === 'city' ? 'city' : null,
        centre,
      }),
    setPeriod: (from: number, to: number) =>
      set({
        from: from === years.value?.first ? null : from,
        to: to === years.value?.last ? null : to,
      }),
    setYear,
    setPanels: (panels: NetworkState['panels']) => set({ panels, one: null, pair: null, focus: null }),
    setTop: (top: number) => {
      const usual = top === usualTop(state.value.kind)
      return set({ n: usual ? null : top })
    },
    setMinScore: (score: number) => set({ min: score || null }),
    setStrongest: (k: NetworkState['strongest']) =>
      set({ k: k === USUAL_STRONGEST ? null : (k ?? ALL_LINKS) }),
    setLabels: (labels: string) => set({ labels: labels === usualLabels(state.value.top) ? null : labels }),
    setNames: (names: string) => set({ names: names === session.language ? null : names }),
    setColour: (colour: string) => set({ colour: colour === 'none' ? null : colour }),
    setLayout: (layout: string) => set({ layout: layout === usualLayout(state.value.kind) ? null : layout }),
    setSeed: (seed: number) => set({ seed: seed === 1 ? null : seed }),
    rerun: () => set({ seed: nextSeed(state.value.seed) }),
    /** What is read changes with every key, so it is no step of the history. */
    read: (id: string | null) => set({ at: id ?? NO_FOCUS, pair: null }, false),
    /** The node that leads is read again. */
    readFirst: () => set({ at: null, pair: null }, false),
    readPair: (pair: readonly [string, string] | null) =>
      set({ pair: pair && writePair(...pair), at: null }, false),
    setFocus: (on: boolean) => set({ focus: on }, false),
  }
}
export type NetworkControl = ReturnType<typeof useNetworkState>
