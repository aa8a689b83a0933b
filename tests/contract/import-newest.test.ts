/** The newest record of a work decides whether it counts, in whatever order, files, threads and imports records come. */
import fc from 'fast-check'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { UNITS } from '../../src/core/counting/units.ts'
import { openReadable } from '../../src/core/db/open.ts'
import type { ImportIndexInput } from '../../src/core/import/run/given.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { writeWorks } from '../support/works.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FATES = {
  counts: {},
  retracted: { is_retracted: true },
  type: { type: 'erratum' },
  'truncated-authors': { is_authors_truncated: true },
  'no-authors': { authorships: [] },
  year: { publication_year: 0 },
}
type Fate = keyof typeof FATES
interface Sighting {
  id: number
  /** Day of its `updated_date`; with the id it says everything but the fate. */
  day: number
  fate: Fate
}

const doiOf = ({ id, day }: Sighting) =>
  id > 100 ? null : [null, '10.1/A', '10.1/b', `10.2/${id}`][(id + day) % 4]
const institutionOf = ({ id, day }: Sighting) => 1 + ((id * 3 + day) % 5)
const recordOf = (each: Sighting) => ({
  id: `https://openalex.org/W${each.id}`,
  doi: doiOf(each) && `https://doi.org/${doiOf(each)}`,
  publication_year: 2020 + each.day,
  type: 'article',
  updated_date: `2024-01-0${each.day}`,
  authorships: [{ institutions: [{ id: `https://openalex.org/I${institutionOf(each)}` }] }, {}],
  ...FATES[each.fate],
})

/** Whether `a` decides rather than `b`. */
function decides(a: Sighting, b: Sighting): boolean {
  if (a.day !== b.day) return a.day > b.day
  return a.id === b.id ? a.fate === 'counts' : a.id < b.id
}

/** The slow way: of each id the deciding record, of those of each DOI the deciding one, of those what counts. */
function reference(records: readonly Sighting[]) {
  const best = (group: Sighting[]) => group.reduce((one, other) => (decides(other, one) ? other : one))
  const byId = [...Map.groupBy(records, ({ id }) => id).values()].map(best)
  const byDoi = [...Map.groupBy(byId, (each) => doiOf(each) ?? `none of ${each.id}`).values()].map(best)
  const kept = byDoi.filter(({ fate }) => fate === 'counts')
  const rejected: Record<string, number> = {}
  const reject = (reason: string) => (rejected[reason] = (rejected[reason] ?? 0) + 1)
  for (const each of records.filter(({ fate }) => fate !== 'counts')) reject(each.fate)
  const counting = records.filter(({ fate }) => fate === 'counts')
  const winners = byId.filter(({ fate }) => fate === 'counts')
  for (let i = winners.length; i < counting.length; i++) reject('duplicate-id')
  for (let i = kept.length; i < winners.length; i++) reject('duplicate-doi')
  const shares: Record<string, number> = {}
  for (const each of kept) {
    const key = `I${institutionOf(each)} ${2020 + each.day}`
    shares[key] = (shares[key] ?? 0) + UNITS / 2
  }
  return { read: records.length, stored: kept.length, rejected, shares }
}

let runs = 0

/** Imports the files, all at once or one after another, and gives what the reference gives. */
async function imported(files: readonly (readonly Sighting[])[], how: 'at once' | 'added') {
  const dataDir = join(folder, `run-${++runs}`)
  const paths = files.map((records, i) =>
    writeWorks(join(folder, `${runs}-${i}.jsonl`), records.map(recordOf)),
  )
  const run = (more: Partial<ImportIndexInput>) =>
    importIndex(
      { paths, as: 'mine', name: undefined, mode: 'create', options: indexOptions.parse({}), ...more },
      importContext(dataDir),
    )
  let outcome = await run(how === 'at once' ? {} : { paths: paths.slice(0, 1) })
  if (how === 'added') for (const path of paths.slice(1)) outcome = await run({ paths: [path], mode: 'add' })
  const { read, stored, rejected } = outcome.report
  expect(stored + rejected.reduce((sum, { count }) => sum + count, 0)).toBe(read)
  const db = openReadable(join(dataDir, 'datasets', 'mine.sqlite'), 'mine')
  const rows = db
    .prepare(
      `SELECT institution_id || ' ' || year, units FROM entity_stats JOIN institutions ON number = entity
       WHERE kind = 1 AND subject = 0`,
    )
    .raw()
    .all() as [string, number][]
  db.close()
  return {
    read,
    stored,
    rejected: Object.fromEntries(rejected.map(({ reason, count }) => [reason, count])),
    shares: Object.fromEntries(rows),
  }
}

const sighting = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  day: fc.integer({ min: 1, max: 4 }),
  fate: fc.constantFrom(...(Object.keys(FATES) as Fate[]), 'counts' as const),
})
/** Files, each with a work of its own that counts, so that none is rejected as a whole. */
const given = fc
  .array(fc.array(sighting, { maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((files) => files.map((own, i): Sighting[] => [...own, { id: 101 + i, day: 1, fate: 'counts' }]))

describe('the newest record of a work', () => {
  test('decides as in a slow reference, at once and added', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(given, fc.constantFrom('at once' as const, 'added' as const), async (files, how) => {
        const wanted = reference(files.flat())
        expect(await imported(files, how)).toEqual(wanted)
        expect(await imported(files.map((own) => own.toReversed()).toReversed(), how)).toEqual(wanted)
      }),
      { numRuns: 4, seed: 7 },
    )
  })

  const older: Sighting = { id: 3, day: 1, fate: 'counts' }
  const newer: Sighting = { id: 3, day: 2, fate: 'retracted' }
  const other: Sighting = { id: 101, day: 1, fate: 'counts' }

  test('takes a stored older one away where it is added and does not count', async () => {
    const { stored, rejected } = await imported([[older, other], [newer]], 'added')
    expect([stored, rejected]).toEqual([1, { retracted: 1, 'duplicate-id': 1 }])
  })

  test('keeps an older one away that is added later', async () => {
    const { stored, rejected } = await imported([[newer, other], [older]], 'added')
    expect([stored, rejected]).toEqual([1, { retracted: 1, 'duplicate-id': 1 }])
  })

  test('where it alone is left leaves nothing to store, which is a rejection', async () => {
    await expect(imported([[older], [newer]], 'added')).rejects.toMatchObject({ code: 'import-rejected' })
    const before = join(folder, `run-${runs}`, 'datasets', 'mine.sqlite')
    expect(existsSync(before)).toBe(true)
    await expect(imported([[older, newer]], 'at once')).rejects.toMatchObject({
      details: {
        issues: [
          { code: 'nothing-stored', values: { records: 2 } },
          { line: 2, values: { rejection: 'retracted', count: 1 } },
          { values: { rejection: 'duplicate-id', count: 1 } },
        ],
      },
    })
  })
})
