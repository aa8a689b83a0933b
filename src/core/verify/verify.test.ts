/** Whatever changes in a dataset's file is found while its checksum stands; without one the figures decide, and ranks are among them. */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUNDLED } from '../../../tests/support/edition.ts'
import { importContext } from '../../../tests/support/import-context.ts'
import { importFiles } from '../../../tests/support/index.ts'
import { dataset, useTrialIndex } from '../../../tests/support/trial-index.ts'
import { randomly } from '../../../tests/support/works.ts'
import type { VerifyReport } from '../../shared/contract/datasets.ts'
import { LANGUAGES } from '../../shared/domain/language.ts'
import { checkKey } from '../../shared/i18n/check-key.ts'
import { translate } from '../../shared/i18n/index.ts'
import { commandHandlers } from '../commands/handlers.ts'
import { importEdition } from '../import/edition/import-edition.ts'

const { root, queries, call } = useTrialIndex()
const EDITION = 'edition'
const at = (id: string, end = 'sqlite') => join(queries.folder, `${id}.${end}`)
const kept = new Map<string, Buffer>()
/** Files are put back byte by byte into the same place, as a fault of the disk would leave them. */
const keep = () => {
  for (const id of [dataset, EDITION])
    for (const end of ['sqlite', 'sha256']) kept.set(at(id, end), readFileSync(at(id, end)))
}

async function verified(id: string): Promise<VerifyReport> {
  queries.context.release(id)
  const report = await call('datasets.verify', { dataset: id })
  expect(report.ok).toBe(report.checks.every(({ ok }) => ok !== false))
  return report
}
const resultOf = ({ checks }: VerifyReport, id: string) => checks.find((check) => check.id === id)?.ok

function change(id: string, sql: string): number {
  const db = new Database(at(id))
  try {
    db.pragma('foreign_keys = 0')
    return db.prepare(sql).run().changes
  } finally {
    db.close()
  }
}

