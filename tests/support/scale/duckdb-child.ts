/** A process of its own: runs a plan's steps in DuckDB, in the plan's folder. */
import { DuckDBInstance } from '@duckdb/node-api'
import { stepsOf } from './steps.ts'

const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
for (const { name, sql } of stepsOf('.')) {
  try {
    await connection.run(sql)
  } catch (error) {
    process.stderr.write(`${name}: ${String(error)}\n`)
    process.exit(1)
  }
}
process.exit(0)
