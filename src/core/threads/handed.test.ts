/** Arrays that one thread loads ahead and hands to another. */
import { afterEach, expect, it } from 'vitest'
import { dataset, useTrialIndex } from '../../../tests/support/trial-index.ts'
import { resourcesDir } from '../app-info.ts'
import { articleArrays } from '../articles/csr.ts'
import { contributionArrays } from '../articles/node-maps.ts'
import { DatasetPool } from '../datasets/pool.ts'
import { loadArrays, takeArrays } from './handed.ts'

const { root } = useTrialIndex()
const opened: DatasetPool[] = []
const newPool = () => {
  const pool = new DatasetPool({ dataDir: root, resourcesDir })
  opened.push(pool)
  return pool
}
afterEach(() => opened.splice(0).forEach((pool) => pool.close()))

it('are the same as those read from the file, in memory that both share', async () => {
  const [reader, drawer] = [newPool(), newPool()]
  const loaded = await loadArrays(reader, dataset)
  if (!loaded) throw new Error('nothing was loaded')
  // What a message makes of them: copies, but for the memory they share.
  const received = structuredClone(loaded)
  expect(takeArrays(drawer, received)).toBe(true)
  const apart = newPool().open(dataset)
  expect(articleArrays(drawer.open(dataset))).toEqual(articleArrays(apart))
  expect(contributionArrays(drawer.open(dataset))).toEqual(contributionArrays(apart))
  expect(received.articles.node.length).toBeGreaterThan(0)
  loaded.articles.year[0] = 1
  expect(received.articles.year[0]).toBe(1)
})

it('are not taken of a file that is another by now, nor loaded of one that was let go', async () => {
  const [reader, drawer] = [newPool(), newPool()]
  const loaded = await loadArrays(reader, dataset)
  if (!loaded) throw new Error('nothing was loaded')
  expect(takeArrays(drawer, { ...loaded, stamp: 'another' })).toBe(false)
  const other = newPool()
  const going = loadArrays(other, dataset)
  other.release(dataset)
  expect(await going).toBeNull()
})
