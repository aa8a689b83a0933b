/** More kinds of fault that tables of people have, in shapes of our own: what counts was worked out by hand. */
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import { importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const HEAD = 'article_id,year,author_seq,author_name,institution_id,institution,city,country'
const table = (rows: readonly string[], head = HEAD) =>
  importText(dataDir, { 'table.csv': [head, ...rows, ''].join('\n') })

const half: [number, number] = [0.5, 1]
const whole: [number, number] = [1, 1]
/** Articles that are sound, so that a table with a joined cell is not refused whole. */
const sound = (count: number) =>
  Array.from({ length: count }, (_, at) => [`S${at},2022,1,X,,Uni S,Oslo,NO`, `S${at},2022,2,Y,,,,`]).flat()

describe('a cell that joins several', () => {
  test.each([
    'I123 I456',
    '"I123, I456"',
    'https://ror.org/05a28rw58 https://ror.org/02crff812',
    '"https://openalex.org/I123,https://openalex.org/I456"',
    '05a28rw58 02crff812',
  ])('ids of institutions with a comma or a space between: %s', async (ids) => {
    const { rejected, institutions } = await table([`A,2022,1,X,${ids},Uni A,Oslo,NO`, ...sound(3)])
    expect(rejected).toEqual({ 'joined-values': 1 })
    expect(institutions).toEqual({ 'Uni S': [1.5, 3] })
  })

  test.each(['I123', 'https://ror.org/05a28rw58', 'ours 7, north', 'Inst 12', 'I 12'])(
    'one id is one: %s',
    async (id) => {
      const { institutions } = await table([`A,2022,1,X,"${id}",Uni A,Oslo,NO`])
      expect(institutions).toEqual({ 'Uni A': whole })
    },
  )

  test('as many lines of authors as of institutions', async () => {
    const { rejected, report } = await table([
      'A,2022,1,"Ann\nBo",,"Uni A\nUni B",Oslo,NO',
      'B,2022,1,Ann,,"University\nof Bergen",Bergen,NO',
      ...sound(3),
    ])
    expect(rejected).toEqual({ 'joined-values': 1 })
    expect(report.listed[0]?.detail).toContain('Ann ⏎ Bo')
  })
})

test('signs that nobody sees part no names', async () => {
  const { cities, institutions } = await table([
    'A,2022,1,X,,Uni A,\u00A0Köln\u200B,DE',
    'A,2022,2,Y,,\uFEFFUni A\u200E,Köln,\u200FDE',
  ])
  expect(cities).toEqual({ 'Köln, DE': whole })
  expect(institutions).toEqual({ 'Uni A': whole })
})

test('joiners of a script stay in a name', async () => {
  const name = 'دانشگاه علامه\u200Cطباطبایی'
  expect(Object.keys((await table([`A,2022,1,X,,${name},Tehran,IR`])).institutions)).toEqual([name])
})

test('a line sep= that the table does not keep to', async () => {
  const rows = ['A,2022,1,X,,Uni,Köln,DE', 'A,2022,2,Y,,Uni B,Zürich,CH']
  const { cities } = await table(rows, `sep=;\n${HEAD}`)
  expect(cities).toEqual({ 'Köln, DE': half, 'Zürich, CH': half })
})

describe('remarks below a table', () => {
  const rows = ['A,2022,1,X,,Uni A,Oslo,NO', 'A,2022,2,Y,,Uni B,Bergen,NO']

  test.each([
    ['© 2024 Clarivate'],
    ['"Exported on May 5, 2024",,,,,,,'],
    ['Total rows,12,,,,,,'],
    ['* one', ',,,,,,,', '* two'],
    ['注：数据来自 Scopus'],
  ])('are passed over, and told: %s', async (...remarks) => {
    for (const end of ['', '\n']) {
      const text = [HEAD, ...rows, ...remarks].join('\n') + end
      const { cities, report, odd } = await importText(dataDir, { 'table.csv': text })
      expect(cities).toEqual({ 'Oslo, NO': half, 'Bergen, NO': half })
      expect(report).toMatchObject({ read: 1, stored: 1, rejected: [], listed: [] })
      expect(odd['remarks-passed-over']).toBe(remarks.filter((line) => line !== ',,,,,,,').length)
    }
  })

  const words = rows.map((row) => row.replace('A', 'Smith 2020'))
  test.each([
    ['an id alone', [...rows, 'B,,,,,,,']],
    ['a row of an article above', [...sound(1), ...words, 'Smith 2020,,,,,,,']],
    ['an id of words as the others are', [...words, 'Jones 2021,,,,,,,']],
    ['a row with a year', [...rows, 'Some B,2022,Ann,,,,,']],
    ['what rows follow', ['Some words', ...rows]],
  ])('but not %s', async (_, lines) => {
    const { report, odd } = await table(lines)
    expect(report).toMatchObject({ read: 2, stored: 1 })
    expect(odd['remarks-passed-over']).toBeUndefined()
  })
})
