import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import NetworkCanvas from './NetworkCanvas.vue'
import { testDrawing } from './test-drawing.ts'

async function mounted(props: Record<string, unknown>) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { render: () => null } }],
  })
  await router.push('/')
  return mount(NetworkCanvas, {
    props: { drawing: testDrawing(12, 30), ...props },
    global: { plugins: [createPinia(), router] },
  })
}

describe('the figure under the keyboard', () => {
  it('is one stop with the figure’s title, and walks from the largest', async () => {
    const canvas = await mounted({})
    expect(canvas.attributes()).toMatchObject({
      tabindex: '0',
      'aria-label': 'Beijing: leading institutions',
    })
    await canvas.trigger('keydown', { key: 'ArrowLeft' })
    expect(canvas.emitted('read')).toEqual([['institution-0']])
    await canvas.setProps({ reading: 'institution-0' })
    await canvas.trigger('keydown', { key: 'n' })
    expect(canvas.emitted('read')?.at(-1)).toEqual(['institution-1'])
    canvas.unmount()
  })

  it('opens, pins and hides what is read, and hides nothing where it is only shown', async () => {
    const canvas = await mounted({ reading: 'institution-3' })
    for (const key of ['Enter', 'p', 'Delete', 'f']) await canvas.trigger('keydown', { key })
    expect(canvas.emitted('open')).toEqual([['institution-3']])
    expect(canvas.emitted('togglePin')).toEqual([['institution-3']])
    expect(canvas.emitted('hide')).toEqual([[['institution-3']]])
    expect(canvas.emitted('toggleFocus')).toHaveLength(1)
    await canvas.setProps({ readonly: true })
    await canvas.trigger('keydown', { key: 'Delete' })
    expect(canvas.emitted('hide')).toHaveLength(1)
    canvas.unmount()
  })

  it('lets go with Escape: of the selection, then of what is read', async () => {
    const canvas = await mounted({ reading: 'institution-3', selected: ['institution-1'] })
    await canvas.trigger('keydown', { key: 'Escape' })
    expect(canvas.emitted('select')).toEqual([[[]]])
    await canvas.setProps({ selected: [] })
    await canvas.trigger('keydown', { key: 'Escape' })
    expect(canvas.emitted('read')).toEqual([[null]])
    canvas.unmount()
  })

  it.each([0, 1])('stands with %i nodes', async (nodes) => {
    const canvas = await mounted({ drawing: testDrawing(nodes, 0) })
    await canvas.trigger('keydown', { key: 'Home' })
    expect(canvas.emitted('read') ?? []).toHaveLength(nodes)
    canvas.unmount()
  })
})
