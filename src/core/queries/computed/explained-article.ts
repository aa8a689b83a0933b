/** One stored article as it is divided: authors, affiliations with exact parts, and what each has of the whole. */
import type {
  ExplainedAffiliation,
  ExplainedArticle,
  ExplainedAuthor,
  ExplainedPart,
} from '../../../shared/contract/articles.ts'
import type { WordedAuthor } from '../../articles/article-words.ts'
import { add, exactParts } from '../../articles/article-words.ts'
import { contributionChunk } from '../../articles/chunk-columns.ts'
import { startsOf } from '../../articles/content.ts'
import type { FoundArticle } from '../../articles/find-articles.ts'
import { nodeMaps } from '../../articles/node-maps.ts'
import type { StoredArticle } from '../../articles/stored-articles.ts'
import { storedAt } from '../../articles/stored-articles.ts'
import type { OpenDataset } from '../../context.ts'
import { MOST_EXACT_AUTHORS, numeratorOf, toShare } from '../../counting/exact.ts'
import type { Fraction } from '../../counting/fraction.ts'
import { reduced } from '../../counting/fraction.ts'
import { PARTS, UNITS } from '../../counting/units.ts'
import { authorsOf, fractionText, idOf, isPrinted, MOST_AUTHORS, subjectsIn } from './derive-article.ts'
import { citiesOf, countriesOf, institutionsOf, metrosOf } from './index-names.ts'

/** @param decidedBy of a duplicate the record that decides in its place */
export function explainedArticle(
  dataset: OpenDataset,
  found: FoundArticle,
  decidedBy: ExplainedArticle['decidedBy'],
): ExplainedArticle {
  const columns = contributionChunk(dataset.db, found.chunk)
  const starts = startsOf(columns.lengths)
  const range = [starts[found.place] as number, starts[found.place + 1] as number] as const
  const nodes = columns.nodes.subarray(...range)
  const stored = storedAt(dataset.db, found.chunk, found.place)
  const authors = stored.words ? authorsOf(dataset, stored.words, nodes) : []
  const shares = sharesOf(stored, authors, nodes, columns.units.subarray(...range))
  const listed = authors.slice(0, MOST_AUTHORS)
  return {
    standing: found.dropped ? 'duplicate' : 'counts',
    id: idOf(stored),
    doi: stored.words?.[1] ?? null,
    title: stored.words?.[2] ?? null,
    journal: stored.words?.[3] ?? null,
    year: columns.years[found.place] as number,
    subjects: subjectsIn(columns.subjects[found.place] as number),
    authorCount: stored.divisor,
    authors: listed.map((author) => explainedAuthor(dataset, author, stored.divisor, authors.length)),
    authorsListed: authors.length,
    parts: partsOf(dataset, shares),
    sum: fractionText(shares.reduce((sum, { fraction }) => add(sum, fraction), NONE)),
    decidedBy,
  }
}

const NONE: Fraction = { numerator: 0n, denominator: 1n }

interface NodeShare {
  node: number
  units: number
  fraction: Fraction
}

/** Units tell the exact fraction of nearly every article; of the others the words do, where they were kept. */
function sharesOf(
  { odd, divisor }: StoredArticle,
  authors: readonly WordedAuthor[],
  nodes: Uint32Array,
  units: Uint32Array,
): NodeShare[] {
  const exact = !odd && divisor <= MOST_EXACT_AUTHORS
  const byWords = exact || authors.length === 0 ? null : exactParts(authors, divisor)
  return Array.from(nodes, (node, i) => {
    const own = units[i] as number
    const fraction = exact
      ? { numerator: BigInt(numeratorOf(own, divisor)), denominator: BigInt(PARTS) * BigInt(divisor) }
      : (byWords?.get(node) ?? { numerator: BigInt(own), denominator: BigInt(UNITS) })
    return { node, units: own, fraction: reduced(fraction) }
  })
}

/** Affiliations to one institution in one place are one part, however they were written; largest first. */
function partsOf(dataset: OpenDataset, shares: readonly NodeShare[]): ExplainedPart[] {
  const maps = nodeMaps(dataset)
  const groups = new Map<string, NodeShare[]>()
  for (const share of shares) {
    const { node } = share
    const key = [maps.institution[node], maps.city[node], maps.region[node]].join('/')
    groups.set(key, [...(groups.get(key) ?? []), share])
  }
  const sums = [...groups.values()].map((group) => ({
    nodes: group.map(({ node }) => node),
    units: group.reduce((sum, { units }) => sum + units, 0),
    fraction: group.reduce((sum, { fraction }) => add(sum, fraction), NONE),
  }))
  return sums
    .sort((a, b) => b.units - a.units)
    .map(({ nodes, units, fraction }) => ({
      ...placeOf(dataset, nodes[0] as number),
      printed: nodes.some((node) => isPrinted(dataset, node)),
      fraction: fractionText(fraction),
      share: toShare(units),
    }))
}

/** @param divisor authors among whom the article is divided, fewer than `all` where parts were spread */
function explainedAuthor(
  dataset: OpenDataset,
  { name, raw, nodes }: WordedAuthor,
  divisor: number,
  all: number,
): ExplainedAuthor {
  const part = (by: number) => fractionText(reduced({ numerator: 1n, denominator: BigInt(divisor * by) }))
  return {
    name,
    raw,
    affiliations: nodes.map((node) => ({
      ...placeOf(dataset, node),
      fraction: part(nodes.length),
      counts: null,
    })),
    affiliationCount: nodes.length,
    fraction: nodes.length === 0 && divisor < all ? '0' : part(1),
  }
}

function placeOf(dataset: OpenDataset, node: number): Omit<ExplainedAffiliation, 'fraction' | 'counts'> {
  const maps = nodeMaps(dataset)
  const country = countriesOf(dataset)[maps.region[node] as number] ?? null
  return {
    institution: institutionsOf(dataset)[maps.institution[node] as number]?.label ?? null,
    city: citiesOf(dataset)[maps.city[node] as number]?.label ?? null,
    region: country?.id ?? null,
    country: country?.label ?? null,
    metro: metrosOf(dataset)[maps.metro[node] as number]?.label ?? null,
    printed: isPrinted(dataset, node),
  }
}
