/** Rows of a table on disk, to be read back article by article. */
import Database from 'better-sqlite3'
import { AppError } from '../../../shared/contract/errors.ts'
import { doiOfId, plainDoi } from '../../articles/article-id.ts'
import type { ArticleCells, AuthorCells, FaultyRow, ParsedRow, PlaceCells, RowFault } from './parse-row.ts'

export interface StoredRow {
  line: number
  /** Null where it says the same as the row before it in the file. */
  head: ArticleCells | null
  author: AuthorCells
  place: PlaceCells
}

/** The rows of one article, in the order of the file. */
export interface StoredArticle {
  id: string
  rows: StoredRow[]
  /** Rows that were rejected: the article is not whole. */
  faulty: { line: number; fault: RowFault }[]
  /** DOIs that the rows name, plain. */
  dois: string[]
}

/**
 * A database that SQLite itself keeps in a temporary file, which is gone when it is closed or the process ends in
 * whatever way. Memory: its cache, and one article on reading.
 */
export class RowStore {
  private readonly db = new Database('')
  private readonly insert: Database.Statement
  private last = { article: '', head: '' }

  constructor() {
    this.db.pragma('journal_mode = OFF')
    this.db.pragma('temp_store = FILE')
    this.db.exec('CREATE TABLE row (article TEXT, line INTEGER, doi TEXT, head TEXT, body TEXT) STRICT')
    this.insert = this.db.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?)')
    this.db.exec('BEGIN')
  }

  add(line: number, { article, head, author, place }: ParsedRow): void {
    const text = JSON.stringify(head)
    const repeated = this.last.article === article && this.last.head === text
    this.last = { article, head: text }
    const doi = repeated ? null : plainDoi(head.doi) || doiOfId(article)
    this.run(article, line, doi, repeated ? null : text, JSON.stringify([author, place]))
  }

  /** Notes that a row of an article was rejected. */
  addFaulty(line: number, fault: RowFault, article: NonNullable<FaultyRow['article']>, doi = ''): void {
    this.run(article, line, doiOfId(doi) ?? doiOfId(article), fault, null)
  }

  /** Whether a row of the article was noted. */
  has(article: string): boolean {
    return this.db.prepare('SELECT 1 FROM row WHERE article = ? LIMIT 1').get(article) !== undefined
  }

  private run(...values: (string | number | null)[]): void {
    try {
      this.insert.run(...values)
    } catch (error) {
      throw explain(error)
    }
  }

  /** Articles in the order of their ids. */
  articles(): Generator<StoredArticle> {
    return this.read('')
  }

  /** Those whose DOI stands under another id as well. */
  ofSharedDois(): Generator<StoredArticle> {
    return this.read(
      `WHERE article IN (SELECT article FROM row WHERE doi IN
        (SELECT doi FROM row WHERE doi IS NOT NULL GROUP BY doi HAVING min(article) < max(article)))`,
    )
  }

  private *read(which: string): Generator<StoredArticle> {
    try {
      if (this.db.inTransaction) this.db.exec('COMMIT')
      const rows = this.db
        .prepare(`SELECT article, line, doi, head, body FROM row ${which} ORDER BY article, line`)
        .iterate()
      let open: StoredArticle | null = null
      for (const row of rows as Iterable<SqlRow>) {
        if (open === null || open.id !== row.article) {
          if (open) yield open
          open = { id: row.article, rows: [], faulty: [], dois: [] }
        }
        if (row.doi !== null) open.dois.push(row.doi)
        if (row.body === null) open.faulty.push({ line: row.line, fault: row.head as RowFault })
        else open.rows.push(storedRow(row, row.body))
      }
      if (open) yield open
    } catch (error) {
      throw explain(error)
    }
  }

  close(): void {
    this.db.close()
  }
}

interface SqlRow {
  article: string
  line: number
  doi: string | null
  /** Of a row that was rejected: why. */
  head: string | null
  /** Null of a row that was rejected. */
  body: string | null
}

function storedRow({ line, head }: SqlRow, body: string): StoredRow {
  const [author, place] = JSON.parse(body) as [AuthorCells, PlaceCells]
  return { line, head: head === null ? null : (JSON.parse(head) as ArticleCells), author, place }
}

function explain(error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (!code.startsWith('SQLITE_FULL') && !code.startsWith('SQLITE_IOERR')) return error
  return new AppError('disk-full', `temporary file: ${(error as Error).message}`)
}
