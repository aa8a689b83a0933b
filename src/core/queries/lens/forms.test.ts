/** Numbers that are formed from others: differences, medians, parts of a total score; against what was reckoned by hand. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../shared/contract/client.ts'
import { createClient } from '../../../shared/contract/client.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { quantile, quartilePlace } from '../../../shared/domain/quartiles.ts'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'
import { appVersion, resourcesDir } from '../../app-info.ts'
import type { Core } from '../../create-core.ts'
import { createCore } from '../../create-core.ts'

const { root } = useTrialIndex()
let core: Core
let client: Client
let group = ''
const near = (value: number) => expect.closeTo(value, 9) as number

beforeAll(async () => {
  core = createCore({ dataDir: root, resourcesDir, appVersion })
  client = createClient(core)
  const names = ['Beijing', 'Boston', 'Cambridge', 'Hong Kong', 'Atlantis']
  const plain = { id: null, region: null, division: null, ror: null, dataset: null }
  const members = names.map((name) => ({ ...plain, pasted: name, name }))
  group = (await client.call('groups.save', { name: 'Our five', members })).id
})
afterAll(() => core.close())

type Asked = Partial<InputOf<'derivation.number'>>
const explain = (input: Asked) =>
  client.call('derivation.number', { dataset, id: 'Beijing', to: 2023, measure: 'share', ...input })

describe('a difference', () => {
  test('is what is left of two figures, both of which lead on', async () => {
    const told = await explain({ partner: 'Boston', form: 'difference' })
    expect(told).toMatchObject({
      value: near(17 / 12 - 7 / 12),
      formula: '{minuend} − {subtrahend}',
      agrees: true,
      entity: { name: 'Beijing' },
      partner: { name: 'Boston' },
    })
    expect(told.terms.map(({ value, label, figure }) => [value, label?.name, figure?.id])).toEqual([
      [near(17 / 12), 'Beijing', 'beijing'],
      [near(7 / 12), 'Boston', 'boston'],
    ])
    const pct = await explain({ partner: 'Boston', form: 'differencePct' })
    expect(pct).toMatchObject({ value: near(100 * (17 / 7 - 1)), agrees: true })
  })

  test('is that of the comparison, in every measure and in each direction', async () => {
    const cities = ['Beijing', 'Boston', 'Hong Kong']
    const compared = await client.call('cities.compare', { dataset, cities, year: 2023 })
    const reference = compared.cities.find(({ city }) => city.cityId === compared.reference)!
    for (const { city, row } of compared.cities)
      for (const measure of ['share', 'count', 'countPerShare', 'rank', 'change', 'changePct'] as const) {
        const asked = { id: city.cityId, partner: reference.city.cityId, measure }
        const { value, agrees } = await explain({ ...asked, form: 'difference' })
        const [own, from] = [row[measure], reference.row[measure]]
        expect(value, `${city.cityId} ${measure}`).toBe(own === null || from === null ? null : own - from)
        expect(agrees, measure).toBe(value === null ? null : true)
      }
  })

  test('from a group is from its median', async () => {
    const told = await explain({ among: group, form: 'difference' })
    expect(told).toMatchObject({ value: near(17 / 12 - 1), agrees: true, partner: { name: 'Our five' } })
    expect(told.terms[1]?.figure).toMatchObject({ form: 'median', among: group })
  })

  test('from nobody is refused', async () => {
    await expect(explain({ form: 'difference' })).rejects.toMatchObject({ code: 'input-invalid' })
  })
})

describe('the middle of a group', () => {
  test('names who stands there in order, and between whom it lies', async () => {
    const told = await explain({ id: group, among: group, form: 'median' })
    expect(told).toMatchObject({
      value: near(1),
      formula: '{below} + {between} × ({beyond} − {below})',
      agrees: true,
      entity: { name: 'Our five' },
    })
    expect(told.list?.rows.map(({ label, value, isMarked }) => [label.name, value, isMarked])).toEqual([
      ['Boston', near(7 / 12), false],
      ['Cambridge', near(3 / 4), true],
      ['Hong Kong', near(5 / 4), true],
      ['Beijing', near(17 / 12), false],
    ])
    // 7/12 + 3/4 of the way to 3/4.
    expect((await explain({ id: group, among: group, form: 'lower' })).value).toBeCloseTo(17 / 24, 9)
  })

  test('is that of the ranking for every measure that the group has', async () => {
    const also = ['internationalPct', 'domesticPct', 'localPct'] as const
    const list = await client.call('rankings.list', { dataset, year: 2023, group, also: [...also] })
    const spreads = Object.entries(list.group!.spreads)
    expect(spreads.length).toBeGreaterThan(7)
    for (const [measure, spread] of spreads)
      for (const form of ['lower', 'median', 'upper'] as const) {
        const told = await explain({ id: group, among: group, form, measure: measure as 'share' })
        expect(told.value, `${measure} ${form}`).toBe(spread[form])
        expect(told.agrees, `${measure} ${form}`).toBe(spread[form] === null ? null : true)
      }
  })

  test('the place of a quantile is where the value lies', () => {
    const values = fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(values, fc.constantFrom(0, 0.25, 0.5, 0.75, 1), (some, p) => {
        const sorted = some.toSorted((a, b) => a - b)
        const { below, beyond, part } = quartilePlace(sorted.length, p)
        expect(quantile(sorted, p)).toBeGreaterThanOrEqual(sorted[below]!)
        expect(quantile(sorted, p)).toBeLessThanOrEqual(sorted[beyond]!)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThan(1)
        // As many lie below as the part says, to one.
        expect(Math.abs(below - p * (sorted.length - 1))).toBeLessThan(1)
      }),
    )
  })
})

test('a score per joint article is that score divided by their number', async () => {
  const told = await explain({ measure: 'score', partner: 'Boston', form: 'perArticle' })
  expect(told).toMatchObject({ value: near(3 / 4), formula: '{score} ÷ {joint}', agrees: true })
  await expect(explain({ measure: 'score', form: 'perArticle' })).rejects.toMatchObject({
    code: 'input-invalid',
  })
})

describe('a total score', () => {
  test('is the sum over all partners, and each partner a part of it', async () => {
    // Article 3 with Boston is 1; article 7 is 1/2 with Boston, Hong Kong and Cambridge each.
    const whole = await explain({ measure: 'score', form: 'whole' })
    expect(whole).toMatchObject({ value: near(5 / 2), list: { residual: 0, rest: null } })
    expect(whole.list?.rows.map(({ label, value }) => [label.name, value])).toEqual([
      ['Boston', near(3 / 2)],
      ['Cambridge', near(1 / 2)],
      ['Hong Kong', near(1 / 2)],
    ])
    const part = await explain({ measure: 'score', partner: 'Boston', form: 'part' })
    expect(part).toMatchObject({ value: near(60), agrees: true })
    expect(part.terms.map(({ role, value }) => [role, value])).toEqual([
      ['score', near(3 / 2)],
      ['whole', near(5 / 2)],
    ])
  })

  test('of a reach is what the list says, and its partners add up to it', async () => {
    const list = await client.call('collaborations.list', {
      ...{ dataset, between: 'cities', city: 'Beijing', year: 2023 },
    })
    let sum = 0
    for (const among of ['local', 'domestic', 'international', 'unknown'] as const) {
      const told = await explain({ measure: 'score', form: 'whole', among })
      expect(told.value, among).toBe(list.whole![among])
      expect(told.list?.residual, among).toBe(0)
      const pct = await explain({ measure: 'score', form: 'wholePart', among })
      expect(pct.agrees, among).toBe(true)
      sum += pct.value!
    }
    expect(sum).toBeCloseTo(100, 9)
  })

  test('an area has none, and what is no reach is refused', async () => {
    const wrong: Asked[] = [
      { kind: 'metro', form: 'whole' },
      { form: 'whole', among: 'moon' },
      { form: 'part' },
      { form: 'printed', among: 'a.csv:1:share' },
    ]
    for (const input of wrong)
      await expect(explain({ measure: 'score', ...input })).rejects.toMatchObject({ code: 'input-invalid' })
  })
})
