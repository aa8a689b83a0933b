import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { countPerShare } from '../../../shared/figures/count-per-share.ts'
import { rankHistory } from '../../../shared/figures/rank-history.ts'
import { rankingBars } from '../../../shared/figures/ranking-bars.ts'
import type { FigureSpec } from '../../../shared/figures/spec.ts'
import { list, OPTIONS, point, profile } from '../../../shared/figures/test-data.ts'
import { resourcesDir } from '../../app-info.ts'
import { exportFigure } from './export-figure.ts'
import { recordFigure } from './record-figure.ts'
import type { RenderOptions } from './render-figure.ts'
import { renderFigure } from './render-figure.ts'
import type { TextItem } from '../../../shared/figures/scene.ts'
import { inkBox, readPng } from './test-png.ts'
import { loadTextMetrics } from '../../drawing/text-metrics.ts'

const fontsDir = `${resourcesDir}/fonts`
const metrics = loadTextMetrics(fontsDir)
const bars = rankingBars(list(), OPTIONS)
const zh = rankingBars(list(), { ...OPTIONS, language: 'zh' })
const dots = countPerShare(list(), OPTIONS)
const ranks = rankHistory(profile([point(2019, 9), point(2021, 8), point(2022, 6), point(2023, 5)]), OPTIONS)

const render = (spec: FigureSpec, options: Partial<RenderOptions> = {}) =>
  renderFigure(spec, {
    format: 'png',
    widthMm: 100,
    dpi: 150,
    theme: 'light',
    transparent: false,
    citation: [
      ['Dataset', 'Science Cities 2024, r1'],
      ['来源', 'a < b & "c"'],
    ],
    fontsDir,
    ...options,
  })
const svgOf = async (spec: FigureSpec, options: Partial<RenderOptions> = {}) =>
  new TextDecoder().decode((await render(spec, { format: 'svg', ...options })).bytes)

