/* eslint-disable vue/one-component-per-file -- two tiny stand-ins of views */
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Client } from '../../../shared/contract/client.ts'
import { provideConnection } from '../transport/useClient.ts'
import { useWhy } from './useWhy.ts'

const Empty = defineComponent({ render: () => h('p') })
const shows = { dataset: 'mine', kind: 'computed', defaultYear: 2023, years: [] }

async function open(address = '/?dataset=mine') {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: Empty }] })
  const client = {
    call: (method: string) =>
      Promise.resolve(method === 'datasets.list' ? { datasets: [shows], dataDir: '' } : shows),
    subscribe: () => () => {},
  } as unknown as Client
  let why!: ReturnType<typeof useWhy>
  const App = defineComponent({
    setup() {
      why = useWhy()
      return () => h('main', { id: 'main', tabindex: -1 }, [h('button', { id: 'number' })])
    },
  })
  await router.push(address)
  const wrapper = mount(App, {
    attachTo: document.body,
    global: {
      plugins: [
        (app) => provideConnection(app, { client, host: new Promise(() => {}), onCommand() {} }),
        createPinia(),
        router,
      ],
    },
  })
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    await flushPromises()
  }
  await settle()
  return { why, router, settle, wrapper }
}
let shown: Awaited<ReturnType<typeof open>>
afterEach(() => shown.wrapper.unmount())

describe('the figure that is explained', () => {
  test('is of the year and subject at hand where the view says no other, and stands in the address', async () => {
    const { why, router, settle } = (shown = await open('/?dataset=mine&subject=chemistry'))
    why.open({ kind: 'city', id: 'beijing' })
    await settle()
    expect(router.currentRoute.value.query['why']).toBe('city~beijing~~chemistry~2023~2023')
    expect(why.isRead({ kind: 'city', id: 'beijing' })).toBe(true)
    expect(why.isRead({ kind: 'city', id: 'beijing', measure: 'count' })).toBe(false)
    expect(why.isRead({ kind: 'city', id: 'beijing', year: 2022 })).toBe(false)
  })

  test('a base year is kept only where it says something', async () => {
    const { why, settle } = (shown = await open())
    why.open({ kind: 'city', id: 'a', measure: 'change', from: 2021, to: 2023, base: 2023 })
    await settle()
    expect(why.shown.value?.base).toBeNull()
    why.open({ kind: 'city', id: 'a', measure: 'change', from: 2021, to: 2023, base: 2021 })
    await settle()
    expect(why.shown.value?.base).toBe(2021)
    why.open({ kind: 'city', id: 'a', measure: 'count', base: 2021 })
    await settle()
    expect(why.shown.value?.base).toBeNull()
  })

  test('narrowed, the number and its part are both read', async () => {
    const { why, settle } = (shown = await open())
    why.open({ kind: 'city', id: 'beijing' })
    await settle()
    const path = [{ by: 'institution' as const, id: 'I1' }]
    expect(why.isRead({ kind: 'city', id: 'beijing', path })).toBe(false)
    why.narrow(path)
    await settle()
    expect(why.isRead({ kind: 'city', id: 'beijing' })).toBe(true)
    expect(why.isRead({ kind: 'city', id: 'beijing', path })).toBe(true)
    expect(why.isRead({ kind: 'city', id: 'beijing', path: [{ by: 'institution', id: 'I2' }] })).toBe(false)
  })

  test('a term leads on and back; what is opened anew has no way back', async () => {
    const { why, settle } = (shown = await open())
    why.open({ kind: 'city', id: 'beijing', measure: 'countPerShare' })
    await settle()
    const whole = why.shown.value!
    why.leadTo({ ...whole, measure: 'count' })
    await settle()
    expect([why.shown.value?.measure, why.before.value?.measure]).toEqual(['count', 'countPerShare'])
    why.back()
    await settle()
    expect([why.shown.value?.measure, why.before.value]).toEqual(['countPerShare', null])
    why.leadTo({ ...whole, measure: 'share' })
    await settle()
    why.open({ kind: 'city', id: 'wuhan' })
    await settle()
    expect(why.before.value).toBeNull()
  })

  test('the focus goes back to the number, else to the view', async () => {
    const { why, settle } = (shown = await open())
    const number = document.getElementById('number')!
    number.focus()
    why.open({ kind: 'city', id: 'beijing' })
    await settle()
    number.blur()
    why.returnFocus()
    expect(document.activeElement).toBe(number)
    number.blur()
    why.returnFocus()
    expect(document.activeElement?.id).toBe('main')
  })
})
