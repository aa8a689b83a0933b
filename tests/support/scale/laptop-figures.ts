/** Figures of an index on the laptop as exact fractions, in the form of a plan's results. */
import { sumExactly } from '../../../src/core/counting/exact.ts'
import type { Contribution } from '../../../src/core/counting/exact.ts'
import { reduced } from '../../../src/core/counting/fraction.ts'
import { openReadable } from '../../../src/core/db/open.ts'
import type { ReadableDb } from '../../../src/core/db/handles.ts'
import { articleParts } from '../../../src/core/scale/article-parts.ts'
import { ALL_SUBJECTS } from '../../../src/shared/domain/subjects.ts'

/** Numbers and fractions in words, by `kind|entity|year|subject` or `kind|a|b|year|subject`. */
export interface Figures {
  totals: Map<string, string>
  counts: Map<string, string>
  shares: Map<string, string>
  pairs: Map<string, string>
  scores: Map<string, string>
}

export const inWords = (parts: Iterable<Contribution>): string => {
  const { numerator, denominator } = reduced(sumExactly(parts))
  return `${numerator}/${denominator}`
}

type Place = Record<'institution' | 'city' | 'metro' | 'region', string>

/** The region of affiliations whose country nobody tells. */
const NOWHERE = 'ZZ'

function placesOf(db: ReadableDb): Place[] {
  const names = (table: string, id: string) =>
    new Map(
      (db.prepare(`SELECT number, ${id} AS id FROM ${table}`).all() as { number: number; id: string }[]).map(
        (row) => [row.number, row.id === NOWHERE ? '' : row.id],
      ),
    )
  const of = {
    institution: names('institutions', 'institution_id'),
    city: names('cities', 'city_id'),
    metro: names('metros', 'metro_id'),
    region: names('regions', 'region_id'),
  }
  const places: Place[] = []
  const rows = db.prepare('SELECT node, institution, city, metro, region FROM nodes').all()
  for (const row of rows as ({ node: number } & Record<keyof Place, number | null>)[]) {
    const name = (kind: keyof Place) => (row[kind] === null ? '' : (of[kind].get(row[kind]) ?? ''))
    places[row.node] = {
      institution: name('institution'),
      city: name('city'),
      metro: name('metro'),
      region: name('region'),
    }
  }
  return places
}

export function laptopFigures(path: string, id: string): Figures {
  const db = openReadable(path, id)
  const places = placesOf(db)
  const [totals, counts, joint] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  const [shares, scores] = [new Map<string, Contribution[]>(), new Map<string, Contribution[]>()]
  for (const { year, mask, parts } of articleParts(db)) {
    const own = parts.map(({ node, part }) => ({ place: places[node], part }))
    const within = ALL_SUBJECTS.filter((_, number) => number === 0 || mask & (1 << (number - 1)))
    for (const subject of within) {
      const of = `${year}|${subject}`
      add(totals, of)
      for (const kind of ['institution', 'city', 'metro', 'region'] as const) {
        const parts = Map.groupBy(own, ({ place }) => place?.[kind] ?? '')
        for (const [entity, list] of parts) {
          add(counts, `${kind}|${entity}|${of}`)
          put(shares, `${kind}|${entity}|${of}`, list)
        }
        if (kind === 'metro') continue
        const named = [...parts.keys()].filter((entity) => entity !== '').sort()
        named.forEach((a, k) => {
          for (const b of named.slice(k + 1)) {
            const pair = `${kind}|${a}|${b}|${of}`
            add(joint, pair)
            put(scores, pair, [...(parts.get(a) ?? []), ...(parts.get(b) ?? [])])
          }
        })
      }
    }
  }
  db.close()
  const text = (numbers: Map<string, number>) =>
    new Map([...numbers].map(([key, value]) => [key, String(value)]))
  const sums = (lists: Map<string, Contribution[]>) =>
    new Map([...lists].map(([key, list]) => [key, inWords(list)]))
  return {
    totals: text(totals),
    counts: text(counts),
    shares: sums(shares),
    pairs: text(joint),
    scores: sums(scores),
  }
}

const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1)

function put(to: Map<string, Contribution[]>, key: string, list: { part: Contribution }[]): void {
  const known = to.get(key)
  if (known) known.push(...list.map(({ part }) => part))
  else
    to.set(
      key,
      list.map(({ part }) => part),
    )
}
