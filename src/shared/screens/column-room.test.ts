import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fullRoom, leavesBelow, ROOM_STEP, roomWithTrend, TREND, withRoom } from './column-room.ts'
import { COLUMNS, offeredColumns, shownColumns } from '../tables/ranking-columns.ts'

const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id)
const edition = shownColumns([], 'full')
const index = shownColumns([], 'index')

it('shows every column where there is room, and where the width is not known yet', () => {
  const unknown = withRoom(edition, 'rank', null)
  expect(ids(unknown)).toEqual(ids(edition))
  // Then each says below which width it leaves.
  expect(unknown.filter(({ leaves }) => leaves).map(({ id, leaves }) => `${id} ${leaves}`)).toEqual([
    'rankChange below-720',
    'region below-600',
    'count below-640',
    'countPerShare below-800',
    'regionSharePct below-760',
  ])
  expect(withRoom(edition, 'rank', fullRoom(edition))).toEqual(edition)
  expect(withRoom(index, 'rank', 896)).toEqual(index)
})

it('lets columns leave one by one, never rank, name and Share', () => {
  const shown = [820, 760, 720, 640, 600, 560].map((width) => ids(withRoom(edition, 'rank', width)))
  expect(shown).toEqual([
    ['rank', 'rankChange', 'name', 'region', 'share', 'count', 'regionSharePct', 'countPerShare'].sort(
      (a, b) => ids(COLUMNS).indexOf(a) - ids(COLUMNS).indexOf(b),
    ),
    ['rank', 'rankChange', 'name', 'region', 'share', 'count', 'regionSharePct'],
    ['rank', 'rankChange', 'name', 'region', 'share', 'count'],
    ['rank', 'name', 'region', 'share', 'count'],
    ['rank', 'name', 'region', 'share'],
    ['rank', 'name', 'share'],
  ])
  expect(ids(withRoom(COLUMNS, 'rank', 0))).toEqual(['rank', 'name', 'share'])
})

it('keeps the column by which the rows stand', () => {
  expect(ids(withRoom(edition, 'countPerShare', 600))).toEqual(['rank', 'name', 'share', 'countPerShare'])
  expect(leavesBelow(edition, 'countPerShare').has('countPerShare')).toBe(false)
})

it('leaves the name its least width, whatever is chosen and however wide the table is', () => {
  for (const columns of [edition, index, COLUMNS, shownColumns(['share'], 'full')])
    for (let width = 480; width <= 1400; width += 10) {
      const standing = withRoom(columns, 'rank', width)
      // Bar and region as features/rankings/rankings.css says them for a table without spare room.
      const fixed = standing.map(({ id, width: own }) => (id === 'region' ? 116 : (own ?? 0)))
      const left = width - 34 - 46 - 88 - fixed.reduce((sum, each) => sum + each, 0)
      expect(left, `${ids(standing)} at ${width}`).toBeGreaterThanOrEqual(160)
    }
})

it('shows the column that the rows are sorted by, also where the standard set has not got it', () => {
  expect(ids(shownColumns([], 'full', 'changePct'))).toContain('changePct')
  expect(ids(shownColumns(['count'], 'full', 'changePct'))).not.toContain('changePct')
})

it('needs no bound that the style sheet of the host’s table does not know', () => {
  const sheet = join(import.meta.dirname, '../../renderer/src/styles/first-screen-room.css')
  const css = readFileSync(sheet, 'utf8')
  const sets = [
    edition,
    COLUMNS,
    offeredColumns('full'),
    shownColumns(['share'], 'full'),
    shownColumns(['rank'], 'full'),
  ]
  const rooms = sets.map(fullRoom)
  const bounds = sets.flatMap((columns) => [...leavesBelow(columns, 'rank').values()])
  for (let each = Math.min(...bounds, ...rooms); each <= Math.max(...bounds, ...rooms); each += ROOM_STEP) {
    expect(css).toContain(`.room-${each} {\n  --room: ${each}px;`)
    expect(css).toContain(`(width < ${each}px) {\n  .below-${each} {\n    display: none;`)
  }
})

it('gives the small line of years its place before the change in Share, and takes no other column for it', () => {
  const wants = { wants: true, chosen: false }
  const at = (width: number) => roomWithTrend(index, 'rank', width, wants)
  const wide = at(1200)
  expect(wide).toEqual({ columns: index, hasTrend: true, full: fullRoom(index) + TREND })
  // The table of a window of 1440 px.
  const usual = at(896)
  expect(usual.hasTrend).toBe(true)
  expect(ids(usual.columns)).toEqual(ids(index).filter((id) => id !== 'change'))
  expect(at(760).hasTrend).toBe(false)
  expect(at(760).columns).toEqual(withRoom(index, 'rank', 760))
  // Where the change is what the rows stand by, or was asked for, the line gives way.
  expect(ids(roomWithTrend(index, 'change', 896, wants).columns)).toContain('change')
  expect(roomWithTrend(index, 'rank', 896, { wants: true, chosen: true }).hasTrend).toBe(false)
  expect(roomWithTrend(index, 'rank', 1200, { wants: false, chosen: false }).hasTrend).toBe(false)
  for (let width = 480; width <= 1600; width += 10) {
    const { columns, hasTrend } = at(width)
    const fixed = columns.map(({ id, width: own }) => (id === 'region' ? 116 : (own ?? 0)))
    const left = width - 34 - 46 - 88 - (hasTrend ? TREND : 0) - fixed.reduce((sum, each) => sum + each, 0)
    expect(left, `${ids(columns)} at ${width}`).toBeGreaterThanOrEqual(160)
  }
})
