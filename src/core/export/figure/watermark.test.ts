import { describe, expect, it } from 'vitest'
import { rankingBars } from '../../../shared/figures/ranking-bars.ts'
import { list, OPTIONS } from '../../../shared/figures/test-data.ts'
import { resourcesDir } from '../../app-info.ts'
import { renderFigure } from './render-figure.ts'
import { loadTextMetrics } from '../../drawing/text-metrics.ts'
import { watermark, withBehind } from './watermark.ts'

const fontsDir = `${resourcesDir}/fonts`
const metrics = loadTextMetrics(fontsDir)

const svgOf = async (mark?: string) => {
  const options = { format: 'svg', widthMm: 100, dpi: 150, theme: 'light', transparent: false } as const
  const file = await renderFigure(rankingBars(list(), OPTIONS), {
    ...options,
    citation: [],
    watermark: mark,
    fontsDir,
  })
  return new TextDecoder().decode(file.bytes)
}

describe('the watermark', () => {
  it('is drawn behind everything but the background, and only where it is asked for', async () => {
    const [marked, plain] = [await svgOf('SAMPLE'), await svgOf()]
    expect(marked.replace(/<text [^>]*>SAMPLE<\/text>\n/, '')).toBe(plain)
    const drawn = marked.split('\n').filter((line) => /^<(text|path|rect|line)/.test(line))
    expect(drawn.findIndex((line) => line.includes('>SAMPLE</text>'))).toBe(1)
    expect(drawn.length).toBeGreaterThan(20)
    expect(plain).not.toContain('SAMPLE')
  })

  it('stands over the background that a drawing begins with, and first where that is left out', () => {
    const mark = watermark('SAMPLE', { width: 400, height: 200, items: [] }, 'light', metrics)
    const [ground, node] = [
      { ...mark, text: 'background' },
      { ...mark, text: 'node' },
    ]
    expect(withBehind([ground, node], mark, false)).toEqual([ground, mark, node])
    expect(withBehind([node], mark, true)).toEqual([mark, node])
  })

  it.each([
    [400, 200, 'SAMPLE'],
    [300, 900, '样例'],
    [800, 120, 'SAMPLE'],
  ])('stays within a figure of %d × %d px', (width, height, text) => {
    const { size, turn, opacity } = watermark(text, { width, height, items: [] }, 'light', metrics)
    const [cos = 0, rise = 0] = turn ?? []
    const long = metrics.width(text, size, 600)
    expect(long * cos + size * -rise).toBeLessThan(width)
    expect(long * -rise + size * cos).toBeLessThan(height)
    expect(rise).toBeLessThan(0) // from the lower left to the upper right
    expect(opacity).toBeLessThan(0.08)
    expect(metrics.covers(text, 600)).toBe(true)
  })
})
