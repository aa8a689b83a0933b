import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../contract/drawings.ts'
import { PALETTES } from '../palette.ts'
import type { NetworkStyle } from './paint.ts'
import { plotItems } from './scene.ts'

const node = (id: string, x: number, r: number) => ({
  id,
  x: 100 * x,
  y: 90 * x * x,
  r,
  cluster: 0,
  sector: 's',
  region: 'CN',
})
const edge = (a: string, b: string, score: number) => ({ a, b, score, width: score / 10 })
const drawing = {
  nodes: [node('a', 1, 9), node('b', 2, 5), node('c', 3, 3)],
  edges: [edge('b', 'c', 40), edge('a', 'b', 30), edge('a', 'c', 20)],
  labels: [],
} as unknown as Drawing
const style = (focus: string | null): NetworkStyle => ({
  theme: 'light',
  colour: 'cluster',
  focus,
  transparent: false,
})
const keysOf = (focus: string | null, type: string) =>
  plotItems(drawing, style(focus)).flatMap((item) => (item.type === type ? [item.key] : []))

describe('a network as a scene', () => {
  it('has every line from the weakest and every circle from the largest, with their own lengths', () => {
    expect(keysOf(null, 'line')).toEqual(['a c', 'a b', 'b c'])
    expect(keysOf(null, 'circle')).toEqual(['a', 'b', 'c'])
    const items = plotItems(drawing, style(null))
    expect(items.flatMap((item) => (item.type === 'line' ? [item.strokeWidth] : []))).toEqual([2, 3, 4])
    expect(items.flatMap((item) => (item.type === 'circle' ? [item.r] : []))).toEqual([9, 5, 3])
  })

  it('lays the lines of the node being read over the others, which lose their colour', () => {
    expect(keysOf('a', 'line')).toEqual(['b c', 'a c', 'a b'])
    const { needle, line3 } = PALETTES.light
    const strokes = plotItems(drawing, style('a')).flatMap((item) =>
      item.type === 'line' ? [item.stroke] : [],
    )
    expect(strokes).toEqual([line3, needle, needle])
  })

  it('writes its scores on its strongest lines', () => {
    const texts = plotItems(drawing, style('a')).flatMap((item) => (item.type === 'text' ? [item.text] : []))
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(['30.00', '20.00']).toContain(text)
  })
})
