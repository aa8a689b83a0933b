import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../shared/contract/client.ts'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import { makeI18n } from '../i18n/make-i18n.ts'
import { useDatasetNotes } from '../stores/useDatasetNotes.ts'
import { provideConnection } from '../transport/useClient.ts'
import NoteColumn from './NoteColumn.vue'
import { makeRouter } from './router.ts'

const mine = { name: 'Mine', nameZh: null }
let main: HTMLElement
beforeEach(() => {
  main = document.createElement('main')
  Object.assign(main, { id: 'main', tabIndex: -1 })
  document.body.append(main)
})
afterEach(() => {
  main.remove()
  vi.useRealTimers()
})

async function open(address = '/datasets') {
  const listeners: ((event: CoreEvent) => void)[] = []
  const router = makeRouter(createMemoryHistory())
  await router.push(address)
  const call = (method: string) =>
    method === 'datasets.takeBack' ? Promise.resolve({ dataset: mine }) : new Promise(() => {})
  const subscribe = (each: (event: CoreEvent) => void) => (listeners.push(each), () => {})
  const client = { call, subscribe } as unknown as Client
  const wrapper = mount(NoteColumn, {
    attachTo: document.body,
    props: { reopened: null, added: null },
    global: {
      plugins: [
        (app) => provideConnection(app, { client, host: new Promise(() => {}), onCommand() {} }),
        createPinia(),
        router,
        makeI18n('en'),
      ],
    },
  })
  const notes = useDatasetNotes()
  /** A removal is told, and focus is on one of its buttons. */
  async function removed(button: string) {
    notes.tellRemoved(mine, 'mine/1')
    await vi.waitUntil(() => wrapper.find('[data-part=dataset-note]').exists())
    const found = wrapper.get<HTMLButtonElement>(`[data-part=dataset-note] ${button}`)
    found.element.focus()
    expect(document.activeElement).toBe(found.element)
    return found
  }
  return { wrapper, notes, removed, emit: (event: CoreEvent) => listeners.forEach((each) => each(event)) }
}
const UNDO = '[data-part=undo-remove]'
const CLOSE = '.btn--bare'

it('stands as one live region before there is a word, and holds two notes at once', async () => {
  const { wrapper, removed, emit } = await open()
  const region = wrapper.get('[role=status]').element
  expect(region.textContent).toBe('')
  await removed(UNDO)
  emit({ type: 'datasets.checked', dataset: 'other', ok: false, idle: true })
  await vi.waitUntil(() => wrapper.find('[data-part=damage-note]').exists())
  expect(wrapper.findAll('[role=status]').map(({ element }) => element)).toEqual([region])
  expect(wrapper.findAll('.reopen-note').every(({ element }) => element.parentElement === region)).toBe(true)
  expect(wrapper.findAll('.reopen-note')).toHaveLength(2)
  wrapper.unmount()
})

it.each([
  ['the undo', UNDO],
  ['closing', CLOSE],
])('%s by keyboard leaves focus on the view', async (_what, button) => {
  const { wrapper, removed } = await open()
  await (await removed(button)).trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(main)
  wrapper.unmount()
})

it('going by itself moves the focus of whoever stands on it, and of nobody else', async () => {
  for (const stands of [true, false]) {
    const { wrapper, notes, removed } = await open()
    await removed(UNDO)
    vi.useFakeTimers()
    notes.tellRemoved(mine, 'mine/2') // its time begins anew
    await flushPromises()
    if (!stands) (document.activeElement as HTMLElement).blur()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(notes.note).toBeNull()
    expect(document.activeElement === main).toBe(stands)
    vi.useRealTimers()
    main.blur()
    wrapper.unmount()
  }
})

it('shows the key of undo where the key does it: not in the report, which takes back its pages', async () => {
  for (const [address, shown] of [
    ['/datasets', true],
    ['/report', false],
  ] as const) {
    const { wrapper, removed } = await open(address)
    await removed(UNDO)
    expect(wrapper.find('kbd').exists()).toBe(shown)
    wrapper.unmount()
  }
})
