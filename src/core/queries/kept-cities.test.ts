/** Favourites, and cities of an address, in a dataset that has some of them. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/edition.ts'
import { importFiles, queriesOf, writeIndexFiles } from '../../../tests/support/index.ts'
import { keepCity } from '../profiles/city-store.ts'

const root = temporaryFolder()
const { call, close } = queriesOf(root)
const dataset = 'towns'
beforeAll(async () => {
  const institutions = [
    { id: 1, name: 'Boston University', city: 'Boston', country: 'US', geonames: 4930956 },
    { id: 2, name: 'Leeds University', city: 'Leeds', country: 'GB', geonames: 2644688 },
  ]
  const works = [{ id: 1, year: 2023, authors: [[1], [2]] }]
  await importFiles(root, dataset, writeIndexFiles(root, works, institutions))
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})

test('cities that the dataset has not got are named, with the city of a metropolitan area in its place', async () => {
  const { known, missing } = await call('cities.known', {
    dataset,
    cities: ['leeds', 'boston-metropolitan-area', 'atlantis'],
  })
  expect(known.map(({ id, name }) => [id, name])).toEqual([['leeds', 'Leeds']])
  expect(missing.map(({ id, instead }) => [id, instead?.name])).toEqual([
    ['boston-metropolitan-area', 'Boston'],
    ['atlantis', undefined],
  ])
})

test('favourites and pages opened are told by the names of the dataset, those it has not got are left out', async () => {
  expect(await call('cities.kept', { dataset })).toEqual({ favourites: [], recent: [] })
  for (const city of ['atlantis', 'boston']) keepCity(root, { city, as: 'favourite' })
  keepCity(root, { city: 'leeds', as: 'opened' })
  const { favourites, recent } = await call('cities.kept', { dataset })
  expect(favourites.map(({ name }) => name)).toEqual(['Boston'])
  expect(recent.map(({ name }) => name)).toEqual(['Leeds'])
})
