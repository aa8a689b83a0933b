/** What a parsing thread hands to the writer: up to 4,096 articles as columns, and what it learnt about nodes. */
import type { AppErrorData } from '../../../shared/contract/errors.ts'
import type { CountedRecords } from './counts.ts'
import type { NodeKey, PrintedSighting, Sighting } from '../../articles/nodes.ts'
import type { RefusedChunk } from './refused-works.ts'

export const ARTICLES_PER_CHUNK = 4096

export interface ArticleChunk {
  type: 'chunk'
  /** Number of the task × 1e6 + place within it: the stored order does not depend on which thread was faster. */
  key: number
  articles: number
  /** The source's numbers of the articles (W4386… → 4386…); of other ids a negative hash. */
  ids: Float64Array
  /** `updated_date` as digits, e.g. 20230904120000; 0 where unknown. */
  updated: Float64Array
  /** Two words a hash of the DOI; both 0 where there is none. */
  dois: Uint32Array
  years: Uint16Array
  /** Bit k = the k-th subject. */
  subjects: Uint8Array
  /** Authors counted, i.e. the denominators. */
  authors: Uint32Array
  /** Contributions of each article. */
  lengths: Uint32Array
  /** Nodes in the numbering of the thread that parsed. */
  nodes: Uint32Array
  units: Uint32Array
  /** Who names what in articles that may have to be divided anew (`author-lists.ts`), nodes as the thread numbers them. */
  lists: Uint32Array<ArrayBuffer>
  /** Compressed blocks of 64 articles' kept words; empty where they are not kept. */
  texts: Uint8Array<ArrayBuffer>[]
  /** Keys of the nodes that the thread met since its last chunk, in its numbering. */
  fresh: NodeKey[]
}

/** Said now and then, and at the end of a task. */
export interface TaskProgress {
  type: 'progress'
  /** Bytes of the source consumed since the last message. */
  bytes: number
  records: number
}

export interface TaskEnd {
  type: 'end'
  /** Lines of the part of the file that the task read. */
  lines: number
  counts: CountedRecords
  /** Names and countries of institutions as the works themselves gave them. */
  sightings: Sighting[]
  /** Cities that their printed addresses name. */
  printed: PrintedSighting[]
}

export type FromParser =
  | ArticleChunk
  | RefusedChunk
  | TaskProgress
  | TaskEnd
  | { type: 'ready' }
  | { type: 'error'; error: AppErrorData }

/** The buffers to hand over instead of copying. */
export function transferOf(chunk: ArticleChunk): ArrayBuffer[] {
  const columns = [
    chunk.ids,
    chunk.updated,
    chunk.dois,
    chunk.years,
    chunk.subjects,
    chunk.authors,
    chunk.lengths,
    chunk.nodes,
    chunk.units,
    chunk.lists,
    ...chunk.texts,
  ]
  return columns.map((column) => column.buffer as ArrayBuffer)
}
