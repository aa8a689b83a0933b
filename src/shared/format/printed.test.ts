import { describe, expect, test } from 'vitest'
import { unpublishedRow } from '../contract/test-rows.ts'
import { qualifierOf } from '../domain/qualifiers.ts'
import { regionNote } from './region-note.ts'
import { formatRowFigure, markedFigure } from './printed.ts'

test('words and signs of a source are qualifiers; other words are not', () => {
  expect(
    ['over', '>', 'More than', '超过', 'about', '~', '约', 'nearly', '近', 'almost', 'under', '<', ''].map(
      qualifierOf,
    ),
  ).toEqual([
    'over',
    'over',
    'over',
    'over',
    'about',
    'about',
    'about',
    'nearly',
    'nearly',
    'almost',
    'under',
    'under',
    'exact',
  ])
  expect(['leading pair', 'constructor'].map(qualifierOf)).toEqual([null, null])
})

describe('a printed figure', () => {
  test('keeps the digits of its source, neither more nor fewer', () => {
    const row = unpublishedRow('wuhan', {
      changePct: 16.24,
      regionSharePct: 12,
      printedDecimals: { changePct: 2, regionSharePct: 1 },
    })
    expect(formatRowFigure(row, 'changePct')).toBe('+16.24')
    expect(formatRowFigure(row, 'regionSharePct')).toBe('12.0')
    expect(formatRowFigure({ ...row, printedDecimals: { changePct: 0 } }, 'changePct')).toBe('+16')
  })

  test('says how exact it is', () => {
    const row = unpublishedRow('x', { rank: 10, changePct: 12, printedDecimals: { changePct: 0 } })
    const as = (changePctQualifier: 'nearly' | 'over' | 'under' | 'exact') =>
      markedFigure({ ...row, changePctQualifier }, 'changePct')
    expect([as('nearly'), as('over'), as('under'), as('exact')]).toEqual(['≈ +12', '> +12', '< +12', '+12'])
    expect(markedFigure({ ...row, rankQualifier: 'implied' }, 'rank')).toBe('10†')
    expect(markedFigure(row, 'share')).toBeNull()
  })
})

test('a percentage of another total than the region’s own says so', () => {
  const note = (region: string, regionSharePct: number | null = 2.9) =>
    regionNote({ region, regionSharePct }, 'en')
  expect([note('HK'), note('MO')]).toEqual(Array(2).fill(expect.stringContaining('Chinese mainland')))
  expect([note('CN'), note('TW'), note('US'), note('HK', null)]).toEqual(Array(4).fill(undefined))
})