beforeAll(async () => {
  await importEdition(
    { folder: BUNDLED, as: EDITION, name: undefined, year: undefined, replace: false, convert: false },
    importContext(root),
  )
  keep()
})
beforeEach(() => {
  for (const [path, bytes] of kept) writeFileSync(path, bytes)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('as it was stored it passes, and the report says only what was done', async () => {
  const edition = await verified(EDITION)
  expect([edition.kind, edition.checks.map(({ id, ok }) => [id, ok])]).toEqual([
    'published',
    ['checksum', 'file', 'integrity', 'sources', 'figures', 'derived', 'stored'].map((id) => [id, true]),
  ])
  const index = await verified(dataset)
  expect([index.kind, index.ok, resultOf(index, 'checksum'), resultOf(index, 'sources')]).toEqual([
    'computed',
    true,
    true,
    null, // no list was given to it
  ])
  for (const [report, says] of [
    [edition, /Imported again, the sources/],
    [index, /Counted again from the stored articles, the figures and ranks/],
  ] as const) {
    const words = report.checks.map((check) => translate('en', checkKey(report, check))).join(' ')
    expect(words).toMatch(says)
    expect(/source files have the SHA-256/.test(words)).toBe(report === edition)
  }
  for (const language of LANGUAGES) {
    for (const { kind, checks } of [edition, index, { kind: null, checks: edition.checks }]) {
      const keys = checks.map((check) => checkKey({ kind }, check))
      expect(keys.filter((key) => translate(language, key) === key)).toEqual([])
    }
    for (const id of ['checksum', 'sources', 'derived', 'stored'] as const) {
      const key = checkKey({ kind: 'computed' }, { id, ok: null, detail: '' })
      expect(translate(language, key)).not.toBe(key)
    }
  }
})

test.each([[dataset], [EDITION]])('a flipped bit anywhere in %s', async (id) => {
  const bytes = kept.get(at(id)) as Buffer
  const random = randomly(20261129)
  const places = Array.from({ length: 60 }, () => Math.floor(random() * bytes.length))
  const missed: number[] = []
  for (const place of [0, 20, bytes.length - 1, ...places]) {
    const spoiled = Buffer.from(bytes)
    spoiled[place] = (spoiled[place] as number) ^ (1 << Math.floor(random() * 8))
    writeFileSync(at(id), spoiled)
    const report = await verified(id)
    if (report.ok || resultOf(report, 'checksum') !== false) missed.push(place)
  }
  expect(missed).toEqual([])
})

test('a cut or emptied file has a report', async () => {
  const bytes = kept.get(at(dataset)) as Buffer
  for (const length of [0, 100, 4096, bytes.length >> 1, bytes.length - 1]) {
    writeFileSync(at(dataset), bytes.subarray(0, length))
    const report = await verified(dataset)
    expect([length, report.ok, resultOf(report, 'checksum')]).toEqual([length, false, false])
  }
  await expect(verified('nowhere')).rejects.toMatchObject({ code: 'dataset-unknown' })
})

describe('without a checksum', () => {
  test.each([
    [dataset, 'UPDATE entity_stats SET rank = 100 - rank WHERE kind = 1'],
    [dataset, 'UPDATE entity_stats SET rank = rank + 1 WHERE rank = (SELECT max(rank) FROM entity_stats)'],
    [EDITION, 'UPDATE city_figures SET rank = 101 - rank WHERE rank IS NOT NULL'],
  ])('changed ranks of %s are found: %s', async (id, sql) => {
    rmSync(at(id, 'sha256'))
    const whole = await verified(id)
    expect([whole.ok, resultOf(whole, 'checksum')]).toEqual([true, null])
    expect(change(id, sql)).toBeGreaterThan(0)
    const report = await verified(id)
    expect([report.ok, resultOf(report, 'checksum'), resultOf(report, 'figures')]).toEqual([
      false,
      null,
      false,
    ])
  })

  test('a damaged one, or that of another version, is as good as none: the dataset is not called damaged', async () => {
    const text = readFileSync(at(dataset, 'sha256'))
    for (let place = 0; place < text.length; place += 7) {
      const spoiled = Buffer.from(text)
      spoiled[place] = (spoiled[place] as number) ^ 2
      writeFileSync(at(dataset, 'sha256'), spoiled)
      expect(await verified(dataset)).toMatchObject({ ok: true })
    }
    const files = [join(root, 'works.jsonl'), join(root, 'institutions.jsonl')]
    await importFiles(root, 'replaced', files)
    const [file, sum] = [readFileSync(at('replaced')), readFileSync(at('replaced', 'sha256'))]
    await importFiles(root, 'replaced', files)
    expect(resultOf(await verified('replaced'), 'checksum')).toBe(true)
    // Killed after the swap and before the checksum, had it come second.
    const newer = readFileSync(at('replaced', 'sha256'))
    writeFileSync(at('replaced', 'sha256'), sum)
    expect([(await verified('replaced')).ok, resultOf(await verified('replaced'), 'checksum')]).toEqual([
      true,
      null,
    ])
    // Killed after the checksum and before the swap: what stands is the file of before, in a place of its own.
    writeFileSync(at('replaced', 'sha256'), newer)
    writeFileSync(at('before'), file)
    renameSync(at('before'), at('replaced'))
    const report = await verified('replaced')
    expect([report.version.split('-')[0], report.ok]).toEqual(['r1', true])
    rmSync(at('replaced'))
  })
})

test('the checksum is that of the file, in the form of sha256sum, and goes with the dataset', async () => {
  await importFiles(root, 'short', [join(root, 'works.jsonl'), join(root, 'institutions.jsonl')])
  const sum = createHash('sha256')
    .update(readFileSync(at('short')))
    .digest('hex')
  const lines = readFileSync(at('short', 'sha256'), 'utf8').trimEnd().split('\n')
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual([`${sum}  short.sqlite`])
  await commandHandlers['datasets.remove']({ dataset: 'short' }, importContext(root))
  expect([existsSync(at('short')), existsSync(at('short', 'sha256'))]).toEqual([false, false])
})
