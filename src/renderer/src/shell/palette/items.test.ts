import { describe, expect, it } from 'vitest'
import type { SearchHit } from '../../../../shared/contract/search.ts'
import { cityIdOf, hitNames, markPieces, markText, splitPieces, step } from './items.ts'

const hit = (match: SearchHit['match'], rest: Partial<SearchHit> = {}): SearchHit => ({
  kind: 'city',
  id: 'beijing',
  name: 'Beijing',
  nameZh: '北京',
  pinyin: match.field === 'pinyin' ? 'beijing' : null,
  within: 'Chinese mainland',
  withinZh: '中国大陆',
  rank: 1,
  share: 4259.39,
  match,
  ...rest,
})

describe('marking what matched', () => {
  it('marks the middle of a text and leaves no empty piece', () => {
    expect(markPieces('Xi’an', 0, 2)).toEqual([
      { text: 'Xi', marked: true },
      { text: '’an', marked: false },
    ])
    expect(markPieces('北京大学', 2, 2)).toEqual([
      { text: '北京', marked: false },
      { text: '大学', marked: true },
    ])
    expect(markPieces('', 0, 0)).toEqual([])
  })

  it('finds a text without regard to case', () => {
    expect(markText('Open Rankings', 'rank')).toEqual([
      { text: 'Open ', marked: false },
      { text: 'Rank', marked: true },
      { text: 'ings', marked: false },
    ])
    expect(markText('Open Rankings', 'method')).toBeNull()
  })
})

describe('names of a hit', () => {
  it('puts the language of the session first', () => {
    const names = hitNames(hit({ field: 'nameZh', start: 0, length: 1 }), 'zh')
    expect(names.label).toEqual([
      { text: '北', marked: true },
      { text: '京', marked: false },
    ])
    expect(names.second).toEqual([{ text: 'Beijing', marked: false }])
    expect(names.secondLang).toBe('en')
  })

  it('shows the pinyin that matched beside the Chinese name', () => {
    const names = hitNames(hit({ field: 'pinyin', start: 3, length: 4 }), 'en')
    expect(names.label).toEqual([{ text: 'Beijing', marked: false }])
    expect(names.second.map(({ text }) => text)).toEqual(['北京 ', 'bei', 'jing'])
    expect(names.second[2]?.marked).toBe(true)
  })

  it('shows English alone where no Chinese name is known', () => {
    const names = hitNames(hit({ field: 'name', start: 0, length: 3 }, { nameZh: null }), 'zh')
    expect(names.label[0]).toEqual({ text: 'Bei', marked: true })
    expect(names.second).toEqual([])
  })
})

it('leads an institution to its city', () => {
  const match = { field: 'name', start: 0, length: 2 } as const
  expect(cityIdOf(hit(match, { kind: 'institution', within: 'Boston metropolitan area' }))).toBe(
    'boston-metropolitan-area',
  )
  expect(cityIdOf(hit(match, { within: null }))).toBeNull()
})

it('walks round both ends of the list', () => {
  expect(step(2, 1, 3)).toBe(0)
  expect(step(0, -1, 3)).toBe(2)
  expect(step(0, 1, 0)).toBe(0)
})

it('splits a name where it differs, marks kept', () => {
  const pieces = markPieces('Beijing Normal University', 0, 4)
  const [head, tail] = splitPieces(pieces, 8)
  expect(head).toEqual([
    { text: 'Beij', marked: true },
    { text: 'ing ', marked: false },
  ])
  expect(tail).toEqual([{ text: 'Normal University', marked: false }])
  const [begun, rest] = splitPieces(pieces, 2)
  expect([begun, rest[0]]).toEqual([[{ text: 'Be', marked: true }], { text: 'ij', marked: true }])
})
