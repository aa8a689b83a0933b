import { readFileSync, writeFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { AppErrorData, FileIssue } from '../../src/shared/contract/errors.ts'
import { copyEdition, edit, editLine, FACTS, RANKING, temporaryFolder } from '../support/edition.ts'
import { storedNames } from '../support/stored-names.ts'

const root = temporaryFolder()
const dataDir = join(root, 'data')
let core: Core
let folder: string

beforeAll(() => {
  core = createCore({ dataDir, resourcesDir, appVersion })
})
beforeEach(() => {
  folder = copyEdition(root)
})
afterAll(async () => {
  await core.close()
  rmSync(root, { recursive: true, force: true })
})

async function importFolder(more: Record<string, unknown> = {}) {
  await core.ready
  const { token } = await core.grantFolder(folder)
  return core.call('imports.edition', { folder: token, as: 'trial', ...more })
}

/** Names, sizes and bytes of all that is stored. */
function stored(): Record<string, string> {
  const datasets = join(dataDir, 'datasets')
  return Object.fromEntries(
    storedNames(datasets).map((name) => [name, readFileSync(join(datasets, name), 'base64')]),
  )
}

async function rejection(): Promise<FileIssue[]> {
  await core.ready
  const before = stored()
  const result = await importFolder()
  expect(result.ok).toBe(false)
  const { error } = result as { error: AppErrorData }
  expect(error.code).toBe('edition-rejected')
  expect(stored()).toEqual(before)
  return error.details.issues ?? []
}

describe('a bad edition is rejected with file, line and reason, and nothing stored changes', () => {
  const bad: [string, () => void, Partial<FileIssue>][] = [
    [
      'ranks in wrong order',
      () => editLine(folder, RANKING, 5, (line) => line.replace(/^4,/, '7,')),
      { file: RANKING, line: 5, code: 'rank-order' },
    ],
    [
      'Shares that rise',
      () => editLine(folder, RANKING, 5, (line) => line.replace('2059.25', '2159.25')),
      { line: 5, code: 'share-order' },
    ],
    [
      'text in a number',
      () => editLine(folder, RANKING, 4, (line) => line.replace('2107.48', 'about 2107')),
      { line: 4, code: 'number-expected', column: 'share_2023' },
    ],
    [
      'semicolons between cells',
      () => edit(folder, RANKING, (text) => text.replaceAll(',', ';')),
      { file: RANKING, line: 1, code: 'delimiter-comma', values: { sign: ';' } },
    ],
    [
      'Count below Share',
      () => editLine(folder, RANKING, 3, (line) => line.replace('4871', '1000')),
      { line: 3, code: 'count-below-share' },
    ],
    [
      'a percentage that no region total explains',
      () => editLine(folder, RANKING, 4, (line) => line.replace(',10.4', ',40.4')),
      { line: 4, code: 'percentage-inconsistent' },
    ],
    [
      'a city twice',
      () => editLine(folder, RANKING, 3, (line) => line.replace('Shanghai', 'Beijing')),
      { line: 3, code: 'duplicate-city' },
    ],
    [
      'a byte-order mark',
      () => edit(folder, RANKING, (text) => `\uFEFF${text}`),
      { file: RANKING, line: null, code: 'byte-order-mark' },
    ],
    [
      'CRLF',
      () => edit(folder, RANKING, (text) => text.replaceAll('\n', '\r\n')),
      { file: RANKING, code: 'crlf' },
    ],
    ['GB18030', () => edit(folder, RANKING, () => gb18030()), { file: RANKING, code: 'gb18030' }],
    [
      'a missing column',
      () => edit(folder, RANKING, (text) => text.replace('region_iso2', 'iso')),
      { line: 1, code: 'column-missing' },
    ],
    ['an empty file', () => edit(folder, RANKING, () => ''), { file: RANKING, code: 'empty-file' }],
    [
      '10 MB of noise',
      () => writeFileSync(join(folder, 'noise.csv'), noise(10_000_000)),
      { file: 'noise.csv', code: 'too-large' },
    ],
    [
      '1 MB of noise',
      () => writeFileSync(join(folder, RANKING), noise(1_000_000)),
      { file: RANKING, code: 'not-text' },
    ],
    [
      'an unclosed quote',
      () => edit(folder, RANKING, (text) => text.replace('Beijing', '"Beijing')),
      { file: RANKING, code: 'csv-syntax' },
    ],
    [
      'an unknown city in the facts',
      () => editLine(folder, FACTS, 2, (line) => line.replaceAll('Beijing', 'Bejing')),
      { file: FACTS, line: 2, code: 'city-unknown' },
    ],
    [
      'a figure twice',
      () => edit(folder, FACTS, (text) => text + (text.split('\n')[1] ?? '') + '\n'),
      { file: FACTS, code: 'duplicate-figure' },
    ],
    [
      'an unknown subject',
      () => editLine(folder, FACTS, 2, (line) => line.replace('chemistry', 'alchemy')),
      { line: 2, code: 'subject-unknown' },
    ],
    ['no ranking', () => rmSync(join(folder, RANKING)), { code: 'ranking-missing' }],
    [
      'two rankings',
      () => writeFileSync(join(folder, 'z.csv'), readFileSync(join(folder, RANKING))),
      { file: 'z.csv', code: 'ranking-twice' },
    ],
  ]
  test.each(bad)('%s', async (_name, spoil, issue) => {
    spoil()
    expect(await rejection()).toContainEqual(expect.objectContaining(issue))
  })

  test('every problem is listed, not the first alone', async () => {
    editLine(folder, RANKING, 4, (line) => line.replace('2107.48', 'x'))
    editLine(folder, RANKING, 9, (line) => line.replace(/^8,/, 'eight,'))
    expect((await rejection()).map(({ line }) => line)).toEqual([4, 9])
  })
})

test('with conversion a byte-order mark, CRLF and GB18030 are read, and noted', async () => {
  edit(folder, RANKING, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  const result = await importFolder({ convert: true, replace: true })
  expect(result).toMatchObject({ ok: true, value: { dataset: { cities: 100 } } })
  const { notices } = (result as unknown as { value: { notices: { code: string }[] } }).value
  expect(notices.filter(({ code }) => code === 'converted')).toHaveLength(2)
})

test('a good edition is stored, refused a second time, replaced on demand, verified and removed', async () => {
  await core.call('datasets.remove', { dataset: 'trial' })
  expect(await importFolder()).toMatchObject({
    ok: true,
    value: { dataset: { dataset: 'trial', cities: 100 } },
  })
  expect(await importFolder()).toMatchObject({ ok: false, error: { code: 'dataset-exists' } })
  expect(await importFolder({ replace: true })).toMatchObject({ ok: true })
  const shown = await core.call('datasets.show', { dataset: 'trial' })
  expect(shown).toMatchObject({ ok: true, value: { version: expect.stringMatching(/^r2-[0-9a-f]{12}$/) } })
  expect(await core.call('datasets.verify', { dataset: 'trial' })).toMatchObject({
    ok: true,
    value: { ok: true },
  })
  expect(await core.call('datasets.remove', { dataset: 'trial' })).toMatchObject({ ok: true })
  expect(await core.call('rankings.list', { dataset: 'trial' })).toMatchObject({
    ok: false,
    error: { code: 'dataset-unknown' },
  })
})

test('the bundled edition can be neither replaced nor removed', async () => {
  const { token } = await core.grantFolder(folder)
  const input = { folder: token, as: 'science-cities-2024', replace: true }
  expect(await core.call('imports.edition', input)).toMatchObject({ error: { code: 'dataset-bundled' } })
  expect(await core.call('datasets.remove', { dataset: 'science-cities-2024' })).toMatchObject({
    error: { code: 'dataset-bundled' },
  })
})

/** The first rows of a ranking as a Chinese spreadsheet would save them. */
function gb18030(): Uint8Array {
  const head = 'rank,city_zh,city_en,region_zh,region_en,region_iso2,share_2023,count_2023,region_share_pct\n'
  // 北京 and 中国大陆 in GB18030.
  const beijing = [0xb1, 0xb1, 0xbe, 0xa9]
  const mainland = [0xd6, 0xd0, 0xb9, 0xfa, 0xb4, 0xf3, 0xc2, 0xbd]
  const ascii = (text: string) => [...Buffer.from(text, 'latin1')]
  return Uint8Array.from([
    ...ascii(`${head}1,`),
    ...beijing,
    ...ascii(',Beijing,'),
    ...mainland,
    ...ascii(',Chinese mainland,CN,4259.39,9180,18.4\n'),
  ])
}

function noise(bytes: number): Uint8Array {
  const out = new Uint8Array(bytes)
  let state = 12345
  for (let at = 0; at < bytes; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    out[at] = state >>> 24
  }
  return out
}
