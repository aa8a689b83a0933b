/** Statistics of an index that an engine counted: from the exact parts of each kind of affiliation, which are stored. */
import type { EntityKind, EntityMaps } from '../articles/entities.ts'
import { SUBJECT_COUNT, UNAFFILIATED } from '../articles/entities.ts'
import { roundHundredths, sumExactly } from '../counting/exact.ts'
import type { Fraction } from '../counting/fraction.ts'
import { UNITS } from '../counting/units.ts'
import type { ReadableDb } from '../db/handles.ts'
import type { Statistics } from './derive.ts'
import { KINDS, YearTotals } from './derive.ts'
import type { Hundredths } from './hundredths.ts'
import { Tally } from './tally.ts'

/** How many parts of one denominator a kind of affiliation has in a subject and year. */
type PartRow = readonly [node: number, denominator: number, parts: number]

/** What one kind of affiliation has in a subject and year. */
export interface NodeParts {
  node: number
  units: number
  rows: readonly PartRow[]
}

/** So near to a whole number a sum of remainders is told by exact arithmetic. */
const NEAR = 1e-6

/**
 * The parts of a subject and year in units, which add up to those of its articles: each node has the whole units of its exact
 * part, and those that are left go to the largest remainders, of equal ones to the lower node.
 * @throws Error where the parts are not those of so many articles
 */
export function nodeParts(db: ReadableDb, subject: number, year: number, articles: number): NodeParts[] {
  const rows = db
    .prepare(
      'SELECT node, denominator, parts FROM plan_parts WHERE subject = ? AND year = ? ORDER BY node, denominator',
    )
    .raw()
    .all(subject, year) as PartRow[]
  const nodes = [...Map.groupBy(rows, ([node]) => node)].map(([node, own]) => ({
    node,
    rows: own,
    ...inUnits(own),
  }))
  const left = UNITS * articles - nodes.reduce((sum, { units }) => sum + units, 0)
  const last = nodes.filter(({ rest }) => rest > 0).sort((a, b) => b.rest - a.rest || a.node - b.node)
  if (left < 0 || left > last.length)
    throw new Error(`parts of ${year}, subject ${subject}, are not those of ${articles} articles`)
  for (const each of last.slice(0, left)) each.units += 1
  return nodes.map(({ rest: _, ...each }) => each)
}

/** Whole units of a sum of parts, and what is left of one. */
function inUnits(rows: readonly PartRow[]): { units: number; rest: number } {
  let [units, rest] = [0n, 0]
  for (const [, denominator, parts] of rows) {
    const [product, by] = [BigInt(parts) * BigInt(UNITS), BigInt(denominator)]
    units += product / by
    rest += Number(product % by) / denominator
  }
  const nearest = Math.round(rest)
  if (Math.abs(rest - nearest) < NEAR) return exactly(rows)
  return { units: Number(units) + Math.floor(rest), rest: rest - Math.floor(rest) }
}

function exactly(rows: readonly PartRow[]): { units: number; rest: number } {
  const { numerator, denominator } = sumExactly(fractionsOf(rows))
  const product = numerator * BigInt(UNITS)
  const left = product % denominator
  // A billion levels tell remainders apart; of none nothing is left.
  const rest = Number((left * 1_000_000_000n) / denominator) / 1e9
  return { units: Number(product / denominator), rest: left > 0n ? Math.max(rest, 1e-9) : 0 }
}

/** A sum of parts in units, to the nearest. @param rows their first number says nothing here */
export function unitsOf(rows: readonly PartRow[]): number {
  const { units, rest } = inUnits(rows)
  return rest < 0.5 ? units : units + 1
}

const fractionsOf = (rows: readonly PartRow[]): Fraction[] =>
  rows.map(([, denominator, parts]) => ({ numerator: BigInt(parts), denominator: BigInt(denominator) }))

/** Figures that follow from no parts: articles of each entity, and of the whole. */
export interface Counted {
  years: readonly number[]
  /** Articles of an entity in a year and subject, each once. */
  counts: Iterable<[kind: EntityKind, subject: number, year: number, entity: number, articles: number]>
  /** Articles of a year and subject. */
  articles: ReadonlyMap<string, number>
}

