/** What a file's opening looks at: every page on which all else hangs, and every byte of small files. */
import Database from 'better-sqlite3'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/edition.ts'
import { importFiles, queriesOf } from '../../../tests/support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../../../tests/support/works.ts'
import { readChecksum, writeChecksum } from './checksum.ts'
import { summarize } from './list-entry.ts'
import { assertAsStored } from './opening-check.ts'
import type { PageSums } from './pages/page-sums.ts'
import { firstChanged, runsOf } from './pages/page-sums.ts'
import { pickPages } from './pages/pick-pages.ts'

const root = temporaryFolder()
const queries = queriesOf(root)
const dataset = 'mine'
const path = join(queries.folder, `${dataset}.sqlite`)
let bytes: Buffer
let pages: Map<number, { table: string; kind: string }>

beforeAll(async () => {
  const works = [writeWorks(join(root, 'works.jsonl'), makeWorks(900, 5)), writeInstitutions(root)]
  await importFiles(root, dataset, works)
  bytes = readFileSync(path)
  pages = pagesOf(path)
})
beforeEach(() => writeFileSync(path, bytes))
afterAll(() => {
  queries.close()
  rmSync(root, { recursive: true, force: true })
})

function pagesOf(file: string): Map<number, { table: string; kind: string }> {
  const db = new Database(file, { readonly: true })
  const rows = db.prepare('SELECT pageno, name, pagetype FROM dbstat').raw().all() as [
    number,
    string,
    string,
  ][]
  db.close()
  return new Map(rows.map(([page, table, kind]) => [page, { table, kind }]))
}

function flip(at: number): void {
  const spoiled = Buffer.from(bytes)
  spoiled[at] = (spoiled[at] as number) ^ 4
  writeFileSync(path, spoiled)
}
function pagesIn({ runs }: PageSums): number[] {
  return runs.flatMap((first, i) =>
    i % 3 === 0 ? Array.from({ length: runs[i + 1] ?? 0 }, (_, k) => first + k) : [],
  )
}
const damaged = { code: 'dataset-damaged', details: { values: { dataset } } }

test('a bit of any page but those of articles and kept words is found at opening, and told with the name', () => {
  expect(pages.size * 4096).toBe(bytes.length) // every page is in use
  const passed: string[] = []
  for (const [page, { table, kind }] of pages) {
    const looked = kind === 'internal' || !['article_texts', 'article_chunks'].includes(table)
    flip((page - 1) * 4096 + 100 + ((page * 37) % 3900))
    if (looked)
      expect(() => queries.context.open(dataset), `${table} ${kind}`).toThrow(
        expect.objectContaining(damaged),
      )
    else passed.push(table)
  }
  expect(new Set(passed)).toEqual(new Set(['article_texts', 'article_chunks']))
})

test('the numbers of articles are looked at before they are loaded', async () => {
  // One that is not read along with its neighbours.
  const looked = new Set(pagesIn(pickPages(path, dataset).opening))
  const [page] = [...pages].find(([at, { table }]) => table === 'article_chunks' && !looked.has(at)) ?? [0]
  expect((await queries.call('networks.institutions', { dataset })).nodes.length).toBeGreaterThan(0)
  flip((page - 1) * 4096 + 2000)
  // A file that is written anew is opened anew; figures that hang on no article are shown.
  expect((await queries.call('rankings.list', { dataset })).rows.length).toBeGreaterThan(0)
  await expect(queries.call('networks.institutions', { dataset })).rejects.toMatchObject(damaged)
  writeFileSync(path, bytes)
  expect((await queries.call('networks.institutions', { dataset })).nodes.length).toBeGreaterThan(0)
})

test('the list shows it as damaged and does not fail', () => {
  expect(summarize(root, dataset).problem).toBeNull()
  flip(5000)
  expect(summarize(root, dataset)).toMatchObject({ dataset, problem: 'dataset-damaged' })
  writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(4096)]))
  expect(summarize(root, dataset).problem).toBe('dataset-damaged') // a size that is not its own
  writeFileSync(path, bytes)
  expect(summarize(root, dataset).problem).toBeNull()
})

test('without a record, with one of before, and with that of another file nothing is said', async () => {
  const recorded = readChecksum(root, dataset)
  if (!recorded) throw new Error('no record')
  const { pages: _pages, size: _size, ...before } = recorded
  flip(5000)
  expect(() => assertAsStored(root, dataset)).toThrow(expect.objectContaining(damaged))
  writeChecksum(root, dataset, before, join(root, 'sum'))
  flip(5001)
  expect(assertAsStored(root, dataset)).toBeUndefined()
  rmSync(join(queries.folder, `${dataset}.sha256`))
  flip(5002)
  expect(assertAsStored(root, dataset)).toBeUndefined()
  // Written over by a copy of another dataset, as from a backup.
  writeChecksum(root, dataset, recorded, join(root, 'sum'))
  await importFiles(root, 'other', [
    writeWorks(join(root, 'other.jsonl'), makeWorks(100, 9)),
    writeInstitutions(root),
  ])
  const db = new Database(join(queries.folder, 'other.sqlite'))
  db.exec("UPDATE dataset SET imported_at = '2026-02-02T00:00:00.000Z'")
  db.close()
  copyFileSync(join(queries.folder, 'other.sqlite'), path)
  expect(assertAsStored(root, dataset)).toBeUndefined()
})

test('tables are taken whole from the smallest up, as far as the bound goes; inner pages always', () => {
  const [none, all] = [pickPages(path, dataset, 0), pickPages(path, dataset)]
  const covered = (sums: PageSums) => pagesIn(sums).length
  const inner = [...pages.values()].filter(({ kind }) => kind === 'internal').length
  expect(covered(none.opening)).toBeGreaterThanOrEqual(inner + 1)
  expect(covered(none.opening)).toBeLessThan(covered(all.opening))
  expect(firstChanged(path, none.opening)).toBeNull()
  expect(runsOf([1, 2, 3, 30, 13, 41])).toEqual([
    { first: 1, count: 3 },
    { first: 13, count: 1 },
    { first: 30, count: 1 },
    { first: 41, count: 1 },
  ])
  expect(runsOf([12, 1, 3])).toEqual([{ first: 1, count: 12 }])
})
