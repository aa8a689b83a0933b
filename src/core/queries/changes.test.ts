import { describe, expect, test } from 'vitest'
import { useTrialIndex } from '../../../tests/support/trial-index.ts'
import { useMaps } from '../drawing/map/test-maps.ts'
import { changesInput } from '../../shared/contract/changes.ts'
import { listChanges } from './changes.ts'

describe('the bundled edition', () => {
  const { context } = useMaps()
  const list = (asked: object = {}) => listChanges(changesInput.parse(asked), context)

  test('prints 24 changes, and two of another edition, each with its line', () => {
    const { rows, total, cities } = list()
    expect([rows.length, total]).toEqual([26, 26])
    expect(cities).toBeGreaterThanOrEqual(100)
    expect(rows.filter(({ edition }) => edition !== 2024).map(({ id, to }) => [id, to])).toEqual([
      ['shanghai', 2024],
      ['beijing', 2024],
    ])
    expect(new Set(rows.map(({ source }) => `${source.file}:${source.line}`)).size).toBe(26)
  })

  test('chemistry: the longer period first, percent before Share, the largest first', () => {
    const { rows } = list({ subject: 'chemistry' })
    expect(
      rows.map(({ id, from, value, unit, decimals, qualifier }) => [
        id,
        from,
        value,
        unit,
        decimals,
        qualifier,
      ]),
    ).toEqual([
      ['shenzhen', 2019, 89.5, 'percent', 1, 'exact'],
      ['beijing', 2019, 254.93, 'share', 2, 'exact'],
      ['wuhan', 2022, 12, 'percent', 0, 'nearly'],
      ['new-york-metropolitan-area', 2022, -6.5, 'percent', 1, 'exact'],
      ['guangzhou', 2022, -7.4, 'percent', 1, 'exact'],
    ])
    // What is not printed stays unknown.
    expect(rows.map(({ share }) => share)).toEqual([null, 1714.88, null, null, null])
  })

  test('a list that is cut says so', () => {
    expect(list({ limit: 3 })).toMatchObject({ total: 26, truncated: true })
  })
})

describe('an index', () => {
  const { queries } = useTrialIndex()
  test('prints none', () => {
    const list = listChanges(changesInput.parse({ dataset: 'trial' }), queries.context)
    expect([list.total, list.cities, list.rows]).toEqual([0, 0, []])
  })
})
