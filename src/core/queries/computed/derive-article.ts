/** One article behind a figure: its authors, what each affiliation counts, and the exact part of the entity. */
import type {
  DerivedAffiliation,
  DerivedArticle,
  DerivedAuthor,
  FractionText,
} from '../../../shared/contract/derivation.ts'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { WordedAuthor } from '../../articles/article-words.ts'
import { add, exactParts, wordedAuthors } from '../../articles/article-words.ts'
import type { ArticleArrays } from '../../articles/csr.ts'
import { articleArrays } from '../../articles/csr.ts'
import type { StoredArticle } from '../../articles/stored-articles.ts'
import { distinctNodes, nodeMaps } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import { MOST_EXACT_AUTHORS, numeratorOf, toShare } from '../../counting/exact.ts'
import type { Fraction } from '../../counting/fraction.ts'
import { reduced } from '../../counting/fraction.ts'
import { PARTS, UNITS } from '../../counting/units.ts'
import { citiesOf, countriesOf, institutionsOf } from './index-names.ts'

/** Authors listed of one article. */
export const MOST_AUTHORS = 200

/** Affiliations (nodes) of the part that is read, of a score's partner, and of the whole number that was narrowed. */
export interface Sides {
  a: ReadonlySet<number>
  b: ReadonlySet<number> | null
  whole: ReadonlySet<number>
}

/** The source's id; of a work its OpenAlex id. */
export function idOf({ number, words }: Pick<StoredArticle, 'number' | 'words'>): string {
  return words?.[0] ?? (number >= 0 ? `W${number}` : String(number))
}

export const subjectsIn = (bits: number) => SUBJECTS.filter((_, bit) => (bits & (1 << bit)) !== 0)

/** @param article its place in the stored order */
export function deriveArticle(
  dataset: OpenDataset,
  article: number,
  stored: StoredArticle,
  sides: Sides,
): DerivedArticle {
  const arrays = articleArrays(dataset)
  const nodes = arrays.node.subarray(arrays.start[article], arrays.start[article + 1])
  const authors = stored.words ? authorsOf(dataset, stored.words, nodes) : []
  const part = (side: ReadonlySet<number>) => partOf({ arrays, article, stored, authors }, side)
  const own = part(sides.a)
  const partners = sides.b && part(sides.b)
  const listed = listAuthors(dataset, authors, stored.divisor, sides)
  const [, doi, title, journal] = stored.words ?? [null, null, null, null]
  return {
    id: idOf(stored),
    doi,
    title,
    journal,
    year: arrays.year[article] as number,
    subjects: subjectsIn(arrays.subjects[article] as number),
    authorCount: stored.divisor,
    share: toShare(own.units),
    fraction: fractionText(own.fraction),
    partnerShare: partners && toShare(partners.units),
    partnerFraction: partners && fractionText(partners.fraction),
    authors: listed,
    authorsListed: listed.length,
  }
}

/** @param nodes those of the article */
export function authorsOf(
  dataset: OpenDataset,
  words: NonNullable<StoredArticle['words']>,
  nodes: Uint32Array,
): WordedAuthor[] {
  const keyOf = dataset.memo('node-key', () =>
    dataset.db.prepare('SELECT key FROM nodes WHERE node = ?').pluck(),
  )
  // Every affiliation of the article is one of its nodes.
  const byKey = new Map(Array.from(nodes, (node) => [String(keyOf.get(node)), node]))
  return wordedAuthors(words, (key) => byKey.get(key), distinctNodes(dataset))
}

/** Units of a side in an article. @param article its number in `articleArrays` */
export function unitsIn(dataset: OpenDataset, article: number, side: ReadonlySet<number>): number {
  const { start, node, units } = articleArrays(dataset)
  let sum = 0
  for (let i = start[article] as number, end = start[article + 1] as number; i < end; i++)
    if (side.has(node[i] as number)) sum += units[i] as number
  return sum
}

interface Divided {
  arrays: ArticleArrays
  article: number
  stored: StoredArticle
  authors: readonly WordedAuthor[]
}

/**
 * Units and exact fraction of an entity, or of a part of it. Units tell the fraction of nearly every article; of the others the words do,
 * and where these were not kept the fraction is that of the units themselves.
 */
function partOf(
  { arrays, article, stored, authors }: Divided,
  side: ReadonlySet<number>,
): { units: number; fraction: Fraction } {
  const exact = !stored.odd && stored.divisor <= MOST_EXACT_AUTHORS
  let units = 0
  let numerator = 0n
  for (let i = arrays.start[article] as number, end = arrays.start[article + 1] as number; i < end; i++) {
    if (!side.has(arrays.node[i] as number)) continue
    units += arrays.units[i] as number
    if (exact) numerator += BigInt(numeratorOf(arrays.units[i] as number, stored.divisor))
  }
  if (exact) {
    return { units, fraction: reduced({ numerator, denominator: BigInt(PARTS) * BigInt(stored.divisor) }) }
  }
  const byUnits = reduced({ numerator: BigInt(units), denominator: BigInt(UNITS) })
  if (authors.length === 0) return { units, fraction: byUnits }
  const parts = [...exactParts(authors, stored.divisor)].filter(([node]) => side.has(node))
  return {
    units,
    fraction: parts.reduce((sum, [, part]) => add(sum, part), { numerator: 0n, denominator: 1n }),
  }
}

/** Those who count, then the first of the others; at most 200. */
function listAuthors(
  dataset: OpenDataset,
  authors: readonly WordedAuthor[],
  divisor: number,
  sides: Sides,
): DerivedAuthor[] {
  const counting = authors.filter(({ nodes }) => nodes.some((node) => sideOf(node, sides) !== null))
  const counted = new Set(counting)
  const others = authors.filter((author) => !counted.has(author))
  return [...counting, ...others].slice(0, MOST_AUTHORS).map(({ name, raw, nodes }) => ({
    name,
    raw,
    affiliations: nodes.map((node) => affiliation(dataset, node, divisor * nodes.length, sides)),
  }))
}

function sideOf(node: number, { a, b }: Sides): 'a' | 'b' | null {
  if (a.has(node)) return 'a'
  return b?.has(node) ? 'b' : null
}

function affiliation(
  dataset: OpenDataset,
  node: number,
  denominator: number,
  sides: Sides,
): DerivedAffiliation {
  const maps = nodeMaps(dataset)
  const counts = sideOf(node, sides)
  return {
    institution: institutionsOf(dataset)[maps.institution[node] as number]?.label ?? null,
    city: citiesOf(dataset)[maps.city[node] as number]?.label ?? null,
    region: countriesOf(dataset)[maps.region[node] as number]?.id ?? null,
    printed: isPrinted(dataset, node),
    fraction: fractionText({ numerator: 1n, denominator: BigInt(denominator) }),
    counts,
    ...(counts === null && sides.whole.has(node) ? { beside: true as const } : {}),
  }
}

/** Whether a node's city was read from printed addresses. */
export function isPrinted(dataset: OpenDataset, node: number): boolean {
  const printed = dataset.memo(
    'node-printed',
    () => new Set(dataset.db.prepare('SELECT node FROM nodes WHERE printed = 1').pluck().all() as number[]),
  )
  return printed.has(node)
}

/** @param fraction in lowest terms */
export function fractionText({ numerator, denominator }: Fraction): FractionText {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
}
