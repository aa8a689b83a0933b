import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { effectScope } from 'vue'
import type { Client } from '../../../../shared/contract/client.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { FigurePreview } from '../../../../shared/contract/exports.ts'
import type { HostCapabilities } from '../../../../shared/contract/host.ts'
import { provideConnection } from '../../transport/useClient.ts'
import type { ExportOffer } from '../../stores/useExport.ts'
import { offerExport, useExport } from '../../stores/useExport.ts'
import { makeI18n } from '../../i18n/make-i18n.ts'
import { makeRouter } from '../../shell/router.ts'
import SlideSheet from './SlideSheet.vue'

const input = { dataset: 'published', subject: 'all', region: 'JP' }
const OFFER: ExportOffer = {
  table: { of: 'rankings', input, columns: ['rank', 'city'] },
  figures: [
    { of: 'ranking-bars', input, highlight: 'kyoto' },
    { of: 'finding', input, highlight: 'kyoto' },
  ],
  finding: null,
}
const JSON_FILE = JSON.stringify({
  shown: { rows: [2, 100] },
  rows: [
    { rank: 1, id: 'tokyo', name: 'Tokyo', nameZh: '东京' },
    { rank: 2, id: 'kyoto', name: 'Kyoto', nameZh: '京都' },
  ],
  citation: { Source: 'An edition' },
})
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540"><title>x</title><script>1</script>' +
  '<path d="M0 0h9" fill="#5b6670"/><path d="M0 9h9" fill="#d55e00"/></svg>'
const PREVIEW: FigurePreview = {
  pages: [
    { svg: SVG, width: 960, height: 540, on: null, frame: { x: 48, y: 104.4, width: 864, height: 380.6 } },
  ],
  title: 'Kyoto is second',
  subtitle: 'Share in 2023',
  source: 'Source: An edition',
  alt: 'Bar chart. Kyoto is second.',
  sizes: [
    { role: 'source', points: 10.5 },
    { role: 'label', points: 12 },
    { role: 'title', points: 26 },
  ],
  labels: { drawn: 20, of: 20 },
  warnings: [],
  writes: [],
  fileName: 'kyoto-ranking_en.pptx',
  bytes: 61_000,
  pixels: null,
}

const call = vi.fn()
const saveFile = vi.fn()
const releaseFiles = vi.fn()
const chooseFiles = vi.fn()
let scope = effectScope()
let wrapper: ReturnType<typeof mount> | undefined

async function open(first: 'table' | 'figure' = 'figure', offer = OFFER) {
  scope.run(() => offerExport(() => offer))
  useExport().request(first)
  const router = makeRouter(createMemoryHistory())
  await router.push('/?region=JP&why=abc')
  const client = { call, subscribe: () => () => {} } as unknown as Client
  const host = Promise.resolve({ saveFile, releaseFiles, chooseFiles } as unknown as HostCapabilities)
  wrapper = mount(SlideSheet, {
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
const find = <T extends HTMLElement = HTMLElement>(selector: string) => document.querySelector<T>(selector)!
const radio = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role=radio]')].find(
    (each) => each.textContent?.trim() === name,
  )!
async function press(element: HTMLElement) {
  element.click()
  await flushPromises()
}
async function put(selector: string, value: string, event = 'input') {
  const field = find<HTMLInputElement>(selector)
  field.value = value
  field.dispatchEvent(new Event(event, { bubbles: true }))
  await flushPromises()
}
/** What the button asks the host to save; the page itself asks for no file then. */
async function written() {
  call.mockClear()
  saveFile.mockClear()
  await press(find('[data-testid=export-go]'))
  expect(call.mock.calls.filter(([method]) => method === 'exports.figure')).toEqual([])
  return saveFile.mock.calls.map(([request]) => request)
}

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('science-cities.lang', 'en')
  scope = effectScope()
  call.mockReset().mockImplementation(async (method: string, asked: { format: string }) =>
    method === 'exports.preview'
      ? PREVIEW
      : {
          fileName: `${method}.${asked.format}`,
          mime: 'text/plain',
          bytes: new TextEncoder().encode(asked.format === 'svg' ? SVG : JSON_FILE),
          width: null,
          height: null,
        },
  )
  saveFile.mockReset().mockResolvedValue({ savedAs: 'kept.pptx' })
  chooseFiles
    .mockReset()
    .mockResolvedValue({ token: 'a-token-of-the-host', name: '', files: ['office.potx'] })
  releaseFiles.mockReset().mockResolvedValue(undefined)
})
afterEach(() => {
  wrapper?.unmount()
  useExport().close()
  scope.stop()
})

