/** Worked examples of a computed index: by the formula what the views give. */
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'

const { call } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number

describe('of a computed index', () => {
  test('count ÷ Share, and all others agree with the ranking', async () => {
    const { rows, filled, columns, printed } = await call('indicators.example', {
      dataset,
      indicator: 'count-per-share',
    })
    expect(printed).toBe(false)
    expect(columns.map(({ key }) => key)).toEqual(['count', 'share'])
    for (const { key } of columns) expect(filled).toContain(`{${key}}`)
    expect(rows[0]).toMatchObject({
      label: { name: 'Beijing' },
      values: [3, near(17 / 12)],
      result: near(36 / 17),
      given: near(36 / 17),
      agrees: true,
    })
    expect(rows).toHaveLength(4)
  })

  test('percent of the region: Beijing and Hong Kong share a denominator', async () => {
    const { rows } = await call('indicators.example', { dataset, indicator: 'region-share-pct' })
    expect(rows[0]).toMatchObject({ result: near(53.125), given: near(53.125), agrees: true })
    expect(rows.every(({ agrees }) => agrees)).toBe(true)
  })

  test('changes name both years, their Shares and sizes', async () => {
    const example = await call('indicators.example', { dataset, indicator: 'adjusted-change-pct' })
    expect([example.from, example.year]).toEqual([2022, 2023])
    expect(example.rows[0]).toMatchObject({
      label: { name: 'Beijing' },
      values: [near(17 / 12), 1, 5, 2],
      result: near(100 * (17 / 12 / (5 / 2) - 1)),
      agrees: true,
    })
    // Hong Kong has no Share of 2022, so nothing can be set into the formula.
    expect(example.rows.map(({ label }) => label.name)).not.toContain('Hong Kong')
  })

  test('adjusted Share of the year before', async () => {
    const { rows } = await call('indicators.example', { dataset, indicator: 'adjusted-share' })
    expect(rows[0]).toMatchObject({ values: [1, 5, 2], result: near(2.5), given: near(2.5), agrees: true })
  })

  test('the Share of an article, author by author, adds up to its part', async () => {
    const { article, rows, of } = await call('indicators.example', { dataset, indicator: 'share' })
    expect(of).toBe('authors')
    expect(article).toMatchObject({ of: { name: 'Beijing' }, agrees: true })
    expect(rows.reduce((sum, { result }) => sum + result, 0)).toBeCloseTo(article!.share, 9)
    expect(article!.share).toBeLessThan(1)
  })

  test.each(['rank', 'rank-change', 'bcs', 'specialisation', 'adjusted-change'])(
    '%s by the formula is what the views give',
    async (indicator) => {
      const { rows, columns } = await call('indicators.example', { dataset, indicator })
      expect(rows.length).toBeGreaterThan(0)
      for (const { values, given, agrees } of rows) {
        expect(values).toHaveLength(columns.length)
        expect(given).not.toBeNull()
        expect(agrees).toBe(true)
      }
    },
  )

  test('an indicator without a formula has no example; an unknown one is refused', async () => {
    expect(await call('indicators.example', { dataset, indicator: 'scope' })).toMatchObject({ rows: [] })
    await expect(call('indicators.example', { dataset, indicator: 'h-index' })).rejects.toMatchObject({
      code: 'input-invalid',
    })
  })
})
