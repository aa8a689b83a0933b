import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { duckdb } from './duckdb.ts'

test('lines of several files are counted in the memory of a laptop, long and broken ones too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' })
  const connection = await instance.connect()
  try {
    const lines = ['{"a": 1}', '', '   ', '{"a": "', '"', `"${'x'.repeat(3e6)}"`, '5 \\ \u0001 6']
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.jsonl`), lines.join('\n'))
    await connection.run(duckdb.linesView('every_line', join(folder, '*.jsonl')))
    const counted = await connection.runAndReadAll('SELECT count(*) FROM every_line')
    expect(counted.getRows()).toEqual([[15n]])
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(folder, { recursive: true, force: true })
  }
})
