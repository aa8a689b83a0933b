import { expect, it } from 'vitest'
import { placeScores } from './place-scores.ts'

const geometryOf = ({
  nodes,
  edges,
}: {
  nodes: { id: string; x: number; y: number; r: number }[]
  edges: { a: string; b: string }[]
}) => {
  const at = (id: string) => nodes.findIndex((node) => node.id === id)
  return {
    x: nodes.map(({ x }) => x),
    y: nodes.map(({ y }) => y),
    r: nodes.map(({ r }) => r),
    a: edges.map(({ a }) => at(a)),
    b: edges.map(({ b }) => at(b)),
  }
}

const geometry = (extra: { x: number; y: number; r: number }[] = []) =>
  geometryOf({
    nodes: [
      { id: 'a', x: 0, y: 0, r: 20 },
      { id: 'b', x: 200, y: 0, r: 0 },
      ...extra.map((each) => ({ id: '', ...each })),
    ],
    edges: [{ a: 'a', b: 'b' }],
  })

it('stand in the middle of what is seen of an edge', () => {
  expect(placeScores(geometry(), [0], ['12.44'], [])[0]!.x).toBeCloseTo(110)
})

it('make way for circles, labels and scores before them', () => {
  expect(placeScores(geometry([{ x: 110, y: 4, r: 5 }]), [0], ['12.44'], [])[0]!.x).toBeCloseTo(74)
  expect(placeScores(geometry(), [0], ['12.44'], [[60, -5, 115, 5]])[0]!.x).toBeCloseTo(146)
  const twice = placeScores(geometry(), [0, 0], ['12.44', '12.44'], [])
  expect(Math.abs(twice[0]!.x - twice[1]!.x)).toBeGreaterThan(30)
})

it('are left out where nothing is free', () => {
  expect(placeScores(geometry(), [0], ['12.44'], [[-500, -9, 500, 9]])).toEqual([null])
})
