import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Placed } from './flow.ts'
import { flow } from './flow.ts'

const paper = { left: 50, top: 60, bottom: 760, column: 240, gutter: 20 }
const column = (height: number, more: Partial<Block> = {}): Block => ({
  span: 'column',
  height,
  before: 0,
  ...more,
})
const wide = (height: number, more: Partial<Block> = {}): Block => ({ ...column(height, more), span: 'page' })
const places = (placed: readonly Placed<Block>[]) => placed.map(({ page, x, y }) => [page, x, y])

describe('blocks on pages', () => {
  test('what stands between two wide blocks is balanced in two columns', () => {
    const blocks = [wide(100), column(50, { before: 10 }), column(50), column(50), column(50), wide(30)]
    expect(places(flow(blocks, paper))).toEqual([
      [0, 50, 60],
      [0, 50, 170],
      [0, 50, 220],
      [0, 310, 170],
      [0, 310, 220],
      [0, 50, 270],
    ])
  })

  test('a wide block that finds no room begins a page, without the room above it', () => {
    expect(places(flow([wide(500), wide(300, { before: 20 })], paper))).toEqual([
      [0, 50, 60],
      [1, 50, 60],
    ])
  })

  test('a heading goes with its figure, into the other column or the next page', () => {
    const figure = [column(20, { keepNext: true }), column(300)]
    const placed = places(flow([...figure, ...figure, ...figure, ...figure, ...figure], paper))
    expect(placed.map(([page, x]) => [page, x])).toEqual([
      ...[0, 0, 0, 0].map(() => [0, 50]),
      ...[0, 0, 0, 0].map(() => [0, 310]),
      [1, 50],
      [1, 50],
    ])
  })

  test('text runs from the left column to the right one and on', () => {
    const lines = Array.from({ length: 120 }, () => column(13.5))
    const placed = flow(lines, paper)
    expect(placed.filter(({ page, x }) => page === 0 && x === 50)).toHaveLength(51)
    expect(placed.filter(({ page, x }) => page === 0 && x === 310)).toHaveLength(51)
    expect(placed.filter(({ page }) => page === 1)).toHaveLength(18)
    expect(places(placed).at(-1)).toEqual([1, 310, 60 + 8 * 13.5])
  })

  const block = fc.record({
    span: fc.constantFrom<Block['span']>('column', 'page'),
    height: fc.integer({ min: 1, max: 160 }),
    before: fc.integer({ min: 0, max: 20 }),
    keepNext: fc.boolean(),
  })

  test('all stand on a page, in their order, and none over another; what belongs together stays so', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (drawn) => {
        // At most four together: taller ones than a page run over it.
        const blocks = drawn.map((each, i) => ({ ...each, keepNext: each.keepNext && i % 4 !== 3 }))
        const placed = flow(blocks, paper)
        expect(placed.map((each) => each.block)).toEqual(blocks)
        placed.forEach((each, i) => {
          const end = each.y + each.block.height
          expect(each.y).toBeGreaterThanOrEqual(paper.top)
          expect(end).toBeLessThanOrEqual(paper.bottom + 1e-6)
          const next = placed[i + 1]
          if (!next) return
          const isSame = next.page === each.page && next.x === each.x
          if (isSame) expect(next.y).toBeGreaterThanOrEqual(end)
          else if (next.page === each.page && each.block.span === next.block.span)
            expect(next.x).toBeGreaterThan(each.x)
          else expect(next.page).toBeGreaterThanOrEqual(each.page)
          if (each.block.keepNext && each.block.span === next.block.span) expect(isSame).toBe(true)
        })
        // A block of the page stands below both columns above it.
        placed.forEach(({ block: { span }, page, y }, i) => {
          if (span !== 'page') return
          for (const above of placed.slice(0, i))
            if (above.page === page) expect(above.y + above.block.height).toBeLessThanOrEqual(y)
        })
      }),
      { numRuns: 300 },
    )
  })
})
