import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { CoreEvent } from '../../../../shared/contract/events.ts'
import type { RankingInput } from '../../../../shared/contract/rankings.ts'
import { cityRow, listOf } from '../../../../shared/contract/test-list.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import { provideConnection } from '../../transport/useClient.ts'
import Rankings from './Rankings.vue'

// Slow machines mount slowly.
vi.setConfig({ testTimeout: 30_000 })

const BAND = {
  shareLow: 80,
  shareHigh: 120,
  rankLow: 1,
  rankHigh: 2,
  topTenPct: 97.25,
  tie: true,
  leastDifference: 15,
}
const rows = (bands: boolean) =>
  [
    cityRow('beijing', { rank: 1, share: 100, count: 200, provenance: 'computed' }),
    cityRow('shanghai', { rank: 2, share: 90, count: 190, provenance: 'computed' }),
  ].map((row) => (bands ? { ...row, ...BAND } : row))
const INDEX = {
  year: 2023,
  base: 2023,
  articles: 500,
  articlesBefore: null,
  articlesBase: 500,
  articlesInSubject: 500,
  unknown: 0,
}

/** A core whose drawing of bands ends when the test says so. */
async function open(address: string) {
  const calls: [string, unknown][] = []
  const drawings: { resolve(value: unknown): void; reject(reason: unknown): void }[] = []
  const listeners = new Set<(event: CoreEvent) => void>()
  const call = (method: string, input: unknown) => {
    calls.push([method, input])
    if (method === 'stability.ranking')
      return new Promise((resolve, reject) => drawings.push({ resolve, reject }))
    if (method === 'stability.cancel') return Promise.resolve({ cancelled: true })
    if (method !== 'rankings.list') return new Promise(() => {})
    const { bands } = input as RankingInput
    const made = bands && { ...bands, rows: 2, of: 2, rough: false }
    const list = listOf(rows(Boolean(bands)), input as RankingInput)
    return Promise.resolve({ ...list, index: INDEX, ...(made && { bands: made }) })
  }
  const subscribe = (listener: (event: CoreEvent) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const router = makeRouter(createMemoryHistory())
  await router.push(address)
  const client = { call, subscribe } as unknown as Client
  const wrapper = mount(Rankings, {
    attachTo: document.body,
    global: {
      plugins: [
        (app) => provideConnection(app, { client, host: new Promise(() => {}), onCommand() {} }),
        createPinia(),
        router,
        makeI18n('en'),
      ],
    },
  })
  const settle = async () => {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await flushPromises()
  }
  await settle()
  const asked = (method: string) => calls.filter(([name]) => name === method).map(([, input]) => input)
  const emit = (event: CoreEvent) => listeners.forEach((listener) => listener(event))
  const press = async (key: string) => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    await settle()
  }
  return { wrapper, router, settle, asked, drawings, emit, press }
}

afterEach(() => (document.body.innerHTML = ''))

it('draws intervals by I, shows how far it is, and asks for the rows with them once they are drawn', async () => {
  const { wrapper, router, settle, asked, drawings, emit, press } = await open('/?dataset=mine')
  expect(asked('stability.ranking')).toEqual([])
  await press('i')
  expect(router.currentRoute.value.query['bands']).toBe('1000')
  const bands = { seed: 1, replicates: 1000 }
  expect(asked('stability.ranking')).toMatchObject([{ dataset: 'mine', bands }])
  expect(wrapper.find('table.ranking').attributes('aria-rowcount')).toBe('3')
  const event = { dataset: 'mine', by: 'city', subject: 'all', year: 2023, of: 1000 } as const
  emit({ type: 'stability.progress', ...event, done: 400 })
  emit({ type: 'stability.progress', ...event, dataset: 'other', done: 900 })
  await settle()
  expect(wrapper.find('[data-part=band-progress]').text()).toContain('400 of 1,000')

  drawings[0]?.resolve({})
  await settle()
  expect(asked('rankings.list').at(-1)).toMatchObject({ bands })
  expect(wrapper.find('[data-part=band-progress]').exists()).toBe(false)
  expect(wrapper.find('th.is-banded').text()).toContain('Rank')
  const side = wrapper.find('[data-part=bands]').text()
  expect(side).toContain('80.00 to 120.00')
  expect(side).toContain('97.3 %')
  expect(side).toContain('10.00 ahead of Shanghai: within chance')
  await press('i')
  expect(wrapper.find('[data-part=bands]').exists()).toBe(false)
  expect(wrapper.find('th.is-banded').exists()).toBe(false)
})

it('tells the core to stop when it is cancelled, or when others are wanted', async () => {
  const { wrapper, router, settle, asked, press } = await open('/?dataset=mine&bands=1000-7')
  const bands = { seed: 7, replicates: 1000 }
  expect(asked('stability.ranking')).toMatchObject([{ bands }])
  await router.push('/?dataset=mine&bands=1000-7&subject=chemistry')
  await settle()
  expect(asked('stability.cancel')).toMatchObject([{ subject: 'all', bands }])
  expect(asked('stability.ranking').at(-1)).toMatchObject({ subject: 'chemistry', bands })
  await wrapper.find('[data-part=band-progress] button').trigger('click')
  await settle()
  expect(asked('stability.cancel').at(-1)).toMatchObject({ subject: 'chemistry', bands })
  expect(router.currentRoute.value.query['bands']).toBeUndefined()
  expect(asked('rankings.list').every((input) => !(input as RankingInput).bands)).toBe(true)
  await press('x')
})

it('says why there are none of a published edition', async () => {
  const { wrapper, settle, drawings } = await open('/?bands=1000')
  drawings[0]?.reject(new AppError('not-computed', 'an edition'))
  await settle()
  expect(wrapper.find('[data-part=band-failure]').text()).toContain('a published edition has none')
  expect(wrapper.find('table.ranking').attributes('aria-rowcount')).toBe('3')
})
