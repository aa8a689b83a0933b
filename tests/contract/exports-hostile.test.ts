/** Damaged exports of databases: never a crash, and every record read is stored or rejected. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { UNITS } from '../../src/core/counting/units.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import { temporaryFolder } from '../support/edition.ts'
import { invent } from '../support/database-exports.ts'
import { parseHere } from '../support/parse-here.ts'
import { dimensionsCsv, scopusCsv, wosPlain, wosTab } from '../support/write-database-exports.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const few = invent(5, 19).map((record) =>
  record.oddity === 'many' ? { ...record, authors: record.authors.slice(0, 4) } : record,
)
const TEXTS = [scopusCsv(few), scopusCsv(few, true), wosPlain(few), wosTab(few), dimensionsCsv(few)]
const SIGNS = [
  '"',
  ';',
  ',',
  '[',
  ']',
  '(',
  ')',
  '\t',
  '\n',
  '\r',
  '\0',
  '|',
  '&#0;',
  '&amp;amp;',
  'ER\n',
  '\u2028',
  '\ud800',
]

test('signs put in, taken out and cut away', async () => {
  const path = join(folder, 'damaged.txt')
  const change = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom('', ...SIGNS),
    fc.nat(40),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...TEXTS), fc.array(change, { maxLength: 6 }), async (text, changes) => {
      let damaged = text
      for (const [where, sign, gone] of changes) {
        const at = Math.floor(where * damaged.length)
        damaged = damaged.slice(0, at) + sign + damaged.slice(at + gone)
      }
      writeFileSync(path, damaged)
      const parsed = await parseHere(path).catch((error: unknown) => {
        if (error instanceof AppError) return null
        throw error
      })
      if (!parsed) return
      const { counts, chunks } = parsed
      const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0)
      expect(counts.stored + rejected).toBe(counts.read)
      const units = chunks.reduce((sum, chunk) => sum + chunk.units.reduce((all, part) => all + part, 0), 0)
      expect(units).toBe(counts.stored * UNITS)
    }),
    { numRuns: 150, seed: 7 },
  )
})
