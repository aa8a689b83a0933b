/* eslint-disable vue/one-component-per-file -- two tiny stand-ins of views */
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { useSession } from './session.ts'

const Empty = defineComponent({ render: () => h('p') })

/** A router whose city view arrives only when `arrive` is called, as a file fetched late. */
async function open(address = '/') {
  let arrive = () => {}
  const late = new Promise<typeof Empty>((resolve) => (arrive = () => resolve(Empty)))
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: Empty },
      { path: '/cities/:id', component: () => late },
    ],
  })
  let session!: ReturnType<typeof useSession>
  const App = defineComponent({
    setup() {
      session = useSession()
      return () => h(RouterView)
    },
  })
  await router.push(address)
  mount(App, { global: { plugins: [createPinia(), router] } })
  return { router, session, arrive }
}

describe('the address while a view is on its way', () => {
  test('a change of the view being left does not call the user back', async () => {
    const { router, session, arrive } = await open()
    const going = router.push('/cities/beijing')
    void session.patch({ at: 'beijing' }, false)
    await flushPromises()
    arrive()
    await going
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/cities/beijing')
  })

  test('a change that waits when the user leaves is given up', async () => {
    const { router, session, arrive } = await open()
    void session.patch({ at: 'beijing' }, false)
    const going = router.push('/cities/beijing')
    arrive()
    await going
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/cities/beijing')
  })

  test('a language chosen meanwhile goes along', async () => {
    const { router, session, arrive } = await open()
    const going = router.push('/cities/beijing')
    const spoken = session.setLanguage('zh')
    arrive()
    await Promise.all([going, spoken])
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/cities/beijing?lang=zh')
  })

  test('changes of one moment are one step', async () => {
    const { router, session } = await open()
    void session.patch({ region: 'JP' })
    await session.patch({ sort: 'count' })
    expect(router.currentRoute.value.query).toEqual({ region: 'JP', sort: 'count' })
  })

  test('the next key counts on the one before, whether or not the address was written', async () => {
    const { router, session } = await open()
    void session.patch({ at: 'beijing' }, false)
    expect(session.query).toEqual({ at: 'beijing' })
    expect(session.toggleTick('beijing')).toBe(true)
    expect(session.toggleTick('shanghai')).toBe(true)
    session.toggleTick('tokyo')
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve))
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ at: 'beijing', cities: 'beijing,shanghai,tokyo' })
    expect(session.query).toEqual(router.currentRoute.value.query)
  })
})

describe('a link to a view that was left', () => {
  test('leads back to its filters, but opens no sheet again', async () => {
    const { router, session, arrive } = await open()
    arrive()
    await router.push('/?region=CN&why=city~beijing~~all~2023~2023')
    await router.push('/cities/beijing')
    expect(session.link('/')).toMatchObject({ path: '/', query: { region: 'CN' } })
    expect(session.link('/')).not.toHaveProperty('query.why')
  })

  test('leads back to the address with which the app was opened', async () => {
    const { router, session, arrive } = await open('/?region=CN&sort=count&desc=1&cities=beijing')
    arrive()
    await router.push(session.link('/cities/beijing'))
    expect(router.currentRoute.value.query).toEqual({ cities: 'beijing' })
    expect(session.link('/')).toMatchObject({
      path: '/',
      query: { region: 'CN', sort: 'count', desc: '1', cities: 'beijing' },
    })
  })

  test('leaves out the filters that were of another dataset', async () => {
    const { router, session, arrive } = await open()
    arrive()
    await router.push('/?dataset=mine&by=country&base=2021&q=bei')
    await router.push('/cities/beijing')
    expect(session.link('/')).toEqual({ path: '/', query: { q: 'bei' } })
  })
})
