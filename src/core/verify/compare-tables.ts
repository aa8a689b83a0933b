/** A stored table against the one that was derived again, every column of every row. */
import type { ReadableDb } from '../db/handles.ts'

/** Columns that follow from nothing, by table. */
export type Underived = Readonly<Record<string, readonly string[]>>

/** Tables of a database that hold what was imported, those of its search among them; not SQLite's own. */
export function tablesOf(db: ReadableDb): string[] {
  return db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')
       AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
}

interface Column {
  name: string
  pk: number
}

/** @returns how many rows were compared @throws Error the first value that differs, with its table, column and row. */
export function compareTable(
  stored: ReadableDb,
  again: ReadableDb,
  table: string,
  left: readonly string[] = [],
): number {
  const columns = again.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as Column[]
  const names = columns.map(({ name }) => name).filter((name) => !left.includes(name))
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const order = keys.length > 0 ? keys.map(({ name }) => `"${name}"`).join() : 'rowid'
  const sql = `SELECT ${names.map((name) => `"${name}"`).join()} FROM "${table}" ORDER BY ${order}`
  const rows = (db: ReadableDb) => db.prepare(sql).raw().iterate() as IterableIterator<unknown[]>
  const derived = rows(again)
  let count = 0
  try {
    for (const row of rows(stored)) {
      const other = derived.next()
      if (other.done) throw new Error(`${table}: ${count} rows follow, more are stored`)
      const at = row.findIndex((value, i) => !isSame(value, other.value[i]))
      if (at >= 0)
        throw new Error(
          `${table}.${names[at]} of ${told(row[0])}: ${told(row[at])}, derived ${told(other.value[at])}`,
        )
      count++
    }
    if (!derived.next().done) throw new Error(`${table}: only ${count} rows are stored, more follow`)
    return count
  } finally {
    derived.return?.() // else the database cannot be closed
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : Object.is(a, b)
}

const MOST_SIGNS = 60
function told(value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`
  const text = JSON.stringify(value) ?? ''
  return text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text
}
