import { describe, expect, it } from 'vitest'
import type { SearchHit } from '../../../../shared/contract/search.ts'
import { choicesOf, matchRegions } from './picker.ts'

const hit = (kind: SearchHit['kind'], id: string): SearchHit => ({
  kind,
  id,
  name: id,
  nameZh: null,
  pinyin: null,
  within: null,
  withinZh: null,
  rank: null,
  share: 1,
  match: { field: 'name', start: 0, length: 1 },
})
const REGIONS = [
  { id: 'JP', name: 'Japan', nameZh: '日本', cities: 5 },
  { id: 'CN', name: 'Chinese mainland', nameZh: '中国内地', cities: 35 },
]

describe('entries of a picker', () => {
  it('takes cities for a city, and cities and institutions for a centre', () => {
    const hits = [hit('region', 'CN'), hit('city', 'beijing'), hit('institution', 'I1')]
    expect(choicesOf({ hits, nearest: [] }, 'city').map(({ id }) => id)).toEqual(['beijing'])
    expect(choicesOf({ hits, nearest: [] }, 'centre').map(({ id }) => id)).toEqual(['beijing', 'I1'])
    expect(choicesOf(null, 'city')).toEqual([])
  })

  it('offers the nearest names where none fits', () => {
    const answer = { hits: [hit('institution', 'I1')], nearest: [hit('city', 'hangzhou')] }
    expect(choicesOf(answer, 'city').map(({ id }) => id)).toEqual(['hangzhou'])
  })

  it('finds regions by code and by either name, most cities first', () => {
    expect(matchRegions(REGIONS, '').map(({ id }) => id)).toEqual(['CN', 'JP'])
    expect(matchRegions(REGIONS, '日').map(({ id }) => id)).toEqual(['JP'])
    expect(matchRegions(REGIONS, 'cn').map(({ id }) => id)).toEqual(['CN'])
  })
})
