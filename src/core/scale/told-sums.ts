/** Numbers told of the same things in several tables, held against each other on disk: those of a large index fit no memory. */
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

/** Memory: 16 MB, whatever is added; on disk some 60 bytes a row, and twice that while they are sorted. */
export class ToldSums {
  // Without a name: the file is in no list of the folder, and goes with the connection.
  private readonly db = new Database('')
  private readonly told: MultiRow

  constructor() {
    for (const pragma of [
      'journal_mode = OFF',
      'synchronous = OFF',
      'cache_size = -16000',
      'temp_store = FILE',
    ])
      this.db.pragma(pragma)
    this.db.exec('CREATE TABLE told (of TEXT NOT NULL, articles INTEGER, part REAL); BEGIN')
    this.told = new MultiRow(this.db as unknown as WritableDb, 'told', 3)
  }

  articles(of: string, articles: number): void {
    this.told.add(of, articles, null)
  }

  part(of: string, part: number): void {
    this.told.add(of, null, part)
  }

  /** Things whose articles are not told exactly once, or whose parts add up to nothing or to more than their articles. */
  *wrong(): Generator<WrongSum> {
    this.told.flush()
    const rows = this.db
      .prepare(
        `SELECT of, count(articles) = 1 AND count(part) > 0 AS paired FROM told GROUP BY of
         HAVING NOT paired OR total(part) <= 0 OR total(part) > max(articles) + ${NEARLY}`,
      )
      .raw()
      .iterate() as IterableIterator<[of: string, paired: number]>
    for (const [of, paired] of rows) yield { of, what: paired ? 'parts' : 'articles' }
  }

  /** Things of fewer articles than that, all that is told of each taken together. */
  *below(least: number): Generator<string> {
    this.told.flush()
    const rows = this.db.prepare('SELECT of FROM told GROUP BY of HAVING sum(articles) < ?').pluck()
    yield* rows.iterate(least) as IterableIterator<string>
  }

  /** From now on tells the articles of a thing, 0 of one that is not known; nothing is added any more. */
  lookup(): (of: string) => number {
    this.told.flush()
    this.db.exec('CREATE INDEX told_of ON told (of, articles)')
    const found = this.db.prepare('SELECT coalesce(max(articles), 0) FROM told WHERE of = ?').pluck()
    return (of) => found.get(of) as number
  }

  close(): void {
    this.db.close()
  }
}
