/** What the disk or the system does not allow is no damage: a check that it keeps from being done tells nothing of the file. */
import fs, { existsSync, rmSync, truncateSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../app-info.ts'
import { temporaryFolder } from '../../../tests/support/edition.ts'
import { importContext } from '../../../tests/support/import-context.ts'
import { importFiles } from '../../../tests/support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../../../tests/support/works.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { datasetPath } from '../datasets/files.ts'
import { verifiedOf } from '../datasets/verified.ts'
import { hindranceOf } from './check.ts'
import { verifyDataset } from './verify.ts'

const dataDir = temporaryFolder()
const context = { ...importContext(dataDir, { appVersion }), open: () => expect.fail(), release: () => {} }
const real = { mkdirSync: fs.mkdirSync, openSync: fs.openSync }

/** Every such call at a path that holds `part` fails from now on. */
function refuse(name: keyof typeof real, part: string, code: string): void {
  const call = real[name] as (path: unknown, ...rest: unknown[]) => unknown
  const refusing = (path: unknown, ...rest: unknown[]): unknown => {
    if (String(path).includes(part)) throw Object.assign(new Error(code), { code, syscall: name, path })
    return call(path, ...rest)
  }
  Object.assign(fs, { [name]: refusing })
  syncBuiltinESMExports()
}

beforeAll(async () => {
  const works = writeWorks(join(dataDir, 'works.jsonl'), makeWorks(60, 1, 10_000))
  // An index with a list of the user's: that is laid into a temporary folder to be read again.
  const list = join(resourcesDir, 'index', 'metros.json')
  await importFiles(dataDir, 'x', [works, writeInstitutions(dataDir), list])
})
beforeEach(() => {
  for (const name of ['temporary', 'verified.json'])
    rmSync(join(dataDir, name), { recursive: true, force: true })
})
afterEach(() => {
  Object.assign(fs, real)
  syncBuiltinESMExports()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test.each(['ENOSPC', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE', 'ENOMEM'])(
  'with %s at its temporary folder the rest is told, and nothing is noted',
  async (code) => {
    refuse('mkdirSync', 'temporary', code)
    const { ok, checks } = await verifyDataset('x', context)
    const others = checks.filter(({ ok: passed }) => passed !== true)
    expect([ok, others]).toEqual([
      true,
      [{ id: 'stored', ok: null, detail: expect.stringContaining(code) as string }],
    ])
    expect([verifiedOf(dataDir, 'x'), existsSync(join(dataDir, 'verified.json'))]).toEqual([null, false])
  },
)

test.each([
  ['EMFILE', 'file-unreadable'],
  ['EACCES', 'file-unreadable'],
])('a file that cannot be opened for %s is not judged', async (code, told) => {
  refuse('openSync', 'x.sqlite', code)
  await expect(verifyDataset('x', context)).rejects.toMatchObject({
    code: told,
    details: { values: { file: datasetPath(dataDir, 'x'), reason: code } },
  })
  expect(verifiedOf(dataDir, 'x')).toBeNull()
})

test('a failure of the bytes themselves stays damage, and what is damaged is told so on a full disk too', async () => {
  for (const code of ['EIO', 'SQLITE_CORRUPT', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'ENOENT', undefined])
    expect([code, hindranceOf(Object.assign(new Error('no'), { code }), dataDir)]).toEqual([code, null])
  const damaged = new AppError('dataset-damaged', 'x', { values: { dataset: 'x' } })
  expect(hindranceOf(damaged, dataDir)).toBeNull()
  refuse('mkdirSync', 'temporary', 'ENOSPC')
  truncateSync(datasetPath(dataDir, 'x'), 8192)
  expect(await verifyDataset('x', context)).toMatchObject({ ok: false })
  expect(verifiedOf(dataDir, 'x')).toMatchObject({ ok: false })
})
