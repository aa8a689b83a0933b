/** Does a computed index still follow from its articles, and these from their kept words? */
import { nodeKeyOf, wordedAuthors } from '../articles/article-words.ts'
import type { Contributions } from '../articles/chunk-columns.ts'
import { contributionChunk } from '../articles/chunk-columns.ts'
import { divisorOf, isOdd } from '../articles/divisor.ts'
import type { EntityKind } from '../articles/entities.ts'
import { ENTITY_KINDS, SUBJECT_COUNT } from '../articles/entities.ts'
import { distinctNodes, nodeKeys, nodeMaps } from '../articles/node-maps.ts'
import type { Distinct } from '../articles/one-affiliation.ts'
import { textRows } from '../articles/stored-articles.ts'
import { ARTICLES_PER_BLOCK } from '../articles/text-row.ts'
import type { TextRow } from '../articles/text-row.ts'
import type { OpenDataset } from '../context.ts'
import { ArticleCounter } from '../counting/units.ts'
import { readDatasetRow } from '../datasets/summary.ts'
import type { IndexOptions } from '../../shared/contract/imports.ts'
import { ContentSum } from '../statistics/content-sum.ts'
import { startsOf } from '../articles/content.ts'
import type { Statistics } from '../statistics/derive.ts'
import { deriveStatistics, KINDS } from '../statistics/derive.ts'
import type { Hundredths } from '../statistics/hundredths.ts'
import { roundShares } from '../statistics/hundredths.ts'
import type { NodeKey } from '../articles/nodes.ts'
import { compareKeys } from '../articles/nodes.ts'
import type { IndexDerived } from './index-derived.ts'
import { planFigures } from './plan-index.ts'
import { rankedGroup } from '../statistics/store-statistics.ts'
import { statisticsDigest } from '../statistics/statistics-digest.ts'

/** Blocks of kept words that are counted again. */
const SAMPLED_BLOCKS = 200

interface Parameters {
  options: IndexOptions
  contentSum: string
  /** Missing in an index of the first form. */
  digestForm?: number
}

/** The statistics, derived from the articles, or from the parts that an engine counted, once for an open dataset. @throws Error where units do not add up. */
export function derivedFigures(dataset: OpenDataset): IndexDerived {
  return dataset.memo('verify/derived', () => {
    const { db } = dataset
    const maps = nodeMaps(dataset)
    const sizes = Object.fromEntries(
      KINDS.map((kind) => [kind, maps[kind].reduce((most, entity) => Math.max(most, entity + 1), 0)]),
    ) as Record<(typeof KINDS)[number], number>
    if (dataset.plan) return planFigures(dataset, dataset.plan, sizes)
    const content = new ContentSum(nodeKeys(dataset))
    const statistics = deriveStatistics(db, maps, sizes, content)
    if (statistics.residual !== 0n) throw new Error(`units are off by ${statistics.residual}`)
    return { statistics, hundredths: roundShares(db, statistics, maps), content: content.toString() }
  })
}

/** The statistics, derived again from the articles, against what is stored, and the stored digest. @throws Error what differs. */
export function verifyFigures(dataset: OpenDataset): string {
  const { db } = dataset
  const row = readDatasetRow(db, dataset.id)
  const { contentSum, digestForm = 1 } = JSON.parse(row.parameters) as Parameters
  const { statistics, hundredths, content } = derivedFigures(dataset)
  if (content !== contentSum) throw new Error('the articles are not those that were imported')
  const cells = compareStatistics(dataset, statistics, hundredths)
  compareTotals(dataset, statistics)
  const digest = statisticsDigest(db, contentSum, digestForm)
  if (digest !== row.content_sha256) {
    throw new Error(`content ${digest.slice(0, 12)}, recorded ${row.content_sha256.slice(0, 12)}`)
  }
  const from = dataset.plan
    ? 'Shares and ranks from stored parts (Counts and pairs by their digest)'
    : 'figures'
  return `${cells} ${from} of ${statistics.articles} articles, ${digest}`
}

/** @returns how many figures were compared */
function compareStatistics({ db }: OpenDataset, statistics: Statistics, hundredths: Hundredths): number {
  const yearAt = new Map(statistics.years.map((year, at) => [year, at]))
  let found = 0
  for (const kind of KINDS) {
    const tally = statistics.tallies[kind]
    const rows = db
      .prepare(
        `SELECT subject, year, entity, units, hundredths, articles, rank FROM entity_stats WHERE kind = ?
         ORDER BY subject, year, entity`,
      )
      .raw()
      .iterate(ENTITY_KINDS[kind]) as IterableIterator<number[]>
    const rankOf = ranksOf(statistics, hundredths, kind)
    for (const [subject = 0, year = 0, entity = 0, units, rounded, articles, rank] of rows) {
      const at = yearAt.get(year) ?? -1
      const cell = tally.at(entity, at) + subject
      const same =
        cell >= subject &&
        tally.units[cell] === units &&
        tally.articles[cell] === articles &&
        hundredths[kind][cell] === rounded &&
        rankOf(subject, at, entity) === rank
      if (!same)
        throw new Error(`${kind} ${entity}, subject ${subject}, ${year}: stored ${units} units, rank ${rank}`)
      found += 1
    }
  }
  const derived = KINDS.reduce((sum, kind) => sum + countCells(statistics, kind), 0)
  if (derived !== found) throw new Error(`${found} figures are stored, ${derived} follow from the articles`)
  return found
}

