import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { createMemoryHistory } from 'vue-router'
import type { Client } from '../../../../shared/contract/client.ts'
import type { Drawing, NetworkDrawingInput } from '../../../../shared/contract/drawings.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import { provideConnection } from '../../transport/useClient.ts'
import { shownPeriod } from '../../stores/shown-period.ts'
import { useExport } from '../../stores/useExport.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import IndexNetworks from './IndexNetworks.vue'
import { testDrawing } from './test-drawing.ts'

vi.setConfig({ testTimeout: 30_000 })

// What is painted is tested where it is painted.
const canvas = vi.hoisted(() => ({ emit: (() => {}) as (event: string, ...rest: unknown[]) => void }))
vi.mock('../../graph/NetworkCanvas.vue', () => ({
  default: (
    { reading, focus }: { reading: string | null; focus: boolean },
    { emit }: { emit: (event: string, ...rest: unknown[]) => void },
  ) => {
    canvas.emit = emit
    return h('div', { class: 'fake', 'data-reading': reading, 'data-focus': focus })
  },
}))
vi.mock('./MultiplesFigure.vue', () => ({ default: () => h('div', { class: 'panels' }) }))

const YEARS = [2021, 2022, 2023].map((year) => ({ year, shares: 4, cities: 4, scope: null }))
const DETAIL = {
  dataset: 'sample',
  name: 'Sample',
  nameZh: null,
  kind: 'sample',
  defaultYear: 2023,
  years: YEARS,
}
const ROWS = [
  { id: 'beijing', name: 'Beijing', nameZh: '北京', share: 900 },
  { id: 'paris', name: 'Paris', nameZh: '巴黎', share: 400 },
]

function stub(draw: (input: NetworkDrawingInput) => Drawing | Promise<Drawing>) {
  const asked: NetworkDrawingInput[] = []
  const kept: unknown[] = []
  const call = vi.fn((method: string, input: unknown) => {
    const answers: Record<string, () => unknown> = {
      'datasets.show': () => ({ ...DETAIL, regions: [], licence: '' }),
      'datasets.list': () => ({ datasets: [{ ...DETAIL, problem: null }], dataDir: '' }),
      'rankings.list': () => ({ rows: ROWS, total: 2 }),
      'networks.keep': () => kept.push(input),
      'networks.multiples': () => ({ panels: [] }),
      'networks.draw': () => {
        asked.push(input as NetworkDrawingInput)
        return draw(input as NetworkDrawingInput)
      },
    }
    return Promise.resolve().then(answers[method] ?? (() => new Promise(() => {})))
  })
  return { asked, kept, client: { call, subscribe: () => () => {} } as unknown as Client }
}
/** Pins and hidden nodes as the core would take them. */
function answer(input: NetworkDrawingInput): Drawing {
  const whole = testDrawing(8)
  const hidden = whole.nodes.filter(({ id }) => input.hidden?.includes(id))
  const nodes = whole.nodes
    .filter(({ id }) => !input.hidden?.includes(id))
    .map((node) => ({ ...node, ...(input.pins?.find(({ id }) => id === node.id) ?? {}) }))
    .map((node) => ({ ...node, pinned: input.pins?.some(({ id }) => id === node.id) ?? false }))
  const edges = whole.edges.filter(({ a, b }) => !input.hidden?.some((id) => id === a || id === b))
  return { ...whole, nodes, edges, hidden }
}

async function open(address: string, core = stub(answer)) {
  const router = makeRouter(createMemoryHistory())
  await router.push(address)
  const wrapper = mount(IndexNetworks, {
    attachTo: document.body,
    global: {
      plugins: [
        (app) => provideConnection(app, { client: core.client, host: new Promise(() => {}), onCommand() {} }),
        createPinia(),
        router,
        makeI18n('en'),
      ],
    },
  })
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await flushPromises()
  }
  await flushPromises()
  await settle()
  return { wrapper, router, settle, query: () => router.currentRoute.value.query, ...core }
}
let shown: Awaited<ReturnType<typeof open>> | undefined
const show = async (...args: Parameters<typeof open>) => (shown = await open(...args))

beforeEach(() => {
  localStorage.setItem('science-cities.lang', 'en')
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
})
afterEach(() => {
  shown?.wrapper.unmount()
  shown = undefined
  vi.restoreAllMocks()
})

