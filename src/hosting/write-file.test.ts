import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asWriteError, makeFolders, writeAtomically } from './write-file.ts'

const onUnix = test.skipIf(process.platform === 'win32')
const bytes = Buffer.from('new')
let folder: string
const at = (name: string) => join(folder, name)
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'science-cities-write-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file is replaced whole, and nothing stands beside it', async () => {
  writeFileSync(at('a.csv'), 'old and longer')
  await writeAtomically(at('a.csv'), bytes)
  expect([readFileSync(at('a.csv'), 'utf8'), readdirSync(folder)]).toEqual(['new', ['a.csv']])
})

test('folders are made as far as they are missing, and a place that takes none is told at once', async () => {
  await makeFolders(at('a/b/c'))
  await makeFolders(at('a/b'))
  expect(statSync(at('a/b/c')).isDirectory()).toBe(true)
  writeFileSync(at('file'), '')
  await expect(makeFolders(at('file/below'))).rejects.toThrow('ENOTDIR')
  if (existsSync('/proc/self')) await expect(makeFolders('/proc/nope/x')).rejects.toThrow('ENOENT')
})

test('where it cannot be written, no part stays behind', async () => {
  mkdirSync(at('folder'))
  await expect(writeAtomically(at('folder'), bytes)).rejects.toThrow('EISDIR')
  await expect(writeAtomically(at('none/a.csv'), bytes)).rejects.toThrow('ENOENT')
  writeFileSync(at('file'), '')
  await expect(writeAtomically(at('file/a.csv'), bytes)).rejects.toThrow('ENOTDIR')
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder'])
})

onUnix.each([0o600, 0o640, 0o666])('permissions %o are kept', async (mode) => {
  writeFileSync(at('a.csv'), 'old')
  chmodSync(at('a.csv'), mode)
  await writeAtomically(at('a.csv'), bytes)
  expect(statSync(at('a.csv')).mode & 0o777).toBe(mode)
})

onUnix('a link stays one: what it leads to is written, also where nothing stands there yet', async () => {
  mkdirSync(at('far'))
  writeFileSync(at('far/old.csv'), 'old')
  symlinkSync('far/old.csv', at('link'))
  symlinkSync('far/fresh.csv', at('dangling'))
  symlinkSync('link', at('second'))
  await writeAtomically(at('second'), bytes)
  await writeAtomically(at('dangling'), bytes)
  expect([readFileSync(at('far/old.csv'), 'utf8'), readFileSync(at('far/fresh.csv'), 'utf8')]).toEqual([
    'new',
    'new',
  ])
  expect([readlinkSync(at('link')), readlinkSync(at('dangling'))]).toEqual(['far/old.csv', 'far/fresh.csv'])
})

onUnix('links in a ring are an error, and stay', async () => {
  symlinkSync('b', at('a'))
  symlinkSync('a', at('b'))
  await expect(writeAtomically(at('a'), bytes)).rejects.toThrow('ELOOP')
  expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
})

onUnix('a pipe is written into, and is one afterwards', async () => {
  execFileSync('mkfifo', [at('pipe')])
  const [text] = await Promise.all([readFile(at('pipe'), 'utf8'), writeAtomically(at('pipe'), bytes)])
  expect([text, lstatSync(at('pipe')).isFIFO()]).toEqual(['new', true])
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'file-unreadable'],
])('%s is told as %s', (code, told) => {
  expect(asWriteError(Object.assign(new Error(code), { code }), '/secret/a.csv')).toMatchObject({
    code: told,
    message: `cannot write a.csv: ${code}`,
  })
})
