import { flushPromises, shallowMount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { HostCapabilities } from '../../../../shared/contract/host.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import { provideConnection } from '../../transport/useClient.ts'
import GetData from './GetData.vue'
import PopulationsTable from './PopulationsTable.vue'
import RecipeLists from './RecipeLists.vue'
import { useDatasetActs } from './useDatasetActs.ts'

/** A host that gives tokens one after another, and a core that refuses the methods named. */
function connection(refused: Set<string>) {
  const released: string[] = []
  let given = 0
  const host = {
    chooseFiles: async () => ({ token: `token-${++given}`, name: 'f', files: ['f.zip'] }),
    releaseFiles: async (token: string) => void released.push(token),
  } as unknown as HostCapabilities
  const call = async (method: string) => {
    if (refused.has(method)) throw new AppError('file-not-ours', 'no', {})
    return { dataset: 'there', file: null, rows: 0, places: 0, printed: 0, kept: [], steps: [], lists: [] }
  }
  const client = { call, subscribe: () => () => {} } as unknown as Client
  return { released, given: { client, host: Promise.resolve(host), onCommand() {} } }
}

function open(component: Component, refused: Set<string>) {
  const { released, given } = connection(refused)
  const wrapper = shallowMount(component, {
    global: {
      stubs: { ViewFrame: { template: '<div><slot /><slot name="side" /></div>' } },
      plugins: [
        (app) => provideConnection(app, given),
        createPinia(),
        makeI18n('en'),
        makeRouter(createMemoryHistory()),
      ],
    },
  })
  return { wrapper, released }
}

it('lets an archive go that was refused, replaced by another choice, or not taken', async () => {
  const refused = new Set(['datasets.preview'])
  let acts: ReturnType<typeof useDatasetActs> | undefined
  const { released } = open({ setup: () => void (acts = useDatasetActs()), render: () => null }, refused)
  if (!acts) throw new Error('no store')
  acts.beginImport()
  await acts.choose([])
  await flushPromises()
  expect([acts.phase, released]).toEqual(['failed', ['token-1']])
  refused.clear()
  await acts.choose([])
  await acts.choose([])
  await flushPromises()
  expect([acts.file?.token, released]).toEqual(['token-3', ['token-1', 'token-2']])
  acts.close()
  await flushPromises()
  expect(released).toEqual(['token-1', 'token-2', 'token-3'])
})

it.each([false, true])('lets a table of populations go, whether refused (%s) or taken', async (refuses) => {
  const { wrapper, released } = open(PopulationsTable, new Set(refuses ? ['populations.replace'] : []))
  await wrapper.find('[data-part=choose-populations]').trigger('click')
  await flushPromises()
  expect(released).toEqual(['token-1'])
})

it('keeps what a recipe was made of until another is made or the view is left', async () => {
  const refused = new Set<string>()
  const { wrapper, released } = open(GetData, refused)
  await wrapper.find('[data-part=recipe]').trigger('submit')
  await flushPromises()
  const choose = async () => {
    wrapper.findComponent(RecipeLists).vm.$emit('second', 'files')
    await flushPromises()
  }
  await choose()
  expect(released).toEqual([])
  await choose()
  expect(released).toEqual(['token-1'])
  refused.add('recipes.make')
  await choose()
  expect(released).toEqual(['token-1', 'token-3'])
  wrapper.unmount()
  await flushPromises()
  expect(released).toEqual(['token-1', 'token-3', 'token-2'])
})
