import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createWritable, openReadable } from './open.ts'

const dir = mkdtempSync(join(tmpdir(), 'science-cities-open-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('a file that another process removed is not known, one that is no database is damaged', () => {
  expect(() => openReadable(join(dir, 'gone.sqlite'), 'gone')).toThrow(
    expect.objectContaining({ code: 'dataset-unknown', details: { values: { dataset: 'gone' } } }),
  )
  writeFileSync(join(dir, 'odd.sqlite'), 'x'.repeat(200))
  expect(() => openReadable(join(dir, 'odd.sqlite'), 'odd')).toThrow(
    expect.objectContaining({ code: 'dataset-damaged' }),
  )
  createWritable(join(dir, 'new.sqlite')).close()
  openReadable(join(dir, 'new.sqlite'), 'new').close()
})
