import { flushPromises, shallowMount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import type { DatasetSummary } from '../../../../shared/contract/datasets.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import { useDatasetNotes } from '../../stores/useDatasetNotes.ts'
import { provideConnection } from '../../transport/useClient.ts'
import DatasetActs from './DatasetActs.vue'
import DatasetPanel from './DatasetPanel.vue'

const named = (name: string) => ({ dataset: name.toLowerCase(), name, nameZh: null }) as DatasetSummary

it('tells by its name what was removed, though another dataset is shown by then', async () => {
  let gone: (answer: { key: string }) => void = () => {}
  const call = (method: string) =>
    new Promise((resolve) => {
      if (method === 'datasets.remove') gone = resolve
    })
  const client = { call, subscribe: () => () => {} } as unknown as Client
  const router = makeRouter(createMemoryHistory())
  await router.push('/datasets')
  const panel = shallowMount(DatasetPanel, {
    props: { dataset: named('Mine'), datasets: [named('Mine'), named('Other')] },
    global: {
      stubs: { DatasetActs: { inheritAttrs: false, render: () => null } },
      plugins: [
        (app) => provideConnection(app, { client, host: new Promise(() => {}), onCommand() {} }),
        createPinia(),
        router,
        makeI18n('en'),
      ],
    },
  })
  panel.getComponent(DatasetActs).vm.$emit('remove')
  await panel.setProps({ dataset: named('Other') })
  gone({ key: 'mine/1' })
  await flushPromises()
  expect(useDatasetNotes().note).toMatchObject({ type: 'removed', of: { name: 'Mine' }, key: 'mine/1' })
  expect(panel.emitted('removed')).toEqual([['mine']])
})
