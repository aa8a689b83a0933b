/** Groups that are kept, and the sheet on which they are made; read when first asked for. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { InputOf } from '../../../shared/contract/index.ts'
import { useClient } from '../transport/useClient.ts'
import { createLoader } from './loader.ts'

/** What the sheet shows: all groups, or one that is made or changed. */
export type GroupSheet =
  | { of: 'list' }
  | { of: 'new'; /** Ids of ticked cities. */ ids?: readonly string[] }
  | { of: 'edit'; group: string }

export const useGroups = defineStore('groups', () => {
  const client = useClient()
  const loader = createLoader((_: undefined) => client.call('groups.list', {}))
  const sheet = shallowRef<GroupSheet | null>(null)
  const load = () => loader.run(undefined)
  client.subscribe((event) => {
    if (event.type === 'groups.changed' && loader.state.value.status !== 'idle') void load()
  })

  async function save(input: InputOf<'groups.save'>): Promise<string> {
    const { id } = await client.call('groups.save', input)
    await load()
    return id
  }
  async function rename(group: string, to: string): Promise<void> {
    await client.call('groups.rename', { group, to })
    await load()
  }
  async function remove(group: string): Promise<void> {
    await client.call('groups.remove', { group })
    await load()
  }

  return {
    groups: computed(() => loader.state.value.data?.groups ?? []),
    error: computed(() => loader.state.value.error),
    sheet,
    load,
    save,
    rename,
    remove,
    open: (next: GroupSheet) => void (sheet.value = next),
    close: () => void (sheet.value = null),
  }
})
