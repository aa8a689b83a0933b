import { flushPromises, shallowMount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import type { Client } from '../../../../shared/contract/client.ts'
import type { HostCapabilities } from '../../../../shared/contract/host.ts'
import { provideConnection } from '../../transport/useClient.ts'
import { useIndexImport } from './useIndexImport.ts'

/** The store, and what is asked of core and host: each answer is given by the test. */
function open() {
  const released: string[] = []
  const asked: { method: string; answer: (value: unknown) => void }[] = []
  const wait = <T>(method: string) =>
    new Promise<T>((answer) => asked.push({ method, answer: answer as (value: unknown) => void }))
  const host = {
    chooseFiles: () => wait('choose'),
    releaseFiles: async (token: string) => void released.push(token),
  } as unknown as HostCapabilities
  const client = { call: (method: string) => wait(method), subscribe: () => () => {} } as unknown as Client
  let store: ReturnType<typeof useIndexImport> | undefined
  shallowMount(
    { setup: () => void (store = useIndexImport()), render: () => null },
    {
      global: {
        plugins: [
          (app) => provideConnection(app, { client, host: Promise.resolve(host), onCommand() {} }),
          createPinia(),
        ],
      },
    },
  )
  if (!store) throw new Error('no store')
  return { store, asked, released }
}

it.each(['plan.json', 'works.jsonl'])('a late look into %s leaves what was begun since', async (file) => {
  const { store, asked, released } = open()
  store.begin()
  void store.choose('folder')
  await flushPromises()
  asked.shift()?.answer({ token: 'token-1', name: 'f', files: [file] })
  await flushPromises()
  expect(store.phase).toBe('looking')
  store.begin('ours')
  asked.shift()?.answer({ folder: 'whole', files: [] })
  await flushPromises()
  expect([store.phase, store.job, store.form.id, store.form.mode]).toEqual([
    'files',
    'articles',
    'ours',
    'add',
  ])
  expect([store.plan, store.preview, released]).toEqual([null, null, ['token-1']])
})

it('lets files go that were chosen for a panel that is closed', async () => {
  const { store, asked, released } = open()
  store.beginPlan()
  void store.choose('plan')
  await flushPromises()
  store.close()
  asked.shift()?.answer({ token: 'token-1', name: 'f', files: ['plan.json'] })
  await flushPromises()
  expect([store.phase, asked, released]).toEqual(['closed', [], ['token-1']])
})
