/** The statistics of every entity, year and subject, in one ordered pass over the stored contributions. */
import type { Contributions } from '../articles/chunk-columns.ts'
import { contributionChunks } from '../articles/chunk-columns.ts'
import type { EntityKind, EntityMaps } from '../articles/entities.ts'
import { ENTITY_KINDS, SUBJECT_COUNT, UNAFFILIATED } from '../articles/entities.ts'
import { unpack } from '../articles/pack.ts'
import { divisorOf, isRounded } from '../articles/divisor.ts'
import { UNITS } from '../counting/units.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { ContentSum } from './content-sum.ts'
import { Tally } from './tally.ts'

export const KINDS = Object.keys(ENTITY_KINDS) as EntityKind[]

/** What all articles of a year and subject add up to. */
export class YearTotals {
  readonly articles: Float64Array
  readonly unaffiliatedUnits: Float64Array
  readonly unknownCityUnits: Float64Array
  readonly unknownRegionUnits: Float64Array
  readonly unaffiliatedAuthors: Float64Array

  constructor(years: number) {
    const column = () => new Float64Array(years * SUBJECT_COUNT)
    this.articles = column()
    this.unaffiliatedUnits = column()
    this.unknownCityUnits = column()
    this.unknownRegionUnits = column()
    this.unaffiliatedAuthors = column()
  }
}

export interface Statistics {
  /** Calendar years met, ascending; tallies and totals count years by their place here. */
  years: number[]
  tallies: Record<EntityKind, Tally>
  totals: YearTotals
  articles: number
  /** Σ units − UNITS × articles: 0, or the index is wrong. */
  residual: bigint
}

/** @param sizes number of entities of each kind @param content is given every article that counts */
export function deriveStatistics(
  db: ReadableDb,
  maps: EntityMaps,
  sizes: Record<EntityKind, number>,
  content: ContentSum,
): Statistics {
  const years = yearsOf(db)
  const yearIndex = new Int32Array(65536).fill(-1)
  years.forEach((year, i) => (yearIndex[year] = i))
  const tallies = Object.fromEntries(
    KINDS.map((kind) => [kind, new Tally(sizes[kind], years.length)]),
  ) as Record<EntityKind, Tally>
  const pass = new Pass(maps, tallies, new YearTotals(years.length), yearIndex, content)
  for (const chunk of contributionChunks(db)) pass.chunk(chunk)
  return {
    years,
    tallies,
    totals: pass.totals,
    articles: pass.articles,
    residual: pass.sum - BigInt(UNITS) * BigInt(pass.articles),
  }
}

class Pass {
  articles = 0
  sum = 0n
  readonly totals: YearTotals
  private readonly maps: [EntityKind, Int32Array, Tally][]
  private readonly cityOf: Int32Array
  private readonly regionOf: Int32Array
  private readonly yearIndex: Int32Array
  private readonly content: ContentSum
  private serial = 0

  constructor(
    maps: EntityMaps,
    tallies: Record<EntityKind, Tally>,
    totals: YearTotals,
    yearIndex: Int32Array,
    content: ContentSum,
  ) {
    this.content = content
    this.maps = KINDS.map((kind) => [kind, maps[kind], tallies[kind]])
    this.cityOf = maps.city
    this.regionOf = maps.region
    this.totals = totals
    this.yearIndex = yearIndex
  }

  chunk({ ids, years, subjects, authors, lengths, nodes, units, dropped }: Contributions): void {
    let part = 0
    let at = 0
    for (let i = 0; i < years.length; i++) {
      const end = at + (lengths[i] as number)
      if (!dropped?.[i]) {
        this.content.add(ids[i] as number, years[i] as number, subjects[i] as number, nodes, units, at, end)
        part += this.article(
          this.yearIndex[years[i] as number] as number,
          subjects[i] as number,
          divisorOf(authors[i] as number),
          nodes,
          units,
          at,
          end,
        )
      }
      at = end
    }
    this.sum += BigInt(part) // 4,096 articles stay below 2^53
  }

  private article(
    year: number,
    subjects: number,
    divisor: number,
    nodes: Uint32Array,
    units: Uint32Array,
    from: number,
    to: number,
  ): number {
    // A bit beyond the last subject would add to the next entity's figures.
    if (subjects >> (SUBJECT_COUNT - 1) !== 0)
      throw new Error(`subjects ${subjects} of an article are not known`)
    const serial = this.serial++
    this.articles++
    this.total(this.totals.articles, year, subjects, 1)
    let sum = 0
    for (let j = from; j < to; j++) {
      const node = nodes[j] as number
      const part = units[j] as number
      sum += part
      if (node === UNAFFILIATED) {
        this.total(this.totals.unaffiliatedUnits, year, subjects, part)
        this.total(this.totals.unaffiliatedAuthors, year, subjects, Math.round((part * divisor) / UNITS))
        continue
      }
      if ((this.cityOf[node] as number) < 0) this.total(this.totals.unknownCityUnits, year, subjects, part)
      if ((this.regionOf[node] as number) < 0)
        this.total(this.totals.unknownRegionUnits, year, subjects, part)
      const rounded = isRounded(part, divisor) ? 1 : 0
      for (const [, map, tally] of this.maps) {
        const entity = map[node] as number
        if (entity >= 0) tally.add(entity, year, subjects, part, rounded, serial)
      }
    }
    return sum
  }

  private total(column: Float64Array, year: number, subjects: number, value: number): void {
    const at = year * SUBJECT_COUNT
    column[at] = (column[at] as number) + value
    for (let subject = 1, bits = subjects; bits !== 0; subject++, bits >>= 1) {
      if (bits & 1) column[at + subject] = (column[at + subject] as number) + value
    }
  }
}

/** Years of the articles that are kept, ascending. */
function yearsOf(db: ReadableDb): number[] {
  const met = new Set<number>()
  const rows = db.prepare('SELECT years, dropped FROM article_chunks').all()
  for (const row of rows as { years: Buffer; dropped: Buffer | null }[]) {
    const dropped = row.dropped && unpack(row.dropped, Uint8Array)
    unpack(row.years, Uint16Array).forEach((year, i) => {
      if (!dropped?.[i]) met.add(year)
    })
  }
  return [...met].sort((a, b) => a - b)
}
