import { expect, it } from 'vitest'
import { ToldSums } from './told-sums.ts'

function sumsOf(articles: readonly [string, number][], parts: readonly [string, number][] = []): ToldSums {
  const sums = new ToldSums()
  for (const [of, number] of articles) sums.articles(of, number)
  for (const [of, part] of parts) sums.part(of, part)
  return sums
}

it('finds what is told twice, once on one side, or with parts of more than its articles', () => {
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
  expect([...sumsOf(articles, parts).wrong()]).toEqual([
    { of: 'no articles', what: 'articles' },
    { of: 'no part', what: 'articles' },
    { of: 'too much', what: 'parts' },
    { of: 'twice', what: 'articles' },
  ])
})

it('adds what is told of one thing over all years, and tells the articles of a thing', () => {
  const years: [string, number][] = [...Array<[string, number]>(150).fill(['a', 1]), ['b', 149]]
  const sums = sumsOf(years)
  expect([...sums.below(150)]).toEqual(['b'])
  const articles = sums.lookup()
  expect([articles('b'), articles('c')]).toEqual([149, 0])
})
