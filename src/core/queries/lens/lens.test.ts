/** The derivation of a number: its steps, what they consist of, and the articles; against what was reckoned by hand. */
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'

const { call } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number
const beijing = { dataset, id: 'Beijing', from: 2023 }
const alpha = { by: 'institution' as const, id: 'I1' }

describe('parts', () => {
  test('Beijing by institution adds up to its Share', async () => {
    const parts = await call('derivation.parts', { ...beijing, by: 'institution' })
    expect(parts.rows.map(({ id, share, articles }) => [id, share, articles])).toEqual([
      ['I1', near(1), 2],
      ['I2', near(5 / 12), 2],
    ])
    expect(parts).toMatchObject({ overlapping: false, residual: 0, of: 2, total: { share: near(17 / 12) } })
  })

  test('what no institution is known of is a row of its own, and can be gone into', async () => {
    const us = { dataset, kind: 'country' as const, id: 'US', from: 2023 }
    const parts = await call('derivation.parts', { ...us, by: 'institution' })
    // Gamma 1/3 + 1/4, Delta 1/2 + 1/4, and the half of an article that names the country alone.
    expect(parts.rows.map(({ id, share }) => [id, share])).toEqual([
      ['I4', near(3 / 4)],
      ['I3', near(7 / 12)],
      ['-', near(1 / 2)],
    ])
    expect(parts.rows[2]?.label).toBeNull()
    const nobody = await call('derivation.of', { ...us, path: [{ by: 'institution', id: '-' }] })
    expect(nobody.rows.map(({ id, fraction }) => [id, fraction])).toEqual([['W5', '1/2']])
  })

  test('subjects overlap: their parts are not added up; years are in their order', async () => {
    const bySubject = await call('derivation.parts', { ...beijing, by: 'subject' })
    expect(bySubject).toMatchObject({ overlapping: true, residual: null })
    expect(bySubject.rows.map(({ id, share }) => [id, share])).toEqual([
      ['chemistry', near(7 / 6)],
      ['physical-sciences', near(1 / 2)],
      ['-', near(1 / 4)],
    ])
    const byYear = await call('derivation.parts', { ...beijing, from: 2022, to: 2023, by: 'year' })
    expect(byYear.rows.map(({ id, share }) => [id, share])).toEqual([
      ['2022', near(1)],
      ['2023', near(17 / 12)],
    ])
    expect(byYear.residual).toBe(0)
  })

  test('a page names how many are left and what they add up to', async () => {
    const parts = await call('derivation.parts', { ...beijing, by: 'institution', limit: 1 })
    expect(parts).toMatchObject({
      of: 2,
      truncated: true,
      rest: { parts: 1, share: near(5 / 12) },
      residual: 0,
    })
  })

  test('a score of two cities is divided by subject and year alone', async () => {
    const score = { ...beijing, partner: 'Boston' }
    const bySubject = await call('derivation.parts', { ...score, by: 'subject' })
    expect(bySubject.rows.map(({ id, share }) => [id, share])).toEqual([
      ['chemistry', near(1)],
      ['-', near(1 / 2)],
    ])
    await expect(call('derivation.parts', { ...score, by: 'institution' })).rejects.toMatchObject({
      code: 'input-invalid',
    })
    await expect(call('derivation.of', { ...score, path: [alpha] })).rejects.toMatchObject({
      code: 'input-invalid',
    })
  })
})

describe('steps', () => {
  test('city, institution, subject: each step is told, and the articles are of the last', async () => {
    const path = [alpha, { by: 'subject' as const, id: 'physical-sciences' }]
    const found = await call('derivation.of', { ...beijing, path })
    expect(found.steps.map(({ by, id, share, articles }) => [by, id, share, articles])).toEqual([
      ['city', 'beijing', near(17 / 12), 3],
      ['institution', 'I1', near(1), 2],
      ['subject', 'physical-sciences', near(1 / 2), 1],
    ])
    expect(found.rows.map(({ id, fraction }) => [id, fraction])).toEqual([['W4', '1/2']])
    expect(found.filters.path).toEqual(path)
  })

  test('what lies in the whole number but outside the step is told apart', async () => {
    const { rows } = await call('derivation.of', {
      ...beijing,
      path: [{ by: 'institution', id: 'I2' }],
      find: 'W3',
    })
    expect(rows).toHaveLength(1)
    const told = rows[0]?.authors.map(({ affiliations }) =>
      affiliations.map(({ counts, beside }) => (beside ? 'beside' : counts)),
    )
    expect(told).toEqual([['beside', 'a'], ['beside'], [null]])
  })

  test('a step that cannot be taken is refused', async () => {
    for (const path of [
      [{ by: 'year' as const, id: '2019' }],
      [
        { by: 'subject' as const, id: 'chemistry' },
        { by: 'subject' as const, id: 'physical-sciences' },
      ],
      [{ by: 'subject' as const, id: 'alchemy' }],
    ]) {
      await expect(call('derivation.of', { ...beijing, path })).rejects.toMatchObject({
        code: 'input-invalid',
      })
    }
  })
})

