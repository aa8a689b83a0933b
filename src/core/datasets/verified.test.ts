import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/edition.ts'
import { failing } from '../../../tests/support/failing.ts'
import { datasetPath, datasetsDir, stampOf } from './files.ts'
import { leftovers } from './leftovers.ts'
import { dueForCheck, noteVerified, verifiedOf } from './verified.ts'

const root = temporaryFolder()
const DAY = 24 * 60 * 60 * 1000
const now = Date.parse('2026-12-01T00:00:00.000Z')
const ago = (days: number) => new Date(now - days * DAY)
const stored = (id: string, days: number) => {
  writeFileSync(datasetPath(root, id), id)
  utimesSync(datasetPath(root, id), ago(days), ago(days))
}
const note = (id: string, days: number, ok = true) =>
  noteVerified(root, id, stampOf(datasetPath(root, id)), { at: ago(days).toISOString(), ok })

beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(datasetsDir(root), { recursive: true })
  stored('a', 40)
  stored('b', 50)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('due is what was neither stored nor verified for thirty days, the longest ago first', () => {
  stored('young', 29)
  expect(dueForCheck(root, now, new Set())).toBe('b')
  note('b', 31)
  expect(dueForCheck(root, now, new Set())).toBe('a')
  expect(dueForCheck(root, now, new Set(['a']))).toBe('b')
  note('a', 29)
  note('b', 1)
  expect(dueForCheck(root, now, new Set())).toBeNull()
})

test('an outcome holds of the very file, in a private file; of damage the first moment stays', () => {
  note('a', 3, false)
  note('a', 1, false)
  expect(verifiedOf(root, 'a')).toEqual({ at: ago(3).toISOString(), ok: false })
  if (process.platform !== 'win32') expect(statSync(join(root, 'verified.json')).mode & 0o777).toBe(0o600)
  note('a', 0)
  expect(verifiedOf(root, 'a')).toEqual({ at: ago(0).toISOString(), ok: true })
  noteVerified(root, 'b', 'another file', { at: ago(0).toISOString(), ok: true })
  expect(verifiedOf(root, 'b')).toBeNull()
  stored('a', 2)
  expect(verifiedOf(root, 'a')).toBeNull()
  rmSync(datasetPath(root, 'a'))
  note('b', 0)
  expect(Object.keys(JSON.parse(readFileSync(join(root, 'verified.json'), 'utf8')) as object)).toEqual(['b'])
})

test('a damaged list is none', () => {
  for (const text of ['', '[', '[1]', 'null', '{"a":null,"b":{"at":"x","ok":true,"stamp":"1"}}']) {
    writeFileSync(join(root, 'verified.json'), text)
    expect([verifiedOf(root, 'a'), verifiedOf(root, 'b')]).toEqual([null, null])
  }
  note('a', 1)
  expect(verifiedOf(root, 'a')?.ok).toBe(true)
})

test('a part that a killed process left is swept by the next start', async () => {
  let part = ''
  const seen = (from: string) => {
    if (from.endsWith('.part')) part = from
    return false
  }
  await failing('renameSync', 'EIO', seen, () => note('a', 1))
  expect(leftovers(root)).toEqual([])
  const left = part.replace(`.${process.pid}.`, '.999999999.')
  writeFileSync(left, '{')
  expect(leftovers(root)).toEqual([left])
})
