import { describe, expect, it } from 'vitest'
import {
  DEFAULT_DATASET,
  MOST_TICKED,
  patchQuery,
  plainQuery,
  readList,
  readShared,
  sharedPart,
} from './query.ts'

describe('the state in the address', () => {
  it('reads what it wrote', () => {
    const query = patchQuery(
      {},
      {
        dataset: 'my-edition',
        year: 2022,
        subject: 'chemistry',
        lang: 'zh',
        theme: 'dark',
        cities: 'beijing,tokyo-metropolitan-area',
      },
    )
    expect(
      readShared(plainQuery(Object.fromEntries(new URLSearchParams(new URLSearchParams(query).toString())))),
    ).toEqual({
      dataset: 'my-edition',
      year: 2022,
      subject: 'chemistry',
      lang: 'zh',
      theme: 'dark',
      cities: ['beijing', 'tokyo-metropolitan-area'],
    })
  })

  it('takes the usual values where the address says nothing or nonsense', () => {
    const usual = {
      dataset: DEFAULT_DATASET,
      year: undefined,
      subject: 'all',
      lang: undefined,
      theme: undefined,
      cities: [],
    }
    expect(readShared({})).toEqual(usual)
    const nonsense = {
      dataset: '../x',
      year: 'soon',
      subject: 'alchemy',
      lang: 'fr',
      theme: 'pink',
      cities: ',<b>,',
    }
    expect(readShared(nonsense)).toEqual(usual)
  })

  it('lays a patch over a query; empty values take a key away', () => {
    expect(
      patchQuery(
        { a: '1', b: '2', c: '3', d: '4' },
        { a: null, b: '', c: false, d: undefined, e: true, f: 0 },
      ),
    ).toEqual({
      e: '1',
      f: '0',
    })
  })

  it('gives other views the shared part alone', () => {
    expect(sharedPart({ year: '2022', q: 'nan', region: 'JP', cities: 'beijing', lang: 'zh' })).toEqual({
      year: '2022',
      cities: 'beijing',
      lang: 'zh',
    })
  })

  it('takes the first of a repeated key and drops bare keys', () => {
    expect(plainQuery({ year: ['2022', '2023'], q: null, region: '' })).toEqual({ year: '2022' })
  })

  it('holds each ticked city once and no more than can be compared', () => {
    expect(readList('beijing,beijing,nanjing')).toEqual(['beijing', 'nanjing'])
    expect(readShared({ cities: 'a,b,c,d,e,f,g,h' }).cities).toHaveLength(MOST_TICKED)
  })
})
