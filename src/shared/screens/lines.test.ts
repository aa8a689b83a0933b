import { describe, expect, it } from 'vitest'
import type { Line } from './lines.ts'
import { FOLD_AFTER, linesOf, stepTo } from './lines.ts'
import { cityRow, listOf } from '../contract/test-list.ts'

const said = (line: Line): string => {
  if (line.kind === 'row') return line.row.id
  if (line.kind === 'gap') return `#${line.rank}`
  return `${line.kind}:${line.count}`
}

const partial = [
  cityRow('beijing', { rank: 1, share: 9.5 }),
  cityRow('wuhan', { rank: 4 }),
  cityRow('shenzhen', {
    otherChanges: [{ from: 2019, to: 2023, value: 89.5, unit: 'percent', qualifier: 'exact' }],
  }),
  cityRow('nanjing'),
]

describe('lines of a ranking', () => {
  it('keeps a line for each rank whose city is not named, and parts what has a figure from what has none', () => {
    expect(linesOf(listOf(partial), false).map(said)).toEqual([
      'beijing',
      '#2',
      '#3',
      'wuhan',
      'section:1',
      'shenzhen',
      'section:1',
      'nanjing',
    ])
  })

  it('marks only the cities without any figure as such', () => {
    const none = linesOf(listOf(partial), false).flatMap((line) =>
      line.kind === 'row' && line.none ? [line.row.id] : [],
    )
    expect(none).toEqual(['nanjing'])
  })

  it('draws no gaps where a filter leaves cities out, or the order is another', () => {
    for (const filters of [{ region: 'CN' }, { search: 'a' }]) {
      expect(linesOf(listOf(partial, filters), false).some((line) => line.kind === 'gap')).toBe(false)
    }
    expect(linesOf(listOf(partial, { sort: 'share', descending: true }), false).map(said)).toEqual([
      'beijing',
      'wuhan',
      'shenzhen',
      'nanjing',
    ])
  })

  it('shows a whole table as it comes', () => {
    const rows = [cityRow('a', { rank: 1, share: 2 }), cityRow('b', { rank: 3, share: 1 })]
    expect(linesOf(listOf(rows), false).map(said)).toEqual(['a', 'b'])
  })

  it('folds a long tail without figures, and unfolds it', () => {
    const many = Array.from({ length: 30 }, (_, index) => cityRow(`none-${index}`))
    const list = listOf([cityRow('beijing', { rank: 1 }), ...many])
    expect(linesOf(list, false).map(said).at(-1)).toBe(`more:${30 - FOLD_AFTER}`)
    expect(linesOf(list, false).filter((line) => line.kind === 'row')).toHaveLength(1 + FOLD_AFTER)
    expect(linesOf(list, true).filter((line) => line.kind === 'row')).toHaveLength(31)
  })
})

describe('walking', () => {
  const lines = linesOf(listOf(partial), false)

  it('steps over gaps and heads of sections', () => {
    expect(said(lines[stepTo(lines, 0, 'down')]!)).toBe('wuhan')
    expect(said(lines[stepTo(lines, 3, 'down')]!)).toBe('shenzhen')
    expect(said(lines[stepTo(lines, 3, 'up')]!)).toBe('beijing')
  })

  it('stops at both ends, and takes pages', () => {
    expect(stepTo(lines, 0, 'up')).toBe(0)
    expect(said(lines[stepTo(lines, 0, 'last')]!)).toBe('nanjing')
    expect(said(lines[stepTo(lines, 0, 2)]!)).toBe('shenzhen')
    expect(said(lines[stepTo(lines, 0, 50)]!)).toBe('nanjing')
    expect(said(lines[stepTo(lines, 7, -50)]!)).toBe('beijing')
  })

  it('begins at the first row, and has nowhere to go in an empty list', () => {
    expect(stepTo(lines, -1, 'down')).toBe(0)
    expect(stepTo([], -1, 'down')).toBe(-1)
  })
})
