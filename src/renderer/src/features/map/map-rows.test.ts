import { expect, it } from 'vitest'
import type { MapCity } from '../../../../shared/contract/drawings.ts'
import { cityRows } from './map-rows.ts'

const city = (id: string, nameZh: string | null, share: number, score: number | null) =>
  ({ id, name: id, nameZh, share, score, region: 'CN' }) as MapCity
const map = {
  cities: [city('Beijing', '北京', 3, null), city('Xian', '西安', 2, 1), city('Wuhan', '武汉', 1, 5)],
}
const words = { nameOf: ({ name }: MapCity) => name, regionOf: (id: string) => id }
const ids = (...given: Parameters<typeof cityRows>) =>
  cityRows(...given).map(({ key, rank }) => `${rank} ${key}`)

it('orders by any column, what is not known last', () => {
  expect(ids(map, words, { by: 'share', descending: true })).toEqual(['1 Beijing', '2 Xian', '3 Wuhan'])
  expect(ids(map, words, { by: 'score', descending: true })).toEqual(['3 Wuhan', '2 Xian', '1 Beijing'])
  expect(ids(map, words, { by: 'score', descending: false })).toEqual(['2 Xian', '3 Wuhan', '1 Beijing'])
})

it('finds a city by its name in either language', () => {
  expect(ids(map, words, { by: 'share', descending: true }, '武')).toEqual(['3 Wuhan'])
  expect(ids(map, words, { by: 'share', descending: true }, 'xi')).toEqual(['2 Xian'])
})
