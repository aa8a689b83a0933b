import { expect, it } from 'vitest'
import { ToldSums } from './told-sums.ts'

function sumsOf(articles: readonly [string, number][], parts: readonly [string, number][] = []): ToldSums {
  const sums = new ToldSums()
  for (const [of, number] of articles) sums.articles(of, number)
  for (const [of, part] of parts) sums.part(of, part)
  return sums
}

async function all<T>(told: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const each of told) list.push(each)
  return list
}

it('finds what is told twice, once on one side, or with parts of more than its articles', async () => {
  const articles: [string, number][] = [
    ['good', 2],
    ['twice', 1],
    ['twice', 1],
    ['no part', 1],
    ['too much', 1],
  ]
  const parts: [string, number][] = [
    ['good', 1 / 3],
    ['good', 5 / 3],
    ['twice', 1],
    ['too much', 1.01],
    ['no articles', 1],
  ]
  const wrong = await all(sumsOf(articles, parts).wrong())
  expect(wrong.toSorted((a, b) => a.of.localeCompare(b.of))).toEqual([
    { of: 'no articles', what: 'articles' },
    { of: 'no part', what: 'articles' },
    { of: 'too much', what: 'parts' },
    { of: 'twice', what: 'articles' },
  ])
})

it('adds what is told of one thing over all years, and tells the articles of a thing', async () => {
  const years: [string, number][] = [...Array<[string, number]>(150).fill(['a', 1]), ['b', 149]]
  const sums = sumsOf(years)
  expect(await all(sums.below(150))).toEqual(['b'])
  const articles = await sums.lookup()
  expect([articles('b'), articles('c')]).toEqual([149, 0])
})

it('adds up what passes 64 bits', async () => {
  const most = 9_223_372_036_854_774_784
  const sums = sumsOf([
    ['a', most],
    ['a', most],
    ['b', 1],
  ])
  expect(await all(sums.below(150))).toEqual(['b'])
})

it('hears a cancel that comes while what is told is sorted', async () => {
  const names = Array.from({ length: 1000 }, (_, i) => `thing ${i}`)
  const sums = sumsOf(names.map((name) => [name, 1]))
  const reason = new Error('no longer wanted')
  const cancel = () => {
    const controller = new AbortController()
    setImmediate(() => controller.abort(reason))
    return controller.signal
  }
  await expect(all(sums.wrong(cancel()))).rejects.toBe(reason)
  await expect(all(sums.below(150, cancel()))).rejects.toBe(reason)
  await expect(sums.lookup(cancel())).rejects.toBe(reason)
})
