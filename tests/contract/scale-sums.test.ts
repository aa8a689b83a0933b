/** Sums of an engine that pass 64 bits: they are told in full, and where a figure does not fit its step ends. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dialectOf } from '../../src/core/scale/dialects/index.ts'
import { PROBE_SUM } from '../../src/core/scale/steps/results.ts'
import type { ScaleEngine } from '../../src/shared/domain/scale-engines.ts'
import { temporaryFolder } from '../support/edition.ts'
import { resultRows } from '../support/scale/plan-figures.ts'
import { chdb, runPlan } from '../support/scale/run-plan.ts'

const dir = temporaryFolder()
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const MOST = 2n ** 63n - 1n

/** What the engine answers to a sum of parts, in the table `checks`. @throws what it says where a step fails */
async function summed(engine: ScaleEngine, parts: readonly bigint[], fits: boolean): Promise<string> {
  const d = dialectOf(engine, null)
  const sum = fits ? d.narrow(d.sum('times')) : d.sum('times')
  const given = parts.map((part) => `SELECT ${part} AS times`).join(' UNION ALL ')
  const query = `SELECT 'sum' AS name, ${d.asText(sum)} AS value FROM (${given}) AS every`
  for (const folder of ['sql', 'results']) {
    rmSync(join(dir, folder), { recursive: true, force: true })
    mkdirSync(join(dir, folder))
  }
  writeFileSync(
    join(dir, 'sql', '001-sum.sql'),
    `${d.begin}\n${d.create('sums', query)}\n${d.write('SELECT * FROM sums', 'results/checks.parquet')}`,
  )
  await runPlan(dir, engine)
  return (await resultRows(dir, 'checks'))[0]?.[1] ?? 'none'
}

const ENGINES: ScaleEngine[] = chdb === null ? ['duckdb'] : ['duckdb', 'clickhouse']
describe.each(ENGINES)(`%s${chdb === null ? ' (ClickHouse skipped: no chdb)' : ''}`, (engine) => {
  test('adds up beyond 64 bits', async () => {
    expect(PROBE_SUM > MOST).toBe(true)
    expect(await summed(engine, Array<bigint>(4).fill(PROBE_SUM / 4n), false)).toBe(String(PROBE_SUM))
  })

  test('puts out the largest number of 64 bits, and fails at one more', async () => {
    expect(await summed(engine, [MOST - 7n, 7n], true)).toBe(String(MOST))
    await expect(summed(engine, [MOST - 7n, 8n], true)).rejects.toThrow('001-sum.sql')
  })
})
