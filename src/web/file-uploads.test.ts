import { existsSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TEMPORARY_FOLDER } from '../core/kept/private.ts'
import { MOST_UPLOADS, PART_LIMIT } from './file-uploads.ts'
import type { FakeCore, Started } from './testing.ts'
import { ask, fakeCore, startHost } from './testing.ts'

let core: FakeCore
let app: Started
beforeEach(async () => {
  core = fakeCore()
  app = await startHost(core)
})
afterEach(() => app.close())

const post = (path: string, body: unknown) =>
  app.own({
    method: 'POST',
    path: `/api/files/${path}`,
    headers: { 'content-type': 'application/json' },
    body: [JSON.stringify(body)],
  })
const begin = async (files: { name: string; bytes: number }[], folder = '') =>
  ((await post('begin', { folder, files })).json().value as { upload: string }).upload
const part = (upload: string, index: number, from: number, body: (string | Buffer)[]) =>
  app.own({
    method: 'POST',
    path: `/api/files/${upload}/${index}?from=${from}`,
    headers: { 'content-type': 'application/octet-stream' },
    body,
  })
const errorOf = (answer: Awaited<ReturnType<typeof part>>) => [answer.status, answer.json().error?.code]

it('files that lie in no folder are granted one by one, as the desktop grants them', async () => {
  const upload = await begin([
    { name: 'figure.pdf', bytes: 2 },
    { name: 'works.csv', bytes: 1 },
  ])
  await part(upload, 0, 0, ['ab'])
  await part(upload, 1, 0, ['c'])
  const done = await post('done', { upload })
  expect(done.json().value).toMatchObject({ token: 'f'.repeat(24), files: ['figure.pdf', 'works.csv'] })
  expect(core.granted.map((path) => basename(path))).toEqual(['figure.pdf', 'works.csv'])
  expect(await readFile(core.granted[0] ?? '', 'utf8')).toBe('ab')
})

it('puts parts together, grants the folder, and removes it at the end', async () => {
  const upload = await begin(
    [
      { name: 'works.jsonl.gz', bytes: 11 },
      { name: 'year=2023/part 0.csv', bytes: 4 },
      { name: 'empty.json', bytes: 0 },
    ],
    'my files',
  )
  expect((await part(upload, 0, 0, ['hello '])).status).toBe(200)
  expect((await part(upload, 1, 0, ['北\n'])).status).toBe(200)
  expect((await part(upload, 0, 6, ['wo', 'rld'])).status).toBe(200)
  const done = await post('done', { upload })
  expect(done.json().value).toEqual({
    token: 'a'.repeat(24),
    name: 'my files',
    files: ['works.jsonl.gz', 'year=2023/part 0.csv', 'empty.json'],
  })
  const folder = core.granted[0] ?? ''
  expect(await readFile(join(folder, 'works.jsonl.gz'), 'utf8')).toBe('hello world')
  expect(await readFile(join(folder, 'year=2023', 'part 0.csv'), 'utf8')).toBe('北\n')
  if (process.platform !== 'win32') expect(statSync(dirname(folder)).mode & 0o077).toBe(0)
  await app.host.close()
  expect(existsSync(dirname(folder))).toBe(false)
})

it.each([
  ['imports.index', 'files'],
  ['datasets.import', 'file'],
  ['backups.restore', 'file'],
])(
  '%s removes the files once it ended well, and keeps them for another try after a failure',
  async (name, key) => {
    const token = 'f'.repeat(24)
    let ok = false
    core = fakeCore(() =>
      ok
        ? { ok: true, value: null }
        : { ok: false, error: { code: 'import-rejected', message: '', details: {} } },
    )
    await app.close()
    app = await startHost(core)
    const upload = await begin([{ name: 'a.csv', bytes: 1 }])
    await part(upload, 0, 0, ['1'])
    await post('done', { upload })
    const folder = core.granted[0] ?? ''
    await app.call(name, { [key]: token })
    expect(existsSync(folder)).toBe(true)
    ok = true
    await app.call(name, { [key]: token })
    expect(existsSync(dirname(folder))).toBe(false)
  },
)

it('removes what the page lets go, half sent or granted', async () => {
  const half = await begin([{ name: 'a.csv', bytes: 9 }])
  expect((await post('release', { token: half })).status).toBe(200)
  expect(errorOf(await part(half, 0, 0, ['1']))[1]).toBe('file-token-unknown')
  const whole = await begin([{ name: 'a.csv', bytes: 0 }])
  const { token } = (await post('done', { upload: whole })).json().value as { token: string }
  await post('release', { token })
  expect(existsSync(core.granted[0] ?? '')).toBe(false)
  expect((await post('release', { token: 'unknown' })).status).toBe(200)
})

it('never writes outside its folder, whatever the names say', async () => {
  const names = [
    '../../up.csv',
    '/etc/root.csv',
    'C:\\Windows\\win.csv',
    'con/a.csv',
    '.hidden/b.csv',
    'a\0b.csv',
  ]
  const upload = await begin(
    names.map((name) => ({ name, bytes: 0 })),
    '../..',
  )
  await post('done', { upload })
  const folder = core.granted[0] ?? ''
  expect(basename(folder)).toBe('files')
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  expect(found.map((name) => name.replaceAll(sep, '/')).sort()).toEqual([
    'C_/Windows/win.csv',
    '_con/a.csv',
    'a_b.csv',
    'etc/root.csv',
    'hidden/b.csv',
    'up.csv',
  ])
  expect(await readdir(dirname(folder))).toEqual(['files'])
})

