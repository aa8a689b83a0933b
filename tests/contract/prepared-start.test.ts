/** A start that finds the edition in place answers from it at once; any other prepares it first. */
import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRoot, appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { isPrepared } from '../../src/core/import/edition/bundled.ts'
import { checksumOf, compareChecksum, writeChecksum } from '../../src/core/datasets/checksum.ts'
import { LATEST_VERSION, migrate } from '../../src/core/db/migrate.ts'
import type { WritableDb } from '../../src/core/db/handles.ts'
import { APPLICATION_ID, identify } from '../../src/core/db/open.ts'
import { METHOD_KINDS } from '../../src/core/method-kinds.ts'
import { beginThread } from '../../src/core/threads/worker-entry.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { temporaryFolder } from '../support/edition.ts'

const root = temporaryFolder()
const datasets = join(root, 'datasets')
const edition = join(datasets, 'science-cities-2024.sqlite')
const whole = join(root, 'whole.sqlite')
const context = { dataDir: root, resourcesDir, appVersion, now: () => '' }
const open = (resources = resourcesDir) => createCore({ dataDir: root, resourcesDir: resources, appVersion })

/** Asks the first ranking of a core that was opened just now. */
async function rowsOfNew(resources = resourcesDir) {
  const core = open(resources)
  try {
    return (await core.call('rankings.list', {})) as {
      ok: boolean
      value?: { total: number }
      error?: { code: string }
    }
  } finally {
    await core.close()
  }
}

beforeAll(async () => {
  expect((await rowsOfNew()).value?.total).toBe(100)
  copyFileSync(edition, whole)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('the edition in place is read as it lies: no resource is needed for it but its manifest', async () => {
  expect(isPrepared(context)).toBe(true)
  expect((await rowsOfNew()).value?.total).toBe(100)
})

describe('is prepared first', () => {
  const change = (sql: string) => () => {
    const db = new Database(edition)
    db.exec(sql)
    db.close()
  }
  const cases: [string, () => void][] = [
    ['a missing edition', () => rmSync(edition)],
    ['a damaged edition', () => writeFileSync(edition, 'noise')],
    ['an edition of other files', change("UPDATE sources SET sha256 = 'x' WHERE file = 'edition.json'")],
  ]
  for (const [what, spoil] of cases) {
    test(what, async () => {
      copyFileSync(whole, edition)
      spoil()
      expect(isPrepared(context)).toBe(false)
      expect((await rowsOfNew()).value?.total).toBe(100)
      expect(isPrepared(context)).toBe(true)
    })
  }

  test('a file of an older schema, and what a dead import left', () => {
    copyFileSync(whole, edition)
    change('PRAGMA user_version = 1')()
    expect(isPrepared(context)).toBe(false)
    copyFileSync(whole, edition)
    const left = join(datasets, '.mine.999999999.abc.building')
    writeFileSync(left, '')
    expect(isPrepared(context)).toBe(false)
    rmSync(left)
    expect(isPrepared(context)).toBe(true)
  })
})

test('a file brought to the latest schema is not taken for a damaged one: its checksum was of the file before', async () => {
  const old = join(datasets, 'old.sqlite')
  const db = new Database(old)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(db as unknown as WritableDb, 10)
  const row = "('old', 'Old', NULL, 'published', 1, '2026', '0', '2024', 2023, '', '', '{}', '[]', 'x')"
  db.exec(`INSERT INTO dataset VALUES ${row}`)
  db.close()
  writeChecksum(root, 'old', await checksumOf(old, 'old'), join(root, 'sum'))
  expect((await compareChecksum(root, 'old')).outcome).toBe('same')
  expect((await rowsOfNew()).value?.total).toBe(100)
  expect(identify(old)?.userVersion).toBe(LATEST_VERSION)
  expect((await compareChecksum(root, 'old')).outcome).toBe('unknown')
  rmSync(old)
})

test('two that start at once on a new folder both find the edition', async () => {
  rmSync(edition)
  const totals = await Promise.all([rowsOfNew(), rowsOfNew()])
  expect(totals.map(({ value }) => value?.total)).toEqual([100, 100])
  expect(isPrepared(context)).toBe(true)
})

test('what prevents preparing comes back as an error of the call', async () => {
  rmSync(edition)
  const found = await rowsOfNew(join(root, 'no-resources'))
  expect(found.ok).toBe(false)
  expect(found.error?.code).toBeTruthy()
  copyFileSync(whole, edition)
})

test('a core that is closed at once answers what was asked, and ends', async () => {
  const core = open()
  const asked = core.call('rankings.list', {})
  await core.close()
  expect(await asked).toHaveProperty('ok')
})

test('a thread that has begun before takes the first role, at a first start and at later ones', async () => {
  for (const stored of [true, false]) {
    if (!stored) rmSync(edition)
    beginThread()
    beginThread() // begins no second one
    expect((await rowsOfNew()).value?.total).toBe(100)
  }
})

test('a thread that has begun for nothing keeps no program from ending', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(appRoot, 'src/cli/index.ts'), 'serve', '--help'],
    { encoding: 'utf8', timeout: 60_000 },
  )
  expect(status).toBe(0)
  expect(stdout).toContain('--port')
})

test('kinds of methods are those of the contract', () => {
  const kinds = Object.entries(contract).map(([name, { kind }]) => [name, kind])
  expect(METHOD_KINDS).toEqual(Object.fromEntries(kinds))
})
