import { describe, expect, test } from 'vitest'
import type { IndexFacts } from './index-facts.ts'
import { cameOfIt } from './import-finding.ts'

const whole: IndexFacts = {
  articles: 12_036,
  years: [2016, 2017, 2025],
  cities: 640,
  countries: 84,
  institutions: 4512,
  placed: 1,
  ranked: 'city',
}
const none = { read: 0, matched: 0, unmatched: 350, withoutCity: 350 }
const say = (facts: Partial<IndexFacts>, institutions: typeof none | null = none) =>
  cameOfIt('mine', { ...whole, ...facts }, institutions)

describe('what came of an import', () => {
  test('all placed: what there is, and the ranking of cities', () => {
    expect(say({})).toEqual({
      finding: {
        en: 'Counted: **12,036** articles of 2016–2025, by 4,512 institutions of 84 countries, in 640 cities.',
        zh: '计入 2016–2025 年的 **12,036** 篇论文，涉及 84 个国家和地区的 4,512 个机构，位于 640 座城市。',
      },
      by: 'city',
      view: '/?dataset=mine',
      command: 'rank --dataset mine',
    })
  })

  test('no record matches: how many of how many, and the ranking of countries', () => {
    const came = say(
      { cities: 0, placed: 0, ranked: 'country' },
      { read: 678, matched: 0, unmatched: 350, withoutCity: 350 },
    )
    expect(came.finding.en).toBe(
      'Counted: **12,036** articles of 2016–2025, in 84 countries. No city is known: **0** of the 350 institutions named in the articles are among the 678 records of institutions given. Add the records of the others to place them.',
    )
    expect(came).toMatchObject({
      view: '/?by=country&dataset=mine',
      command: 'rank --dataset mine --by country',
    })
  })

  test('without a file of institutions it says so', () => {
    expect(say({ cities: 0, placed: 0, ranked: 'country' }).finding.en).toContain(
      'no file of institutions was given',
    )
    expect(say({ cities: 0, countries: 0, placed: 0, ranked: 'institution' })).toMatchObject({
      finding: { en: expect.stringContaining('No city and no country is known: no file') },
      view: '/?by=institution&dataset=mine',
    })
  })

  test('partly placed: the part is never rounded to the whole, nor to nothing', () => {
    expect(say({ placed: 0.99999 }).finding.en).toContain('**99.9 %** of their Share lies in a known city.')
    expect(say({ placed: 0.00001 }).finding.en).toContain(
      '**0.1 %** of their Share lies in a known city: no file',
    )
    expect(say({ placed: 0.4 }, { read: 10, matched: 9, unmatched: 1, withoutCity: 1 }).finding.en).toMatch(
      /\*\*40\.0 %\*\* of their Share lies in a known city\.$/,
    )
  })

  test('one of each is told as one; an index without rows leads nowhere', () => {
    const one = say({ articles: 1, years: [2021], cities: 1, countries: 1, institutions: 1 })
    expect(one.finding.en).toBe('Counted: **1** article of 2021, by 1 institution of 1 country, in 1 city.')
    const bare = say({ cities: 0, countries: 0, institutions: 0, placed: 0, ranked: null })
    expect(bare.finding.en).toContain('No institution, city or country is known: the articles name none.')
    expect(bare).toMatchObject({ by: null, view: null, command: null })
  })
})
