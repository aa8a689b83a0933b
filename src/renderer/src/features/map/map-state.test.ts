import { describe, expect, it } from 'vitest'
import type { Shared } from './map-state.ts'
import { readMap, toMapDrawing } from './map-state.ts'

const shared: Shared = {
  dataset: 'sample',
  subject: 'all',
  year: 2023,
  isIndex: true,
  firstYear: 2019,
  leader: 'beijing',
}

describe('state of the map', () => {
  it('gives way to the usual where the address says nothing that a map could mean', () => {
    const usual = readMap({})
    expect(
      readMap({ partners: 'x', top: '-', region: 'China', labels: 'all', names: 'fr', at: ' ' }),
    ).toEqual(usual)
    expect(usual).toMatchObject({ focus: undefined, partners: 16, top: 100, region: null, labels: 'name' })
    expect(readMap({ partners: '900', top: '0' })).toMatchObject({ partners: 200, top: 1 })
  })

  it('has the leading city as focus unless the address names another, or none', () => {
    expect(toMapDrawing(readMap({}), shared, 'en').focus).toBe('beijing')
    expect(toMapDrawing(readMap({ around: 'boston' }), shared, 'en').focus).toBe('boston')
    expect(toMapDrawing(readMap({ around: 'none' }), shared, 'en')).not.toHaveProperty('focus')
  })

  it('asks an edition for no focus and no period', () => {
    const edition = { ...shared, isIndex: false }
    const asked = toMapDrawing(readMap({ around: 'boston', years: 'all' }), edition, 'zh')
    expect(asked).not.toHaveProperty('focus')
    expect(asked).not.toHaveProperty('from')
    expect(asked.language).toBe('zh')
    expect(toMapDrawing(readMap({ years: 'all' }), shared, 'zh').from).toBe(2019)
  })
})
