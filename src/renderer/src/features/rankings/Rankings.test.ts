import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { RankingInput } from '../../../../shared/contract/rankings.ts'
import { provideConnection } from '../../transport/useClient.ts'
import { useExport } from '../../stores/useExport.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import Rankings from './Rankings.vue'
import { cityRow, listOf } from '../../../../shared/contract/test-list.ts'

// Slow machines mount slowly.
vi.setConfig({ testTimeout: 30_000 })

const ROWS = [
  cityRow('beijing', { rank: 1, share: 4259.39, count: 9180, countPerShare: 2.16 }),
  cityRow('shanghai', { rank: 2, share: 2214, count: 4871, countPerShare: 2.2 }),
  cityRow('nanjing', { rank: 3, share: 1570.8, count: 3222, countPerShare: 2.05 }),
]

/** Stands in for the core: the rows as they come, and every input it was asked with. */
function stubClient(rankings: (input: RankingInput) => unknown = (input) => listOf(ROWS, input)) {
  const asked: RankingInput[] = []
  const call = vi.fn((method: string, input: unknown) => {
    if (method === 'rankings.list') {
      asked.push(input as RankingInput)
      return Promise.resolve().then(() => rankings(input as RankingInput))
    }
    if (method === 'search.find') return Promise.resolve({ hits: [], nearest: [cityRow('hangzhou')] })
    return new Promise(() => {})
  })
  return { asked, client: { call, subscribe: () => () => {} } as unknown as Client }
}

async function open(address: string, stub = stubClient()) {
  const router = makeRouter(createMemoryHistory())
  await router.push(address)
  const wrapper = mount(Rankings, {
    attachTo: document.body,
    global: {
      plugins: [
        (app) => provideConnection(app, { client: stub.client, host: new Promise(() => {}), onCommand() {} }),
        createPinia(),
        router,
        makeI18n('en'),
      ],
    },
  })
  await flushPromises()
  // The address is written in a task of its own, and the view follows it.
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await flushPromises()
  }
  return { wrapper, router, settle, ...stub }
}
const query = (router: ReturnType<typeof makeRouter>) => router.currentRoute.value.query

let shown: Awaited<ReturnType<typeof open>> | undefined
const show = async (...args: Parameters<typeof open>) => (shown = await open(...args))
beforeEach(() => {
  localStorage.setItem('science-cities.lang', 'en')
  // Nothing is laid out here, and the table draws only the rows that fit its height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
})
afterEach(() => {
  shown?.wrapper.unmount()
  shown = undefined
  vi.restoreAllMocks()
})

describe('address of the Rankings view', () => {
  it('asks for what the address says', async () => {
    const { asked } = await show('/?region=CN&q=bei&sort=count&desc=1&subject=chemistry&year=2022')
    expect(asked[0]).toMatchObject({
      region: 'CN',
      search: 'bei',
      sort: 'count',
      descending: true,
      subject: 'chemistry',
      year: 2022,
    })
  })

  it('leaves out what no view could mean', async () => {
    const { asked } = await show('/?region=nowhere&sort=mood')
    expect(asked[0]!.region).toBeUndefined()
    expect(asked[0]!.sort).toBe('rank')
  })

  it('follows Back after a change of region', async () => {
    const { wrapper, router, settle, asked } = await show('/')
    await router.push('/?region=CN')
    await settle()
    expect(asked.at(-1)!.region).toBe('CN')
    router.back()
    await vi.waitFor(() => expect(asked.at(-1)!.region).toBeUndefined())
    expect(wrapper.get('[role=tab][aria-selected=true]').text()).toContain('All regions')
  })

  it('writes the search text without a step of its own', async () => {
    const { wrapper, router, settle } = await show('/')
    await wrapper.get('[data-testid=ranking-search]').setValue('nan')
    await settle()
    expect(query(router)['q']).toBe('nan')
  })
})

describe('sorting', () => {
  const head = (wrapper: Awaited<ReturnType<typeof open>>['wrapper'], name: RegExp) =>
    wrapper.findAll('th[role=columnheader]').find((th) => name.test(th.text()))!

  it('begins with the largest, then turns round, and says so', async () => {
    const { wrapper, router, settle } = await show('/')
    await head(wrapper, /^Count$/)
      .get('button')
      .trigger('click')
    await settle()
    expect(query(router)).toMatchObject({ sort: 'count', desc: '1' })
    await vi.waitFor(() =>
      expect(head(wrapper, /^Count( [↓↑])?$/).attributes('aria-sort')).toBe('descending'),
    )
    expect(head(wrapper, /^Rank/).attributes('aria-sort')).toBeUndefined()
    await head(wrapper, /^Count\s*↓$/)
      .get('button')
      .trigger('click')
    await settle()
    expect(query(router)['sort']).toBe('count')
    expect(query(router)['desc']).toBeUndefined()
    await vi.waitFor(() => expect(head(wrapper, /^Count( [↓↑])?$/).attributes('aria-sort')).toBe('ascending'))
  })

  it('writes nothing for the usual order', async () => {
    const { wrapper, router, settle } = await show('/?sort=count&desc=1')
    await head(wrapper, /^Rank/).get('button').trigger('click')
    await settle()
    expect(query(router)).not.toHaveProperty('sort')
    expect(query(router)).not.toHaveProperty('desc')
  })
})

