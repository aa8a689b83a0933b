import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import { createMemoryHistory } from 'vue-router'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import type { NetworkState } from './network-state.ts'
import TopControl from './TopControl.vue'

/** Twenty partners drawn around their centre, of 444. */
const drawing = { nodes: Array.from({ length: 21 }), hidden: [], nodesOf: 445 } as unknown as Drawing

it.each([
  ['ego', '20 of 444'],
  ['cities', '21 of 445'],
])('a network of %s says how many it shows, a circle without its centre', (kind, words) => {
  const state = { kind, top: 20 } as NetworkState
  const control = mount(TopControl, {
    props: { state, drawing, nodesOf: 445 },
    global: { plugins: [createPinia(), makeRouter(createMemoryHistory()), makeI18n('en')] },
  })
  expect(control.get('output').text()).toContain(words)
})
