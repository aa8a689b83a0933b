/** No import changes a figure unless that is meant: digests of all figures, by each scanner. `npm run trials -- digests` takes all files whole. */
import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EntityKind } from '../../src/core/articles/entities.ts'
import { ENTITY_KINDS } from '../../src/core/articles/entities.ts'
import type { WritableDb } from '../../src/core/db/handles.ts'
import type { ImportReport } from '../../src/shared/contract/import-report.ts'
import {
  differences,
  digestsBy,
  notAsPinned,
  pinsOf,
  readPins,
  SCANNERS,
} from '../support/digests/digests.ts'
import type { Pins, SourceDigests } from '../support/digests/digests.ts'
import { digestOf, figureDigests } from '../support/digests/figure-tables.ts'
import { hasShared, SHORT } from '../support/digests/sources.ts'
import { openInMemory } from '../support/index.ts'
import { dataset, useTrialIndex } from '../support/trial-index.ts'

const skipped = hasShared ? '' : ' (real files skipped: no ../shared)'

describe(`the sample, pages of the API and first works of a corpus${skipped}`, () => {
  test.each(SCANNERS)('have the figures that are pinned: %s', async (scanner) => {
    const found = await digestsBy(scanner, SHORT)
    expect(notAsPinned(readPins(), scanner, found)).toEqual([])
    expect(found.length).toBe(hasShared ? 3 : 1)
    for (const { name, tables } of found) expect([name, Object.keys(tables).length]).toEqual([name, 14])
  })
})

describe('a changed figure', () => {
  const { queries } = useTrialIndex()

  /** Digests of the small index after a change of its stored tables, which no opening would let pass. */
  function digestsAfter(sql: string | null, changed: Partial<ImportReport> = {}): Record<string, string> {
    const db = new Database(readFileSync(join(queries.folder, `${dataset}.sqlite`))) as unknown as WritableDb
    try {
      if (sql !== null) expect(db.prepare(sql).run().changes).toBe(1)
      const report = JSON.parse(
        String(db.prepare('SELECT report FROM import_runs').pluck().get()),
      ) as ImportReport
      return figureDigests(openInMemory(db, dataset), { ...report, ...changed })
    } finally {
      db.close()
    }
  }

  const one = (kind: EntityKind) =>
    `WHERE kind = ${ENTITY_KINDS[kind]} AND subject = 0 AND year = 2023 AND entity = 0`
  const CHANGES: [sql: string, tables: string[]][] = [
    [
      `UPDATE entity_stats SET units = units + 1 ${one('institution')}`,
      ['statistics of institution', 'ranking by institution'],
    ],
    [`UPDATE entity_stats SET rank = rank + 1 ${one('city')}`, ['statistics of city', 'ranking by city']],
    [
      `UPDATE entity_stats SET articles = articles + 1 ${one('region')}`,
      ['statistics of region', 'ranking by country'],
    ],
    [
      `UPDATE year_totals SET unknown_city_units = unknown_city_units + 1 WHERE year = 2022 AND subject = 0`,
      ['years'],
    ],
    [`UPDATE nodes SET city = 1 - city WHERE key = 'I1'`, ['pairs of city']],
    [`UPDATE dataset SET content_sha256 = 'another'`, ['version']],
  ]
  test.each(CHANGES)('is told with its table: %s', (sql, tables) => {
    expect(differences(digestsAfter(null), digestsAfter(sql))).toEqual(tables)
  })

  test('is told of a report too, but not where only its words or times differ', () => {
    const before = digestsAfter(null)
    const rejected = [{ reason: 'type', count: 1 }]
    expect(differences(before, digestsAfter(null, { rejected }))).toEqual(['report'])
    expect(differences(before, digestsAfter(null, { durationMs: 1, unmatched: [], steps: [] }))).toEqual([])
  })

  test('is told with its source, its scanner and both digests', () => {
    const pins: Pins = { one: { tables: { years: 'a', report: 'b' }, strict: { report: 'c', more: 'd' } } }
    const found = (tables: Record<string, string>): SourceDigests[] => [{ name: 'one', seconds: 0, tables }]
    expect(notAsPinned(pins, 'wasm', found({ years: 'a', report: 'b' }))).toEqual([])
    expect(notAsPinned(pins, 'strict', found({ years: 'a', report: 'c', more: 'd' }))).toEqual([])
    expect(notAsPinned(pins, 'js', found({ years: 'x' }))).toEqual([
      'one, js, years: x, pinned a',
      'one, js, report: no row, pinned b',
    ])
    expect(notAsPinned({}, 'js', found({}))).toEqual(['one, js: not pinned'])
  })

  test('by one of the fast scanners alone can never be pinned; one of strict mode stands beside them', () => {
    const of = (tables: Record<string, string>): SourceDigests[] => [{ name: 'one', seconds: 0, tables }]
    const same = of({ years: 'a', report: 'b' })
    expect(() => pinsOf({ wasm: same, js: of({ years: 'x', report: 'b' }), strict: same })).toThrow(
      'one: wasm and js differ in years',
    )
    const pins = pinsOf({ wasm: same, js: same, strict: of({ report: 'c' }) })
    expect(pins).toEqual({
      one: { tables: { years: 'a', report: 'b' }, strict: { years: null, report: 'c' } },
    })
    expect(notAsPinned(pins, 'strict', of({ report: 'c' }))).toEqual([])
    expect(pinsOf({ wasm: same, js: same, strict: same })).toEqual({
      one: { tables: { years: 'a', report: 'b' } },
    })
  })

  test('and a row more, but not another order of rows', () => {
    expect(digestOf(['b', 'a'])).toBe(digestOf(['a', 'b']))
    expect(digestOf(['a', 'b', 'b'])).not.toBe(digestOf(['a', 'b']))
  })
})
