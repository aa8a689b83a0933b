import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../shared/contract/errors.ts'
import { checkAppFiles } from './app-files.ts'

let folder = ''
const files = { 'linux-x64.node': Buffer.from('of glibc'), 'linuxmusl-x64.node': Buffer.from('of musl') }
const sums = Object.fromEntries(
  Object.entries(files).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'science-cities-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An app of which the first byte of one native module was changed. */
function app(name: string, changed?: keyof typeof files): string {
  const root = join(folder, name)
  const native = join(root, 'node_modules', 'better-sqlite3', 'prebuilds')
  mkdirSync(native, { recursive: true })
  for (const [file, bytes] of Object.entries(files)) {
    const written = Buffer.from(bytes)
    if (file === changed) written[0] = (written[0] ?? 0) ^ 1
    writeFileSync(join(native, file), written)
  }
  return root
}

test('a packaged app begins with the native modules that were packed', () => {
  expect(() => checkAppFiles(app('app.asar'), sums, 'linux')).not.toThrow()
})

test.each(Object.keys(files) as (keyof typeof files)[])(
  'one changed byte of %s is refused by name',
  (name) => {
    let caught: unknown
    try {
      checkAppFiles(app('app.asar', name), sums, 'win32')
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(AppError)
    const { code, details } = caught as AppError
    expect(code).toBe('app-damaged')
    expect(String(details.values?.['file'])).toMatch(new RegExp(`prebuilds[\\\\/]${name}$`))
  },
)

test('a native module that the build did not see is refused', () => {
  expect(() => checkAppFiles(app('app.asar'), {}, 'linux')).toThrow(/linux-x64\.node/)
})

test('from source, in the workshop, and on macOS nothing is compared', () => {
  expect(() => checkAppFiles(app('project', 'linux-x64.node'), sums, 'linux')).not.toThrow()
  expect(() => checkAppFiles(app('app.asar', 'linux-x64.node'), sums, 'darwin')).not.toThrow()
})
