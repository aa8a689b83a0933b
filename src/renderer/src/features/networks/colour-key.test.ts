import { describe, expect, it } from 'vitest'
import { nodePaints } from '../../../../shared/figures/network/paint.ts'
import { colourKey } from '../../../../shared/figures/network/colour-key.ts'
import { testDrawing } from './test-drawing.ts'

const drawing = testDrawing(30)

describe('the key of colours', () => {
  it('is empty where nothing is coloured', () => {
    expect(colourKey(drawing, 'none', 'light')).toEqual([])
  })

  it('names each group once, with the colour that its nodes have', () => {
    const key = colourKey(drawing, 'sector', 'dark')
    expect(key.map(({ value, nodes }) => [value, nodes])).toEqual([
      ['education', 15],
      ['government', 15],
    ])
    const paints = nodePaints(drawing, { theme: 'dark', colour: 'sector', focus: null, transparent: false })
    expect(key[0]!.fill).toBe(paints[0]!.fill)
    expect(colourKey(drawing, 'cluster', 'light').map(({ value }) => value)).toEqual(['0', '1', '2'])
  })

  it('puts what shares one colour last, as the rest', () => {
    const many = { ...drawing, nodes: drawing.nodes.map((node, index) => ({ ...node, cluster: index })) }
    const key = colourKey(many, 'cluster', 'light')
    expect(key.at(-1)!.value).toBeNull()
    expect(key.filter(({ value }) => value === null)).toHaveLength(1)
    expect(key.reduce((sum, { nodes }) => sum + nodes, 0)).toBe(30)
  })
})
