import { describe, expect, it } from 'vitest'
import { edgeBetween, nodeRows, pairRows, partnersOf, readColumns } from './rows.ts'
import { testDrawing } from './test-drawing.ts'

const { nodes, edges } = testDrawing(12)
const name = ({ name }: { name: string }) => name
const names = new Map(nodes.map(({ id, name }) => [id, name]))
const nameOf = (id: string) => names.get(id) ?? id

describe('rows of a network', () => {
  it('has every node once, by Share, and each kept its rank in another order', () => {
    const byShare = nodeRows(nodes, name, { by: 'share', descending: true })
    expect(byShare.map(({ rank }) => rank)).toEqual(nodes.map((_, index) => index + 1))
    const turned = nodeRows(nodes, name, { by: 'count', descending: false })
    expect(turned[0]!.rank).toBe(12)
    expect(new Set(turned.map(({ node }) => node.id)).size).toBe(12)
  })

  it('ranks the centre of a circle by its Share, wherever it stands', () => {
    const centred = [nodes[5]!, ...nodes.filter((_, index) => index !== 5)]
    const rows = nodeRows(centred, name, { by: 'share', descending: true })
    expect(rows[5]!.node.id).toBe('I6')
    expect(rows[5]!.rank).toBe(6)
  })

  it('finds by either name', () => {
    expect(nodeRows(nodes, name, { by: 'share', descending: true }, ' institute 12 ')).toHaveLength(1)
    expect(nodeRows(nodes, name, { by: 'share', descending: true }, '研究所3')).toHaveLength(1)
    expect(nodeRows(nodes, name, { by: 'share', descending: true }, 'nowhere')).toEqual([])
  })

  it('has every pair once, by score, and finds those of one institution', () => {
    const rows = pairRows(edges, nameOf, 'sample', { by: 'score', descending: true })
    expect(rows.map(({ key }) => key)).toEqual(edges.map(({ a, b }) => `${a}~${b}`))
    expect(pairRows(edges, nameOf, 'sample', { by: 'name', descending: false }, 'institute 4')).toHaveLength(
      1,
    )
    const few = pairRows(edges, nameOf, 'sample', { by: 'articles', descending: false })
    expect(few[0]!.edge.articles).toBe(90)
  })

  it('reads the columns that are known', () => {
    expect(readColumns('betweenness,mood,count')).toEqual(['count', 'betweenness'])
    expect(readColumns(undefined)).toEqual([])
  })

  it('lists partners from either end of an edge and finds the edge of a pair', () => {
    expect(partnersOf(edges, 'I1')).toHaveLength(11)
    expect(partnersOf(edges, 'I3')).toEqual([{ id: 'I1', score: edges[1]!.score, articles: 99 }])
    expect(edgeBetween(edges, ['I3', 'I1'])).toBe(edges[1])
    expect(edgeBetween(edges, ['I3', 'I4'])).toBeNull()
    expect(edgeBetween(edges, null)).toBeNull()
  })
})
