/** The data folder as one file and back: nothing lost, nothing half. */
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import type { ImportContext } from '../../src/core/context.ts'
import { isTaken } from '../../src/core/datasets/backup/backup-file.ts'
import { makeBackup } from '../../src/core/datasets/backup/make-backup.ts'
import { previewBackup, restoreBackup } from '../../src/core/datasets/backup/restore-backup.ts'
import { compareChecksum } from '../../src/core/datasets/checksum.ts'
import { BUNDLED_DATASET, datasetPath } from '../../src/core/datasets/files.ts'
import { holdDataset } from '../../src/core/datasets/lock.ts'
import { writeKept } from '../../src/core/datasets/kept-files.ts'
import { storedVersion } from '../../src/core/datasets/summary.ts'
import { readCompanions } from '../../src/core/datasets/transfer/companions.ts'
import { keptGroups } from '../../src/core/groups/kept-groups.ts'
import { prepareDatasets } from '../../src/core/import/edition/bundled.ts'
import type { CoreEvent } from '../../src/shared/contract/events.ts'
import { zipOf } from '../support/backup-zip.ts'
import type { Kept } from '../support/backup.ts'
import { backUp, broughtBack, failureOf, keptIn, laidOut, MEMBER } from '../support/backup.ts'
import { temporaryFolder } from '../support/edition.ts'
import { failing } from '../support/failing.ts'
import { importContext } from '../support/import-context.ts'
import { importFiles } from '../support/index.ts'

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

const leftoversNow = () => readdirSync(join(dataDir, 'datasets')).filter((name) => name.includes('building'))

const restore = (path = at.backup, replace = false, parts: Partial<ImportContext> = {}) =>
  restoreBackup({ paths: [path], replace }, importContext(dataDir, parts))