export const totalKey = (subject: number, year: number): string => `${subject}/${year}`

/**
 * @param sizes number of entities of each kind @param pause asked between years: throws where nobody waits any more
 * @throws Error where parts and articles contradict each other
 */
export function planStatistics(
  db: ReadableDb,
  maps: EntityMaps,
  sizes: Record<EntityKind, number>,
  { years, counts, articles }: Counted,
  pause: () => void = () => undefined,
): { statistics: Statistics; hundredths: Hundredths } {
  const tallies = Object.fromEntries(
    KINDS.map((kind) => [kind, new Tally(sizes[kind], years.length)]),
  ) as Statistics['tallies']
  const yearAt = new Map(years.map((year, at) => [year, at]))
  for (const [kind, subject, year, entity, number] of counts) {
    const at = yearAt.get(year)
    if (at !== undefined) tallies[kind].put(entity, at, subject).articles(number)
  }
  const statistics: Statistics = {
    years: [...years],
    tallies,
    totals: new YearTotals(years.length),
    articles: years.reduce((sum, year) => sum + (articles.get(totalKey(0, year)) ?? 0), 0),
    residual: 0n,
  }
  const doubtful: Doubtful = new Map()
  years.forEach((year, at) => {
    pause()
    for (let subject = 0; subject < SUBJECT_COUNT; subject++) {
      const number = articles.get(totalKey(subject, year)) ?? 0
      statistics.totals.articles[at * SUBJECT_COUNT + subject] = number
      addParts(statistics, maps, { at, subject }, nodeParts(db, subject, year, number), doubtful)
    }
  })
  return { statistics, hundredths: rounded(statistics, doubtful) }
}

/** Exact parts of what entities have near a half cent, by kind and cell. */
type Doubtful = Map<EntityKind, Map<number, Fraction[]>>

function addParts(
  { tallies, totals }: Statistics,
  maps: EntityMaps,
  { at, subject }: { at: number; subject: number },
  nodes: readonly NodeParts[],
  doubtful: Doubtful,
): void {
  const own = at * SUBJECT_COUNT + subject
  for (const { node, units, rows } of nodes) {
    if (node === UNAFFILIATED) {
      totals.unaffiliatedUnits[own] = units
      totals.unaffiliatedAuthors[own] = rows.reduce((sum, [, , parts]) => sum + parts, 0)
      continue
    }
    if ((maps.city[node] as number) < 0) totals.unknownCityUnits[own]! += units
    if ((maps.region[node] as number) < 0) totals.unknownRegionUnits[own]! += units
    for (const kind of KINDS) {
      const entity = maps[kind][node] as number
      if (entity >= 0) tallies[kind].put(entity, at, subject).units(units)
    }
  }
  for (const kind of KINDS) {
    const cells = new Map<number, Fraction[]>()
    const tally = tallies[kind]
    for (const { node, rows } of nodes) {
      const entity = node === UNAFFILIATED ? -1 : (maps[kind][node] as number)
      if (entity < 0) continue
      const cell = tally.at(entity, at) + subject
      if (!isDoubtful(tally, cell)) continue
      cells.set(cell, [...(cells.get(cell) ?? []), ...fractionsOf(rows)])
    }
    const all = doubtful.get(kind) ?? new Map<number, Fraction[]>()
    for (const [cell, parts] of cells) all.set(cell, parts)
    doubtful.set(kind, all)
  }
}

function isDoubtful({ units, rounded: inexact }: Tally, cell: number): boolean {
  let asked = false
  roundHundredths(units[cell] as number, inexact[cell] as number, () => {
    asked = true
    return []
  })
  return asked
}

function rounded({ tallies }: Statistics, doubtful: Doubtful): Hundredths {
  return Object.fromEntries(
    KINDS.map((kind) => {
      const { units, rounded: inexact } = tallies[kind]
      const cells = Float64Array.from(units, (sum, cell) =>
        sum === 0
          ? 0
          : roundHundredths(sum, inexact[cell] as number, () => doubtful.get(kind)?.get(cell) ?? []),
      )
      return [kind, cells]
    }),
  ) as Hundredths
}
