import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OpenDataset } from '../context.ts'
import { createWritable } from '../db/open.ts'
import { INSERT_CHUNK } from './chunk-columns.ts'
import { articleArrays } from './csr.ts'
import { divisorOf } from './divisor.ts'
import { pack } from './pack.ts'

interface Article {
  year: number
  dropped: boolean
  subjects: number
  authors: number
  parts: [node: number, units: number][]
}

const article: fc.Arbitrary<Article> = fc.record({
  year: fc.integer({ min: 2015, max: 2020 }),
  dropped: fc.boolean(),
  subjects: fc.integer({ min: 0, max: 31 }),
  authors: fc.integer({ min: 1, max: 50 }),
  parts: fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 1000 })), { maxLength: 4 }),
})

it('numbers articles by year, within a year as they are stored, and duplicates before all of them', () => {
  const chunks = fc.array(fc.array(article, { minLength: 1, maxLength: 6 }), { maxLength: 5 })
  fc.assert(
    fc.property(chunks, (stored) => {
      const expected = stored
        .flat()
        .map((each, place) => ({ ...each, place, of: each.dropped ? 0 : each.year }))
        .toSorted((a, b) => a.of - b.of || a.place - b.place)
      const found = articleArrays(open(stored))
      expect(
        Array.from(found.stored, (place, i) => ({
          place,
          year: found.year[i],
          subjects: found.subjects[i],
          divisor: found.divisor[i],
          parts: Array.from(found.node.subarray(found.start[i], found.start[i + 1]), (node, j) => [
            node,
            found.units[(found.start[i] as number) + j],
          ]),
        })),
      ).toEqual(
        expected.map(({ place, of, dropped, subjects, authors, parts }) => ({
          place,
          year: of,
          subjects: dropped ? 0 : subjects,
          divisor: dropped ? 0 : divisorOf(authors),
          parts: dropped ? [] : parts,
        })),
      )
      let first = 0
      const chunksOf = stored.map((articles, i) => ({
        first: (first += articles.length) - articles.length,
        chunk: i + 1,
      }))
      expect(found.chunks).toEqual(chunksOf)
    }),
  )
})

function open(stored: readonly (readonly Article[])[]): OpenDataset {
  const db = createWritable(':memory:')
  const insert = db.prepare(INSERT_CHUNK)
  stored.forEach((articles, i) => {
    const parts = articles.flatMap((each) => each.parts)
    const u32 = (values: number[]) => pack(Uint32Array.from(values))
    const ids = pack(Float64Array.from(articles, (_, place) => place + 1))
    insert.run(
      ...[i + 1, articles.length, parts.length, ids, ids, u32(articles.flatMap(() => [0, 0]))],
      pack(Uint16Array.from(articles, ({ year }) => year)),
      pack(Uint8Array.from(articles, ({ subjects }) => subjects)),
      ...[u32(articles.map(({ authors }) => authors)), u32(articles.map((each) => each.parts.length))],
      ...[u32(parts.map(([node]) => node)), u32(parts.map(([, units]) => units))],
    )
    const dropped = Uint8Array.from(articles, (each) => Number(each.dropped))
    if (dropped.includes(1))
      db.prepare('UPDATE article_chunks SET dropped = ? WHERE chunk = ?').run(pack(dropped), i + 1)
  })
  const kept = new Map<string, unknown>()
  return {
    db,
    memo: (key: string, make: () => unknown) => {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key)
    },
  } as unknown as OpenDataset
}
