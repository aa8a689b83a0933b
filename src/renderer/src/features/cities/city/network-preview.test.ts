import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../../../../shared/contract/drawings.ts'
import { networkPreview, previewNames } from './network-preview.ts'

const node = (id: string, x: number, y: number, r: number) => ({ id, x, y, r })
const drawing = {
  nodes: [node('a', 100, 100, 40), node('b', 900, 120, 20), node('c', 500, 600, 10)],
  edges: [
    { a: 'a', b: 'b', width: 8, score: 8 },
    { a: 'b', b: 'c', width: 2, score: 2 },
  ],
} as unknown as Drawing
const frame = { width: 360, height: 220 }
const measure = (text: string) => text.length * 6

describe('a network in a small frame', () => {
  it('keeps circles and names inside, the order of areas, and names apart', () => {
    const { nodes } = networkPreview(drawing, frame, ['Alpha', 'Beta', 'Gamma'], measure)
    for (const { x, y, r, label } of nodes) {
      expect(x - r).toBeGreaterThanOrEqual(0)
      expect(x + r).toBeLessThanOrEqual(frame.width)
      expect(y + r).toBeLessThanOrEqual(frame.height)
      expect(label).not.toBeNull()
    }
    expect(nodes[0]!.r).toBeCloseTo(2 * nodes[1]!.r, 6)
  })
  it('leaves out a name without a free place, never lays it over another', () => {
    const crowd = {
      nodes: Array.from({ length: 12 }, (_, i) => node(`n${i}`, 500 + i, 300, 10)),
      edges: [],
    } as unknown as Drawing
    const names = crowd.nodes.map(() => 'A name of some length')
    const { nodes } = networkPreview(crowd, frame, names, measure)
    expect(nodes.filter(({ label }) => label === null).length).toBeGreaterThan(0)
    const places = nodes.flatMap(({ label }) => (label ? [`${label.x} ${label.y}`] : []))
    expect(new Set(places).size).toBe(places.length)
  })
  it('is in the middle where there is but one', () => {
    const { nodes } = networkPreview({ nodes: drawing.nodes.slice(0, 1), edges: [] }, frame, ['A'], measure)
    expect([nodes[0]?.x, nodes[0]?.y]).toEqual([180, 110])
  })
})

describe('names of a small network', () => {
  it('drops the words that all begin with, and nothing where only some do', () => {
    const names = ['Beijing Sample University 1', 'Beijing Sample University 2', 'Beijing Sample Hospital 4']
    expect(previewNames(names, 999, measure)).toEqual(['University 1', 'University 2', 'Hospital 4'])
    expect(previewNames(['Peking University', 'Tsinghua University', 'CAS'], 999, measure)[0]).toBe(
      'Peking University',
    )
  })
  it('cuts in the middle, so that ends still tell them apart', () => {
    const cut = previewNames(['Universidade Federal do Rio', 'Universidade Federal do Pará'], 90, measure)
    expect(new Set(cut).size).toBe(2)
    for (const name of cut) expect(measure(name)).toBeLessThanOrEqual(90)
  })
})
