import { describe, expect, test } from 'vitest'
import { mapFinding } from './map-finding.ts'

const CHINA = { id: 'CN', name: 'Chinese mainland', nameZh: '中国大陆' }
const HONG_KONG = { id: 'HK', name: 'Hong Kong, China', nameZh: '中国香港' }
const UNKNOWN = { id: 'ZZ', name: 'Country not known', nameZh: '国家或地区未知' }
const city = (
  name: string,
  nameZh: string,
  region: typeof CHINA,
  score: number | null = null,
  share = 10,
) => ({
  id: name.toLowerCase(),
  name,
  nameZh,
  region,
  share,
  score,
})
const beijing = city('Beijing', '北京', CHINA)
const shanghai = city('Shanghai', '上海', CHINA, 214.6)
const hongKong = city('Hong Kong', '香港', HONG_KONG, 79.5)
const view = { cities: [], focus: beijing, filters: { region: null } }

describe('a map with a focus', () => {
  test('says its strongest link, and how many partners lie in another region', () => {
    expect(mapFinding({ ...view, partners: [shanghai, hongKong] })).toEqual({
      en: 'Beijing’s strongest link is Shanghai, **214.60**; of its 2 strongest partners, **1** is outside the Chinese mainland.',
      zh: '北京最强的合作城市是上海，分值 **214.60**；其最强的 2 座合作城市中，**1** 座不在中国大陆。',
    })
  })

  test('says where all partners are', () => {
    const partners = [shanghai, city('Wuhan', '武汉', CHINA, 9)]
    expect(mapFinding({ ...view, partners })?.en).toContain(
      'all of its 2 strongest partners are in the Chinese mainland.',
    )
  })

  test('counts no regions where one is not known, where there is one partner, or where the map keeps to a region', () => {
    const short = 'Beijing’s strongest link is Shanghai, **214.60**.'
    expect(mapFinding({ ...view, partners: [shanghai] })?.en).toBe(short)
    expect(mapFinding({ ...view, partners: [shanghai, city('Nowhere', '', UNKNOWN, 1)] })?.en).toBe(short)
    expect(mapFinding({ ...view, partners: [shanghai, hongKong], filters: { region: 'CN' } })?.en).toBe(short)
  })

  test('says nothing without a link', () => {
    expect(mapFinding({ ...view, partners: [] })).toBeNull()
  })
})

describe('a map without a focus', () => {
  const cities = Array.from({ length: 20 }, (_, i) => city(`City ${i}`, '', CHINA, null, 20 - i))
  test('says what the ten leading cities hold', () => {
    // 20 + 19 + … + 11 = 155 of 210.
    expect(mapFinding({ ...view, focus: null, cities, partners: [] })).toEqual({
      en: 'The 10 leading cities hold **73.8 %** of the Share of these 20.',
      zh: '居前的 10 座城市占这 20 座城市份额的 **73.8%**。',
    })
  })
  test('says nothing of fewer', () => {
    expect(mapFinding({ ...view, focus: null, cities: cities.slice(1), partners: [] })).toBeNull()
  })
})
