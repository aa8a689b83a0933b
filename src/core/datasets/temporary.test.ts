import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { leftovers, removeLeftovers } from './leftovers.ts'
import { newTemporaryFolder } from './temporary.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-temporary-'))
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
