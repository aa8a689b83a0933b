/** Gathers articles into chunks; one for works and one for tables, so that both are stored alike. */
import { encodeDivisor } from '../../articles/divisor.ts'
import type { ArticleCounter } from '../../counting/units.ts'
import { AuthorLists } from './author-lists.ts'
import type { ArticleChunk } from './chunk.ts'
import { ARTICLES_PER_CHUNK } from './chunk.ts'
import type { DoiHash } from '../../articles/doi.ts'
import type { NodeIndex } from '../../articles/nodes.ts'
import { TextBlocks } from './text-blocks.ts'

export interface ArticleHead {
  id: number
  updated: number
  year: number
  subjects: number
  /** Copied when the article is added. */
  doi: DoiHash
}

export class ChunkBuilder {
  readonly texts = new TextBlocks()
  readonly lists = new AuthorLists()
  articles = 0
  private readonly ids = new Float64Array(ARTICLES_PER_CHUNK)
  private readonly updated = new Float64Array(ARTICLES_PER_CHUNK)
  private readonly dois = new Uint32Array(2 * ARTICLES_PER_CHUNK)
  private readonly years = new Uint16Array(ARTICLES_PER_CHUNK)
  private readonly subjects = new Uint8Array(ARTICLES_PER_CHUNK)
  private readonly authors = new Uint32Array(ARTICLES_PER_CHUNK)
  private readonly lengths = new Uint32Array(ARTICLES_PER_CHUNK)
  private nodes = new Uint32Array(8 * ARTICLES_PER_CHUNK)
  private units = new Uint32Array(8 * ARTICLES_PER_CHUNK)
  private contributions = 0
  private sent = 1 // the node of authors without affiliation is known to all
  private readonly index: NodeIndex

  constructor(index: NodeIndex) {
    this.index = index
  }

  /** Takes over an article that `counter` has finished with `size` contributions. */
  add(head: ArticleHead, counter: ArticleCounter, size: number): void {
    const i = this.articles++
    this.ids[i] = head.id
    this.updated[i] = head.updated
    this.dois[2 * i] = head.doi[0] as number
    this.dois[2 * i + 1] = head.doi[1] as number
    this.years[i] = head.year
    this.subjects[i] = head.subjects
    this.authors[i] = encodeDivisor(counter.divisor, counter.exact)
    this.lengths[i] = size
    while (this.contributions + size > this.nodes.length) this.grow()
    const { nodes, units } = this
    let at = this.contributions
    for (let k = 0; k < size; k++, at++) {
      nodes[at] = counter.nodes[k] as number
      units[at] = counter.units[k] as number
    }
    this.contributions = at
  }

  get isFull(): boolean {
    return this.articles === ARTICLES_PER_CHUNK
  }

  /** The chunk so far, for `key`; the builder then begins the next. */
  take(key: number): ArticleChunk {
    const n = this.articles
    const fresh = this.index.keys.slice(this.sent)
    this.sent = this.index.keys.length
    const chunk: ArticleChunk = {
      type: 'chunk',
      key,
      articles: n,
      ids: this.ids.slice(0, n),
      updated: this.updated.slice(0, n),
      dois: this.dois.slice(0, 2 * n),
      years: this.years.slice(0, n),
      subjects: this.subjects.slice(0, n),
      authors: this.authors.slice(0, n),
      lengths: this.lengths.slice(0, n),
      nodes: this.nodes.slice(0, this.contributions),
      units: this.units.slice(0, this.contributions),
      lists: this.lists.take(),
      texts: this.texts.take(),
      fresh,
    }
    this.articles = this.contributions = 0
    return chunk
  }

  private grow(): void {
    const [nodes, units] = [new Uint32Array(this.nodes.length * 2), new Uint32Array(this.units.length * 2)]
    nodes.set(this.nodes)
    units.set(this.units)
    this.nodes = nodes
    this.units = units
  }
}
