import { describe, expect, it } from 'vitest'
import { screenFrame } from '../../../shared/figures/network/frame.ts'
import { multiplesFrame, screenPanels } from './multiples-frame.ts'

const PANE = { width: 930, height: 760 }

describe('panels of years on the screen', () => {
  it('leave no place empty: the scales stand where a row ends early, and the strip is the panels’', () => {
    const screen = screenFrame(PANE, 5)
    const { frame, places } = screenPanels(5, screen)
    const [first, last] = [places[0]!.place, places[4]!.place]
    const legend = frame.legend!
    expect(legend.y).toBe(last.y)
    expect(legend.x).toBeGreaterThan(last.x + last.width)
    expect(legend.x + legend.width).toBeCloseTo(screen.plot.x + screen.plot.width, 6)
    expect(last.y + last.height).toBeCloseTo(screen.legend.y + screen.legend.height, 6)
    expect(first.height).toBeGreaterThan(multiplesFrame(5, screen).places[0]!.place.height)
  })

  it('keep the strip where every place is taken, or the free one holds no scales', () => {
    for (const [count, pane] of [
      [6, PANE],
      [5, { width: 930, height: 380 }],
    ] as const) {
      const screen = screenFrame(pane, count)
      expect(screenPanels(count, screen)).toEqual(multiplesFrame(count, screen))
    }
  })
})