describe('Networks of an index', () => {
  it('draws the city that leads and says how much of it is shown', async () => {
    const { wrapper, asked } = await show('/networks?dataset=sample')
    expect(asked.at(-1)).toMatchObject({
      network: { of: 'institutions', input: { city: 'beijing', top: 5 } },
      language: 'en',
    })
    expect(wrapper.get('[data-testid=network-nodes] h2').text()).toContain('8 of 187')
    expect(wrapper.get('[data-testid=network-pairs] h2').text()).toContain('7 of 7')
    // The node that leads is read, and spoken of.
    expect(wrapper.get('.fake').attributes('data-reading')).toBe('I1')
    expect(wrapper.get('[data-part=node] h2').text()).toBe('Institute 1')
    expect(wrapper.get('.view-head').text()).toContain(
      'The closest partner of Institute 1 is Institute 2, with a score of 100.00; Institute 1 has links with all 7 others.',
    )
    expect(wrapper.get('.view-head').text()).toContain('Beijing, leading institutions')
    expect(wrapper.get('[data-part=which-years]').text()).toBe('2021–2023, all years of this index')
    expect(shownPeriod()).toMatchObject({ from: 2021, to: 2023 })
  })

  it('reads in the inspector, aloud and in the address what is read in figure or table', async () => {
    const { wrapper, settle, query } = await show('/networks?dataset=sample')
    canvas.emit('read', 'I3')
    await settle()
    expect(query()['at']).toBe('I3')
    expect(wrapper.get('[data-part=node] h2').text()).toBe('Institute 3')
    expect(wrapper.get('[data-part=spoken]').text()).toBe(
      'Institute 3: Share 3,333.33, 1 partner, Institute 1, 50.00',
    )
    await wrapper.get('[data-testid=network-nodes] tr[data-key=I1]').trigger('click')
    await settle()
    expect(wrapper.get('.fake').attributes('data-reading')).toBe('I1')
    await wrapper.get('[data-testid=network-pairs] tr[data-key="I1~I2"]').trigger('click')
    await settle()
    expect(query()).toMatchObject({ pair: 'I1~I2' })
    expect(wrapper.get('[data-part=pair] [data-part=score]').text()).toBe('100.00')
  })

  it('draws one year from the strip and says so, and all of them again', async () => {
    const { wrapper, settle, asked, query } = await show('/networks?dataset=sample')
    shownPeriod()?.choose(2022)
    await settle()
    expect(query()).toMatchObject({ one: '1', year: '2022' })
    expect(asked.at(-1)!.network.input).toMatchObject({ from: 2022, to: 2022 })
    expect(wrapper.get('[data-part=which-years]').text()).toContain('2022 alone, placed as in 2021–2023')
    expect(shownPeriod()).toBeNull()
    await wrapper.get('[data-part=whole-period]').trigger('click')
    await settle()
    expect(query()['one']).toBeUndefined()
    expect(shownPeriod()).not.toBeNull()
  })

  it('reads nothing where that is wanted, and says what the whole network does', async () => {
    const { wrapper, settle, query } = await show('/networks?dataset=sample')
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    )
    await settle()
    expect(query()['at']).toBe('none')
    expect(wrapper.find('[data-part=node]').exists()).toBe(false)
    expect(wrapper.get('.view-head').text()).toContain('Institute 1 leads.')
    expect(useExport().offer.value?.figures[0]).not.toHaveProperty('focus')
  })

  it('says which links are drawn, keeps the choice in the address, and the usual out of it', async () => {
    const cut = (input: NetworkDrawingInput) => {
      const { strongest } = input.network.input
      const whole = testDrawing(60)
      const k = strongest === 'usual' ? 3 : (strongest ?? null)
      return { ...whole, edgesOf: 1225, filters: { ...whole.filters, strongest: k } }
    }
    const { wrapper, settle, asked, query } = await show('/networks?dataset=sample&n=60', stub(cut))
    expect(asked.at(-1)!.network.input.strongest).toBe('usual')
    expect(wrapper.get('[data-testid=network-pairs] h2').text()).toContain(
      '59 of 1,225, the 3 strongest of each',
    )
    const select = wrapper.get('[data-part=strongest]')
    expect((select.element as HTMLSelectElement).value).toBe('3')
    await select.setValue('0')
    await settle()
    expect(query()['k']).toBe('all')
    expect(asked.at(-1)!.network.input.strongest).toBeUndefined()
    await select.setValue('3')
    await settle()
    expect(query()['k']).toBeUndefined()
  })

  it('pins, hides, takes back and brings again, and keeps pins with the dataset', async () => {
    const { wrapper, settle, asked, kept, query } = await show('/networks?dataset=sample')
    expect(asked.at(-1)).not.toHaveProperty('pins')
    canvas.emit('moved', [{ id: 'I2', x: 10, y: 20 }])
    await settle()
    expect(asked.at(-1)!.pins).toEqual([{ id: 'I2', x: 10, y: 20 }])
    expect(kept.at(-1)).toMatchObject({ dataset: 'sample', key: 'pins-8', pins: [{ id: 'I2' }] })
    expect(wrapper.get('[data-part=pinned]').text()).toContain('1')
    canvas.emit('hide', ['I4'])
    await settle()
    expect(query()['hide']).toBe('I4')
    expect(wrapper.get('[data-part=hidden]').text()).toContain('Institute 4')
    const tool = async (name: string) => {
      await wrapper.get(`[data-tool=${name}]`).trigger('click')
      await settle()
    }
    await tool('undo')
    expect(query()['hide']).toBeUndefined()
    await tool('undo')
    expect(asked.at(-1)!.pins).toEqual([])
    await tool('redo')
    await tool('redo')
    expect(asked.at(-1)).toMatchObject({ pins: [{ id: 'I2' }], hidden: ['I4'] })
  })

  it('lets hidden nodes go that are not of the network asked for', async () => {
    const strange = (input: NetworkDrawingInput) => {
      if (input.hidden?.includes('I77')) throw new AppError('node-unknown', 'no', { values: { id: 'I77' } })
      return answer(input)
    }
    const { wrapper, settle, query } = await show('/networks?dataset=sample&hide=I77', stub(strange))
    await settle()
    expect(query()['hide']).toBeUndefined()
    expect(wrapper.find('[data-testid=network-stage]').exists()).toBe(true)
  })

  it('begins anew with another network', async () => {
    const { settle, asked, router } = await show('/networks?dataset=sample')
    canvas.emit('moved', [{ id: 'I2', x: 10, y: 20 }])
    await settle()
    await router.push('/networks?dataset=sample&city=paris')
    await settle()
    expect(asked.at(-1)).toMatchObject({ network: { input: { city: 'paris' } } })
    expect(asked.at(-1)).not.toHaveProperty('pins')
  })

  it('offers the figure as it is seen', async () => {
    const { settle } = await show('/networks?dataset=sample&colour=sector&seed=7&at=I2')
    canvas.emit('hide', ['I4'])
    await settle()
    const offer = useExport().offer.value
    expect(offer?.figures[0]).toMatchObject({
      of: 'network',
      colour: 'sector',
      focus: 'I2',
      drawing: { seed: 7, hidden: ['I4'], pins: [] },
    })
    expect(offer?.table).toMatchObject({ of: 'network', part: 'nodes' })
    expect(offer?.finding).toContain('The closest partner of Institute 2 is Institute 1')
  })

  it('names the threshold that would draw where one cuts all', async () => {
    const cut = (input: NetworkDrawingInput) => {
      const { minScore = 0 } = input.network.input
      const whole = testDrawing(8)
      return minScore > 100 ? { ...whole, edges: [], filters: { ...whole.filters, minScore } } : whole
    }
    const { wrapper, settle, query } = await show('/networks?dataset=sample&min=500', stub(cut))
    const notice = wrapper.get('[data-part=network-notice]')
    expect(notice.text()).toContain('Nothing to draw at this threshold')
    await notice.get('button').trigger('click')
    await settle()
    expect(query()['min']).toBe('10')
    expect(wrapper.find('[data-part=network-notice]').exists()).toBe(false)
  })

  it('says that a city is unknown and leads back to the one that leads', async () => {
    const unknown = (input: NetworkDrawingInput) => {
      if ('city' in input.network.input && input.network.input.city === 'atlantis')
        throw new AppError('city-unknown', 'no', { values: { city: 'atlantis' } })
      return answer(input)
    }
    const { wrapper, settle } = await show('/networks?dataset=sample&city=atlantis', stub(unknown))
    expect(wrapper.get('[role=alert]').text()).toContain('atlantis')
    await wrapper.get('[data-part=start-anew]').trigger('click')
    await settle()
    expect(wrapper.find('[data-testid=network-stage]').exists()).toBe(true)
  })

  it('steps the ruler by keys and asks once they rest', async () => {
    const { wrapper, settle, asked, query } = await show('/networks?dataset=sample')
    const before = asked.length
    const slider = wrapper.get('[data-part=top] [role=slider]')
    await slider.trigger('keydown', { key: 'ArrowRight' })
    await slider.trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    expect(slider.attributes('aria-valuenow')).toBe('11')
    expect(asked.length).toBe(before)
    await new Promise((resolve) => setTimeout(resolve, 220))
    await settle()
    expect(query()['n']).toBe('11')
    expect(asked.length).toBe(before + 1)
  })
})
