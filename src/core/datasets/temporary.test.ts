import { spawnSync } from 'node:child_process'
import fs, { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { once } from 'node:events'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { leftovers, removeLeftovers } from './leftovers.ts'
import { newTemporaryFolder } from './temporary.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-temporary-'))
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const left = () => readdirSync(join(dataDir, 'temporary')).sort()

test('what processes left that are gone is swept, with what is in it; that of running ones stays', () => {
  expect(leftovers(join(dataDir, 'none'))).toEqual([])
  const own = newTemporaryFolder(dataDir)
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  for (const name of [`${dead}.0123abcd`, `${process.pid}.earlier`, `${process.ppid}.running`, 'notes']) {
    mkdirSync(join(dataDir, 'temporary', name, 'inside'), { recursive: true })
    writeFileSync(join(dataDir, 'temporary', name, 'inside', 'works.csv'), '1')
  }
  // In a container every run has one number: what is older than this run is another's.
  utimesSync(join(dataDir, 'temporary', `${process.pid}.earlier`), 1e9, 1e9)
  expect(leftovers(dataDir)).toHaveLength(2)
  removeLeftovers(dataDir)
  expect(left()).toEqual([own.split(/[/\\]/).at(-1), `${process.ppid}.running`, 'notes'].sort())
})

test('a sleep of the computer, or a clock that is set, makes nothing of this run a thing of one before', () => {
  const own = newTemporaryFolder(dataDir)
  const now = Date.now()
  const clock = vi.spyOn(Date, 'now')
  for (const set of [8 * 3600_000, -8 * 3600_000]) {
    clock.mockReturnValue(now + set)
    const made = (now + Math.min(set, 0)) / 1000
    utimesSync(own, made, made)
    expect(leftovers(dataDir)).toEqual([])
  }
})

test('all threads of a process have one moment of its start', async () => {
  const code = "require('node:worker_threads').parentPort.postMessage(performance.timeOrigin)"
  const worker = new Worker(code, { eval: true })
  const [told] = (await once(worker, 'message')) as [number]
  await worker.terminate()
  expect(told).toBe(performance.timeOrigin)
})

test('one that cannot be removed stays, and the others go', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const [kept, gone] = [`${dead}.0000kept`, `${dead}.1111gone`]
  for (const name of [kept, gone]) mkdirSync(join(dataDir, 'temporary', name))
  const real = fs.rmSync
  const refusing = (path: fs.PathLike, options?: fs.RmOptions) => {
    if (String(path).endsWith(kept)) throw Object.assign(new Error('EROFS'), { code: 'EROFS' })
    real(path, options)
  }
  try {
    Object.assign(fs, { rmSync: refusing })
    syncBuiltinESMExports()
    expect(() => removeLeftovers(dataDir)).not.toThrow()
  } finally {
    Object.assign(fs, { rmSync: real })
    syncBuiltinESMExports()
  }
  expect([left().includes(kept), left().includes(gone)]).toEqual([true, false])
  removeLeftovers(dataDir)
  expect(left()).not.toContain(kept)
})
