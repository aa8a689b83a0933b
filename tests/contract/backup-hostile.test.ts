/** A backup that is not as it was written, or was made to do harm, changes nothing. */
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import type { ImportContext } from '../../src/core/context.ts'
import { restoreBackup } from '../../src/core/datasets/backup/restore-backup.ts'
import { BUNDLED_DATASET, datasetPath } from '../../src/core/datasets/files.ts'
import { storedVersion } from '../../src/core/datasets/summary.ts'
import { LATEST_VERSION } from '../../src/core/db/migrate.ts'
import { zipOf } from '../support/backup-zip.ts'
import type { Kept } from '../support/backup.ts'
import { broughtBack, failureOf, keptIn, laidOut } from '../support/backup.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { randomly } from '../support/works.ts'

const folder = temporaryFolder()
let at: Kept
let dataDir = ''
let runs = 0

beforeAll(async () => void (at = await keptIn(folder)), 60_000)
beforeEach(() => {
  dataDir = join(folder, `data-${runs++}`)
  mkdirSync(dataDir)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const restore = (path = at.backup, replace = false, parts: Partial<ImportContext> = {}) =>
  restoreBackup({ paths: [path], replace }, importContext(dataDir, parts))

describe('a file that is not as it was written', () => {
  const bytes = () => readFileSync(at.backup)
  const bad = () => join(folder, 'bad.zip')

  test('cut anywhere is refused', async () => {
    const next = randomly(19)
    const whole = bytes()
    const cuts = [
      0,
      3,
      100,
      whole.length - 1,
      ...Array.from({ length: 50 }, () => Math.floor(next() * whole.length)),
    ]
    for (const cut of cuts) {
      writeFileSync(bad(), whole.subarray(0, cut))
      expect([cut, await failureOf(restore(bad()))]).toEqual([
        cut,
        expect.stringMatching(/^(archive-damaged|backup-foreign)$/),
      ])
      expect(laidOut(dataDir)).toEqual({})
    }
  })

  test('with a bit turned is refused, or what it brings back is the same', async () => {
    const next = randomly(20)
    const whole = bytes()
    let refused = 0
    for (let n = 0; n < 100; n++) {
      const place = Math.floor(next() * whole.length)
      const flipped = Buffer.from(whole)
      flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(next() * 8))
      writeFileSync(bad(), flipped)
      const code = await failureOf(restore(bad()))
      if (code === null) {
        expect(broughtBack(dataDir)).toEqual(
          Object.fromEntries(
            Object.entries(broughtBack(at.full)).filter(([path]) => !path.includes(BUNDLED_DATASET)),
          ),
        )
        rmSync(dataDir, { recursive: true })
        mkdirSync(dataDir)
        continue
      }
      refused++
      expect([place, code]).toEqual([
        place,
        expect.stringMatching(/^(archive-damaged|backup-foreign|archive-newer)$/),
      ])
      expect(laidOut(dataDir)).toEqual({})
    }
    expect(refused).toBeGreaterThan(90)
  })

  test('another file, another archive of ours, and one of a later app are told apart', async () => {
    writeFileSync(bad(), 'id,name\n')
    expect(await failureOf(restore(bad()))).toBe('backup-foreign')
    const exported = await commandHandlers['exports.dataset']({ dataset: 'mine' }, importContext(at.full))
    copyFileSync(exported.path ?? '', bad())
    rmSync(exported.path ?? '')
    expect(await failureOf(restore(bad()))).toBe('backup-foreign')
    const elsewhere = { ...importContext(dataDir), resolveFiles: () => [at.backup] }
    expect(
      await failureOf(commandHandlers['datasets.preview']({ file: 't' }, elsewhere) as Promise<unknown>),
    ).toBe('archive-foreign')
    zipOf(bad(), { form: 2 })
    expect(await failureOf(restore(bad()))).toBe('archive-newer')
    expect(await failureOf(restore(join(folder, 'none.zip')))).toBe('file-unreadable')
  })
})

describe('a backup made to do harm', () => {
  const bad = () => join(folder, 'hostile.zip')
  const mine = () => readFileSync(datasetPath(at.full, 'mine'))
  const listed = () => ({
    dataset: 'mine',
    version: storedVersion(at.full, 'mine'),
    name: 'Mine',
    nameZh: null,
    kind: 'computed',
    importedAt: '',
    bundled: false,
  })
  const hostile: [name: string, make: () => Parameters<typeof zipOf>[1]][] = [
    ['a name that leads out', () => ({ files: { '../out.txt': 'x' } })],
    ['an absolute name', () => ({ files: { '/tmp/out.txt': 'x' } })],
    ['a name with backslashes', () => ({ files: { 'datasets\\mine.sqlite': 'x' } })],
    ['a file that is none of a data folder', () => ({ files: { 'window.json': '{}' } })],
    ['a lock', () => ({ files: { 'datasets/mine.lock': '' }, datasets: [listed()] })],
    [
      'a companion that leads out',
      () => ({ files: { 'datasets/mine.report/../x': '' }, datasets: [listed()] }),
    ],
    ['a companion of nobody', () => ({ files: { 'datasets/theirs.report/report.json': '{}' } })],
    ['a device of Windows', () => ({ files: { 'datasets/con.sqlite': 'x' } })],
    ['a dataset without a file', () => ({ datasets: [listed()] })],
    ['an entry that is not listed', () => ({ unlisted: { 'groups.json': '{}' } })],
    [
      'the edition that ships with the app',
      () => ({
        files: { [`datasets/${BUNDLED_DATASET}.sqlite`]: mine() },
        datasets: [{ ...listed(), dataset: BUNDLED_DATASET }],
      }),
    ],
    ['groups that are none', () => ({ files: { 'groups.json': '{"groups":[]}' } })],
    ['populations that are none', () => ({ files: { 'populations.json': '{"entries":5}' } })],
    [
      'fewer bytes told than come',
      () => ({ files: { 'groups.json': '{}'.repeat(1000) }, told: { 'groups.json': 10 } }),
    ],
    [
      'more bytes told than fit',
      () => ({ files: { 'groups.json': '{}' }, told: { 'groups.json': 2 ** 50 } }),
    ],
    ['a list that is no object', () => ({ list: 'null' })],
    ['two of one name', () => ({ files: { 'groups.json': '{}' }, unlisted: { 'groups.json': '{}' } })],
  ]

  test.each(hostile)('%s is refused and nothing is changed', async (_name, make) => {
    zipOf(bad(), make())
    cpSync(at.other, dataDir, { recursive: true })
    const before = laidOut(dataDir)
    expect(await failureOf(restore(bad(), true))).toMatch(/^(archive-damaged|disk-full)$/)
    expect(laidOut(dataDir)).toEqual(before)
    expect(readdirSync(folder)).not.toContain('out.txt')
  })

  const others: [name: string, make: () => Parameters<typeof zipOf>[1]][] = [
    [
      'a dataset that is none',
      () => ({ files: { 'datasets/mine.sqlite': 'no database' }, datasets: [listed()] }),
    ],
    [
      'a dataset of another name',
      () => ({
        files: { 'datasets/theirs.sqlite': mine() },
        datasets: [{ ...listed(), dataset: 'theirs' }],
      }),
    ],
    [
      'a dataset of another version',
      () => ({
        files: { 'datasets/mine.sqlite': mine() },
        datasets: [{ ...listed(), version: 'r1-000000000000' }],
      }),
    ],
  ]

  test.each(others)('%s fails alone; the others come back', async (_name, make) => {
    const { files, datasets } = make()
    zipOf(bad(), {
      files: { ...files, 'datasets/yours.sqlite': readFileSync(datasetPath(at.full, 'yours')) },
      datasets: [
        ...(datasets ?? []),
        { ...listed(), dataset: 'yours', version: storedVersion(at.full, 'yours') },
      ],
    })
    cpSync(at.other, dataDir, { recursive: true })
    const before = laidOut(dataDir)
    const { datasets: told } = await restore(bad(), true)
    expect(told.map(({ outcome, code }) => code ?? outcome)).toEqual(['dataset-damaged', 'restored'])
    expect(laidOut(dataDir)).toMatchObject(before)
    expect(storedVersion(dataDir, 'yours')).toBe(storedVersion(at.full, 'yours'))
    expect(existsSync(datasetPath(dataDir, 'theirs'))).toBe(false)
  })

  test('a dataset of a later app is refused by its name', async () => {
    const path = join(dataDir, 'later.sqlite')
    copyFileSync(datasetPath(at.full, 'mine'), path)
    const db = new Database(path)
    db.pragma(`user_version = ${LATEST_VERSION + 1}`)
    db.close()
    zipOf(bad(), { files: { 'datasets/mine.sqlite': readFileSync(path) }, datasets: [listed()] })
    rmSync(path)
    expect(await failureOf(restore(bad()))).toBe('dataset-newer')
    expect(laidOut(dataDir)).toEqual({})
  })

  test('what follows the archive does no harm', async () => {
    copyFileSync(at.backup, bad())
    appendFileSync(bad(), Buffer.alloc(100))
    expect(await failureOf(restore(bad()))).toMatch(/^archive-damaged$/)
  })
})
