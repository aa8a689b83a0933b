import { describe, expect, it } from 'vitest'
import type { ViewSpec } from './frame.ts'
import { FRAME_IDS, frameViews, mapFrame, mapLayout, WORLD_VIEW, worldView } from './frame.ts'
import { pointIn } from './place-cities.ts'

const frames = frameViews(FRAME_IDS)
const at = (view: ViewSpec, longitude: number, latitude: number) => pointIn(view, { latitude, longitude })

/** Area of a cell of the globe on a view, by the shoelace formula over its edges. */
function areaOf({ projection }: ViewSpec, west: number, south: number, size: number): number {
  const steps = Array.from({ length: 40 }, (_, i) => (size * i) / 40)
  const ring = [
    ...steps.map((step) => [west + step, south]),
    ...steps.map((step) => [west + size, south + step]),
    ...steps.map((step) => [west + size - step, south + size]),
    ...steps.map((step) => [west, south + size - step]),
  ].map((point) => projection(point as [number, number]) as [number, number])
  const sum = ring.reduce((total, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as [number, number]
    return total + x * nextY - nextX * y
  }, 0)
  return Math.abs(sum) / 2
}

const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
/** Of a cell on a sphere of radius 1. */
const trueArea = (south: number, size: number) => ((sine(south + size) - sine(south)) * size * Math.PI) / 180

describe('the views of a map', () => {
  it('are true to area, each at one scale', () => {
    const cells: [ViewSpec, number, number][] = [
      [WORLD_VIEW, 100, 0],
      [WORLD_VIEW, 0, 50],
      [WORLD_VIEW, -80, 30],
      [WORLD_VIEW, 140, -40],
    ]
    const radius = 500 / 2.7066299836960748
    for (const [view, west, south] of cells) {
      expect(areaOf(view, west, south, 8) / trueArea(south, 8)).toBeCloseTo(radius * radius, -2)
    }
    const [europe, asia] = frames as [ViewSpec, ViewSpec]
    expect(areaOf(europe, 0, 45, 6) / trueArea(45, 6) / 630 ** 2).toBeCloseTo(1, 3)
    expect(areaOf(asia, 110, 25, 6) / trueArea(25, 6) / 610 ** 2).toBeCloseTo(1, 3)
  })

  it('have known cities at their places', () => {
    expect(at(WORLD_VIEW, 150, 0)).toEqual([500, 280])
    const known = { beijing: [116.4, 39.9], boston: [-71.06, 42.36], london: [-0.13, 51.51] } as const
    const places = Object.values(known).map(([x, y]) => at(WORLD_VIEW, x, y)?.map(Math.round))
    expect(places).toEqual([
      [417, 137],
      [837, 129],
      [160, 102],
    ])
    expect(at(frames[1] as ViewSpec, 116.4, 39.9)?.map(Math.round)).toEqual([438, 580])
  })

  it('hold what they are named after, and nothing of what lies beyond', () => {
    const [europe, asia, america] = frames as [ViewSpec, ViewSpec, ViewSpec]
    const cities: [number, number][] = [
      [-3.7, 40.4],
      [116.4, 39.9],
      [-71.06, 42.36],
      [103.82, 1.35],
    ]
    const inside = (view: ViewSpec) => cities.map(([x, y]) => at(view, x, y) !== null)
    expect(inside(europe)).toEqual([true, false, false, false])
    expect(inside(asia)).toEqual([false, true, false, false])
    expect(inside(america)).toEqual([false, false, true, false])
  })

  it('stand within the figure, beside and below each other', () => {
    for (const ids of [FRAME_IDS, FRAME_IDS.slice(0, 1), FRAME_IDS.slice(1)]) {
      const places = [WORLD_VIEW, ...frameViews(ids)].map(({ place }) => place)
      const { plot, height } = mapFrame(true)
      expect(height).toBeGreaterThan(plot.y + plot.height)
      places.forEach((place, i) => {
        expect(place.y + place.height).toBeLessThanOrEqual(plot.y + plot.height)
        expect(place.x + place.width).toBeLessThanOrEqual(plot.x + plot.width)
        const next = places[i + 1]
        if (next && i > 0) expect(next.x).toBeGreaterThan(place.x + place.width)
      })
      expect((places.at(-1)?.x ?? 0) + (places.at(-1)?.width ?? 0)).toBeCloseTo(986, -0.5)
    }
    expect(mapFrame(false).height).toBeLessThan(mapFrame(true).height)
  })
})

describe('a map for a pane', () => {
  const own = mapLayout(undefined, 3)

  it('has the figure’s own units without one', () => {
    expect(mapFrame(true, own)).toEqual(mapFrame(true))
    expect(worldView(own).place).toEqual(WORLD_VIEW.place)
  })

  it('fits a pane that is high enough, and is never wider than it', () => {
    for (const [width, height] of [
      [896, 740],
      [856, 640],
      [2016, 1300],
      [700, 1000],
    ] as const) {
      const layout = mapLayout({ width, height }, 3)
      const frame = mapFrame(true, layout)
      expect(frame.width).toBeLessThanOrEqual(width)
      expect(frame.height).toBeLessThanOrEqual(height)
      expect(layout.scale).toBe(layout.width / 1000)
      expect(layout.below.height).toBeGreaterThanOrEqual(Math.floor(316 * 0.85 * layout.scale))
    }
  })

  it('is as wide as a low pane, which is scrolled', () => {
    const layout = mapLayout({ width: 820, height: 455 }, 3)
    expect(layout.width).toBe(820)
    expect(mapFrame(true, layout).height).toBeGreaterThan(455)
    expect(layout.below.height).toBe(Math.round(316 * 0.82))
  })

  it('shows the same places at any size', () => {
    const half = worldView({
      ...own,
      width: 500,
      scale: 0.5,
      world: { x: 0, y: 52, width: 500, height: 209 },
    })
    for (const [x, y] of [
      [150, 0],
      [116, 40],
      [-74, 40.7],
    ] as const) {
      const [one, other] = [WORLD_VIEW, half].map(({ projection }) => projection([x, y])!)
      expect(other![0]).toBeCloseTo(one![0] / 2, 6)
      expect(other![1] - 52).toBeCloseTo((one![1] - 52) / 2, 6)
    }
  })

  it('gives a second line under the title its room', () => {
    const screen = { width: 616, height: 286 }
    expect(mapLayout(screen, 3, 2).world.y - mapLayout(screen, 3, 1).world.y).toBe(14)
  })
})