describe('articles', () => {
  test('they agree with the ranking, and their spread adds up to the number', async () => {
    const { bins, residual, total } = await call('derivation.of', beijing)
    expect(residual).toBe(0)
    expect(bins).toHaveLength(11)
    expect(bins.flatMap(({ from, articles }) => (articles ? [[from, articles]] : []))).toEqual([
      [0.2, 1],
      [0.4, 1],
      [0.6, 1],
    ])
    expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(total.share, 9)
    const hongKong = await call('derivation.of', { dataset, id: 'Hong Kong', from: 2023 })
    expect(hongKong.bins.at(-1)).toEqual({ from: 1, to: 1, articles: 1, share: 1 })
  })

  test('they are searched by words, id and DOI, and the whole number stays as it is', async () => {
    const byTitle = await call('derivation.of', { ...beijing, find: 'ARTICLE 4' })
    expect(byTitle.rows.map(({ id }) => id)).toEqual(['W4'])
    expect(byTitle.found).toEqual({ articles: 1, share: near(1 / 2) })
    expect(byTitle.total).toEqual({ articles: 3, share: near(17 / 12) })
    expect((await call('derivation.of', { ...beijing, find: 'w7' })).rows.map(({ id }) => id)).toEqual(['W7'])
    expect((await call('derivation.of', { ...beijing, find: 'nowhere' })).rows).toEqual([])
    // An article of the index that is not behind this number is none of its.
    expect((await call('derivation.of', { ...beijing, find: 'W5' })).rows).toEqual([])
  })

  test('they are sorted by authors and year', async () => {
    const order = async (sort: 'year' | 'authors', descending?: boolean) =>
      (
        await call('derivation.of', {
          ...beijing,
          from: 2022,
          sort,
          ...(descending === undefined ? {} : { descending }),
        })
      ).rows.map(({ id }) => id)
    expect(await order('authors')).toEqual(['W1', 'W4', 'W3', 'W7'])
    expect(await order('authors', true)).toEqual(['W7', 'W3', 'W1', 'W4'])
    expect(await order('year')).toEqual(['W3', 'W4', 'W7', 'W1'])
  })
})

describe('numbers', () => {
  const explain = (input: object) =>
    call('derivation.number', { dataset, id: 'Beijing', to: 2023, measure: 'share', ...input })

  test('a rank names who stands around it, and by how much', async () => {
    const { value, neighbours, formula, result } = await explain({ measure: 'rank' })
    expect([value, formula, result]).toEqual([1, '1 + {above}', 1])
    expect(neighbours?.of).toBe(4)
    expect(neighbours?.rows.map(({ label, rank, gap }) => [label.name, rank, gap])).toEqual([
      ['Beijing', 1, 0],
      ['Hong Kong', 2, near(5 / 4 - 17 / 12)],
      ['Cambridge', 3, near(3 / 4 - 17 / 12)],
      ['Boston', 4, near(7 / 12 - 17 / 12)],
    ])
  })

  test('every measure of a ranking is what its formula gives', async () => {
    const { rows } = await call('rankings.list', {
      dataset,
      year: 2023,
      also: ['internationalPct', 'domesticPct', 'localPct'],
    })
    const [row] = rows
    for (const measure of [
      'countPerShare',
      'adjustedShare',
      'change',
      'changePct',
      'rank',
      'rankChange',
      'regionSharePct',
      'internationalPct',
      'domesticPct',
      'localPct',
    ] as const) {
      const told = await explain({ measure })
      expect(told.value, measure).toBe(row?.[measure])
      expect(told.agrees, measure).toBe(true)
    }
  })

  test('a change has the parts of both years; its terms lead to the Shares', async () => {
    const { from, to, terms } = await explain({ measure: 'changePct' })
    expect([from, to]).toEqual([2022, 2023])
    expect(terms.map(({ role, value }) => [role, value])).toEqual([
      ['shareTo', near(17 / 12)],
      ['articlesTo', 5],
      ['shareFrom', 1],
      ['articlesFrom', 2],
    ])
    expect(terms.map(({ figure }) => figure && [figure.measure, figure.to])).toEqual([
      ['share', 2023],
      null,
      ['share', 2022],
      null,
    ])
  })

  test('a percentage has numerator and denominator; that of Hong Kong is of all it is counted with', async () => {
    const { terms } = await explain({ id: 'Hong Kong', measure: 'regionSharePct' })
    expect(terms.map(({ role, value }) => [role, value])).toEqual([
      ['regionPart', near(5 / 4)],
      ['regionShare', near(8 / 3)],
    ])
    expect(terms[1]).toMatchObject({ note: 'CN + HK + MO', figure: null })
  })

  test('a score is the sum over the joint articles; of a period all its years', async () => {
    expect(await explain({ partner: 'Boston', measure: 'score' })).toMatchObject({
      value: near(3 / 2),
      hasArticles: true,
    })
    // Articles 3 and 7 alone have both.
    expect((await explain({ partner: 'Boston', measure: 'count' })).value).toBe(2)
    expect((await explain({ from: 2022 })).value).toBeCloseTo(29 / 12, 9)
    expect(await explain({ subject: 'chemistry', measure: 'specialisation' })).toMatchObject({ agrees: true })
  })
})
