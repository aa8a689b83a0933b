import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isStale } from './build.ts'

const PART = { sources: ['src', 'settings.ts'], outputs: ['out/a.js', 'out/b.js'] }
let root: string

/** Writes a file that changed `minute` minutes after the start of the test's clock, its folder too. */
function write(path: string, minute: number): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, path)
  for (const touched of [file, dirname(file)]) utimesSync(touched, minute * 60, minute * 60)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'science-cities-build-'))
  write('src/one.ts', 1)
  write('src/deep/two.ts', 2)
  utimesSync(join(root, 'src'), 60, 60)
  write('out/a.js', 5)
  write('out/b.js', 6)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('is fresh where every output is younger than every source', () => expect(isStale(PART, root)).toBe(false))

it('is stale where an output is missing', () => {
  rmSync(join(root, 'out/b.js'))
  expect(isStale(PART, root)).toBe(true)
})

it('is stale where a source, or a setting, is younger than the oldest output', () => {
  write('src/deep/two.ts', 5.5)
  expect(isStale(PART, root)).toBe(true)
  write('src/deep/two.ts', 2)
  expect(isStale(PART, root)).toBe(false)
  write('settings.ts', 7)
  expect(isStale(PART, root)).toBe(true)
})

it('is stale where a source was removed', () => {
  rmSync(join(root, 'src/deep/two.ts')) // its folder changes now
  expect(isStale(PART, root)).toBe(true)
})

it('is not stale for a changed test', () => {
  write('src/deep/two.test.ts', 9)
  utimesSync(join(root, 'src/deep'), 120, 120)
  expect(isStale(PART, root)).toBe(false)
})
