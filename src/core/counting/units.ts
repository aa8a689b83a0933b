/**
 * Shares as integers. One article is UNITS units, so sums are exact whatever their order, and an article's units
 * always add up to UNITS.
 */
import type { CompareNodes } from './constants.ts'
import { PARTS, UNITS, UNITS_PER_PART } from './constants.ts'
import { divideExactly } from './divide-exactly.ts'
import { selectFirst } from './select-first.ts'

export { PARTS, UNITS, UNITS_PER_PART }
export type { CompareNodes }

/** Products of parts and units stay below 2^53, and are therefore exact, up to this number of authors. */
const MOST_AUTHORS = 6_000_000

export interface CountingOptions {
  /** Spread the parts of authors without affiliation over the other authors, instead of giving them to node 0. */
  spreadUnknown?: boolean
}

/**
 * Divides articles among nodes, one article after another:
 * `begin()`, then for every author its `affiliation(node)`s and `endAuthor()`, then `finish(compare)`.
 *
 * Each author has 1/n of the article, each distinct affiliation of an author an equal part of that. Fractions of a
 * unit are settled by largest remainder, equal remainders by `compare`; so the units of a node depend neither on the
 * order of authors and affiliations nor on the numbering. Each differs from the exact value by less than one unit.
 *
 * Node 0 stands for "no affiliation". Given as an affiliation, it is one of which nothing is known, and keeps its part.
 * The arrays are reused: what `finish` left in them holds until the next `begin`.
 */
export class ArticleCounter {
  /** Nodes of the finished article, in the order in which they were first counted. */
  nodes = new Uint32Array(256)
  /** Units of each of `nodes`. */
  units = new Uint32Array(256)
  authors = 0
  unaffiliatedAuthors = 0
  /** Affiliations of all authors, repeats of one author left out. */
  affiliations = 0
  /** Authors among whom the article is divided: all, or with `spreadUnknown` those with an affiliation. */
  divisor = 0
  /**
   * Whether every author's number of affiliations divides 2520 (always so up to 10). Only then do `units` and
   * `divisor` tell the exact fraction (`numeratorOf`).
   */
  exact = true

