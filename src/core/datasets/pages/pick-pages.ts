/**
 * Which pages of a finished file are looked at whenever it is opened: those by which the others are found (head, schema,
 * inner pages of every tree), and whole tables, the smallest first, as far as they can be read in milliseconds. That is
 * the whole of an edition, and of an index all but its articles: names, places, statistics, reports.
 */
import type { ReadableDb } from '../../db/handles.ts'
import { openReadable } from '../../db/open.ts'
import type { PageSums } from './page-sums.ts'
import { runsOf, sumPages } from './page-sums.ts'

/** Bytes of whole tables that are looked at; some ten milliseconds. */
const MOST_BYTES = 24 << 20
/** The articles' numbers, which are loaded whole, are looked at then. */
const ARTICLES = 'article_chunks'
/** Kept words, most of an index, are read a block at a time: of these only the inner pages. */
const WORDS = 'article_texts'

export interface PickedPages {
  opening: PageSums
  /** Of an index: the pages of its articles' numbers. */
  articles: PageSums
}

/** @param most bytes of whole tables @throws AppError dataset-damaged, -foreign, -newer; the system's error. */
export function pickPages(path: string, id: string, most = MOST_BYTES): PickedPages {
  const db = openReadable(path, id)
  try {
    const page = Number(db.pragma('page_size', { simple: true }))
    const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ?').pluck()
    const inner = db.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'internal'").pluck()
    const opening = new Set([1, ...(inner.all(WORDS) as number[])])
    const tables = treesOf(db).map((name) => ({ name, all: pages.all(name) as number[] }))
    let left = Math.floor(most / page)
    for (const { name, all } of tables.sort((a, b) => a.all.length - b.all.length)) {
      left -= all.length
      const taken = left < 0 || name === ARTICLES ? (inner.all(name) as number[]) : all
      for (const each of taken) opening.add(each)
    }
    const articles = tables.find(({ name }) => name === ARTICLES)?.all ?? []
    const sums = (of: Iterable<number>) => sumPages(path, page, runsOf(of))
    return { opening: sums(opening), articles: sums(articles) }
  } finally {
    db.close()
  }
}

/** Tables and their indexes, but the kept words. */
function treesOf(db: ReadableDb): string[] {
  const names = db.prepare('SELECT name FROM sqlite_schema WHERE rootpage > 0 AND name <> ?').pluck()
  return ['sqlite_schema', ...(names.all(WORDS) as string[])]
}
