import { assert, double, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DrawnLegend, DrawnWords } from '../../contract/drawings.ts'
import {
  intoFrame,
  LEAST_TEXT,
  LEGEND_RADIUS,
  NETWORK_FRAME,
  outOfFrame,
  scaleOf,
  screenFrame,
} from './frame.ts'
import { screenFurniture } from './screen-furniture.ts'

/** From the app's least window with tables to a large screen. */
const panes = tuple(integer({ min: 400, max: 2600 }), integer({ min: 150, max: 1400 }))
const words: DrawnWords = {
  title: 'Beijing’s leading institutions, all subjects, 2019–2023',
  subtitle: '50 of 445 cities by Share, all subjects, 2019–2023; the 3 strongest links of each, 118 of 1,225',
  source:
    'Source: Synthetic sample — not real data; sample r1-ac7d397dc5e4. 48 of 50 labels shown. Layout seed 1.',
  legendArea: 'Share (area)',
  legendWidth: 'Collaboration score (width)',
  fileStem: 'network',
}

describe('a figure made for a pane of the screen', () => {
  it('has its parts beside one another and inside the pane', () => {
    assert(
      property(panes, integer({ min: 1, max: 12 }), ([width, height], panels) => {
        const { plot, legend } = screenFrame({ width, height }, panels)
        for (const { x, y, width: w, height: h } of [plot, legend]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + w).toBeLessThanOrEqual(width + 1e-9)
          expect(h).toBeGreaterThan(0)
          expect(y + h).toBeLessThanOrEqual(Math.max(height, 101))
        }
        const isBeside = legend.x + legend.width <= plot.x
        expect(isBeside || legend.y >= plot.y + plot.height - 1e-9).toBe(true)
        if (panels > 1) expect(isBeside).toBe(false)
      }),
    )
  })

  it('keeps where a node was put, whatever the pane', () => {
    const at = double({ min: 0, max: 1000, noNaN: true })
    assert(
      property(panes, at, at, ([width, height], x, y) => {
        const frame = screenFrame({ width, height })
        const back = outOfFrame(intoFrame({ x, y }, frame), frame)
        expect(back.x).toBeCloseTo(x, 6)
        expect(back.y).toBeCloseTo(y, 6)
      }),
    )
    expect(intoFrame({ x: 300, y: 200 }, NETWORK_FRAME)).toEqual({ x: 300, y: 200 })
  })

  it('writes nothing smaller than is read, nothing outside, and shows the largest circle in its scale', () => {
    assert(
      property(panes, ([width, height]) => {
        const frame = screenFrame({ width, height })
        const r = LEGEND_RADIUS * scaleOf(frame)
        const legend: DrawnLegend = {
          areas: [5200, 2000, 1400].map((value) => ({ value, r: r * Math.sqrt(value / 5200) })),
          widths: [100, 500, 2000].map((value) => ({ value, width: (9 * scaleOf(frame) * value) / 2000 })),
        }
        const items = screenFurniture({ frame, words, legend }, [], 'light')
        for (const item of items) {
          if (item.type !== 'text') continue
          expect(item.size).toBeGreaterThanOrEqual(LEAST_TEXT)
          expect(item.y).toBeLessThanOrEqual(Math.max(height, 101))
          expect(item.x).toBeGreaterThanOrEqual(0)
        }
        const texts = items.flatMap((item) => (item.type === 'text' ? [item.text] : []))
        expect(texts).toEqual(expect.arrayContaining(['5,200', '2,000', '1,400', '500']))
      }),
    )
  })
})
