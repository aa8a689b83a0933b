import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { INSERT_CHUNK } from '../../articles/chunk-columns.ts'
import { pack, unpack } from '../../articles/pack.ts'
import { createWritable } from '../../db/open.ts'
import { dropDuplicates } from './duplicates.ts'

interface Head {
  id: number
  updated: number
  /** 0 for none. */
  doi: number
}

const heads: fc.Arbitrary<Head[]> = fc.array(
  fc.record({ id: fc.integer({ min: 1, max: 20 }), updated: fc.nat(3), doi: fc.nat(9) }),
  { minLength: 1, maxLength: 60 },
)

it.each([1 << 24, 16, 1])(
  'leaves of one id, then of one DOI, the newest, with a table of %i',
  (mostSlots) => {
    fc.assert(
      fc.property(heads, (records) => {
        const { dropped, byId, byDoi } = droppedOf(records, mostSlots)
        const first = left(
          records,
          records.map((_, i) => i),
          ({ id }) => id,
        )
        const second = left(records, first, ({ doi }) => doi)
        expect([byId, byDoi]).toEqual([records.length - first.length, first.length - second.length])
        expect(records.flatMap((_, i) => (dropped[i] ? [] : [i]))).toEqual(second)
      }),
    )
  },
)

/** Slowly: of those of one key (0 is none) that which decides, the first of equals. */
function left(records: readonly Head[], of: readonly number[], key: (head: Head) => number): number[] {
  const at = (i: number) => records[i] as Head
  const order = (a: number, b: number) =>
    at(b).updated - at(a).updated || at(a).id - at(b).id || at(a).doi - at(b).doi || a - b
  return of.filter((i) => {
    const value = key(at(i))
    return value === 0 || of.every((other) => key(at(other)) !== value || order(i, other) <= 0)
  })
}

const db = createWritable(':memory:')
afterAll(() => db.close())

function droppedOf(records: readonly Head[], mostSlots: number) {
  db.exec('DELETE FROM article_chunks')
  const zeros = pack(new Uint32Array(records.length))
  db.prepare(INSERT_CHUNK).run(
    ...[0, records.length, 0],
    pack(Float64Array.from(records, ({ id }) => id)),
    pack(Float64Array.from(records, ({ updated }) => updated)),
    pack(Uint32Array.from(records.flatMap(({ doi }) => [doi, doi === 0 ? 0 : 7]))),
    pack(new Uint16Array(records.length).fill(2020)),
    pack(new Uint8Array(records.length)),
    pack(new Uint32Array(records.length).fill(1)),
    ...[zeros, pack(new Uint32Array()), pack(new Uint32Array())],
  )
  const { byId, byDoi } = dropDuplicates(db, records.length, [], new Map(), mostSlots)
  const stored = db.prepare('SELECT dropped FROM article_chunks').pluck().get() as Buffer | null
  return { byId, byDoi, dropped: stored ? unpack(stored, Uint8Array) : new Uint8Array(records.length) }
}
