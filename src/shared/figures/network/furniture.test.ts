import { describe, expect, it } from 'vitest'
import type { DrawnLegend, DrawnWords } from '../../contract/drawings.ts'
import { LEGEND_RADIUS } from './frame.ts'
import { furniture } from './furniture.ts'

const words: DrawnWords = {
  title: '',
  subtitle: '',
  source: '',
  legendArea: 'Share',
  legendWidth: '',
  fileStem: '',
}
const frame = { width: 1000, height: 640, plot: { x: 14, y: 48, width: 972, height: 508 } }

/** Circles of these radii, each with what is drawn for it. */
function drawn(radii: number[]) {
  const legend: DrawnLegend = { areas: radii.map((r) => ({ value: r * r, r })), widths: [] }
  const items = furniture({ frame, words, legend }, [], 'light')
  return {
    rings: items.filter(({ type }) => type === 'circle'),
    halves: items.flatMap((item) => (item.type === 'path' ? [item.d] : [])),
    texts: items.flatMap((item) => (item.type === 'text' ? [item.text] : [])),
  }
}

describe('the scale of circles under a network', () => {
  it('shows every step whole where the strip holds the largest', () => {
    const { rings, halves, texts } = drawn([26, 13, 4])
    expect(rings.map((ring) => ring.type === 'circle' && ring.r)).toEqual([26, 13, 4])
    expect(halves).toEqual([])
    expect(texts).toEqual(expect.arrayContaining(['676', '169', '16']))
  })

  it('shows upper halves, with the radii of the figure and inside the strip, where it does not', () => {
    const { rings, halves, texts } = drawn([LEGEND_RADIUS, 30, 10])
    expect(rings).toEqual([])
    expect(halves.map((d) => Number(/A([\d.]+) /.exec(d)?.[1]))).toEqual([LEGEND_RADIUS, 30, 10])
    const foot = Number(/^M[\d.]+ ([\d.]+)/.exec(halves[0] ?? '')?.[1])
    expect(foot - LEGEND_RADIUS).toBeGreaterThan(frame.plot.y + frame.plot.height)
    expect(texts).toEqual(expect.arrayContaining(['4,096', '900', '100']))
  })
})
