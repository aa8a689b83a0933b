/** Processes killed, and disks that fail, at the changes of a dataset: in short; at length by `npm run trials -- kills` and `disks`. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareChecksum } from '../../src/core/datasets/checksum.ts'
import { flush, flushFolder } from '../../src/core/datasets/files.ts'
import { leftovers, removeLeftovers } from '../../src/core/datasets/leftovers.ts'
import { temporaryFolder } from '../support/edition.ts'
import { disksTrial, mountDisk } from '../trials/disks.ts'
import { killsTrial } from '../trials/kills/moments.ts'
import type { Stage } from '../trials/kills/operations.ts'
import { makeStage } from '../trials/kills/operations.ts'
import { stepsTrial } from '../trials/kills/steps.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a killed process leaves a dataset as before or as after', { timeout: 240_000 }, async () => {
  const { operations, wrong } = await killsTrial(2, 2, { articles: 30, only: ['add', 'remove'] })
  expect(wrong).toEqual([])
  expect(operations).toMatchObject({ add: { kills: 2 }, remove: { kills: 2 } })
})

describe('at each change of a file', { timeout: 240_000 }, () => {
  let stage: Stage
  beforeAll(async () => void (stage = await makeStage(join(folder, 'stage'), 10)), 60_000)
  const named = (...names: string[]) => stage.operations.filter(({ name }) => names.includes(name))

  test('a full disk is told, what was stored stays, and nothing is left', async () => {
    const { steps, told, unsummed, wrong } = await stepsTrial(stage, 'ENOSPC', named('take in'))
    expect({ wrong, unsummed }).toEqual({ wrong: [], unsummed: 0 })
    expect(Object.keys(told).sort()).toEqual(['disk-full', 'done'])
    expect(steps['take in']).toBeGreaterThan(20)
  })

  test('a disk that becomes read-only is told, and what is left goes at the next start', async () => {
    const { steps, told, wrong } = await stepsTrial(stage, 'EROFS', named('remove', 'rename'))
    expect(wrong).toEqual([])
    expect(Object.keys(told).sort()).toEqual(['done', 'folder-read-only'])
    expect(steps['rename']).toBeGreaterThan(20)
  })

  test('a process that dies there leaves the dataset as before or as after', async () => {
    const { steps, wrong } = await stepsTrial(stage, 'SIGKILL', named('remove'))
    expect(wrong).toEqual([])
    expect(steps['remove']).toBeGreaterThan(4)
  })
})

describe('a checksum', () => {
  let stage: Stage
  beforeAll(async () => void (stage = await makeStage(join(folder, 'summed'), 10)), 60_000)
  const at = (name: string) => join(stage.base, 'datasets', name)

  test('that did not come into its place is put there by the next start, if it is of the file that stands there', async () => {
    renameSync(at('mine.sha256'), at('.mine.999999999.a1sum.building'))
    copyFileSync(at('.mine.999999999.a1sum.building'), at('.other.999999999.a1sum.building'))
    removeLeftovers(stage.base)
    expect(await compareChecksum(stage.base, 'mine')).toMatchObject({ outcome: 'same' })
    expect(existsSync(at('other.sha256'))).toBe(false)
    expect(leftovers(stage.base)).toEqual([])
  })

  test('of a dataset that is removed meanwhile is no word of damage', async () => {
    rmSync(at('mine.sqlite'))
    await expect(compareChecksum(stage.base, 'mine')).rejects.toMatchObject({ code: 'dataset-unknown' })
  })
})

const unmount = mountDisk(join(folder, 'probe'), 1 << 20)
unmount?.()
test.skipIf(!unmount)(
  `a disk without room is told, whatever the room${unmount ? '' : ' (skipped: needs root)'}`,
  { timeout: 240_000 },
  async () => {
    const found = await disksTrial(3, 1, { articles: 20, only: ['add'] })
    expect(found?.wrong).toEqual([])
    expect(found?.runs).toMatchObject({ small: 3, fills: 3, 'read-only': 1 })
  },
)

test('parts of files that a dead process was writing are swept, those of a living one stay', () => {
  const dataDir = join(folder, 'parts')
  mkdirSync(join(dataDir, 'datasets', 'mine.report'), { recursive: true })
  const put = (...names: string[]) => names.map((name) => (writeFileSync(join(dataDir, name), ''), name))
  const dead = put(
    'groups.json.999999999.mx3o.0.part',
    'datasets/mine.report/report.json.999999999.a1.0.part',
  )
  put(`groups.json.${process.pid}.mx3o.0.part`, 'groups.json', 'datasets/mine.report/report.json', 'my.part')
  expect(leftovers(dataDir)).toEqual(dead.map((name) => join(dataDir, name)))
  removeLeftovers(dataDir)
  expect(leftovers(dataDir)).toEqual([])
})

test('what cannot be flushed is no failure, but a file that is not there is', () => {
  expect(() => flush(join(folder, 'nothing'))).toThrow(/ENOENT/)
  flush(folder)
  flushFolder(join(folder, 'nothing'))
})
