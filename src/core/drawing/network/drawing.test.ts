/** What a drawing of a network draws, and where it puts whose circle it is. */
import { expect, test } from 'vitest'
import type { NetworkDrawingInput } from '../../../shared/contract/drawings.ts'
import { networkDrawing } from '../../../shared/contract/drawings.ts'
import { useMaps } from '../map/test-maps.ts'
import { drawNetwork } from './draw-network.ts'

const { context } = useMaps()
const draw = (network: unknown, more: Partial<NetworkDrawingInput> = {}): ReturnType<typeof drawNetwork> =>
  drawNetwork(networkDrawing.parse({ language: 'en', ...more, network }), context)
const cities = (more: object) => ({ of: 'cities', input: { dataset: 'sample', ...more } })

test('of 50 nodes the three strongest links of each are drawn where nothing else is asked', () => {
  const all = draw(cities({ top: 50 }))
  const usual = draw(cities({ top: 50, strongest: 'usual' }))
  expect([all.filters.strongest, usual.filters.strongest]).toEqual([null, 3])
  expect(usual.edgesOf).toBe(all.edges.length)
  expect(usual.edges.length).toBeLessThan(all.edges.length)
  expect(usual.words.subtitle).toContain(
    `the 3 strongest links of each, ${usual.edges.length} of ${all.edges.length.toLocaleString('en')}`,
  )
  // A link is drawn where it is among the three strongest of either end: counted apart, link by link.
  const drawn = new Set(usual.edges.map(({ a, b }) => `${a} ${b}`))
  for (const [at, { a, b }] of all.edges.entries()) {
    const before = (id: string) =>
      all.edges.slice(0, at).filter((each) => each.a === id || each.b === id).length
    expect(drawn.has(`${a} ${b}`)).toBe(before(a) < 3 || before(b) < 3)
  }
  for (const { id, links } of usual.nodes)
    expect(links).toBe(all.edges.filter(({ a, b }) => a === id || b === id).length)
})

test('of fewer nodes all links are drawn', () => {
  const usual = draw(cities({ top: 20, strongest: 'usual' }))
  expect([usual.filters.strongest, usual.edges.length]).toEqual([null, usual.edgesOf])
  expect(draw(cities({ top: 20, strongest: 1 })).words.subtitle).toContain('the strongest link of each, ')
})

test.each(['force', 'concentric'] as const)('whose circle it is stands in the middle: %s', (layout) => {
  const ego = { of: 'ego', input: { dataset: 'sample', kind: 'city', centre: 'London', top: 15 } }
  const drawing = draw(ego, { layout })
  const { plot } = drawing.frame
  const [centre, ...others] = drawing.nodes
  expect(centre).toMatchObject({ name: 'London', pinned: false })
  expect(centre?.x).toBeCloseTo(plot.x + plot.width / 2, 6)
  expect(centre?.y).toBeCloseTo(plot.y + plot.height / 2, 6)
  for (const { x, y, r } of others)
    expect(Math.hypot(x - centre!.x, y - centre!.y)).toBeGreaterThan(r + centre!.r)
  // The user's own place for it holds.
  const pins = [{ id: centre!.id, x: 200, y: 200 }]
  expect(draw(ego, { layout, pins }).nodes[0]).toMatchObject({ x: 200, y: 200, pinned: true })
  expect(drawing.words.subtitle).toContain(`15 of ${drawing.nodesOf - 1} partners of London`)
})
