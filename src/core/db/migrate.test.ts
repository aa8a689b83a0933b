import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { LATEST_VERSION, migrate, migrations } from './migrate.ts'
import type { WritableDb } from './handles.ts'
import { createWritable } from './open.ts'

const memory = () => new Database(':memory:') as unknown as WritableDb
const version = (db: WritableDb) => Number(db.pragma('user_version', { simple: true }))

describe('migrations', () => {
  test('are numbered upwards', () => {
    const numbers = migrations.map((migration) => migration.version)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  test('bring an empty file to the latest version, step by step or at once', () => {
    const once = memory()
    migrate(once)
    const stepped = memory()
    for (const migration of migrations) migrate(stepped, migration.version)
    const schema = (db: WritableDb) => db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all()
    expect(version(once)).toBe(LATEST_VERSION)
    expect(schema(stepped)).toEqual(schema(once))
  })

  test('leave nothing behind when one fails', () => {
    const db = memory()
    db.exec('CREATE TABLE cities (x)') // stands in the way of the first migration
    expect(() => migrate(db)).toThrow(/cities/)
    expect(version(db)).toBe(0)
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'dataset'").pluck().get()).toBe(0)
  })

  test('make STRICT tables only', () => {
    const db = createWritable(':memory:')
    const tables = db
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(tables.length).toBeGreaterThan(5)
    expect(tables.every((table) => (table as { strict: number }).strict === 1)).toBe(true)
  })
})

test('a ranking is read by its keys, without a scan of figures', () => {
  const db = createWritable(':memory:')
  const plan = db
    .prepare('EXPLAIN QUERY PLAN SELECT * FROM city_figures WHERE subject = ? AND year = ? AND city_id = ?')
    .all('all', 2023, 'beijing') as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH city_figures USING PRIMARY KEY/)
})