/** Ranks as the import gives them, made for one subject and year after the other, as they are asked for. */
function ranksOf(
  statistics: Statistics,
  hundredths: Hundredths,
  kind: EntityKind,
): (subject: number, at: number, entity: number) => number | undefined {
  let held = ''
  let ranks = new Map<number, number>()
  return (subject, at, entity) => {
    if (held !== `${subject} ${at}`) {
      held = `${subject} ${at}`
      const group = rankedGroup(statistics, hundredths, { kind, subject, at })
      ranks = new Map(group.entities.map((each, i) => [each, group.ranks[i] as number]))
    }
    return ranks.get(entity)
  }
}

function countCells({ tallies, years }: Statistics, kind: (typeof KINDS)[number]): number {
  const tally = tallies[kind]
  let count = 0
  for (let entity = 0; entity < tally.entities; entity++) {
    for (let year = 0; year < years.length; year++) {
      const base = tally.at(entity, year)
      if (base < 0) continue
      for (let subject = 0; subject < SUBJECT_COUNT; subject++) {
        if ((tally.articles[base + subject] as number) > 0) count += 1
      }
    }
  }
  return count
}

function compareTotals({ db }: OpenDataset, { years, totals }: Statistics): void {
  const rows = db.prepare('SELECT * FROM year_totals').raw().all() as number[][]
  const held = rows.filter(([, , articles]) => articles !== 0).length
  const follow = totals.articles.filter((articles) => articles !== 0).length
  if (held !== follow) throw new Error(`${held} totals are stored, ${follow} follow from the articles`)
  for (const [subject = 0, year = 0, ...stored] of rows) {
    const at = years.indexOf(year) * SUBJECT_COUNT + subject
    const derived = [
      totals.articles,
      totals.unaffiliatedUnits,
      totals.unknownCityUnits,
      totals.unknownRegionUnits,
      totals.unaffiliatedAuthors,
    ].map((column) => column[at])
    if (derived.some((value, i) => value !== stored[i])) {
      throw new Error(`totals of ${year}, subject ${subject}, do not follow from the articles`)
    }
  }
}

/**
 * Units of articles, counted again from their kept words, in blocks spread evenly over the index; null without words.
 * @throws Error the first article that differs.
 */
export function verifyWords(dataset: OpenDataset): string | null {
  const { db } = dataset
  const all = db.prepare('SELECT chunk, block FROM article_texts ORDER BY chunk, block').all() as {
    chunk: number
    block: number
  }[]
  const { options } = JSON.parse(readDatasetRow(db, dataset.id).parameters) as Parameters
  if (all.length === 0 && !options.keepWords) return null
  const taken = Math.min(SAMPLED_BLOCKS, all.length)
  const sample = Array.from({ length: taken }, (_, i) => all[Math.floor((i * all.length) / taken)])
  // What does not count may name what nothing else of a plan's results does.
  const skips = dataset.plan !== null && dataset.plan !== undefined
  const recount = new Recount(nodeKeys(dataset), options.spreadUnknown, distinctNodes(dataset), skips)
  let articles = 0
  for (const [chunk, blocks] of Map.groupBy(sample, (each) => each?.chunk ?? 0)) {
    const columns = contributionChunk(db, chunk)
    const starts = startsOf(columns.lengths)
    for (const each of blocks) {
      articles += recount.block(columns, starts, each?.block ?? 0, textRows(db, chunk, each?.block ?? 0))
    }
  }
  return `${articles} articles in ${taken} of ${all.length} blocks`
}

class Recount {
  readonly #counter: ArticleCounter
  readonly #keys: readonly NodeKey[]
  readonly #distinct: Distinct
  readonly #nodes: ReadonlyMap<string, number>
  readonly #skipsDropped: boolean

  constructor(keys: readonly NodeKey[], spreadUnknown: boolean, distinct: Distinct, skipsDropped: boolean) {
    this.#skipsDropped = skipsDropped
    this.#distinct = distinct
    this.#counter = new ArticleCounter({ spreadUnknown })
    this.#keys = keys
    this.#nodes = new Map(keys.map((key, node) => [nodeKeyOf(key), node]))
  }

  /** @returns the number of articles counted */
  block(columns: Contributions, starts: Uint32Array, block: number, rows: readonly string[]): number {
    const first = block * ARTICLES_PER_BLOCK
    const most = Math.min(ARTICLES_PER_BLOCK, columns.years.length - first)
    for (let i = 0; i < most; i++) {
      if (this.#skipsDropped && columns.dropped?.[first + i]) continue
      const words = rows[i]
      if (!words) throw new Error(`chunk ${columns.chunk}, article ${first + i}: its words are missing`)
      this.#article(columns, starts, first + i, JSON.parse(words) as TextRow)
    }
    return most
  }

  #article(columns: Contributions, starts: Uint32Array, i: number, words: TextRow): void {
    const authors = wordedAuthors(words, (key) => this.#nodes.get(key), this.#distinct)
    const counter = this.#counter
    counter.begin()
    for (const { nodes } of authors) {
      for (const node of nodes) counter.affiliation(node)
      counter.endAuthor()
    }
    const size = counter.finish((a, b) => compareKeys(this.#keys[a] ?? '', this.#keys[b] ?? ''))
    const counted = new Map(
      Array.from({ length: size }, (_, k) => [counter.nodes[k] as number, counter.units[k] as number]),
    )
    const stored = columns.authors[i] as number
    const [from, to] = [starts[i] as number, starts[i + 1] as number]
    let same = size === to - from && counter.divisor === divisorOf(stored) && counter.exact === !isOdd(stored)
    for (let j = from; j < to; j++) {
      same &&= counted.get(columns.nodes[j] as number) === columns.units[j]
    }
    if (!same) throw new Error(`chunk ${columns.chunk}, article ${i}: its words give other units`)
  }
}
