/* eslint-disable vue/one-component-per-file -- a stand-in of the app */
import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { patchQuery } from '../../../shared/address/query.ts'
import { addressStep, MOST_STEPS, usePast } from './past.ts'
import { useSession } from './session.ts'
import { useUndo, wayOf, whatOf } from './useUndo.ts'

beforeEach(() => setActivePinia(createPinia()))

const step = (key: string, before: string | null, after: string | null, path = '/') =>
  addressStep(path, patchQuery({}, { [key]: before }), patchQuery({}, { [key]: after }))

describe('the steps of a visit', () => {
  test('what is only read, and the look, are no steps', () => {
    for (const key of ['at', 'why', 'pair', 'lang', 'theme']) expect(step(key, null, 'x')).toBeNull()
    expect(step('region', 'CN', 'CN')).toBeNull()
    expect(step('region', null, 'CN')?.kind).toBe('address')
  })

  test('letters that follow one another are one step, after a pause they are two', () => {
    const past = usePast()
    past.note(step('q', null, 'b'), 0)
    past.note(step('q', 'b', 'be'), 300)
    past.note(step('q', 'be', 'bei'), 600)
    past.note(step('q', 'bei', 'l'), 5000)
    expect([past.take('undo'), past.take('undo')]).toMatchObject([
      { keys: { q: { before: 'bei', after: 'l' } } },
      { keys: { q: { before: null, after: 'bei' } } },
    ])
    expect(past.take('undo')).toBeUndefined()
  })

  test('a hundred can be taken back, the older ones are forgotten', () => {
    const past = usePast()
    for (let n = 0; n < MOST_STEPS + 5; n++) past.note(step('region', String(n), String(n + 1)), n * 1e4)
    const taken: unknown[] = []
    for (let each = past.take('undo'); each; each = past.take('undo')) taken.push(each)
    expect(taken).toHaveLength(MOST_STEPS)
    expect(past.canRedo).toBe(true)
    past.note(step('region', 'a', 'b'), 1e9)
    expect(past.canRedo).toBe(false)
  })

  test('undo and redo come back by as many steps, whatever they were', () => {
    const keys = fc.constantFrom('region', 'sort', 'cities', 'year')
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.constantFrom('', 'a', 'b')), { maxLength: 30 }), (choices) => {
        setActivePinia(createPinia())
        const past = usePast()
        let query = {}
        let steps = 0
        choices.forEach(([key, value]) => {
          const next = patchQuery(query, { [key]: value })
          const step = addressStep('/', query, next)
          if (step) steps += 1
          // All at once: choices are never joined, however fast.
          past.note(step, 0)
          query = next
        })
        const end = query
        let taken = 0
        const go = (way: 'undo' | 'redo') => {
          for (let each = past.take(way); each?.kind === 'address'; each = past.take(way)) {
            taken += 1
            const values = Object.entries(each.keys).map(([key, { before, after }]) => [
              key,
              way === 'undo' ? before : after,
            ])
            query = patchQuery(query, Object.fromEntries(values) as Record<string, string>)
          }
        }
        go('undo')
        expect(query).toEqual({})
        expect(taken).toBe(steps)
        go('redo')
        expect(query).toEqual(end)
      }),
    )
  })
})

async function open() {
  const Empty = defineComponent({ render: () => h('p') })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/', '/cities', '/networks'].map((path) => ({ path, component: Empty })),
  })
  let session!: ReturnType<typeof useSession>
  let undo!: ReturnType<typeof useUndo>
  const App = defineComponent({
    setup() {
      session = useSession()
      undo = useUndo()
      return () => h(RouterView)
    },
  })
  await router.push('/')
  mount(App, { global: { plugins: [createPinia(), router] } })
  return { router, session, undo, query: () => router.currentRoute.value.query }
}

describe('undo and redo of the address', () => {
  test('filters come back one by one, and the language stays as it is now', async () => {
    const { session, undo, query } = await open()
    await session.patch({ region: 'CN' })
    await session.patch({ sort: 'count', desc: true })
    await session.patch({ cities: 'beijing' })
    await session.patch({ lang: 'zh' })
    await undo.run('undo')
    expect(undo.note.value).toMatchObject({ way: 'undo', what: 'cities' })
    await undo.run('undo')
    expect(undo.note.value?.what).toBe('order')
    expect(query()).toEqual({ region: 'CN', lang: 'zh' })
    await undo.run('redo')
    expect(query()).toEqual({ region: 'CN', sort: 'count', desc: '1', lang: 'zh' })
    await undo.run('undo')
    await undo.run('undo')
    await undo.run('undo')
    expect(query()).toEqual({ lang: 'zh' })
    expect(undo.note.value).toMatchObject({ way: 'undo', what: null })
  })

  test('ticks, moves and removals that follow at once are taken back one by one', async () => {
    const { session, undo, query } = await open()
    const orders = ['a,b,c,d', 'a,b,d,c', 'a,d,b,c', 'd,a,b,c', 'd,b,c']
    // In one moment, as keys come while the view is being drawn; the last is on its way when Undo is asked for.
    for (const cities of orders) void session.patch({ cities, ref: null })
    for (const cities of orders.slice(0, -1).toReversed()) {
      await undo.run('undo')
      expect(query()).toEqual({ cities })
    }
    await undo.run('undo')
    expect(query()).toEqual({})
    for (const cities of orders) {
      await undo.run('redo')
      expect(query()).toEqual({ cities })
    }
  })

  test('keys of one choice that are written in parts stay one step', async () => {
    const { session, undo, query } = await open()
    void session.patch({ sort: 'share' })
    void session.patch({ desc: true })
    await session.patch({ q: 'b' })
    await undo.run('undo')
    expect(query()).toEqual({})
  })

  test('a filter of another view leads back to it, a tick is taken back where one is', async () => {
    const { router, session, undo } = await open()
    await session.patch({ region: 'CN' })
    await session.patch({ cities: 'beijing' })
    await router.push(session.link('/cities'))
    await undo.run('undo')
    expect(router.currentRoute.value.fullPath).toBe('/cities')
    await undo.run('undo')
    expect(router.currentRoute.value.fullPath).toBe('/')
    await undo.run('redo')
    expect(router.currentRoute.value.fullPath).toBe('/?region=CN')
  })

  test('a moved node is handed to its figure, or the way leads there', async () => {
    const { router, undo } = await open()
    const past = usePast()
    const laid = (x: number) => ({ pins: [{ id: 'a', x, y: 0 }], hidden: [] })
    const where = { path: '/networks', query: { city: 'beijing' } }
    past.note({ kind: 'hand', figure: 'n', before: laid(1), after: laid(2), ...where })
    await undo.run('undo')
    expect(past.handed).toEqual({ figure: 'n', laid: laid(1) })
    expect(router.currentRoute.value.fullPath).toBe('/networks?city=beijing')
    expect(undo.note.value?.what).toBe('nodes')
  })
})

test('keys as every editor has them', () => {
  const press = (key: string, shiftKey = false, held: object = { ctrlKey: true }) =>
    wayOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey, ...held })
  expect([press('z'), press('Z', true), press('y'), press('z', false, { metaKey: true })]).toEqual([
    'undo',
    'redo',
    'redo',
    'undo',
  ])
  expect([press('z', false, {}), press('z', false, { ctrlKey: true, altKey: true }), press('k')]).toEqual([
    null,
    null,
    null,
  ])
})

test('the word is that of the most telling key', () => {
  const said = addressStep('/', { q: 'x' }, { by: 'country', region: 'CN' })
  expect(said && whatOf(said)).toBe('by')
})
