/** What the parsing threads are asked to do: a file, or a part of one. */
import { closeSync, openSync, statSync } from 'node:fs'
import type { ArticleKind } from '../../../shared/domain/file-kinds.ts'
import type { Layout } from '../../scan/layout.ts'
import { splitAtLines } from '../../scan/split.ts'
import type { SubjectRules } from '../rules/subjects-of.ts'
import type { IndexOptions } from '../../../shared/contract/imports.ts'
import type { Folding } from '../addresses/foldings.ts'
import type { GivenSource } from './sources.ts'

export interface ParseTask {
  number: number
  kind: ArticleKind
  path: string
  /** Name shown to users. */
  file: string
  /** Of JSON files. */
  layout: Layout | null
  compressed: boolean
  /** Bytes of the file; the whole of it unless it holds lines that are not compressed. Of a source: articles. */
  from: number
  to: number
  /** Where the works come from in place of a file. */
  source?: GivenSource
  /** Whether its records are rows of Parquet. */
  rows?: boolean
  /** Small files that are read one after another in place of one. */
  members?: string[]
}

export interface ArticleFile {
  path: string
  file: string
  kind: ArticleKind
  layout: Layout | null
  compressed: boolean
  source?: GivenSource
  rows?: boolean
  members?: string[]
}

/** What a parsing thread is started with. */
export interface ParserData {
  /** Chunks in flight by thread: a thread waits while its own are too many. */
  control: SharedArrayBuffer
  slot: number
  options: IndexOptions
  subjects: SubjectRules
  resourcesDir: string
  /** What is needed to place by printed addresses; null where that is not wanted. */
  printed: { suburbs: readonly Folding[]; placed: Float64Array } | null
}

/** Parts of about this size keep all threads busy to the end. */
const PART_BYTES = 32 << 20
const MOST_PARTS = 1000
const SOURCE_ARTICLES = 8192
const FILES_A_TASK = 1000

/** Tasks in the order of files and their parts. A compressed file cannot be cut; neither can one that is no lines. */
export function tasksOf(files: readonly ArticleFile[]): ParseTask[] {
  const tasks: ParseTask[] = []
  for (const file of files) {
    if (file.members) {
      for (let at = 0; at < file.members.length; at += FILES_A_TASK) {
        const members = file.members.slice(at, at + FILES_A_TASK)
        tasks.push({ ...file, members, number: tasks.length, from: 0, to: 0 })
      }
    } else for (const { from, to } of partsOf(file)) tasks.push({ ...file, number: tasks.length, from, to })
  }
  return tasks
}

function partsOf({ path, layout, compressed, source }: ArticleFile): { from: number; to: number }[] {
  if (source) return partsOfSource(source.articles)
  const { size } = statSync(path)
  if (layout !== 'lines' || compressed || size < 2 * PART_BYTES) {
    return [{ from: 0, to: size }]
  }
  const fd = openSync(path, 'r')
  try {
    return splitAtLines(fd, Math.min(MOST_PARTS, Math.ceil(size / PART_BYTES)))
  } finally {
    closeSync(fd)
  }
}

function partsOfSource(articles: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(articles / SOURCE_ARTICLES) }, (_, i) => ({
    from: i * SOURCE_ARTICLES,
    to: Math.min(articles, (i + 1) * SOURCE_ARTICLES),
  }))
}