/** Element names in order and the text of each `<text>`; throws where tags do not match. */
function parseSvg(svg: string): { names: string[]; texts: string[] } {
  const open: string[] = []
  const names: string[] = []
  const texts: string[] = []
  for (const [, close, name = '', , self, text = ''] of svg.matchAll(
    /<(\/?)([\w:]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>([^<]*)/g,
  )) {
    if (close) {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`)
      continue
    }
    names.push(name)
    if (name === 'text') texts.push(text)
    if (!self) open.push(name)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`)
  return { names, texts }
}

describe('an SVG', () => {
  it('is well formed and holds each label as one text', async () => {
    const { names, texts } = parseSvg(await svgOf(bars))
    const labels = [
      'Beijing',
      'Shanghai',
      'London',
      'Wuhan',
      '4,259.39',
      '2,214.00',
      '904.95',
      'not published',
      '0',
      '4,000',
    ]
    for (const label of labels)
      expect(
        texts.filter((text) => text === label),
        label,
      ).toHaveLength(1)
    expect(texts[0]).not.toBe('')
    expect(names).toContain('metadata')
  })

  it('names, describes and cites itself, escaped', async () => {
    const svg = await svgOf(zh)
    expect(svg).toContain('<title id="title">北京的份额是上海的 1.92 倍</title>')
    expect(svg).toContain('14; 伦敦都市圈; 904.95')
    expect(svg).toContain('<line label="来源">a &lt; b &amp; &quot;c&quot;</line>')
    expect(svg).toContain('width="100mm"')
    expect(svg.match(/<\w+[^>]*\bx="NaN|undefined|Infinity/)).toBeNull()
  })

  it('draws no bar for what was not published, but a hatch', () => {
    const scene = (spec: FigureSpec) =>
      recordFigure(spec, { width: 400, theme: 'light', transparent: false }, metrics).items
    const filled = scene(bars).filter(
      (item) => item.type === 'path' && item.fill === '#5b6670' && item.stroke === null,
    )
    expect(filled).toHaveLength(3)
    const hatches = (spec: FigureSpec) =>
      scene(spec).filter(({ type, clip }) => type === 'path' && clip !== null && clip.within === null)
    const missing = bars.rows.filter(({ value }) => value === null)
    expect(
      hatches(bars).length -
        hatches({ ...bars, rows: bars.rows.filter(({ value }) => value !== null) }).length,
    ).toBe(missing.length)
  })

  it('never joins two scopes', () => {
    const { items } = recordFigure(ranks, { width: 400, theme: 'light', transparent: false }, metrics)
    const lines = items.filter(
      (item) => item.type === 'path' && item.stroke === '#14171a' && item.strokeWidth === 1.75,
    )
    const gap = items.find((item) => item.type === 'path' && item.stroke === '#c4cbd1')
    const xs = (d: string) => [...d.matchAll(/[ML](\S+) /g)].map(([, x]) => Number(x))
    const middle = gap?.type === 'path' ? (Math.min(...xs(gap.d)) + Math.max(...xs(gap.d))) / 2 : NaN
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      const all = line.type === 'path' ? xs(line.d) : []
      expect(Math.max(...all) < middle || Math.min(...all) > middle).toBe(true)
    }
    const dotted = lines.filter((line) => line.type === 'path' && line.dash.length > 0)
    expect(dotted).toHaveLength(1)
  })
})

describe('a PNG', () => {
  it.each([
    [100, 72],
    [180, 300],
    [89, 151],
  ])('of %i mm at %i dpi has exactly as many pixels', async (widthMm, dpi) => {
    const file = await render(bars, { widthMm, heightMm: 61, dpi })
    const png = readPng(file.bytes)
    expect([png.width, png.height]).toEqual([
      Math.round((widthMm / 25.4) * dpi),
      Math.round((61 / 25.4) * dpi),
    ])
    expect([file.width, file.height]).toEqual([png.width, png.height])
    const physical = png.chunks.find(({ type }) => type === 'pHYs')?.data
    expect(physical?.readUInt32BE(0)).toBe(Math.round(dpi / 0.0254))
    expect(physical?.[8]).toBe(1)
  })

  it('carries title and citation, with valid checksums', async () => {
    const { chunks } = readPng((await render(zh)).bytes)
    const texts = chunks
      .filter(({ type }) => type === 'iTXt')
      .map(({ data }) => data.toString('utf8').split('\0'))
    const byKeyword = new Map(texts.map((parts) => [parts[0], parts.at(-1)]))
    expect(byKeyword.get('Title')).toBe('北京的份额是上海的 1.92 倍')
    expect(byKeyword.get('Comment')).toBe('Dataset: Science Cities 2024, r1\n来源: a < b & "c"')
    for (const { type, data, checksum } of chunks) {
      expect(crc32(Buffer.concat([Buffer.from(type, 'latin1'), data])), type).toBe(checksum)
    }
  })

  it('has a background, or none', async () => {
    expect([...readPng((await render(bars)).bytes).rgba.subarray(0, 4)]).toEqual([255, 255, 255, 255])
    expect([...readPng((await render(bars, { theme: 'dark' })).bytes).rgba.subarray(0, 4)]).toEqual([
      21, 24, 27, 255,
    ])
    expect(readPng((await render(bars, { transparent: true })).bytes).rgba[3]).toBe(0)
  })

  it('has text of the same height in mm at every resolution', async () => {
    const heights = await Promise.all(
      [72, 600].map(async (dpi) => {
        const mm = dpi / 25.4
        // The title stands alone in the uppermost 7 mm.
        const box = inkBox(readPng((await render(bars, { dpi })).bytes), {
          top: 0,
          bottom: 7 * mm,
        })
        return box ? (box.bottom - box.top) / mm : 0
      }),
    )
    const [low = 0, high = 0] = heights
    expect(high).toBeGreaterThan(2.5)
    expect(Math.abs(low - high)).toBeLessThanOrEqual(25.4 / 72)
  })

  it('has the same bytes each time', async () => {
    const hash = async (spec: FigureSpec, format: 'png' | 'svg') =>
      createHash('sha256')
        .update((await render(spec, { format })).bytes)
        .digest('hex')
    for (const spec of [bars, dots, ranks]) {
      for (const format of ['png', 'svg'] as const)
        expect(await hash(spec, format)).toBe(await hash(spec, format))
    }
  })
})

describe('Chinese figures', () => {
  it('have a glyph for every character, and ink where each text stands', async () => {
    const { items, width } = recordFigure(zh, { width: 400, theme: 'light', transparent: false }, metrics)
    const texts = items.filter((item): item is TextItem => item.type === 'text')
    expect(texts.map(({ text }) => text)).toContain('未发表')
    for (const { text, weight } of texts) expect(metrics.covers(text, weight), text).toBe(true)

    const png = readPng((await render(zh, { widthMm: (400 / 96) * 25.4 })).bytes)
    const ratio = png.width / width
    for (const { text, x, y, size, weight, anchor } of texts) {
      const wide = metrics.width(text, size, weight)
      const left = x - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0)
      const part = {
        left: left * ratio,
        right: (left + wide) * ratio,
        top: (y - size) * ratio,
        bottom: (y + 0.3 * size) * ratio,
      }
      expect(inkBox(png, part), text).not.toBeNull()
    }
  })
})

describe('the answer of exports.figure', () => {
  it('is a file with its name, type, size and bytes', async () => {
    const request = {
      format: 'svg',
      theme: 'light',
      widthMm: 180,
      heightMm: 90,
      dpi: 300,
      transparent: false,
    } as const
    const file = await exportFigure(bars, request, { citation: [], resourcesDir })
    expect(file).toMatchObject({
      fileName: 'science-cities-2024-share-2023-top-4_en_180mm.svg',
      mime: 'image/svg+xml',
      width: 680,
      height: 340,
    })
    expect(Buffer.from(file.bytes).toString()).toMatch(/^<\?xml|^<svg/)
  })
})
