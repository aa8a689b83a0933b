import { expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { useMaps } from '../drawing/map/test-maps.ts'
import { byIds } from './by-ids.ts'

const { context } = useMaps()
const parsed = (figure: unknown) => contract['exports.figure'].input.parse({ figure, format: 'svg' }).figure
const table = (asked: unknown) => contract['exports.table'].input.parse({ table: asked, format: 'csv' }).table

it('calls a city by its id, however it was named', () => {
  for (const name of ['南京', 'nanjing', 'NANJING']) {
    expect(byIds(parsed({ of: 'ranking-bars', input: {}, highlight: name }), context)).toMatchObject({
      highlight: 'nanjing',
    })
    expect(byIds(table({ of: 'compare', input: { cities: [name, '北京'] } }), context)).toMatchObject({
      input: { cities: ['nanjing', 'beijing'] },
    })
  }
})

it('leaves to the query what it does not find, but not a highlight', () => {
  expect(byIds(table({ of: 'city', input: { city: 'Atlantis' } }), context)).toMatchObject({
    input: { city: 'Atlantis' },
  })
  expect(() => byIds(parsed({ of: 'finding', input: {}, highlight: 'Atlantis' }), context)).toThrow(
    /Atlantis/,
  )
})

it('reaches into tables and drawings', () => {
  const network = { of: 'institutions', input: { dataset: 'sample', city: '北京' } }
  expect(byIds(parsed({ of: 'network', drawing: { network } }), context)).toMatchObject({
    drawing: { network: { input: { city: 'beijing' } } },
  })
})
