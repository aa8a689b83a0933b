/** JSON as programs and databases leave it: read, or rejected with the value; strict and fast scanners agree. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { IndexOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { parseHere } from '../support/parse-here.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const work = (id: number, more: object = {}) => ({
  id: `https://openalex.org/W${id}`,
  publication_year: 2021,
  type: 'article',
  authorships: [{ author: { id: 'https://openalex.org/A1' }, countries: ['NO'], institutions: [] }],
  ...more,
})
const text = (id: number, more: object = {}) => JSON.stringify(work(id, more))
/** The same with a bare word in place of the text `@`. */
const bare = (word: string, id: number, more: object) => text(id, more).replaceAll('"@"', word)

async function counted(content: string, options: Partial<IndexOptions> = {}) {
  const path = join(folder, 'odd.json')
  writeFileSync(path, content)
  const { counts, chunks } = await parseHere(path, options)
  const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0)
  expect(counts.stored + rejected).toBe(counts.read)
  return { counts, chunks }
}

describe('how records lie in a file', () => {
  test.each<[string, string]>([
    ['one behind the other on one line', text(1) + text(2) + text(3)],
    ['several a line', `${text(1)} ${text(2)}\n${text(3)}\n`],
    ['lines ended by commas', `${text(1)},\n${text(2)},\n${text(3)},\n`],
    ['lines ended by CR alone', `${text(1)}\r${text(2)}\r${text(3)}\r`],
    ['an array with a last comma', `[${text(1)},\n${text(2)},\n${text(3)},\n]`],
    ['an array a line', `[${text(1)}]\n[${text(2)}, ${text(3)}]\n`],
    ['a mark and lines', `\uFEFF${text(1)}\n${text(2)}\n${text(3)}\n`],
    ['objects with last commas', [1, 2, 3].map((id) => text(id).replace(/}$/, ', }')).join('\n')],
  ])('%s', async (_, content) => {
    expect((await counted(content)).counts).toMatchObject({ read: 3, stored: 3 })
  })

  test('a second record on a later line rejects that line, in words', async () => {
    const { counts } = await counted(`${text(1)}\n${text(2)}${text(3)}\n`)
    expect(counts).toMatchObject({ read: 2, stored: 1, rejected: { unreadable: 1 } })
    expect(counts.listed[0]).toMatchObject({ line: 2, detail: expect.stringContaining('more JSON follows') })
  })
})

describe.each([false, true])('values, strict: %s', (strict) => {
  test('NaN and Infinity are missing, and counted', async () => {
    const lines = [
      text(1),
      bare('NaN', 2, { fwci: '@' }),
      bare('-Infinity', 3, { title: '@', doi: '@' }),
      bare('NaN', 4, { publication_year: '@' }),
    ]
    const { counts } = await counted(`${lines.join('\n')}\n`, { strict })
    expect(counts).toMatchObject({ read: 4, stored: 3, rejected: { year: 1 } })
    expect(counts.oddities['values-not-finite']).toBe(3)
    expect(counts.listed[0]).toMatchObject({ line: 4, detail: 'W4: publication_year = null (NaN)' })
  })

  test('numbers, ids and dates of MongoDB', async () => {
    const oid = { $oid: '507f1f77bcf86cd799439011' }
    const int = (value: string) => ({ $numberInt: value })
    const lines = [
      { _id: oid, ...work(1, { publication_year: int('2021'), authors_count: int('1') }) },
      // Of a list of authors that was cut.
      { _id: oid, ...work(2, { authors_count: int('7') }) },
      { ...work(3), id: undefined, _id: 'https://openalex.org/W3' },
      { ...work(4), id: null, _id: 'W4' },
      { ...work(5), id: undefined, _id: oid },
      { ...work(6), id: undefined, _id: 'mine' },
    ]
    const { counts, chunks } = await counted(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      strict,
    })
    expect(counts).toMatchObject({ read: 6, stored: 3, rejected: { 'no-id': 2, 'truncated-authors': 1 } })
    expect([...(chunks[0]?.ids ?? [])]).toEqual([1, 3, 4])
    expect(counts.listed.map(({ detail }) => detail)).toEqual([
      'W2: authors_count = 7, authorships = 1',
      'id = not there, _id = {"$oid":"507f1f77bcf86cd799439011"}',
      'id = not there, _id = "mine"',
    ])
  })

  test('every form of one date is that date', async () => {
    const date = '2024-01-02T03:04:05'
    const milliseconds = Date.parse(`${date}Z`)
    const forms = [
      date,
      `${date}.000000`,
      milliseconds,
      { $date: `${date}Z` },
      { $date: { $numberLong: String(milliseconds) } },
      { $date: milliseconds },
    ]
    const lines = forms.map((updated_date, i) => text(i, { updated_date }))
    const { chunks } = await counted(`${lines.join('\n')}\n`, { strict })
    expect([...(chunks[0]?.updated ?? [])]).toEqual(forms.map(() => 20240102030405))
  })
})
