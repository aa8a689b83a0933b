/** Small series of lists, and the page of an institution, against figures reckoned by hand. */
import { expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../tests/support/trial-index.ts'

const { call } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number

test('Share of every city by year, null where it has no article', async () => {
  const { years, rows } = await call('cities.series', { dataset })
  expect(years).toEqual([2021, 2022, 2023].map((year) => ({ year, scope: null })))
  expect(rows.find(({ id }) => id === 'beijing')?.values).toEqual([near(6 / 11), near(1), near(17 / 12)])
  expect(rows.find(({ id }) => id === 'hong-kong')?.values).toEqual([null, null, near(1.25)])
  const profile = await call('cities.profile', { dataset, city: 'beijing' })
  const own = profile.series.filter(({ subject }) => subject === 'all').map(({ share }) => share)
  expect(rows.find(({ id }) => id === 'beijing')?.values).toEqual(own)
})

test('an institution: its row, weights, years, places and neighbours', async () => {
  const profile = await call('institutions.profile', { dataset, institution: 'Alpha University' })
  expect(profile.institution).toMatchObject({ name: 'Alpha University', region: 'CN' })
  expect(profile.institution.city?.id).toBe('beijing')
  // 2023: 1/2 of article 3 and 1/2 of article 4.
  expect(profile.headline).toMatchObject({ by: 'institution', share: near(1), count: 2 })
  expect(profile.series.filter(({ subject }) => subject === 'all').map(({ share }) => share)).toEqual([
    near(6 / 11),
    near(1 / 2),
    near(1),
  ])
  // All of it is chemistry, which 2 of 5 articles are.
  const chemistry = profile.subjects.find(({ subject }) => subject === 'chemistry')
  expect(chemistry).toMatchObject({ share: near(1), specialisation: near(5 / 2) })
  expect(profile.places).toEqual([
    { city: expect.objectContaining({ id: 'beijing' }) as unknown, share: near(1), count: 2 },
  ])
  const list = await call('institutions.list', { dataset })
  const at = list.rows.findIndex(({ id }) => id === profile.institution.id)
  expect(profile.previous?.id).toBe(list.rows[at - 1]?.id)
  expect(profile.next?.id).toBe(list.rows[at + 1]?.id)
})

test('what cannot be told is refused by name', async () => {
  await expect(call('institutions.profile', { dataset, institution: 'Omega' })).rejects.toMatchObject({
    code: 'institution-unknown',
  })
})