describe('a backup', () => {
  test('brings all back into an empty folder, to the last byte, checksums and modes with it', async () => {
    await prepareDatasets(importContext(dataDir))
    const report = await restore()
    expect(report.datasets.map(({ dataset, outcome }) => [dataset, outcome])).toEqual([
      [BUNDLED_DATASET, 'restored'],
      ['mine', 'restored'],
      ['yours', 'restored'],
    ])
    expect(report.lists).toEqual([
      { list: 'groups', restored: 1, replaced: 0, kept: 0, code: null },
      { list: 'comparisons', restored: 1, replaced: 0, kept: 0, code: null },
      { list: 'cities', restored: 1, replaced: 0, kept: 0, code: null },
    ])
    expect(broughtBack(dataDir)).toEqual(broughtBack(at.full))
    expect(Object.keys(broughtBack(dataDir))).toEqual(
      expect.arrayContaining([
        'datasets/mine.report/report.json',
        `datasets/${BUNDLED_DATASET}.report/report.json`,
      ]),
    )
    for (const id of ['mine', 'yours'])
      expect([id, (await compareChecksum(dataDir, id)).outcome]).toEqual([id, 'same'])
    if (process.platform !== 'win32')
      for (const path of Object.keys(laidOut(dataDir)))
        expect([path, statSync(join(dataDir, path)).mode & 0o077]).toEqual([path, 0])
    expect(readdirSync(join(dataDir, 'temporary'))).toEqual([])
  })

  test('is the same file from the same folder, for its owner alone', async () => {
    await backUp(at.full, join(folder, 'again.zip'))
    expect(readFileSync(join(folder, 'again.zip')).equals(readFileSync(at.backup))).toBe(true)
    expect(readdirSync(join(at.full, 'datasets')).filter((name) => name.includes('building'))).toEqual([])
    if (process.platform !== 'win32') expect(statSync(at.backup).mode & 0o777).toBe(0o600)
  })

  test('keeps what is stored here, or replaces it where that is asked', async () => {
    cpSync(at.other, dataDir, { recursive: true })
    const here = { ...importContext(dataDir) }
    const others = { ...MEMBER, id: 'leeds', name: 'Leeds', pasted: 'Leeds', region: 'GB' }
    commandHandlers['groups.save']({ name: 'OURS', kind: 'city', members: [others], replace: false }, here)
    const before = storedVersion(dataDir, 'mine')
    const outcomes = async (replace: boolean) => {
      const { datasets, lists } = await restore(at.backup, replace)
      const groups = lists.find(({ list }) => list === 'groups')
      return [datasets.map(({ outcome, code }) => code ?? outcome), groups]
    }
    expect(await outcomes(false)).toEqual([
      ['dataset-unknown', 'kept', 'restored'],
      { list: 'groups', restored: 0, replaced: 0, kept: 1, code: null },
    ])
    expect(storedVersion(dataDir, 'mine')).toBe(before)
    expect(keptGroups(dataDir)[0]?.members[0]?.id).toBe('leeds')
    expect(await outcomes(true)).toEqual([
      ['dataset-unknown', 'replaced', 'replaced'],
      { list: 'groups', restored: 0, replaced: 1, kept: 0, code: null },
    ])
    expect(storedVersion(dataDir, 'mine')).toBe(storedVersion(at.full, 'mine'))
    expect(keptGroups(dataDir).map(({ name }) => name)).toEqual(['Ours'])
  })

  test('brings what stands beside the edition one by one: a cache is in nobody’s way', async () => {
    const dataset = BUNDLED_DATASET
    await prepareDatasets(importContext(dataDir))
    writeKept({ dataDir, dataset, folder: 'stability', kind: 'bands', most: 9 }, 'key', { x: 1 })
    writeKept({ dataDir, dataset, folder: 'layouts', kind: 'pins', most: 9 }, 'key', { x: 2 })
    const besides = readCompanions(dataDir, dataset)
    const outcome = async (replace: boolean) => (await restore(at.backup, replace)).datasets[0]?.outcome
    expect(await outcome(false)).toBe('restored')
    const report = readCompanions(at.full, dataset).find(({ name }) => name === 'report/report.json')
    expect(report).toBeDefined()
    expect(readCompanions(dataDir, dataset)).toEqual(expect.arrayContaining([...besides, report]))
    writeFileSync(join(dataDir, `datasets/${dataset}.report/report.json`), '{}')
    expect(await outcome(false)).toBe('kept')
    expect(await outcome(true)).toBe('replaced')
    expect(readCompanions(dataDir, dataset)).toEqual(expect.arrayContaining([...besides, report]))
  })

  test('replacing what stands beside the edition on a full disk loses nothing', async () => {
    cpSync(at.full, dataDir, { recursive: true })
    const before = readCompanions(dataDir, BUNDLED_DATASET)
    for (const [name, code] of [
      ['fsyncSync', 'ENOSPC'],
      ['renameSync', 'EACCES'],
    ] as const) {
      const hit = (_from: string, to: string) =>
        name === 'fsyncSync' || to.includes(`${BUNDLED_DATASET}.report`)
      const { datasets } = await failing(name, code, hit, () => restore(at.backup, true))
      expect(datasets[0]?.outcome).toBe('failed')
      expect(readCompanions(dataDir, BUNDLED_DATASET)).toEqual(before)
      expect(leftoversNow()).toEqual([])
    }
  })

  test('an error without words fails one dataset, not the report of the others', async () => {
    const yours = (_: string, to: string) => to === datasetPath(dataDir, 'yours')
    const { datasets, lists } = await failing('renameSync', 'EIO', yours, () => restore())
    expect(datasets.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'dataset-unknown',
      'restored',
      'internal',
    ])
    expect(lists.map(({ restored, code }) => code ?? restored)).toEqual([1, 1, 1])
  })

  test('cancelled among the datasets merges no list', async () => {
    const abort = new AbortController()
    const progress: ImportContext['progress'] = ({ step }) => step === 'swapping' && abort.abort()
    const { datasets, lists } = await restore(at.backup, false, { signal: abort.signal, progress })
    expect(datasets.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'dataset-unknown',
      'restored',
      'cancelled',
    ])
    expect(lists.map(({ code }) => code)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(keptGroups(dataDir)).toEqual([])
  })

  test('populations that come back are told to the views of all datasets', async () => {
    await importFiles(dataDir, 'here', at.first)
    const table = { file: 'p.csv', sha256: '0'.repeat(64), entries: [] as object[] }
    const area = { name: 'Leeds', country: 'GB', year: 2020, inhabitants: 5, area: 'city', source: 'own' }
    const bytes = Buffer.from(JSON.stringify({ ...table, entries: [area] }))
    zipOf(join(folder, 'people.zip'), { files: { 'populations.json': bytes } })
    const events: CoreEvent[] = []
    const emit = (event: CoreEvent) => void events.push(event)
    for (const replace of [false, false, true]) await restore(join(folder, 'people.zip'), replace, { emit })
    expect(events).toEqual(Array(2).fill({ type: 'datasets.changed', dataset: 'here' }))
  })

  test('one that cannot be ended leaves no file open', async () => {
    const open = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).includes(at.full)
        } catch {
          return false
        }
      })
    const fails = () => failureOf(makeBackup(importContext(at.full)))
    expect(await failing('ftruncateSync', 'ENOSPC', () => true, fails)).toBe('disk-full')
    if (process.platform === 'linux') expect(open()).toEqual([])
  })

  test('tells before anything is changed what it holds and what is here', async () => {
    await importFiles(dataDir, 'yours', at.first)
    const found = await previewBackup([at.backup], { dataDir })
    expect(found.datasets.map(({ dataset, stored, bytes }) => [dataset, stored, bytes])).toEqual([
      [BUNDLED_DATASET, false, 0],
      ['mine', false, statSync(datasetPath(at.full, 'mine')).size],
      ['yours', true, statSync(datasetPath(at.full, 'yours')).size],
    ])
    expect([found.lists, found.leftOut, found.made]).toEqual([
      ['groups', 'comparisons', 'cities'],
      [],
      '2025-01-01T00:00:00.000Z',
    ])
  })

  test('leaves out what cannot be read, and says so', async () => {
    cpSync(at.full, dataDir, { recursive: true })
    // A copy has another number in the file system: only the one that the checksum is of is known to be damaged.
    await importFiles(dataDir, 'hit', at.second)
    const db = new Database(datasetPath(dataDir, 'hit'))
    db.exec("UPDATE dataset SET licence = 'another'")
    db.close()
    writeFileSync(datasetPath(dataDir, 'yours'), 'no database')
    writeFileSync(join(dataDir, 'groups.json'), '{')
    const told = await backUp(dataDir, join(dataDir, 'part.zip'))
    expect(told).toMatchObject({
      datasets: 2,
      leftOut: [
        { what: 'hit', code: 'dataset-damaged' },
        { what: 'yours', code: 'dataset-damaged' },
        { what: 'groups.json', code: 'groups-damaged' },
      ],
    })
    const path = join(dataDir, 'part.zip')
    dataDir = join(folder, `data-${runs++}`)
    const report = await restore(path)
    expect([report.leftOut, report.datasets.map(({ dataset }) => dataset)]).toEqual([
      told.leftOut,
      [BUNDLED_DATASET, 'mine'],
    ])
    expect((await compareChecksum(dataDir, 'mine')).outcome).toBe('same')
  })

  test('leaves out what a restore would refuse, so that all else can be restored', async () => {
    cpSync(at.full, dataDir, { recursive: true })
    const long = 'a'.repeat(70)
    for (const id of ['copied', long]) copyFileSync(datasetPath(dataDir, 'mine'), datasetPath(dataDir, id))
    const unheard = `mine.report/${'x'.repeat(110)}.json`
    const longest = `datasets/yours-${'y'.repeat(58)}.${'z'.repeat(31)}/${'x'.repeat(121)}`
    expect(isTaken({ name: longest, bytes: 1, sha256: '0'.repeat(64) })).toBe(false)
    writeFileSync(join(dataDir, 'datasets', unheard), '{}')
    writeFileSync(join(dataDir, 'datasets', 'mine.report', 'large.json'), Buffer.alloc((64 << 20) + 1))
    const path = join(folder, 'odd.zip')
    const told = await backUp(dataDir, path)
    expect(told).toMatchObject({
      datasets: 3,
      leftOut: [
        { what: long, code: 'dataset-foreign' },
        { what: 'copied', code: 'dataset-foreign' },
        { what: 'datasets/mine.report/large.json', code: 'file-unreadable' },
      ],
    })
    dataDir = join(folder, `data-${runs++}`)
    const report = await restore(path)
    expect(report.datasets.map(({ dataset, code }) => [dataset, code])).toEqual([
      [BUNDLED_DATASET, 'dataset-unknown'],
      ['mine', null],
      ['yours', null],
    ])
    expect(readFileSync(join(dataDir, 'datasets', unheard), 'utf8')).toBe('{}')
  })

  test('is made while another process imports, and holds what stood before', async () => {
    cpSync(at.full, dataDir, { recursive: true })
    const script = join(import.meta.dirname, '..', 'support', 'import-child.ts')
    const child = spawn(process.execPath, [script, dataDir, 'add', at.second[0] ?? ''], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, STOP_AT: 'checking' },
    })
    let out = ''
    await new Promise<void>((resolve) =>
      child.stdout.on('data', (data: Buffer) => {
        out += String(data)
        if (out.includes('checking')) resolve()
      }),
    )
    const before = storedVersion(dataDir, 'mine')
    const path = join(folder, 'meanwhile.zip')
    expect(await backUp(dataDir, path)).toMatchObject({ datasets: 3, leftOut: [] })
    child.stdin.end()
    await once(child, 'close')
    expect(out).toMatch(/done\n$/)
    const { datasets } = await previewBackup([path], { dataDir })
    expect(datasets.find(({ dataset }) => dataset === 'mine')?.version).toBe(before)
  })

  test('restores what is free where one dataset is being changed', async () => {
    cpSync(at.other, dataDir, { recursive: true })
    const report = await holdDataset(importContext(dataDir), 'mine', () => restore(at.backup, true))
    expect(report.datasets.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'dataset-unknown',
      'dataset-busy',
      'restored',
    ])
  })

  test('cancelled leaves nothing, made or restored', async () => {
    const stopped = () => {
      const abort = new AbortController()
      return { signal: abort.signal, progress: () => abort.abort() }
    }
    cpSync(at.full, dataDir, { recursive: true })
    const before = laidOut(dataDir)
    expect(await failureOf(makeBackup(importContext(dataDir, stopped())))).toBe('AbortError')
    expect(await failureOf(restore(at.backup, true, stopped()))).toBe('AbortError')
    expect(laidOut(dataDir)).toEqual(before)
  })
})
