import { expect, test } from 'vitest'
import type { PrintedChange } from '../../../../shared/contract/changes.ts'
import { groupsOf } from '../../../../shared/figures/change-groups.ts'
import { barOn, percentAxis } from './printed-groups.ts'
import { periodsOf } from './usePrintedChanges.ts'

const change = (
  subject: string,
  from: number,
  id: string,
  value: number,
  more: Partial<PrintedChange> = {},
) => ({ subject, from, to: 2023, id, value, unit: 'percent', edition: 2024, ...more }) as PrintedChange

const CHANGES = [
  change('chemistry', 2019, 'shenzhen', 89.5),
  change('chemistry', 2019, 'beijing', 254.93, { unit: 'share' }),
  change('chemistry', 2022, 'guangzhou', -7.4),
  change('health-sciences', 2022, 'beijing', 17.6),
  change('health-sciences', 2022, 'beijing', 3, { unit: 'share' }),
]

test('groups by subject and period, each subject begun once, a city counted once', () => {
  expect(
    groupsOf(CHANGES).map(({ key, newSubject, rows, cities }) => [key, newSubject, rows.length, cities]),
  ).toEqual([
    ['chemistry/2019/2023/2024', true, 2, 2],
    ['chemistry/2022/2023/2024', false, 1, 1],
    ['health-sciences/2022/2023/2024', true, 2, 1],
  ])
})

test('the list of a subject is told over its longest period', () => {
  expect(periodsOf(CHANGES)).toEqual([
    { subject: 'chemistry', from: 2019, to: 2023 },
    { subject: 'health-sciences', from: 2022, to: 2023 },
  ])
})

test('bars stand on one axis through 0: a fall to its left, in proportion', () => {
  const axis = percentAxis(CHANGES)!
  expect(axis.min).toBeLessThan(-7.4)
  expect(axis.ticks).toContain(0)
  const [rise, fall] = [barOn(axis, 89.5), barOn(axis, -7.4)]
  expect(rise.length / fall.length).toBeCloseTo(89.5 / 7.4, 9)
  expect(fall.from + fall.length).toBeCloseTo(rise.from, 9)
  expect(percentAxis([change('chemistry', 2019, 'a', 5)])).toMatchObject({ min: 0 })
  expect(percentAxis([])).toBeNull()
})
