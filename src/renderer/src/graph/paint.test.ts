import { expect, it } from 'vitest'
import type { SceneItem } from '../../../shared/figures/scene.ts'
import { geometryOf } from './geometry.ts'
import { paintEdges, paintNodes } from './paint-network.ts'
import { paintScene } from './paint-scene.ts'
import { recordingContext } from './test-context.ts'
import { testDrawing } from './test-drawing.ts'

const PLAIN = { opacity: 1, clip: null }
const text = (over: Partial<Extract<SceneItem, { type: 'text' }>>): SceneItem => ({
  ...PLAIN,
  type: 'text',
  text: 'Tsinghua',
  x: 10,
  y: 20,
  anchor: 'middle',
  size: 9,
  weight: 400,
  fill: '#111',
  stroke: null,
  strokeWidth: 0,
  turn: null,
  ...over,
})

it('writes text with its rim behind it, line by line', () => {
  const { ctx, calls } = recordingContext()
  const line = (words: string, y: number) => ({ text: words, y, fill: '#111', weight: 600 as const })
  paintScene(ctx, [
    text({ stroke: '#fff', strokeWidth: 3, lines: [line('Tsinghua', 20), line('412.00', 30)] }),
  ])
  expect(calls.filter(([name]) => name.endsWith('Text'))).toEqual([
    ['strokeText', 'Tsinghua', 10, 20],
    ['fillText', 'Tsinghua', 10, 20],
    ['strokeText', '412.00', 10, 30],
    ['fillText', '412.00', 10, 30],
  ])
  expect(ctx.textAlign).toBe('center')
  expect(ctx.font).toContain('600 9px')
})

it('turns text about its anchor', () => {
  const { ctx, calls } = recordingContext()
  paintScene(ctx, [text({ turn: [0, -1, 1, 0] })])
  expect(calls).toContainEqual(['transform', 0, -1, 1, 0, 10, 20])
  expect(calls).toContainEqual(['translate', -10, -20])
})

it('paints a circle’s rim before its fill, and lines with their ends', () => {
  const { ctx, calls } = recordingContext()
  paintScene(
    ctx,
    [
      { ...PLAIN, type: 'circle', x: 1, y: 2, r: 3, fill: '#222', stroke: '#fff', strokeWidth: 2 },
      {
        ...PLAIN,
        type: 'line',
        x1: 0,
        y1: 0,
        x2: 5,
        y2: 5,
        stroke: '#333',
        strokeWidth: 1,
        cap: 'round',
        opacity: 0.5,
      },
    ],
    0.5,
  )
  const painted = calls
    .map(([name]) => name)
    .filter((name) => ['arc', 'fill', 'stroke', 'lineTo'].includes(name))
  expect(painted).toEqual(['arc', 'stroke', 'fill', 'lineTo', 'stroke'])
  expect(ctx.globalAlpha).toBe(0.25)
  expect(ctx.lineCap).toBe('round')
})

it('strokes weak edges first, leaves out what is lifted or out of sight, and paints every circle else', () => {
  const drawing = testDrawing(20, 40)
  const geometry = geometryOf(drawing)
  const network = {
    geometry,
    nodes: drawing.nodes.map(() => ({ fill: '#555', stroke: '#fff', strokeWidth: 1 })),
    edges: drawing.edges.map(() => ({ colour: '#999', opacity: 0.5 })),
  }
  const all = recordingContext()
  paintEdges(all.ctx, network, 40, 0)
  const strongest = [geometry.x[geometry.b[0]!], geometry.y[geometry.b[0]!]]
  expect(all.calls.filter(([name]) => name === 'stroke')).toHaveLength(40)
  expect(all.calls.findLast(([name]) => name === 'lineTo')?.slice(1)).toEqual(strongest)

  const without = new Set([0])
  const some = recordingContext()
  paintEdges(some.ctx, network, 40, 0, { without })
  const own = drawing.edges.filter(({ a, b }) => a === 'institution-0' || b === 'institution-0').length
  expect(own).toBeGreaterThan(0)
  expect(some.calls.filter(([name]) => name === 'stroke')).toHaveLength(40 - own)
  paintNodes(some.ctx, network, { without })
  expect(some.calls.filter(([name]) => name === 'arc')).toHaveLength(19)

  const part = recordingContext()
  paintNodes(part.ctx, network, { part: [-50, -50, -10, -10] })
  paintEdges(part.ctx, network, 40, 0, { part: [-50, -50, -10, -10] })
  expect(part.calls).toEqual([])
})
