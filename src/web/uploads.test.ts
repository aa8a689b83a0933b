import { existsSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FakeCore, Started } from './testing.ts'
import { fakeCore, startHost } from './testing.ts'
import { MOST_TAKEN, plainName } from './uploads.ts'

let core: FakeCore
let app: Started
beforeEach(async () => {
  core = fakeCore()
  app = await startHost(core)
})
afterEach(() => app.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
const upload = (body: unknown) =>
  app.own({
    method: 'POST',
    path: '/api/uploads',
    headers: { 'content-type': 'application/json' },
    body: [JSON.stringify(body)],
  })

it('writes the files into a private folder and grants it to the core', async () => {
  const files = [
    { name: 'ranking.csv', base64: base64('city,share\n北京,1\n') },
    { name: 'edition.json', base64: base64('{}') },
    { name: 'README.txt', base64: base64('not part of an edition') },
  ]
  const answer = await upload({ folder: 'edition-2025', files })
  expect(answer.json()).toEqual({
    ok: true,
    value: { token: 'a'.repeat(24), name: 'edition-2025', files: [] },
  })
  const folder = core.granted[0] ?? ''
  expect(basename(folder)).toBe('edition-2025')
  expect(await readdir(folder)).toEqual(['edition.json', 'ranking.csv'])
  expect(await readFile(join(folder, 'ranking.csv'), 'utf8')).toBe('city,share\n北京,1\n')
  if (process.platform !== 'win32') expect(statSync(dirname(dirname(folder))).mode & 0o077).toBe(0)
  await app.host.close()
  expect(existsSync(dirname(dirname(folder)))).toBe(false)
})

it('keeps one folder below, and no more', async () => {
  const names = [
    'context/series.csv',
    'series.csv',
    'a/b/deep.csv',
    '../sly.csv',
    'con/device.csv',
    './dot.csv',
    'x:/drive.csv',
  ]
  const answer = await upload({
    folder: 'nested',
    files: names.map((name) => ({ name, base64: base64('1') })),
  })
  expect(answer.status).toBe(200)
  const files = (await readdir(core.granted[0] ?? '', { recursive: true })).filter((name) =>
    name.endsWith('.csv'),
  )
  expect(files.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([
    'context/series.csv',
    'deep.csv',
    'device.csv',
    'dot.csv',
    'drive.csv',
    'series.csv',
    'sly.csv',
  ])
})

it('keeps two uploads of one name apart', async () => {
  const once = () => upload({ folder: 'same', files: [{ name: 'a.csv', base64: base64('1') }] })
  expect([(await once()).status, (await once()).status]).toEqual([200, 200])
  expect(new Set(core.granted).size).toBe(2)
})

it('never writes outside its folder, whatever the names say', async () => {
  const names = [
    '../../up.csv',
    '/etc/root.csv',
    'C:\\Windows\\win.csv',
    '..\\..\\back.csv',
    'con.csv',
    '.hidden.csv',
    'a\0b.csv',
  ]
  const answer = await upload({
    folder: '../../../tmp/..',
    files: names.map((name) => ({ name, base64: base64('1') })),
  })
  expect(answer.status).toBe(200)
  const folder = core.granted[0] ?? ''
  expect(resolve(folder)).toBe(folder)
  expect(basename(folder)).toBe('upload')
  expect(await readdir(folder)).toEqual([
    '_con.csv',
    'a_b.csv',
    'back.csv',
    'hidden.csv',
    'root.csv',
    'up.csv',
    'win.csv',
  ])
  expect((await readdir(dirname(folder))).length).toBe(1)
})

it.each([
  ['no files', { folder: 'a', files: [] }],
  ['no CSV among them', { folder: 'a', files: [{ name: 'a.exe', base64: 'AAAA' }] }],
  ['a name that is an ending only', { folder: 'a', files: [{ name: '.csv', base64: 'AAAA' }] }],
  ['text that is not base64', { folder: 'a', files: [{ name: 'a.csv', base64: 'not base64!' }] }],
  [
    'two files of one name',
    { folder: 'a', files: ['a.csv', '/x/A.csv'].map((name) => ({ name, base64: 'AAAA' })) },
  ],
  ['an unknown key', { folder: 'a', path: '/etc', files: [{ name: 'a.csv', base64: 'AAAA' }] }],
  ['something else', [1, 2]],
])('refuses %s', async (_what, body) => {
  const answer = await upload(body)
  expect([answer.status, answer.json().error?.code]).toEqual([400, 'input-invalid'])
  expect(core.granted).toEqual([])
})

it('takes more than a call may carry, and refuses more than 32 MB', async () => {
  const files = (bytes: number) => ({ folder: 'big', files: [{ name: 'a.csv', base64: 'A'.repeat(bytes) }] })
  expect((await upload(files(8 << 20))).status).toBe(200)
  const answer = await upload(files(33 << 20))
  expect([answer.status, answer.json().error?.code]).toEqual([413, 'body-too-large'])
})

describe('plainName', () => {
  it.each([
    ['ranking.csv', 'ranking.csv'],
    ['排名 2024.csv', '排名 2024.csv'],
    ['a/b\\c.csv', 'c.csv'],
    ['..', ''],
    ['a/', ''],
    ['NUL', '_NUL'],
    ['a<b>:"|?*.csv', 'a_b______.csv'],
    ['trailing.csv. ', 'trailing.csv'],
  ])('%j becomes %j', (given, name) => expect(plainName(given)).toBe(name))

  it('keeps the ending of a name that is too long', () => {
    const name = plainName(`${'城'.repeat(300)}.csv`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^城+\.csv$/)
  })
})

it('refuses a file and a folder of one name', async () => {
  const files = ['a.csv', 'A.csv/b.csv'].map((name) => ({ name, base64: base64('1') }))
  const answer = await upload({ files })
  expect([answer.status, answer.json().error?.code]).toEqual([400, 'input-invalid'])
})

it('keeps so many hand-overs, the newest, also of pages that send at once', async () => {
  const files = [{ name: 'ranking.csv', base64: base64('city,share\n') }]
  const answers = await Promise.all(Array.from({ length: MOST_TAKEN + 3 }, () => upload({ files })))
  expect(answers.map(({ status }) => status)).toEqual(Array(MOST_TAKEN + 3).fill(200))
  const there = core.granted.map((folder) => existsSync(folder))
  expect(there.filter(Boolean)).toHaveLength(MOST_TAKEN)
  expect(new Set(core.granted).size).toBe(MOST_TAKEN + 3)
})
