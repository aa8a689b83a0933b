/** The list of datasets and all that the chosen one says of itself. */
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import type { DatasetKind } from '../../../shared/contract/datasets.ts'
import { useClient } from '../transport/useClient.ts'
import { createLoader } from './loader.ts'
import { useSession } from './session.ts'

export const useDatasets = defineStore('datasets', () => {
  const client = useClient()
  const session = useSession()
  const list = createLoader(() => client.call('datasets.list', {}))
  const shown = createLoader((dataset: string) => client.call('datasets.show', { dataset }))

  watch(
    () => session.dataset,
    (dataset) => void shown.run(dataset),
    { immediate: true },
  )
  void list.run(undefined)
  client.subscribe((event) => {
    if (event.type === 'datasets.checked') void list.run(undefined)
    if (event.type !== 'datasets.changed') return
    void list.run(undefined)
    if (event.dataset === session.dataset) void shown.run(session.dataset)
  })

  const detail = computed(() =>
    shown.state.value.data?.dataset === session.dataset ? shown.state.value.data : null,
  )

  const kind = computed<DatasetKind | null>(
    () =>
      detail.value?.kind ??
      list.state.value.data?.datasets.find((each) => each.dataset === session.dataset)?.kind ??
      null,
  )

  return {
    /** Kind of the chosen dataset; null until it is known. */
    kind,
    /** It holds articles: figures are computed and can be derived. */
    isIndex: computed(() => kind.value === 'computed' || kind.value === 'sample'),
    listState: list.state,
    detailState: shown.state,
    all: computed(() => list.state.value.data?.datasets ?? []),
    dataDir: computed(() => list.state.value.data?.dataDir ?? ''),
    /** The chosen dataset; null until it is known. */
    detail,
    /** Years that can be chosen, ascending: every year of an index has its table, also where no city is known. */
    heldYears: computed(() =>
      (detail.value?.years ?? [])
        .filter(({ shares }) => shares > 0 || detail.value?.kind !== 'published')
        .map(({ year }) => year),
    ),
    /** The year that is shown: the chosen one, else the dataset's default. */
    year: computed(() => session.year ?? detail.value?.defaultYear ?? null),
    refresh: () => list.run(undefined),
    refreshDetail: () => shown.run(session.dataset),
  }
})
