/** Shares rounded to two decimals as exact rational arithmetic rounds them; few cells need a second look at articles. */
import { contributionChunks } from '../articles/chunk-columns.ts'
import { divisorOf, isOdd } from '../articles/divisor.ts'
import type { EntityKind, EntityMaps } from '../articles/entities.ts'
import { SUBJECT_COUNT } from '../articles/entities.ts'
import type { Contribution } from '../counting/exact.ts'
import { roundHundredths } from '../counting/exact.ts'
import { PARTS, UNITS, UNITS_PER_PART } from '../counting/units.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { Statistics } from './derive.ts'
import { KINDS } from './derive.ts'
import type { Tally } from './tally.ts'

export type Hundredths = Record<EntityKind, Float64Array>

/** By kind, in the order of the tally's `units`. */
export function roundShares(db: ReadableDb, statistics: Statistics, maps: EntityMaps): Hundredths {
  const doubtful = new Map<EntityKind, Map<number, Contribution[]>>()
  const rounded = Object.fromEntries(
    KINDS.map((kind) => {
      const cells = new Map<number, Contribution[]>()
      doubtful.set(kind, cells)
      return [kind, roundAll(statistics.tallies[kind], cells)]
    }),
  ) as Hundredths
  collect(db, statistics, maps, doubtful)
  for (const [kind, cells] of doubtful) {
    const { units, rounded: inexact } = statistics.tallies[kind]
    for (const [cell, contributions] of cells) {
      rounded[kind][cell] = roundHundredths(
        units[cell] as number,
        inexact[cell] as number,
        () => contributions,
      )
    }
  }
  return rounded
}

function roundAll({ units, rounded: inexact }: Tally, doubtful: Map<number, Contribution[]>): Float64Array {
  const rounded = new Float64Array(units.length)
  for (let cell = 0; cell < units.length; cell++) {
    if (units[cell] === 0) continue
    rounded[cell] = roundHundredths(units[cell] as number, inexact[cell] as number, () => {
      doubtful.set(cell, [])
      return []
    })
  }
  return rounded
}

/** Gives every doubtful cell the contributions that it sums. */
function collect(
  db: ReadableDb,
  { years, tallies }: Statistics,
  maps: EntityMaps,
  doubtful: ReadonlyMap<EntityKind, Map<number, Contribution[]>>,
): void {
  if ([...doubtful.values()].every(({ size }) => size === 0)) return
  const kinds = [...doubtful].filter(([, cells]) => cells.size > 0)
  const yearIndex = new Map(years.map((year, i) => [year, i]))
  for (const chunk of contributionChunks(db)) {
    let at = 0
    for (let i = 0; i < chunk.years.length; i++) {
      const end = at + (chunk.lengths[i] as number)
      if (chunk.dropped?.[i]) {
        at = end
        continue
      }
      const year = yearIndex.get(chunk.years[i] as number) as number
      for (; at < end; at++) {
        for (const [kind, cells] of kinds) {
          const entity = maps[kind][chunk.nodes[at] as number] as number
          if (entity < 0) continue
          const base = tallies[kind].at(entity, year)
          for (let subject = 0; subject < SUBJECT_COUNT; subject++) {
            if (subject > 0 && !((chunk.subjects[i] as number) & (1 << (subject - 1)))) continue
            cells
              .get(base + subject)
              ?.push(contributionOf(chunk.units[at] as number, chunk.authors[i] as number))
          }
        }
      }
    }
  }
}

/**
 * The exact part of an article that units stand for. Of an article in which an author's affiliations do not divide 2520 the fraction is looked for among multiples of
 * that denominator: units say it where they are nearer to it than rounding moves them. Else they stand for themselves.
 */
export function contributionOf(units: number, stored: number): Contribution {
  const authors = divisorOf(stored)
  if (!isOdd(stored)) return { units, authors }
  for (let multiple = 1; multiple <= MOST_MULTIPLE; multiple++) {
    const numerator = (units * authors * multiple) / UNITS_PER_PART
    const error = (authors * multiple) / UNITS_PER_PART
    if (error > MOST_ERROR) break
    if (Math.abs(numerator - Math.round(numerator)) <= error) {
      return {
        numerator: BigInt(Math.round(numerator)),
        denominator: BigInt(PARTS) * BigInt(authors) * BigInt(multiple),
      }
    }
  }
  return { numerator: BigInt(units), denominator: BigInt(UNITS) }
}

/** 11, 13, 17 and 19 affiliations are found by these. */
const MOST_MULTIPLE = 20
/** Past this a nearest fraction would often be a chance. */
const MOST_ERROR = 0.01
