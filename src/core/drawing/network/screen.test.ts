/** Figures made for a pane of the screen: the same network, set into the room there is. */
import { expect, test } from 'vitest'
import { multiplesDrawing, networkDrawing } from '../../../shared/contract/drawings.ts'
import { LEAST_TEXT, outOfFrame } from '../../../shared/figures/network/frame.ts'
import { networkScene } from '../../../shared/figures/network/scene.ts'
import { useMaps } from '../map/test-maps.ts'
import { drawMultiples } from './draw-multiples.ts'
import { drawNetwork } from './draw-network.ts'

const { context } = useMaps()
const PANES = [
  { width: 820, height: 240 },
  { width: 966, height: 520 },
  { width: 2060, height: 920 },
]
const network = { of: 'cities', input: { dataset: 'sample', top: 50, strongest: 'usual' } }

test.each(PANES)(
  '$width × $height: every text is read, no circle meets another, names touch none',
  (screen) => {
    const drawing = drawNetwork(networkDrawing.parse({ network, language: 'en', screen }), context)
    expect(drawing.frame).toMatchObject(screen)
    const look = {
      theme: 'light',
      colour: 'cluster',
      focus: drawing.nodes[0]!.id,
      transparent: true,
    } as const
    for (const item of networkScene(drawing, look).items)
      if (item.type === 'text') expect(item.size, item.text).toBeGreaterThanOrEqual(LEAST_TEXT)
    const { nodes, labels, areaScale } = drawing
    nodes.forEach((one, i) => {
      expect(one.r).toBeCloseTo(areaScale * Math.sqrt(one.share), 5)
      for (const other of nodes.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r - 1e-6)
    })
    labels.forEach(({ box: a }, i) => {
      for (const { box: b } of labels.slice(i + 1))
        expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false)
    })
    expect(drawing.words.source).toMatch(/labels shown/)
    expect(drawing.words.title).toBe('The leading cities, all subjects, 2019–2023')
  },
)

test('what the user put somewhere stands there in every pane, and all stands as in a file', () => {
  const own = drawNetwork(networkDrawing.parse({ network, language: 'en' }), context)
  const pins = [{ id: own.nodes[3]!.id, x: 300, y: 300 }]
  for (const screen of PANES) {
    const drawing = drawNetwork(networkDrawing.parse({ network, language: 'en', screen, pins }), context)
    const back = outOfFrame(drawing.nodes[3]!, drawing.frame)
    expect([back.x, back.y].map((value) => Number(value.toFixed(6)))).toEqual([300, 300])
    expect(drawing.layoutKey).toBe(own.layoutKey)
  }
})

test('years side by side fill the pane, and names keep their sides', () => {
  const screen = { width: 930, height: 740 }
  const years = [2019, 2020, 2021, 2022, 2023]
  const panels = years.map((year) => ({
    of: 'cities',
    input: { dataset: 'sample', top: 8, from: year, to: year },
  }))
  const asked = { panels, base: { from: 2019, to: 2023 }, labels: 'share', language: 'en', screen }
  const drawn = drawMultiples(multiplesDrawing.parse(asked), context)
  const foot = Math.max(...drawn.panels.map(({ place }) => place.y + place.height))
  expect(foot).toBeCloseTo(drawn.frame.plot.y + drawn.frame.plot.height, 6)
  expect(drawn.panels.every(({ labels }) => labels.every(({ size }) => size >= LEAST_TEXT))).toBe(true)
  const sides = new Map<string, Set<string>>()
  for (const { labels, nodes, place } of drawn.panels)
    for (const { id, anchor, box, lines } of labels) {
      const node = nodes.find((each) => each.id === id)!
      const above = Math.sign(Math.round((box[1] + box[3]) / 2 - node.y))
      sides.set(id, (sides.get(id) ?? new Set()).add(`${anchor} ${above}`))
      expect(lines.at(-1)?.text).toBe(
        node.share.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      )
      expect(box[0]).toBeGreaterThanOrEqual(place.x - 1e-6)
      expect(box[3]).toBeLessThanOrEqual(place.y + place.height + 1e-6)
    }
  for (const { labels } of drawn.panels)
    labels.forEach(({ box: a }, i) => {
      for (const { box: b } of labels.slice(i + 1))
        expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false)
    })
  expect(sides.size).toBeGreaterThan(5)
  // A name that finds its side taken in a year stands where that year has room: here one of the eight does.
  const turned = [...sides].filter(([, ways]) => ways.size > 1).map(([id]) => id)
  expect(turned.length, turned.join()).toBeLessThanOrEqual(1)
})

test('of years with nodes that come and go no names meet', () => {
  const panels = [2019, 2020, 2021].map((year) => ({
    of: 'cities',
    input: { dataset: 'sample', top: 24, from: year, to: year },
  }))
  const asked = { panels, base: { from: 2019, to: 2023 }, labels: 'share', language: 'en' }
  for (const screen of [{ width: 952, height: 764 }, undefined]) {
    const drawn = drawMultiples(multiplesDrawing.parse({ ...asked, screen }), context)
    for (const { labels, labelsShown } of drawn.panels) {
      expect(labels.length).toBe(labelsShown)
      expect(labels.length).toBeGreaterThan(8)
      labels.forEach(({ box: a }, i) => {
        for (const { box: b } of labels.slice(i + 1))
          expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false)
      })
    }
  }
})
