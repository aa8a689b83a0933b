import { describe, expect, it } from 'vitest'
import type { CityProfile, Statement } from '../../../../../shared/contract/cities.ts'
import { statementName } from '../../../../../shared/domain/figure-forms.ts'
import { saidOf } from './said.ts'

let line = 0
const said = (indicator: string, subject: string, yearTo: number, value: number | null, rest = {}) =>
  ({
    figureId: ++line,
    indicator,
    subject,
    yearFrom: yearTo,
    yearTo,
    value,
    scope: yearTo < 2023 ? 'old' : 'new',
    edition: yearTo + 1,
    source: { file: 'f.csv', line, origin: '' },
    ...rest,
  }) as unknown as Statement

const STATEMENTS = [
  said('rank', 'all', 2023, 5),
  said('share', 'all', 2023, 10, { source: { file: 'f.csv', line: 1, origin: '' } }),
  said('rank', 'all', 2020, 8),
  said('rank', 'all', 2020, 8, { edition: 2023 }),
  said('rank', 'all', 2020, 9, { edition: 2024 }),
  said('share', 'chemistry', 2019, 3),
  said('adjusted-change-pct', 'chemistry', 2023, 12, { yearFrom: 2019 }),
  said('adjusted-change-pct', 'all', 2024, 9, { yearFrom: 2023 }),
  said('bcs', 'chemistry', 2023, 50),
  said('named-pair', 'chemistry', 2023, null),
  said('share-ratio', 'all', 2023, 2),
]
const of = saidOf({ year: 2023, statements: STATEMENTS } as unknown as CityProfile)

describe('the statements of a city, each in one place', () => {
  it('gives the figure of the edition that covered the year, of the scope asked for', () => {
    expect(of.find('rank', 'all', 2020)?.edition).toBe(2021)
    expect(of.find('rank', 'all', 2020, 'new')).toBeUndefined()
    expect(of.find('share', 'chemistry', 2019)?.value).toBe(3)
  })
  it('lists figures of other years, changes of the year by period, and pairs by score', () => {
    expect(of.others).toEqual([{ subject: 'chemistry', year: 2019, scope: 'old', edition: 2020 }])
    expect(of.periods(2023)).toEqual([{ from: 2019, to: 2023 }])
    expect(of.change('chemistry', 2019, 2023)?.value).toBe(12)
    expect(of.pairs.map(({ value }) => value)).toEqual([50, null])
  })
  it('leaves to the rest what stands nowhere else: a repeated figure only where it differs', () => {
    expect(of.rest.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['rank', 9],
      ['adjusted-change-pct', 9],
      ['share-ratio', 2],
    ])
  })
  it('knows where else a figure stands, and what stands beside it', () => {
    const own = of.find('rank', 'all', 2020)!
    expect(of.again(own).map(({ edition }) => edition)).toEqual([2023])
    expect(of.beside(of.find('rank', 'all', 2023)!).map(({ indicator }) => indicator)).toEqual(['share'])
    expect(of.named(statementName(own))).toBe(own)
    expect(of.named('nothing')).toBeUndefined()
  })
})
