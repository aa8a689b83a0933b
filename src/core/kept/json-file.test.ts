import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readJsonFile, writeJsonFile } from './json-file.ts'

let dir: string
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'kept-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const damaged = (reason: string) => new Error(`damaged: ${reason}`)

test('what was written is read, by its owner alone, and nothing stands beside it', () => {
  const path = join(dir, 'new', 'kept.json')
  expect(readJsonFile(path, damaged)).toBeUndefined()
  writeJsonFile(path, { cities: ['北京', 'Zürich'] })
  writeJsonFile(path, { cities: ['서울'] })
  expect(readJsonFile(path, damaged)).toEqual({ cities: ['서울'] })
  expect(readdirSync(join(dir, 'new'))).toEqual(['kept.json'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a file that is no JSON is told with the reason, not taken for none', () => {
  const path = join(dir, 'kept.json')
  writeFileSync(path, '{"cities": [')
  expect(() => readJsonFile(path, damaged)).toThrow(/^damaged: .*JSON/)
})

test('where the place cannot be taken, what stood there stays and no part is left', () => {
  const path = join(dir, 'kept.json')
  mkdirSync(join(path, 'inside'), { recursive: true })
  expect(() => writeJsonFile(path, {})).toThrow()
  expect(readdirSync(dir)).toEqual(['kept.json'])
  expect(readdirSync(path)).toEqual(['inside'])
})
