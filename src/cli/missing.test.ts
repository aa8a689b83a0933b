/** Works that an index holds in part are listed to be had anew, and count once they are added whole. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-missing-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)
const { institutions } = writeIndexFiles(join(dataDir, 'given'))
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A work by an author of each institution; 0 = an author without one. */
const work = (id: number, places: number[], more: object = {}) => ({
  id: `https://openalex.org/W${id}`,
  publication_year: 2023,
  type: 'article',
  updated_date: '2026-10-01',
  authorships: places.map((place, at) => ({
    author: { id: `https://openalex.org/A${id * 10 + at}` },
    institutions: place === 0 ? [] : [{ id: `https://openalex.org/I${place}` }],
  })),
  ...more,
})
function written(name: string, works: object[]): string {
  const path = join(dataDir, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, works.map((each) => `${JSON.stringify(each)}\n`).join(''))
  return path
}
const CUT = { is_authors_truncated: true }
const counts = async (...args: string[]) =>
  JSON.parse((await run('recipe', '--missing', 'part', '--format', 'json', ...args)).out)
/** Beta's: it has the whole work alone of those whose list of authors was cut. */
const beta = async () => {
  const { out } = await run('institutions', '--dataset', 'part', '--format', 'json')
  const { rows } = JSON.parse(out) as { rows: { name: string; share: number }[] }
  return rows.find(({ name }) => name === 'Beta Institute')
}

test('a cut work is listed by its address and counts with its whole list once it is added', async () => {
  const works = written('works.jsonl', [
    work(11, [1]),
    work(12, [1, 0]),
    work(13, [0]),
    work(14, [1], CUT),
    work(15, [3], CUT),
    work(16, [1], { is_retracted: true }),
  ])
  const first = await run('import', 'works', works, '--institutions', institutions, '--as', 'part')
  expect(first.code).toBe(0)
  const select =
    'id,doi,title,display_name,publication_year,type,is_retracted,is_paratext,updated_date,primary_location,primary_topic,topics,concepts,authorships'
  expect(await counts()).toEqual({
    cut: 2,
    withoutInstitution: 2,
    listed: 4,
    // Cut works first, then the article of which no author has an institution.
    addresses: [14, 15, 13, 12].map((id) => `https://api.openalex.org/works/W${id}?select=${select}`),
  })
  expect((await counts('--cut-only')).listed).toBe(2)

  const out = join(dataDir, 'anew')
  const made = await run('recipe', '--missing', 'part', '--out', out)
  expect([made.code, made.err]).toEqual([0, expect.stringContaining('4 of 4 works')])
  expect(readFileSync(join(out, 'lists/missing-ids-00001.json'), 'utf8')).toContain(
    '"https://openalex.org/W14"',
  )
  expect(readFileSync(join(out, 'get-data.sh'), 'utf8')).toContain('lists/*-ids-*.json')
  expect(readFileSync(join(out, 'README.txt'), 'utf8')).toContain('import works data --as part --add')

  expect(await beta()).toBeUndefined()
  // What the script saves: the same record, of the same date, whole.
  written('anew/data/W14.json', [work(14, [1, 2])])
  const second = await run('import', 'works', join(out, 'data'), '--as', 'part', '--add')
  expect(second.code).toBe(0)
  expect(await beta()).toMatchObject({ share: 0.5 })
  expect(await counts()).toMatchObject({ cut: 1, withoutInstitution: 2 })
})

test('an index of which nothing is missing says so', async () => {
  const works = written('whole.jsonl', [work(21, [1, 2])])
  await run('import', 'works', works, '--institutions', institutions, '--as', 'whole')
  const nothing = await run('recipe', '--missing', 'whole')
  expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('nothing to get anew')])
  expect((await run('recipe', '--city', 'Lisbon')).err).toContain('--from and --to')
})