  #size = 0
  #rest = new Float64Array(256)
  #order = new Uint32Array(256)
  /** By node: parts in this article, and the last author who named it. */
  #parts = new Float64Array(1024)
  #namedBy = new Uint32Array(1024)
  #author = 1
  #own = new Uint32Array(64)
  #ownSize = 0
  /** Authors whose number of affiliations does not divide 2520. */
  #odd: Uint32Array[] = []
  readonly #spreadUnknown: boolean
  #compare: CompareNodes = () => 0
  readonly #byRest = (a: number, b: number): number =>
    (this.#rest[b] as number) - (this.#rest[a] as number) ||
    this.#compare(this.nodes[a] as number, this.nodes[b] as number)

  constructor(options: CountingOptions = {}) {
    this.#spreadUnknown = options.spreadUnknown ?? false
  }

  /** Starts an article; one that was not finished is forgotten. */
  begin(): void {
    this.#clearParts()
    this.authors = this.unaffiliatedAuthors = this.affiliations = this.divisor = 0
    this.exact = true
    if (this.#odd.length > 0) this.#odd = []
    this.#nextAuthor()
  }

  /** An affiliation of the current author; repeats are one. */
  affiliation(node: number): void {
    if (node >= this.#namedBy.length) this.#growByNode(node)
    if (this.#namedBy[node] === this.#author) return
    this.#namedBy[node] = this.#author
    if (this.#ownSize === this.#own.length) this.#own = grown(this.#own)
    this.#own[this.#ownSize++] = node
  }

  endAuthor(): void {
    const own = this.#ownSize
    this.authors += 1
    this.affiliations += own
    if (own === 0) this.unaffiliatedAuthors += 1
    else if (PARTS % own === 0) {
      const parts = PARTS / own
      for (let i = 0; i < own; i++) this.#add(this.#own[i] as number, parts)
    } else {
      this.exact = false
      this.#odd.push(this.#own.slice(0, own))
    }
    this.#nextAuthor()
  }

  /**
   * Divides the article. Σ `units` is UNITS for an article with at least one author.
   * @returns how many entries of `nodes` and `units` hold; 0 for an article without authors.
   * @throws RangeError for more than 6 million authors.
   */
  finish(compare: CompareNodes): number {
    if (this.authors > MOST_AUTHORS) throw new RangeError(`an article with ${this.authors} authors`)
    if (this.authors === 0) return 0
    const affiliated = this.authors - this.unaffiliatedAuthors
    const spread = this.#spreadUnknown && affiliated > 0
    this.divisor = spread ? affiliated : this.authors
    if (!spread && this.unaffiliatedAuthors > 0) this.#add(0, PARTS * this.unaffiliatedAuthors)
    return this.exact ? this.#divide(compare) : this.#divideOdd(compare)
  }

  #divide(compare: CompareNodes): number {
    const { nodes, units, divisor } = this
    const size = this.#size
    let left = UNITS
    for (let i = 0; i < size; i++) {
      const node = nodes[i] as number
      const product = (this.#parts[node] as number) * UNITS_PER_PART
      // The quotient is below 2^31: its floor is right below 2 million authors and at most 1 too high beyond.
      let whole = Math.floor(product / divisor)
      if (whole * divisor > product) whole -= 1
      units[i] = whole
      left -= whole
      this.#rest[i] = product - whole * divisor
    }
    if (left > 0) this.#giveAway(left, compare)
    this.#clearParts()
    return size
  }

  /** One unit more for each of the `count` largest remainders. More remainders are over 0 than units are left. */
  #giveAway(count: number, compare: CompareNodes): void {
    const order = this.#order
    const size = this.#size
    for (let i = 0; i < size; i++) order[i] = i
    this.#compare = compare
    selectFirst(order, size, count, this.#byRest)
    for (let i = 0; i < count; i++) this.units[order[i] as number]! += 1
  }

  #divideOdd(compare: CompareNodes): number {
    const even = new Map<number, number>()
    for (let i = 0; i < this.#size; i++) {
      const node = this.nodes[i] as number
      even.set(node, this.#parts[node] as number)
    }
    this.#clearParts()
    const divided = divideExactly(even, this.#odd, this.divisor, compare)
    while (this.nodes.length < divided.length) this.#growByTouched()
    divided.forEach(([node, units], i) => {
      this.nodes[i] = node
      this.units[i] = units
    })
    return divided.length
  }

  #add(node: number, parts: number): void {
    const before = this.#parts[node] as number
    if (before === 0) {
      if (this.#size === this.nodes.length) this.#growByTouched()
      this.nodes[this.#size++] = node
    }
    this.#parts[node] = before + parts
  }

  #clearParts(): void {
    for (let i = 0; i < this.#size; i++) this.#parts[this.nodes[i] as number] = 0
    this.#size = 0
  }

  #nextAuthor(): void {
    this.#ownSize = 0
    this.#author += 1
    if (this.#author < 0xffff_ffff) return
    this.#namedBy.fill(0)
    this.#author = 1
  }

  #growByNode(node: number): void {
    if (!Number.isInteger(node) || node < 0 || node > 0xffff_fffe) throw new RangeError(`no node ${node}`)
    while (node >= this.#namedBy.length) {
      this.#namedBy = grown(this.#namedBy)
      this.#parts = grown(this.#parts)
    }
  }

  #growByTouched(): void {
    this.nodes = grown(this.nodes)
    this.units = grown(this.units)
    this.#rest = grown(this.#rest)
    this.#order = grown(this.#order)
  }
}

function grown<T extends Uint32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2)
  larger.set(array)
  return larger
}
