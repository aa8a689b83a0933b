import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import type { HostCapabilities } from '../../../../shared/contract/host.ts'
import { provideConnection } from '../../transport/useClient.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import IndexPairs from './IndexPairs.vue'

const row = { a: 'x', b: 'y', aName: 'X', aNameZh: null, bName: 'Y', bNameZh: null, score: 1, articles: 1 }
const listOf = (shown: number, of: number) => ({
  dataset: 'own',
  version: 'r1',
  filters: { between: 'institutions', subject: 'all', from: 2023, year: 2023 },
  shown: { pairs: [shown, of] },
  total: of,
  truncated: shown < of,
  rows: Array.from({ length: shown }, (_, i) => ({ ...row, b: `y${i}`, year: 2023, subject: 'all' })),
})

async function subtitle(language: 'en' | 'zh', shown: number, of: number): Promise<string> {
  const router = makeRouter(createMemoryHistory())
  await router.push('/collaborations?dataset=own&year=2023&of=within')
  const call = async (name: string) => {
    if (name === 'collaborations.list') return listOf(shown, of)
    return new Promise(() => undefined)
  }
  const client = { call, subscribe: () => () => {} } as unknown as Client
  const host = Promise.resolve({} as HostCapabilities)
  const view = mount(IndexPairs, {
    global: {
      plugins: [
        (app) => provideConnection(app, { client, host, onCommand() {} }),
        createPinia(),
        router,
        makeI18n(language),
      ],
      stubs: { PairsBar: true, PairReadout: true },
    },
  })
  await flushPromises()
  const text = view.text()
  view.unmount()
  return text
}

it('says under its title of how many pairs the rows are the first', async () => {
  expect(await subtitle('en', 2, 398_957)).toContain('2 of 398,957 pairs of institutions, all subjects, 2023')
  expect(await subtitle('zh', 2, 398_957)).toContain('398,957 对机构中的前 2 对')
  const whole = await subtitle('en', 2, 2)
  expect(whole).toContain('2 pairs of institutions, all subjects, 2023')
  expect(whole).not.toContain('2 of 2')
})
