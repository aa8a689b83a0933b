/** The state of the map, read from the address and written back to it; regions and the leading city beside it. */
import { computed } from 'vue'
import { useQuery } from '../../stores/useQuery.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { useSession } from '../../stores/session.ts'
import type { MapState, Shared } from './map-state.ts'
import { NO_FOCUS, readMap, USUAL_PARTNERS, USUAL_TOP } from './map-state.ts'

export function useMapState() {
  const session = useSession()
  const datasets = useDatasets()
  const state = computed(() => readMap(session.query))
  const years = computed(() => datasets.heldYears)
  const firstYear = computed(() => (years.value.length > 0 ? Math.min(...years.value) : null))
  /** Regions, and the city that leads: it is the focus until another is chosen. */
  const leading = useQuery('rankings.list', () =>
    datasets.kind === null || datasets.year === null
      ? null
      : {
          dataset: session.dataset,
          subject: session.subject,
          year: datasets.year,
          limit: 1,
          ...(state.value.region === null ? {} : { region: state.value.region }),
        },
  )
  const shared = computed<Shared>(() => ({
    dataset: session.dataset,
    subject: session.subject,
    year: datasets.year ?? undefined,
    isIndex: datasets.isIndex,
    firstYear: firstYear.value,
    leader: leading.data.value?.rows[0]?.id ?? null,
  }))
  const set = (changes: Parameters<typeof session.patch>[0], push = true) => session.patch(changes, push)
  return {
    state,
    shared,
    leading,
    firstYear,
    read: (id: string) => set({ at: id }, false),
    setFocus: (id: string | null) => set({ around: id ?? NO_FOCUS, at: id ?? session.query['at'] ?? null }),
    setPartners: (partners: number) => set({ partners: partners === USUAL_PARTNERS ? null : partners }),
    setTop: (top: number) => set({ top: top === USUAL_TOP ? null : top }),
    setRegion: (region: string) => set({ region: region || null, around: null, at: null }),
    setLabels: (labels: MapState['labels']) => set({ labels: labels === 'name' ? null : labels }),
    setWhole: (whole: boolean) => set({ years: whole ? 'all' : null }),
    clear: () => set({ around: null, at: null, region: null, top: null, partners: null, years: null }),
  }
}

export type MapControl = ReturnType<typeof useMapState>
