import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { effectScope } from 'vue'
import type { Client } from '../../../../shared/contract/client.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { HostCapabilities } from '../../../../shared/contract/host.ts'
import { provideConnection } from '../../transport/useClient.ts'
import type { ExportOffer } from '../../stores/useExport.ts'
import { offerExport, useExport } from '../../stores/useExport.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import ExportDialog from './ExportDialog.vue'

const input = { dataset: 'published', subject: 'all', region: 'JP' }
const OFFER: ExportOffer = {
  table: { of: 'rankings', input, columns: ['rank', 'city'] },
  figures: [{ of: 'ranking-bars', input, top: 20 }],
  finding: null,
}
const JSON_FILE = JSON.stringify({ citation: { Source: 'An edition' } })

const call = vi.fn()
const saveFile = vi.fn()
let scope = effectScope()
let wrapper: ReturnType<typeof mount> | undefined

async function open(first: 'table' | 'figure', offer = OFFER) {
  scope.run(() => offerExport(() => offer))
  useExport().request(first)
  const router = makeRouter(createMemoryHistory())
  await router.push('/')
  const client = { call, subscribe: () => () => {} } as unknown as Client
  const host = Promise.resolve({ saveFile } as unknown as HostCapabilities)
  wrapper = mount(ExportDialog, {
    attachTo: document.body,
    global: {
      plugins: [
        (app) => provideConnection(app, { client, host, onCommand() {} }),
        createPinia(),
        router,
        makeI18n('en'),
      ],
    },
  })
  await flushPromises()
}
const find = (selector: string) => document.querySelector<HTMLElement>(selector)!
const radio = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role=radio]')].find(
    (each) => each.textContent?.trim() === name,
  )!
async function press(element: HTMLElement) {
  element.click()
  await flushPromises()
}
/** What the Export button asks the host to save; the page itself asks for no file then. */
async function exported() {
  call.mockClear()
  saveFile.mockClear()
  await press(find('[data-testid=export-go]'))
  expect(call).not.toHaveBeenCalled()
  return saveFile.mock.calls[0]?.[0]
}

beforeEach(() => {
  localStorage.setItem('science-cities.lang', 'en')
  scope = effectScope()
  call.mockReset().mockImplementation(async (method: string, asked: { format: string }) => ({
    fileName: `${method}.${asked.format}`,
    mime: 'text/plain',
    bytes: new TextEncoder().encode(JSON_FILE),
    width: null,
    height: null,
  }))
  saveFile.mockReset().mockResolvedValue({ savedAs: 'kept.csv' })
})
afterEach(() => {
  wrapper?.unmount()
  useExport().close()
  scope.stop()
})

describe('export dialog', () => {
  it('exports the table that was offered, in the format chosen', async () => {
    await open('table')
    expect(find('[role=dialog] h2').textContent).toBe('Export')
    expect(await exported()).toMatchObject({
      method: 'exports.table',
      input: { table: OFFER.table, format: 'csv', language: 'en' },
    })
    expect(find('.export-note').textContent).toContain('kept.csv')
    await press(radio('CSV for Excel'))
    await press(radio('中文'))
    expect(await exported()).toMatchObject({
      method: 'exports.table',
      input: { format: 'csv-excel', language: 'zh' },
    })
  })

  it('exports the figure at the size and on the background chosen', async () => {
    await open('figure')
    await press(radio('Transparent'))
    await press(radio('600'))
    expect(await exported()).toMatchObject({
      method: 'exports.figure',
      input: {
        figure: OFFER.figures[0],
        format: 'png',
        widthMm: 300,
        heightMm: 162,
        dpi: 600,
        transparent: true,
        theme: 'light',
      },
    })
    await press(radio('SVG'))
    await press(radio('Dark'))
    await press([...document.querySelectorAll<HTMLElement>('.export-presets button')][2]!)
    expect(await exported()).toMatchObject({
      method: 'exports.figure',
      input: { format: 'svg', widthMm: 170, heightMm: 92, transparent: false, theme: 'dark' },
    })
  })

  it('shows the citation of the rows behind a figure', async () => {
    await open('figure')
    expect(call).toHaveBeenCalledWith(
      'exports.table',
      expect.objectContaining({ table: { of: 'rankings', input } }),
    )
    expect(find('.export-cite dd').textContent).toBe('An edition')
  })

  it('says in words why a figure cannot be made', async () => {
    call.mockImplementation(async (method: string) => {
      if (method === 'exports.figure') throw new AppError('format-unavailable', 'not here')
      return {
        fileName: 'a',
        mime: 'application/json',
        bytes: new TextEncoder().encode(JSON_FILE),
        width: null,
        height: null,
      }
    })
    saveFile.mockRejectedValue(new AppError('disk-full', 'cannot write'))
    await open('figure')
    expect(find('.export-view [role=alert]').textContent).toContain('cannot be made in that format')
    await exported()
    expect(document.body.textContent).toContain('The disk is full')
    expect(find('.export-note').textContent).not.toContain('kept.csv')
  })

  it('closes with Escape', async () => {
    await open('table')
    find('[role=dialog]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(useExport().intent.value).toBeNull()
  })
})
