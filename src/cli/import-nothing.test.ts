/** Files that give no article are rejected on the command line, and what was stored stays; so is a page without records. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { createWritable } from '../core/db/open.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const field = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures', 'field')
const present = existsSync(field)
const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-cli-nothing-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)
const good = writeIndexFiles(join(dataDir, 'given')).works
const stored = (id: string) => join(dataDir, 'datasets', `${id}.sqlite`)

function given(name: string, text: string): string {
  writeFileSync(join(dataDir, name), text)
  return join(dataDir, name)
}

const work = (id: number, more: object) => ({
  id: `https://openalex.org/W${id}`,
  publication_year: 2023,
  type: 'article',
  authorships: [{ institutions: [{ id: 'https://openalex.org/I1', country_code: 'CN' }] }],
  ...more,
})
const lines = (...works: object[]) => works.map((each) => `${JSON.stringify(each)}\n`).join('')
const retracted = given(
  'retracted.jsonl',
  lines(work(11, { is_retracted: true }), work(12, { type: 'erratum' })),
)

beforeAll(async () => {
  expect((await run('import', 'works', good, '--as', 'keep')).code).toBe(0)
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Exit 3 for a new dataset, for one that is replaced, and for one that files are added to; nothing is lost. */
async function refuses(file: string): Promise<string[]> {
  const before = readFileSync(stored('keep'))
  const said: string[] = []
  for (const how of [['fresh'], ['keep', '--replace'], ['keep', '--add']]) {
    const { code, err } = await run('import', 'works', file, '--as', ...how)
    expect([how, code, err]).toEqual([
      how,
      3,
      expect.stringContaining('What was stored before is as it was.'),
    ])
    said.push(err)
  }
  expect(existsSync(stored('fresh'))).toBe(false)
  expect(readFileSync(stored('keep')).equals(before)).toBe(true)
  return said
}

describe('an import that stores nothing', () => {
  test('is a rejection that names file, number and reason', async () => {
    for (const said of await refuses(retracted)) {
      expect(said).toContain('retracted.jsonl: it gives no article that counts; records read: 2.')
      expect(said).toContain('retracted.jsonl, line 1: Retracted; records rejected so: 1.')
      expect(said).toContain(
        'retracted.jsonl, line 2: Of a type that does not count; records rejected so: 1.',
      )
    }
    const { code, err } = await run('import', 'works', retracted, '--as', 'fresh', '--lang', 'zh')
    expect([code, err]).toEqual([3, expect.stringContaining('第 1 行：已撤稿；因此拒绝 1 条记录。')])
  })

  test('of a table is one as well', async () => {
    await refuses(given('cut.csv', 'article_id,year,author_seq,author,city\nA,2023,2,B,Leeds\n'))
  })

  test('of records inside other records is one, which the preview tells before', async () => {
    const hits = given('hits.jsonl', lines({ _index: 'works', _source: work(1, {}) }))
    await refuses(hits)
    const large = given(
      'large.json',
      JSON.stringify({ hits: { hits: [{ _source: work(1, {}) }], pad: 'x'.repeat(2e6) } }),
    )
    for (const file of [hits, large]) {
      const { files } = JSON.parse((await run('import', 'preview', file)).out)
      expect(files).toMatchObject([{ kind: 'wrapped-works', problem: 'works-wrapped' }])
    }
  })

  test.skipIf(!present)(
    `of hits of a search engine is one${present ? '' : ' (skipped: no ../shared)'}`,
    async () => {
      await refuses(join(field, '04_elasticsearch_hits.jsonl'))
    },
    30_000,
  )
})

test('a dataset of no year says that it holds no figures', async () => {
  copyFileSync(stored('keep'), stored('bare'))
  const db = createWritable(stored('bare'))
  db.exec(`DELETE FROM entity_stats; DELETE FROM year_totals; UPDATE dataset SET id = 'bare'`)
  db.close()
  for (const command of [['rank'], ['network', '--of', 'cities']]) {
    const { code, err } = await run(...command, '--dataset', 'bare')
    expect([code, err]).toEqual([1, expect.stringContaining('“bare” holds no figures at all.')])
  }
})

describe('a page without records', () => {
  const page = (...results: object[]) => JSON.stringify({ meta: { count: 2 }, results, group_by: [] })

  function folderOf(name: string, files: Record<string, string>): string {
    mkdirSync(join(dataDir, name))
    for (const [file, text] of Object.entries(files)) given(join(name, file), text)
    return join(dataDir, name)
  }

  test('among others is listed with 0 records', async () => {
    const folder = folderOf('pages', {
      'page_1.json': page(work(31, {}), work(32, {})),
      'page_2.json': page(),
      'page_3.json': ' [ ]\n',
      'page_4.json': `[${page()}]`,
    })
    const { code, out } = await run('import', 'works', folder, '--as', 'pages')
    const { report } = JSON.parse(out)
    expect([code, report.read, report.stored, report.rejected]).toEqual([0, 2, 2, []])
    const records = report.files.map(({ file, kind, records }: Record<string, unknown>) => [
      file,
      kind,
      records,
    ])
    expect(records.sort()).toEqual([
      ['page_1.json', 'works', 2],
      ['page_2.json', 'empty', 0],
      ['page_3.json', 'empty', 0],
      ['page_4.json', 'empty', 0],
    ])
    const { files } = JSON.parse((await run('import', 'preview', join(folder, 'page_2.json'))).out)
    expect(files).toMatchObject([{ kind: 'empty', estimatedRecords: 0, problem: null }])
  })

  test('alone is a rejection', async () => {
    await refuses(given('empty.json', page()))
  })

  test('is no answer that tells of an error', async () => {
    for (const text of [
      '{"error":"Invalid query","message":"no"}',
      '{"error":"x","results":[]}',
      '{}',
      '[[]]',
    ]) {
      const folder = folderOf(`error-${text.length}`, { 'a.json': page(work(31, {})), 'b.json': text })
      const { code, err } = await run('import', 'works', folder, '--as', 'fresh')
      expect([text, code, err]).toEqual([
        text,
        3,
        expect.stringContaining('b.json: the file is none of those'),
      ])
    }
  })

  test.skipIf(!present)(
    `ends saved pages${present ? '' : ' (skipped: no ../shared)'}`,
    async () => {
      const { code, out } = await run('import', 'works', join(field, '05_pages'), '--as', 'saved')
      expect([code, JSON.parse(out).report]).toEqual([0, expect.objectContaining({ read: 2, stored: 2 })])
      const ranked = JSON.parse((await run('rank', '--by', 'institution', '--dataset', 'saved')).out)
      expect(ranked.rows.map(({ name, share }: { name: string; share: number }) => [name, share])).toEqual([
        ['University of Michigan–Ann Arbor', 1],
        ['University of Oxford', 1],
      ])
    },
    30_000,
  )
})
