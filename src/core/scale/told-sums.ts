/** Numbers told of the same things in several tables, held against each other on disk: those of a large index fit no memory. */
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { WritableDb } from '../db/handles.ts'
import { MultiRow } from '../statistics/multi-row.ts'

/** What differs by more than floats do: an excess of a part is larger than their error. */
const NEARLY = 1e-6

/** What is wrong of one thing: its articles are not told once, or no part or more than its articles is. */
export interface WrongSum {
  of: string
  what: 'articles' | 'parts'
}

/** Each is sorted by itself, and a cancel is heard between two of them. */
const TABLES = 64

/** Memory: 16 MB, whatever is added; on disk some 60 bytes a row, and twice that of a table while it is sorted. */
export class ToldSums {
  // Without a name: the file is in no list of the folder, and goes with the connection.
  private readonly db = new Database('')
  private readonly tables: MultiRow[]

  constructor() {
    for (const pragma of [
      'journal_mode = OFF',
      'synchronous = OFF',
      'cache_size = -16000',
      'temp_store = FILE',
    ])
      this.db.pragma(pragma)
    this.db.exec('BEGIN')
    this.tables = Array.from({ length: TABLES }, (_, table) => {
      this.db.exec(`CREATE TABLE told_${table} (of TEXT NOT NULL, articles INTEGER, part REAL)`)
      return new MultiRow(this.db as unknown as WritableDb, `told_${table}`, 3)
    })
  }

  articles(of: string, articles: number): void {
    this.tables[tableOf(of)]?.add(of, articles, null)
  }

  part(of: string, part: number): void {
    this.tables[tableOf(of)]?.add(of, null, part)
  }

  /** Things whose articles are not told exactly once, or whose parts add up to nothing or to more than their articles. */
  async *wrong(signal?: AbortSignal): AsyncGenerator<WrongSum> {
    for await (const table of this.each(signal)) {
      const rows = this.db
        .prepare(
          `SELECT of, count(articles) = 1 AND count(part) > 0 AS paired FROM told_${table} GROUP BY of
           HAVING NOT paired OR total(part) <= 0 OR total(part) > max(articles) + ${NEARLY}`,
        )
        .raw()
        .iterate() as IterableIterator<[of: string, paired: number]>
      for (const [of, paired] of rows) yield { of, what: paired ? 'parts' : 'articles' }
    }
  }

  /** Things of fewer articles than that, all that is told of each taken together. */
  async *below(least: number, signal?: AbortSignal): AsyncGenerator<string> {
    for await (const table of this.each(signal)) {
      // Not `sum`, which ends in an error where whole numbers pass 64 bits.
      const rows = this.db.prepare(`SELECT of FROM told_${table} GROUP BY of HAVING total(articles) < ?`)
      yield* rows.pluck().iterate(least) as IterableIterator<string>
    }
  }

  /** From now on tells the articles of a thing, 0 of one that is not known; nothing is added any more. */
  async lookup(signal?: AbortSignal): Promise<(of: string) => number> {
    const found: Database.Statement<[string]>[] = []
    for await (const table of this.each(signal)) {
      this.db.exec(`CREATE INDEX told_of_${table} ON told_${table} (of, articles)`)
      found.push(
        this.db
          .prepare<[string]>(`SELECT coalesce(max(articles), 0) FROM told_${table} WHERE of = ?`)
          .pluck(),
      )
    }
    return (of) => found[tableOf(of)]?.get(of) as number
  }

  /** The tables, whole, after a turn in which a cancel can come in. @throws the signal's reason */
  private async *each(signal?: AbortSignal): AsyncGenerator<number> {
    for (const [table, told] of this.tables.entries()) {
      await setImmediate()
      signal?.throwIfAborted()
      told.flush()
      yield table
    }
  }

  close(): void {
    this.db.close()
  }
}

/** Equal texts, equal tables. */
function tableOf(of: string): number {
  let hash = 0
  for (let i = 0; i < of.length; i++) hash = Math.imul(hash ^ of.charCodeAt(i), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % TABLES
}