describe('slide sheet', () => {
  it('opens on the figure, on a whole slide, with the view to come back to', async () => {
    await open()
    expect(find('[role=dialog] h2').textContent).toBe('Slide sheet')
    expect(find('[data-part=tab-figure]').dataset['state']).toBe('active')
    expect(find('[data-part=tab-table]').textContent).toContain('2 of 100 rows')
    expect(await written()).toEqual([
      {
        method: 'exports.figure',
        input: expect.objectContaining({
          figure: { of: 'ranking-bars', input, top: 20, highlight: 'kyoto' },
          format: 'pptx',
          preset: 'slide-full',
          language: 'en',
          view: '/?region=JP',
        }),
      },
    ])
    expect(find('[role=status]').textContent).toContain('kept.pptx')
  })

  it('draws the picture of the core on its slide, without what may act', async () => {
    await open()
    const picture = find('[data-part=picture]')
    expect(picture.querySelectorAll('path')).toHaveLength(2)
    expect(picture.querySelector('script, title')).toBeNull()
    expect(find('[data-part=stage]').getAttribute('aria-label')).toBe('Bar chart. Kyoto is second.')
    expect(find('[data-part=text-sizes]').textContent).toContain('labels 12')
    expect(find('.slide-sheet__held').textContent).toContain('Smallest label 12 pt')
    expect(find('[data-part=will-write]').textContent).toContain('1 slide, 61 kB')
  })

  it('asks for what is chosen: size, rows, row, words, theme, parts', async () => {
    await open()
    await press(find('[data-preset=a4-column]'))
    find('[role=slider]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
    await put('[data-part=highlight]', 'tokyo', 'change')
    await press(radio('Row below'))
    await put('[data-part=title]', 'In my\nwords')
    await press(radio('Transparent'))
    await press(radio('SVG'))
    await press(find('[data-part=include-source]'))
    const [request] = await written()
    expect(request.input).toMatchObject({
      figure: { of: 'ranking-bars', top: 21, highlight: 'tokyo' },
      preset: 'a4-column',
      arrow: 'below',
      title: 'In my words',
      theme: 'light',
      transparent: true,
      format: 'svg',
      include: { source: false, page: true },
    })
    await press(find('[data-part=restore-title]'))
    expect((await written())[0].input).not.toHaveProperty('title')
  })

  it('writes a file a language where both are wanted', async () => {
    await open()
    await press(radio('Both'))
    const files = await written()
    expect(files.map(({ input: asked }) => asked.language)).toEqual(['en', 'zh'])
  })

  it('refuses in words a picture of more pixels than a machine holds', async () => {
    await open()
    await press(find('[data-preset=poster]'))
    await press(radio('PNG'))
    await press(radio('600'))
    expect(find('[data-part=will-write] [role=alert]').textContent).toContain('Take SVG or PDF')
    expect(find<HTMLButtonElement>('[data-testid=export-go]').disabled).toBe(true)
    await press(radio('PDF'))
    expect(find<HTMLButtonElement>('[data-testid=export-go]').disabled).toBe(false)
  })

  it('leaves as the view draws it, at a size of one’s own', async () => {
    await open()
    await press(find('[data-preset=view]'))
    await put('[data-part=width]', '240', 'change')
    const [request] = await written()
    expect(request.input).toMatchObject({ format: 'svg', widthMm: 240, heightMm: 162 })
    expect(request.input).not.toHaveProperty('preset')
    await press(radio('PPTX'))
    expect((await written())[0].input).toMatchObject({ format: 'pptx', preset: 'slide-full' })
  })

  it('writes the rows: as CSV, as a sheet, with the signs of a spreadsheet', async () => {
    await open('table')
    expect((await written())[0]).toMatchObject({
      method: 'exports.table',
      input: { table: OFFER.table, format: 'csv', language: 'en' },
    })
    expect(find('.export-cite dd').textContent).toBe('An edition')
    await press(radio('CSV for Excel'))
    await press(radio('Semicolon'))
    await press(radio('中文'))
    expect((await written())[0].input).toMatchObject({
      format: 'csv-excel',
      separator: 'semicolon',
      language: 'zh',
    })
  })

  it('turns to the table where a format of rows is chosen', async () => {
    await open()
    await press(radio('XLSX'))
    expect((await written())[0]).toMatchObject({ method: 'exports.table', input: { format: 'xlsx' } })
  })

  it('keeps a preset of one’s own and applies it again', async () => {
    await open()
    await press(find('[data-preset=poster]'))
    await press(radio('Dark'))
    await press(find('[data-part=save-preset]'))
    await put('[data-part=preset-name]', 'Hall')
    find('.slide-sheet__keep').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await flushPromises()
    await press(find('[data-preset=screen]'))
    await press(radio('Light'))
    await press(find('[data-own=Hall]'))
    expect((await written())[0].input).toMatchObject({ preset: 'poster', theme: 'dark' })
  })

  it('takes the office’s template along and lets the host go of it', async () => {
    await open()
    await press(find('[data-part=template]'))
    expect((await written())[0].input).toMatchObject({ template: 'a-token-of-the-host' })
    wrapper?.unmount()
    wrapper = undefined
    await flushPromises()
    expect(releaseFiles).toHaveBeenCalledWith('a-token-of-the-host')
  })

  it('writes with Enter and adds to the report with R, not while typing', async () => {
    await open()
    const key = async (target: HTMLElement, name: string) => {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
      await flushPromises()
    }
    await key(find('[data-part=title]'), 'r')
    await key(find('[data-part=title]'), 'Enter')
    expect(saveFile).not.toHaveBeenCalled()
    await key(find('[role=dialog]'), 'Enter')
    expect(saveFile).toHaveBeenCalledTimes(1)
    const content = { name: '', template: null, size: '16:9', language: 'en', theme: 'light', pages: [] }
    call.mockImplementation(async (method: string, asked: Record<string, unknown>) =>
      method === 'reports.renew' ? { page: asked['page'] } : { content: asked['content'] ?? content },
    )
    await key(find('[role=dialog]'), 'r')
    const saved = call.mock.calls.find(([method]) => method === 'reports.save')?.[1]
    expect(saved.content.pages).toMatchObject([
      { figure: { of: 'ranking-bars', top: 20 }, view: '/?region=JP' },
    ])
    expect(find('[role=status]').textContent).toBe('Page 1 of the report')
  })

  it('says in words why a figure cannot be drawn or written', async () => {
    call.mockImplementation(async (method: string) => {
      if (method === 'exports.preview') throw new AppError('format-unavailable', 'not here')
      return {
        fileName: 'a',
        mime: '',
        bytes: new TextEncoder().encode(JSON_FILE),
        width: null,
        height: null,
      }
    })
    saveFile.mockRejectedValue(new AppError('disk-full', 'cannot write'))
    await open()
    expect(find('.slide-sheet__fault [role=alert]').textContent).toContain('cannot be made in that format')
    await written()
    expect(document.body.textContent).toContain('The disk is full')
    expect(find('[role=status]').textContent).toBe('')
  })

  it('closes with Escape', async () => {
    await open()
    find('[role=dialog]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(useExport().intent.value).toBeNull()
  })
})
