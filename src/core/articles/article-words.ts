/** What an article's kept words say of its division: authors, their affiliations as nodes, and exact fractions. */
import type { Fraction } from '../counting/fraction.ts'
import { reduced } from '../counting/fraction.ts'
import { UNAFFILIATED } from './entities.ts'
import type { Distinct } from './one-affiliation.ts'
import type { TextAuthor, TextRow } from './text-row.ts'

export interface WordedAuthor {
  name: string | null
  /** Affiliations as printed. */
  raw: string[]
  /** Distinct nodes, in the order of the source; empty for an author without affiliation. */
  nodes: number[]
}

/**
 * The key under which a node is stored, from its form in the words: numbers are institutions of OpenAlex, two letters
 * a country (which works may write in lower case), anything else is the key itself.
 */
export function nodeKeyOf(word: number | string): string {
  if (typeof word === 'number') return `I${word}`
  return /^[a-z]{2}$/i.test(word) ? word.toUpperCase() : word
}

/**
 * @param nodeOf node of a key; undefined for words that the import did not count, such as a country of no known form
 * @param distinct of an author's nodes those that are affiliations of their own
 */
export function wordedAuthors(
  row: TextRow,
  nodeOf: (key: string) => number | undefined,
  distinct: Distinct,
): WordedAuthor[] {
  const [, , , , authors, raws] = row
  return authors.map(([, name, words, own]: TextAuthor) => ({
    name,
    raw: own.flatMap((at) => raws[at] ?? []),
    nodes: distinct([
      ...new Set(
        words.flatMap((word) => {
          const node = nodeOf(nodeKeyOf(word))
          return node === undefined ? [] : [node]
        }),
      ),
    ]),
  }))
}

/** The part of each node, exactly. @param divisor authors among whom the article is divided */
export function exactParts(authors: readonly WordedAuthor[], divisor: number): Map<number, Fraction> {
  const parts = new Map<number, Fraction>()
  // Fewer than there are authors: those without affiliation have no part, theirs is spread over the others.
  const spread = divisor < authors.length
  for (const { nodes } of authors) {
    if (nodes.length === 0 && spread) continue
    const own = nodes.length === 0 ? [UNAFFILIATED] : nodes
    for (const node of own) {
      const part = { numerator: 1n, denominator: BigInt(divisor * own.length) }
      parts.set(node, add(parts.get(node), part))
    }
  }
  return parts
}

export function add(a: Fraction | undefined, b: Fraction): Fraction {
  if (!a) return reduced(b)
  return reduced({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  })
}
