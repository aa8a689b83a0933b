import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import { provideConnection } from '../../transport/useClient.ts'
import { useRisingList } from './useRisingList.ts'
import { useRisingState } from './useRisingState.ts'

/** A core with an index of three years whose drawings end when the test says so. */
async function open(address: string) {
  const calls: [string, Record<string, unknown>][] = []
  const drawings: (() => void)[] = []
  const call = (method: string, input: Record<string, unknown>) => {
    calls.push([method, input])
    if (method === 'stability.changes')
      return new Promise((resolve) => drawings.push(() => resolve({ bands: {} })))
    if (method === 'stability.cancel') return Promise.resolve({ cancelled: true })
    if (method !== 'rankings.rising') return new Promise(() => {})
    return Promise.resolve({ dataset: input['dataset'], years: [2019, 2021, 2023], rows: [], filters: {} })
  }
  const router = makeRouter(createMemoryHistory())
  await router.push(address)
  const client = { call, subscribe: () => () => {} } as unknown as Client
  let list: ReturnType<typeof useRisingList> | undefined
  const View = defineComponent(() => {
    const { input } = useRisingState()
    list = useRisingList(() => input.value)
    return () => null
  })
  const wrapper = mount(View, {
    global: {
      plugins: [
        (app) => provideConnection(app, { client, host: new Promise(() => {}), onCommand() {} }),
        createPinia(),
        router,
        makeI18n('en'),
      ],
    },
  })
  await flushPromises()
  const asked = (method: string) => calls.filter(([name]) => name === method).map(([, input]) => input)
  return { wrapper, router, asked, drawings, bands: list!.bands }
}

const BANDS = { seed: 7, replicates: 500 }

it('draws what the rows compare, and asks for them with intervals once these are drawn', async () => {
  const { router, asked, drawings, bands } = await open('/rising?dataset=mine&bands=500-7&floor=3')
  // The years are those that the index has, as the core takes them.
  expect(asked('stability.changes')).toEqual([
    { dataset: 'mine', by: 'city', subject: 'all', from: 2021, to: 2023, base: 2023, bands: BANDS },
  ])
  expect(asked('rankings.rising').every(({ bands }) => bands === undefined)).toBe(true)
  drawings[0]?.()
  await flushPromises()
  expect(asked('rankings.rising').at(-1)).toMatchObject({ dataset: 'mine', bands: BANDS, floor: 3 })

  // Another floor or order is of the same intervals.
  await router.push('/rising?dataset=mine&bands=500-7&floor=9&sort=change')
  await flushPromises()
  expect(asked('stability.changes')).toHaveLength(1)
  expect(asked('rankings.rising').at(-1)).toMatchObject({ bands: BANDS, floor: 9, sort: 'change' })

  // Other years are not: the rows come without until theirs are drawn.
  await router.push('/rising?dataset=mine&bands=500-7&from=2019')
  await flushPromises()
  expect(asked('stability.changes').at(-1)).toMatchObject({ from: 2019, to: 2023 })
  expect(asked('rankings.rising').at(-1)).toMatchObject({ from: 2019 })
  expect(asked('rankings.rising').at(-1)?.['bands']).toBeUndefined()
  bands.toggle()
  await vi.waitFor(() => expect(router.currentRoute.value.query['bands']).toBeUndefined())
  expect(asked('stability.cancel')).toMatchObject([{ from: 2019, to: 2023, bands: BANDS }])
})

it('draws nothing of years in another order, or where the address asks for none', async () => {
  const wrong = await open('/rising?dataset=mine&bands=1000&from=2023&to=2019')
  expect(wrong.asked('stability.changes')).toEqual([])
  const none = await open('/rising?dataset=mine')
  expect(none.asked('stability.changes')).toEqual([])
  none.bands.toggle()
  await vi.waitFor(() => expect(none.router.currentRoute.value.query['bands']).toBe('1000'))
  expect(none.asked('stability.changes')).toMatchObject([{ bands: { seed: 1, replicates: 1000 } }])
})
