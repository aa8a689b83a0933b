import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useRankingState } from './useRankingState.ts'

it('a late address of an earlier step does not call the walk back; a new address is followed', async () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { render: () => null } }],
  })
  await router.push('/')
  let state!: ReturnType<typeof useRankingState>
  const Host = defineComponent({
    setup() {
      state = useRankingState()
      return () => h('p')
    },
  })
  const wrapper = mount(Host, { global: { plugins: [createPinia(), router] } })

  state.focus('nanjing')
  await router.replace('/?at=shanghai')
  await flushPromises()
  expect(state.current.value).toBe('nanjing')

  await vi.waitFor(() => expect(router.currentRoute.value.query['at']).toBe('nanjing'))
  await flushPromises()
  await router.push('/?at=beijing')
  await flushPromises()
  expect(state.current.value).toBe('beijing')
  wrapper.unmount()
})