describe('refuses', () => {
  it('a part that is not the next, is too long, or of no file', async () => {
    const upload = await begin([{ name: 'a.csv', bytes: 4 }])
    expect(errorOf(await part(upload, 0, 2, ['34']))).toEqual([400, 'input-invalid'])
    expect(errorOf(await part(upload, 1, 0, ['1']))).toEqual([400, 'input-invalid'])
    expect(errorOf(await part(upload, 0, 0, ['12345']))).toEqual([413, 'body-too-large'])
    expect(errorOf(await part(upload, 0, 0, ['123', '45']))).toEqual([413, 'body-too-large'])
    expect(errorOf(await part('x'.repeat(24), 0, 0, ['1']))).toEqual([200, 'file-token-unknown'])
    // What was refused can be sent again.
    expect((await part(upload, 0, 0, ['1234'])).status).toBe(200)
  })

  it('a part larger than a request may be', async () => {
    const upload = await begin([{ name: 'a.csv', bytes: 2 * PART_LIMIT }])
    const answer = await part(upload, 0, 0, [Buffer.alloc(PART_LIMIT + 1)])
    expect(errorOf(answer)).toEqual([413, 'body-too-large'])
  })

  it('to grant what is not whole', async () => {
    const upload = await begin([{ name: 'a.csv', bytes: 4 }])
    await part(upload, 0, 0, ['12'])
    expect(errorOf(await post('done', { upload }))).toEqual([400, 'input-invalid'])
    expect(core.granted).toEqual([])
  })

  it('files that do not fit on the disk, two of one name, and wrong shapes', async () => {
    const refused = async (files: unknown) => errorOf(await post('begin', { folder: '', files }))
    expect(await refused([{ name: 'a.csv', bytes: 2 ** 52 }])).toEqual([200, 'disk-full'])
    const twice = ['a.csv', 'A.csv'].map((name) => ({ name, bytes: 1 }))
    expect(await refused(twice)).toEqual([400, 'input-invalid'])
    expect(await refused([{ name: '..', bytes: 1 }])).toEqual([400, 'input-invalid'])
    expect(await refused([{ name: 'a.csv', bytes: -1 }])).toEqual([400, 'input-invalid'])
    expect(await refused([])).toEqual([400, 'input-invalid'])
  })

  it('bytes of another site, another type, or without the cookie', async () => {
    const upload = await begin([{ name: 'a.csv', bytes: 1 }])
    const path = `/api/files/${upload}/0?from=0`
    const send = (headers: Record<string, string>) =>
      ask(app.host.port, { method: 'POST', path, headers, body: ['1'] })
    const bytes = { 'content-type': 'application/octet-stream' }
    expect((await send(bytes)).status).toBe(403)
    expect((await send({ ...bytes, cookie: app.cookie, origin: 'https://example.com' })).status).toBe(403)
    expect((await send({ 'content-type': 'text/plain', cookie: app.cookie })).status).toBe(415)
    expect((await send({ ...bytes, cookie: app.cookie })).status).toBe(200)
  })
})

describe('what is left behind', () => {
  const left = () => readdir(join(core.dataDir, 'temporary')).catch(() => [])
  const files = [
    { name: 'a', bytes: 1 },
    { name: 'A/b', bytes: 1 },
  ]

  it('a file and a folder of one name are refused, in either order, and nothing stays of them', async () => {
    for (const given of [files, files.toReversed()]) {
      expect(errorOf(await post('begin', { folder: 'x', files: given }))).toEqual([400, 'input-invalid'])
    }
    expect(await left()).toEqual([])
    expect(core.granted).toEqual([])
  })

  it('what does not fit leaves nothing', async () => {
    const answer = await post('begin', { files: [{ name: 'a', bytes: Number.MAX_SAFE_INTEGER }] })
    expect(answer.json().error?.code).toBe('disk-full')
    expect(await left()).toEqual([])
  })

  it('lies in the data folder under the number of the process, and goes at the end', async () => {
    await begin([{ name: 'a', bytes: 1 }])
    expect(await left()).toEqual([expect.stringMatching(new RegExp(`^${process.pid}\\.\\w+$`))])
    await app.host.close()
    expect(await left()).toEqual([])
  })

  it.each([{ upload: { toString: 1 } }, { upload: null }, [], 1, null])(
    'done with %j is no fault',
    async (body) => {
      expect((await post('done', body)).json().error?.code).toBe('file-token-unknown')
    },
  )
})

it('keeps so many uploads: of pages that were left half-way the oldest goes', async () => {
  const first = await begin([{ name: 'half.csv', bytes: 9 }])
  const second = await begin([{ name: 'half.csv', bytes: 1 }])
  for (let n = 2; n <= MOST_UPLOADS; n++) await begin([{ name: 'half.csv', bytes: 9 }])
  expect(await readdir(join(core.dataDir, TEMPORARY_FOLDER))).toHaveLength(MOST_UPLOADS)
  expect((await part(first, 0, 0, ['a'])).json().error?.code).toBe('file-token-unknown')
  expect((await part(second, 0, 0, ['a'])).json()).toEqual({ ok: true, value: null })
})
