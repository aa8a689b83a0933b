/** Lists of more than 5,000 rows leave whole where all are asked for, and say so where they are cut. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { InputOf } from '../../src/shared/contract/index.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles, queriesOf, writeIndexFiles } from '../support/index.ts'

const MANY = 5100
const dataset = 'many'
const root = temporaryFolder()
const { call, close } = queriesOf(root)
/** One institution that publishes with each of the others once. */
const numbers = Array.from({ length: MANY }, (_, at) => at + 2)
beforeAll(async () => {
  const place = { city: 'Beijing', country: 'CN' }
  const institutions = [1, ...numbers].map((id) => ({ id, name: `Institution ${id}`, ...place }))
  const works = numbers.map((id) => ({ id, year: 2023, authors: [[1], [id]] }))
  await importFiles(root, dataset, writeIndexFiles(root, works, institutions))
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})

type Table = InputOf<'exports.table'>['table']
const all = { dataset, limit: 'all' as const }
const TABLES: [Table, rows: number][] = [
  [{ of: 'rankings', input: { ...all, by: 'institution' } }, MANY + 1],
  [{ of: 'institutions', input: all }, MANY + 1],
  [{ of: 'collaborations', input: { ...all, between: 'institutions' } }, MANY],
  [{ of: 'derivation', input: { ...all, kind: 'institution', id: 'I1' } }, MANY],
]

it.each(TABLES.map(([table, rows]) => [table.of, rows, table] as const))(
  '%s: all %i',
  async (_of, rows, table) => {
    const { bytes } = await call('exports.table', { table, format: 'json' })
    const file = JSON.parse(Buffer.from(bytes).toString()) as { rows: { id?: string }[] }
    expect(file.rows).toHaveLength(rows)
    expect(new Set(file.rows.map((row) => JSON.stringify(row))).size).toBe(rows)
  },
)

it('a list that is cut tells of how many it is', async () => {
  const table: Table = { of: 'collaborations', input: { dataset, between: 'institutions', limit: 5000 } }
  const { bytes } = await call('exports.table', { table, format: 'json' })
  const { shown } = JSON.parse(Buffer.from(bytes).toString()) as { shown?: object }
  expect(Object.values(shown ?? {})).toContainEqual([5000, MANY])
})
