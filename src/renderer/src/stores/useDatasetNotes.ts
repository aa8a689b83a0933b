/** What happened to a dataset and is worth a word: removed, and how to take it back; or changed by another program. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { RemovedDataset } from '../../../shared/contract/datasets.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useClient } from '../transport/useClient.ts'
import { useDatasets } from './datasets.ts'
import { createLoader, toAppError } from './loader.ts'
import { useSession } from './session.ts'

type Named = Pick<RemovedDataset, 'name' | 'nameZh'>

export type DatasetNote =
  | { type: 'removed' | 'took-back'; of: Named; key: string }
  | { type: 'failed'; error: AppError; key: string }
  /** `version` of what is shown now. */
  | { type: 'changed'; of: Named; version: string; key: string }
  | { type: 'gone'; of: Named; key: string }

export const useDatasetNotes = defineStore('dataset-notes', () => {
  const client = useClient()
  const session = useSession()
  const datasets = useDatasets()
  const note = shallowRef<DatasetNote | null>(null)
  const list = createLoader(() => client.call('datasets.removed', {}))
  const taking = shallowRef<string | null>(null)

  /** The dataset in use that another program changed, with the name it had then: what came of it is told once it is known. */
  const changed = shallowRef<({ dataset: string } & Named) | null>(null)
  client.subscribe((event) => {
    if (event.type !== 'datasets.changed') return
    if (list.state.value.status !== 'idle') void list.run(undefined)
    if (!event.elsewhere || event.dataset !== session.dataset) return
    const found = datasets.all.find(({ dataset }) => dataset === event.dataset)
    const { name = event.dataset, nameZh = null } = found ?? {}
    changed.value = { dataset: event.dataset, name, nameZh }
  })
  watch([changed, () => datasets.detailState], () => {
    const of = changed.value
    const { status, data, error } = datasets.detailState
    if (!of || status === 'loading' || status === 'idle') return
    changed.value = null
    if (of.dataset !== session.dataset) return
    const key = `${of.dataset}/${data?.version ?? ''}`
    if (data) note.value = { type: 'changed', of: data, version: data.version, key }
    else if (error?.code === 'dataset-unknown') note.value = { type: 'gone', of, key }
  })
  // What was said of a dataset is over with it.
  watch(
    () => session.dataset,
    () => {
      changed.value = null
      if (note.value?.type === 'changed' || note.value?.type === 'gone') note.value = null
    },
  )

  async function takeBack(key: string): Promise<void> {
    if (taking.value !== null) return
    taking.value = key
    try {
      const { dataset } = await client.call('datasets.takeBack', { key })
      note.value = { type: 'took-back', of: dataset, key }
    } catch (reason) {
      note.value = { type: 'failed', error: toAppError(reason), key }
    }
    taking.value = null
    void list.run(undefined)
  }

  return {
    note,
    /** Datasets that can be taken back, the latest first; asked for when first looked at. */
    removed: computed(() => list.state.value.data?.removed ?? []),
    look: () => list.run(undefined),
    /** Key of the one that is on its way back. */
    taking,
    takeBack,
    /** @param key by which it can be taken back; null where it is gone for good */
    tellRemoved(of: Named, key: string | null): void {
      if (key !== null) note.value = { type: 'removed', of, key }
    },
    dismiss: () => void (note.value = null),
  }
})