describe('the table', () => {
  it('has a name, and its rows have places', async () => {
    const { wrapper } = await show('/')
    const table = wrapper.get('table[aria-label="Rankings"]')
    expect(table.attributes('aria-rowcount')).toBe('4')
    expect(wrapper.get('tr[data-city=nanjing]').attributes('aria-rowindex')).toBe('4')
    expect(wrapper.get('tr[data-city=beijing]').text()).toContain('4,259.39')
  })

  it('walks, ticks and opens by keys', async () => {
    const { wrapper, router, settle } = await show('/')
    const table = wrapper.get('table')
    await table.trigger('keydown', { key: 'ArrowDown' })
    await settle()
    expect(wrapper.get('tr.is-cur').attributes('data-city')).toBe('shanghai')
    expect(document.activeElement?.getAttribute('data-city')).toBe('shanghai')
    expect(wrapper.findAll('tr[data-city][tabindex="0"]')).toHaveLength(1)
    await table.trigger('keydown', { key: ' ' })
    await settle()
    expect(query(router)['cities']).toBe('shanghai')
    expect(wrapper.get('tr[data-city=shanghai]').attributes('aria-selected')).toBe('true')
    await table.trigger('keydown', { key: 'End' })
    expect(wrapper.get('tr.is-cur').attributes('data-city')).toBe('nanjing')
    const push = vi.spyOn(router, 'push')
    await table.trigger('keydown', { key: 'Enter' })
    expect(push).toHaveBeenCalledWith(expect.objectContaining({ path: '/cities/nanjing' }))
  })

  it('never shows a number for what was not published', async () => {
    const rows = [
      cityRow('beijing', { rank: 1, share: 9.5 }),
      cityRow('wuhan', { rank: 4 }),
      cityRow('nanjing'),
    ]
    const stub = stubClient((input) => listOf(rows, input))
    const { wrapper } = await show('/?subject=chemistry', stub)
    const wuhan = wrapper.get('tr[data-city=wuhan]')
    expect(wuhan.text()).toContain('not published')
    expect(wuhan.text()).not.toMatch(/\b0\b/)
    expect(wuhan.find('.np-bar').exists()).toBe(true)
    expect(wrapper.text()).toContain('City at rank 3 is not named in the source')
  })

  it('names ticked cities in the tray, also those a filter leaves out', async () => {
    const stub = stubClient((input) => listOf(input.search ? ROWS.slice(2) : ROWS, input))
    const { wrapper, settle } = await show('/?q=nan&cities=beijing,nanjing', stub)
    await settle()
    expect(wrapper.get('.tray').text()).toMatch(/ABeijing.*BNanjing/)
  })
})

describe('ticks of every kind', () => {
  it.each([
    ['country', 'countries'],
    ['institution', 'institutions'],
    ['metro', 'metros'],
  ])('of %s stand in a key of their own, and Compare opens with them', async (by, key) => {
    const { wrapper, router, settle } = await show(`/?by=${by}&cities=tokyo&${key}=nanjing`)
    expect(wrapper.get('.tray').text()).toContain('ANanjing')
    await wrapper.get('tr[data-city=beijing] [role=checkbox]').trigger('click')
    await settle()
    expect(query(router)).toEqual({ by, cities: 'tokyo', [key]: 'nanjing,beijing' })
    const push = vi.spyOn(router, 'push')
    await wrapper.get('.tray .btn:not(.btn--bare)').trigger('click')
    expect(push).toHaveBeenCalledWith({
      path: '/compare',
      query: { by, cities: 'tokyo', [key]: 'nanjing,beijing' },
    })
  })

  it('cities open as cities, whatever was compared before', async () => {
    const { wrapper, router, settle } = await show('/compare?by=country&countries=CN,US')
    await router.push('/?cities=beijing,nanjing&countries=CN,US')
    const push = vi.spyOn(router, 'push')
    await settle()
    await wrapper.get('.tray .btn:not(.btn--bare)').trigger('click')
    expect(push).toHaveBeenCalledWith({
      path: '/compare',
      query: { cities: 'beijing,nanjing', countries: 'CN,US' },
    })
  })
})

describe('states', () => {
  it('names the nearest cities where none matches', async () => {
    const stub = stubClient((input) => listOf([], input))
    const { wrapper } = await show('/?q=zhangzhou', stub)
    await vi.waitFor(() => expect(wrapper.get('.blank').text()).toContain('Hangzhou'))
  })

  it('says what failed, and asks again', async () => {
    let broken = true
    const stub = stubClient((input) => {
      if (broken) throw new AppError('internal', 'out of order')
      return listOf(ROWS, input)
    })
    const { wrapper, settle } = await show('/', stub)
    expect(wrapper.get('[role=alert]').text()).not.toBe('')
    broken = false
    await wrapper.get('[role=alert] .btn').trigger('click')
    await settle()
    expect(wrapper.find('tr[data-city=beijing]').exists()).toBe(true)
  })

  it('offers for export what it shows, filters included', async () => {
    await show('/?region=CN&sort=count&desc=1')
    const { offer } = useExport()
    expect(offer.value?.table).toMatchObject({ of: 'rankings', input: { region: 'CN', sort: 'count' } })
    expect(offer.value?.figures[0]).toMatchObject({ of: 'ranking-bars', input: { region: 'CN' } })
  })
})
