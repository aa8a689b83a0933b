import { expect, it } from 'vitest'
import { useMaps } from '../../drawing/map/test-maps.ts'
import { contract } from '../../../shared/contract/index.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { mapTable } from './map-table.ts'

const { context, draw } = useMaps()
const tableOf = (input: InputOf<'maps.draw'>, language: 'en' | 'zh' = 'en') =>
  mapTable(contract['maps.draw'].input.parse(input), language, context)

it('holds every city of the figure, with its place and what it has with the focus', async () => {
  const input = { dataset: 'sample', focus: 'beijing', top: 20 }
  const [table, map] = [tableOf(input), await draw(input)]
  expect(table.name).toBe('map-beijing-2023')
  expect(table.records.map(({ cityId }) => cityId)).toEqual(map.cities.map(({ id }) => id))
  table.records.forEach((record, at) => {
    const { share, count, latitude, longitude, score, articles } = map.cities[at]!
    expect(record).toMatchObject({ rank: at + 1, share, count, latitude, longitude, score, articles })
  })
  expect(table.columns.map(({ id }) => id)).toContain('scoreWithFocus')
  expect(table.rows[0]).toHaveLength(table.columns.length)
})

it('of an edition has no column of scores', () => {
  const table = tableOf({}, 'zh')
  expect(table.rows).toHaveLength(100)
  expect(table.columns.map(({ id }) => id)).not.toContain('scoreWithFocus')
  expect(table.columns.find(({ id }) => id === 'latitude')?.head).toBe('纬度（°）')
  expect(table.rows[0]).toContain('中国大陆')
})
