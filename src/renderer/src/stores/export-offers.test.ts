import { describe, expect, it } from 'vitest'
import { figureRequest } from '../../../shared/contract/exports.ts'
import {
  cityFigures,
  compareFigures,
  institutionFigures,
  pairFigures,
  printedChangeFigures,
  rankingFigures,
  risingFigures,
} from './export-offers.ts'

const input = { dataset: 'sample', year: 2023 }
const CITY = { ...input, city: 'nanjing' }
const ALL = [
  ...rankingFigures(input, { of: 'rankings', input }, 'nanjing'),
  ...risingFigures({ dataset: 'sample' }, 'nanjing'),
  ...printedChangeFigures(
    { dataset: 'science-cities-2024', subject: 'all' },
    'chemistry~wuhan~2022~2023~percent',
  ),
  ...cityFigures(CITY, { computed: true }),
  ...institutionFigures(
    { ...input, institution: 'I1', subject: 'all' },
    { of: 'rankings', input: { ...input, by: 'institution' } },
  ),
  ...compareFigures({ ...input, cities: ['nanjing', 'boston'] }, 'boston'),
  ...pairFigures(input, 'I1~I2'),
]

describe('figures that views offer', () => {
  it('are all as the contract takes them', () => {
    for (const figure of ALL)
      expect(figureRequest.safeParse(figure), figure.of).toMatchObject({ success: true })
  })

  it('carry the row being read, and name none where none is read', () => {
    const [bars] = rankingFigures(input, { of: 'rankings', input }, 'nanjing')
    expect(bars).toEqual({ of: 'ranking-bars', input, highlight: 'nanjing' })
    expect(rankingFigures(input, { of: 'rankings', input }, null)[0]).toEqual({ of: 'ranking-bars', input })
    expect(cityFigures(CITY, { computed: false }).find(({ of }) => of === 'finding')).toMatchObject({
      highlight: 'nanjing',
    })
  })

  it('of an institution begin with its own series, and read its row of the ranking', () => {
    const own = institutionFigures(
      { ...input, institution: 'I1', subject: 'chemistry' },
      { of: 'rankings', input: { ...input, by: 'institution' } },
    )
    expect(own.slice(0, 3)).toEqual([
      { of: 'institution-series', input: { ...input, institution: 'I1' } },
      { of: 'institution-profile', input: { ...input, institution: 'I1' } },
      {
        of: 'ranking-bars',
        input: { ...input, by: 'institution', subject: 'chemistry' },
        highlight: 'I1',
      },
    ])
    expect(own.at(-1)).toMatchObject({ of: 'pairs', input: { institution: 'I1', subject: 'chemistry' } })
  })

  it('have institutions of computed indexes only', () => {
    const kinds = (computed: boolean) => cityFigures(CITY, { computed }).map(({ of }) => of)
    expect(kinds(true)).toContain('city-institutions')
    expect(kinds(false)).not.toContain('city-institutions')
  })
})
