/** Title words of the Networks view: what is drawn, of what, when. */
import type { Ref } from 'vue'
import { computed } from 'vue'
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { useSession } from '../../stores/session.ts'
import type { NetworkControl } from './useNetworkState.ts'

export function useNetworkWords(control: NetworkControl, drawing: Ref<Drawing | null>) {
  const { t, nameOf } = useWords()
  const session = useSession()
  const datasets = useDatasets()
  const { state, shared, period, leading } = control

  const cityId = computed(() => state.value.city ?? shared.value.leader)
  /** The city's name: of the ranking, of the institutions drawn, else its id. */
  const city = computed(() => {
    const id = cityId.value
    if (id === null) return ''
    const row = leading.data.value?.rows.find((each) => each.id === id)
    const within = drawing.value?.nodes.find((node) => node.within?.id === id)?.within
    const known = row ?? within
    return known ? nameOf(known) : id
  })
  const region = computed(() => {
    const id = state.value.region
    const known = datasets.detail?.regions.find((each) => each.id === id)
    return known ? nameOf(known) : (id ?? '')
  })
  const centre = computed(() => {
    const id = state.value.centre
    const known = drawing.value?.nodes.find((node) => node.id === id)
    return known ? nameOf(known) : (id ?? '')
  })
  const years = computed(() => {
    const of =
      state.value.oneYear && shared.value.year !== null
        ? { from: shared.value.year, to: shared.value.year }
        : period.value
    if (!of) return ''
    return of.from === of.to ? String(of.from) : `${of.from}–${of.to}`
  })
  const subject = computed(() => t(`common.subjectsIn.${session.subject}`))
  const what = computed(() => {
    const { kind } = state.value
    if (kind === 'cities' && state.value.region)
      return t('networks.subtitle.citiesIn', { region: region.value })
    const words = { city: city.value, region: region.value, name: centre.value }
    // What it is of is not known, or not chosen yet.
    const missing =
      { city: city.value, region: region.value, ego: centre.value, all: '.', cities: '.' }[kind] === ''
    return missing ? '' : t(`networks.subtitle.${kind}`, words)
  })
  return { city, region, centre, years, subject, what }
}
