/** A process of its own: runs a plan's steps in ClickHouse inside the process, in the plan's folder. @param argv the package `chdb` */
import { pathToFileURL } from 'node:url'
import { stepsOf } from './steps.ts'

interface Chdb {
  Session: new () => { query(sql: string, format: string): string }
}

const found = (await import(pathToFileURL(process.argv[2] ?? '').href)) as Chdb & { default?: Chdb }
const session = new (found.default ?? found).Session()
for (const { name, sql } of stepsOf('.')) {
  for (const statement of sql.split(/;\s*\n/).filter((text) => text.trim() !== '')) {
    try {
      session.query(statement.replace(/;\s*$/, ''), 'CSV')
    } catch (error) {
      process.stderr.write(`${name}: ${String(error)}\n${statement.slice(0, 500)}\n`)
      process.exit(1)
    }
  }
}
process.exit(0)
