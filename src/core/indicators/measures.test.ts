import { describe, expect, test } from 'vitest'
import { COMPUTE, derivedFrom, figuresFrom } from './measures.ts'
import { RANKING_SORTS } from '../../shared/domain/ranking-sorts.ts'
import { LANGUAGES } from '../../shared/domain/language.ts'
import { messages, translate } from '../../shared/i18n/index.ts'
import { standardColumns } from '../../shared/tables/ranking-columns.ts'
import { INDICATORS } from '../../shared/measures/index.ts'
import { RANKING_MEASURES } from '../../shared/measures/ranking.ts'

const FACTS = {
  rank: 2,
  rankBefore: 5,
  share: 30,
  shareBefore: 20,
  count: 90,
  articles: 1_000,
  articlesBefore: 800,
  articlesBase: 1_000,
  units: 30,
  regionUnits: 120,
  population: 2_000_000,
  reach: { international: 10, domestic: 20, local: 30 },
}

describe('measures of rankings', () => {
  test('each is told on the Method page, once, and has its words wherever it is shown', () => {
    const told = INDICATORS.map(({ indicator }) => indicator)
    expect(new Set(told).size).toBe(told.length)
    for (const { id, indicator } of RANKING_MEASURES) {
      expect(told).toContain(indicator)
      for (const language of LANGUAGES)
        for (const key of [
          `rankings.column.${id}`,
          `rankings.sortName.${id}`,
          `rankings.head.${id}`,
          `rankings.says.${id}`,
          `exports.columns.${id}`,
        ])
          expect(translate(language, key)).not.toBe(key)
    }
    expect(Object.keys(messages.zh.rankings.headSmall)).toEqual(Object.keys(messages.en.rankings.headSmall))
  })

  test('each is computed, and applies to the kinds of entity that it says', () => {
    expect(Object.keys(COMPUTE)).toEqual(RANKING_MEASURES.map(({ id }) => id))
    expect(figuresFrom(FACTS, 'city')).toEqual({
      rank: 2,
      rankChange: 3,
      share: 30,
      count: 90,
      countPerShare: 3,
      adjustedShare: 30,
      change: 5,
      changePct: expect.closeTo(20, 9) as number,
      regionSharePct: 25,
      perMillion: 15,
      internationalPct: 10,
      domesticPct: 20,
      localPct: 30,
    })
    const country = figuresFrom(FACTS, 'country')
    expect([country.regionSharePct, country.perMillion, country.localPct, country.share]).toEqual([
      null,
      null,
      null,
      30,
    ])
  })

  test('of an edition what follows from printed figures is computed alike, and nothing else', () => {
    expect(derivedFrom({ share: 30, count: 90, population: 2_000_000 })).toEqual({
      countPerShare: 3,
      perMillion: 15,
    })
    expect(derivedFrom({ share: 30, count: null, population: null })).toEqual({
      countPerShare: null,
      perMillion: null,
    })
  })

  test('sorts and the standard sets follow from the declarations', () => {
    expect(RANKING_SORTS.slice(0, 6)).toEqual(['rank', 'rankChange', 'name', 'region', 'share', 'count'])
    expect(standardColumns('full')).toEqual([
      'rank',
      'rankChange',
      'name',
      'region',
      'share',
      'count',
      'countPerShare',
      'regionSharePct',
    ])
    expect(standardColumns('index-institution')).toEqual([
      'rank',
      'name',
      'region',
      'share',
      'count',
      'changePct',
    ])
    expect(standardColumns('index-base')).toContain('adjustedShare')
    expect(standardColumns('index')).not.toContain('adjustedShare')
  })
})
