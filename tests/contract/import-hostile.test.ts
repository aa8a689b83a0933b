/** Bad input ends in a clear message or a counted rejection: never a crash, a hang or a silent loss. */
import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { UNITS } from '../../src/core/counting/units.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { parseHere } from '../support/parse-here.ts'
import { makeWorks, randomly, writeInstitutions, writeWorks } from '../support/works.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lines = makeWorks(40).map((work) => JSON.stringify(work))
const at = (name: string) => join(folder, name)
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content)
  return at(name)
}
/** The works with one line replaced (1-based). */
const withLine = (line: number, text: string) =>
  lines.map((old, i) => (i === line - 1 ? text : old)).join('\n')
const edited = (line: number, change: (work: Record<string, unknown>) => void) => {
  const work = JSON.parse(lines[line - 1] ?? '') as Record<string, unknown>
  change(work)
  return withLine(line, JSON.stringify(work))
}

async function counted(path: string) {
  const { counts, chunks } = await parseHere(path)
  const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0)
  expect(counts.stored + rejected).toBe(counts.read)
  expect(chunks.reduce((sum, { articles }) => sum + articles, 0)).toBe(counts.stored)
  const units = chunks.reduce((sum, chunk) => sum + chunk.units.reduce((all, part) => all + part, 0), 0)
  expect(units).toBe(counts.stored * UNITS)
  return counts
}

async function refusal(...paths: string[]) {
  const running = importIndex(
    { paths, as: 'bad', name: undefined, mode: 'create', options: indexOptions.parse({}) },
    importContext(at('data')),
  )
  const error = await running.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('one bad record is rejected with its line, the others are stored', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['broken JSON', withLine(17, '{"id": "https://openalex.org/W9", "authorships": [{]'), 'unreadable'],
    ['NUL bytes', withLine(17, `${lines[16]?.slice(0, 60)}\0\0${lines[16]?.slice(60)}`), 'unreadable'],
    ['a number alone', withLine(17, '17'), 'unreadable'],
    [
      'NaN as a year',
      withLine(17, (lines[16] ?? '').replace(/"publication_year":\d+/, '"publication_year":NaN')),
      'year',
    ],
    ['year 0', edited(17, (work) => (work['publication_year'] = 0)), 'year'],
    ['a year in words', edited(17, (work) => (work['publication_year'] = 'two')), 'year'],
    ['no year', edited(17, (work) => delete work['publication_year']), 'year'],
    ['no id', edited(17, (work) => (work['id'] = null)), 'no-id'],
    ['no authors', edited(17, (work) => (work['authorships'] = [])), 'no-authors'],
    [
      'a cut list of authors',
      edited(17, (work) => (work['is_authors_truncated'] = true)),
      'truncated-authors',
    ],
    ['a retracted work', edited(17, (work) => (work['is_retracted'] = true)), 'retracted'],
    [
      'another kind of record',
      withLine(17, '{"id":"https://openalex.org/I5","display_name":"An institution"}'),
      'wrong-kind',
    ],
    ['two objects on a line', withLine(17, `${lines[16]}${lines[15]}`), 'unreadable'],
    [
      'Latin-1 in a title',
      // The sign é as the one byte that Latin-1 has for it.
      Buffer.from(withLine(17, (lines[16] ?? '').replace('cities', 'cit§s'))).map((byte, i, all) =>
        byte === 0xc2 && all[i + 1] === 0xa7 ? 0xe9 : byte,
      ),
      'unreadable',
    ],
  ])('%s', async (_name, content, reason) => {
    const counts = await counted(file('works.jsonl', content))
    expect(counts).toMatchObject({ read: 40, stored: 39, rejected: { [reason]: 1 } })
    expect(counts.listed).toMatchObject([{ file: 'works.jsonl', line: 17, reason }])
  })

  test('50,000 authors are counted', async () => {
    const [first] = makeWorks(1)
    const authorships = Array.from({ length: 50_000 }, (_, i) => ({
      author: { id: `https://openalex.org/A${i}` },
      institutions: [{ id: `https://openalex.org/I${1 + (i % 977)}`, country_code: 'CN' }],
    }))
    const counts = await counted(writeWorks(at('crowd.jsonl'), [{ ...first, authorships }]))
    expect(counts).toMatchObject({ stored: 1, authors: 50_000 })
  })

  test('a line of 200 MB is read past, and the next ones are stored', async () => {
    const path = file('long.jsonl', '')
    const [head, ...others] = makeWorks(4).map((work) => JSON.stringify(work))
    writeFileSync(path, `${head?.slice(0, -1)},"abstract":"`)
    appendFileSync(path, Buffer.alloc(200_000_000, 'x'))
    appendFileSync(path, `"}\n${others.join('\n')}\n`)
    expect(await counted(path)).toMatchObject({ read: 4, stored: 4 })
  })
})

describe('a file that cannot be read is refused, and named', () => {
  const works = () => file('works.jsonl', lines.join('\n'))
  test.each<[string, () => string, string]>([
    ['an empty file', () => file('empty.jsonl', ''), 'empty-file'],
    [
      'a file of another kind',
      () => file('poem.txt', 'Shall I compare thee\nto a summer’s day?\n'),
      'file-kind-unknown',
    ],
    ['JSON of another kind', () => file('other.json', '{"name":"x"}\n{"name":"y"}\n'), 'file-kind-unknown'],
    ['bytes without meaning', () => file('noise.bin', noise(100_000)), 'file-kind-unknown'],
    ['institutions alone', () => writeInstitutions(folder), 'articles-missing'],
  ])('%s', async (_name, make, code) => {
    const error = await refusal(make())
    expect(error.code).toBe('import-rejected')
    expect(error.details.issues?.[0]?.code).toBe(code)
  })

  test('a compressed file that was cut', async () => {
    const path = file(
      'cut.jsonl.gz',
      gzipSync(
        makeWorks(500)
          .map((work) => JSON.stringify(work))
          .join('\n'),
      ),
    )
    truncateSync(path, 10_000)
    const error = await refusal(path)
    expect(error.details.issues?.[0]).toMatchObject({ file: 'cut.jsonl.gz', code: 'gzip-truncated' })
  })

  test('one bad file among good ones stops the import, so that nothing is left out in silence', async () => {
    const error = await refusal(works(), file('poem.txt', 'to be or not to be'))
    expect(error.details.issues?.map(({ file: name }) => name)).toEqual(['poem.txt'])
  })
})

test('institutions that name each other as ancestors are read', async () => {
  const cyclic = [1, 2].map((number) => ({
    id: `https://openalex.org/I${number}`,
    display_name: `Institution ${number}`,
    country_code: 'CN',
    geo: { city: 'Beijing', country_code: 'CN' },
    lineage: [`https://openalex.org/I${number}`, `https://openalex.org/I${3 - number}`],
  }))
  const places = writeWorks(at('cyclic.jsonl'), cyclic)
  const works = writeWorks(at('works-of-cyclic.jsonl'), makeWorks(30))
  const { report } = await importIndex(
    {
      paths: [works, places],
      as: 'cyclic',
      name: undefined,
      mode: 'create',
      options: indexOptions.parse({}),
    },
    importContext(at('data')),
  )
  expect(report.institutions).toMatchObject({ read: 2, matched: 2 })
})

test('records of one id and date that differ: one is kept by a rule that does not ask for the order', async () => {
  const [one, other] = makeWorks(2)
  const twin = { ...other, id: one?.['id'], doi: one?.['doi'], updated_date: one?.['updated_date'] }
  const shares: unknown[] = []
  for (const order of [
    [one, twin],
    [twin, one],
  ]) {
    const { report, dataset } = await importIndex(
      {
        paths: [writeWorks(at('twins.jsonl'), order)],
        as: 'twins',
        name: undefined,
        mode: 'replace',
        options: indexOptions.parse({}),
      },
      importContext(at('data')),
    )
    expect(report).toMatchObject({ read: 2, stored: 1, contradicting: 1 })
    shares.push(dataset.version.split('-')[1])
  }
  expect(shares[0]).toBe(shares[1])
})

test('damaged bytes anywhere never lose a record in silence (seeded, bounded)', async () => {
  const random = randomly(20240)
  const table = `article_id,year,author_seq,institution,city,country\n${makeRows(60)}`
  const sources = [Buffer.from(lines.join('\n')), Buffer.from(table), Buffer.from(`[${lines.join(',\n')}]`)]
  const until = performance.now() + 3000
  let runs = 0
  for (; runs < 400 && performance.now() < until; runs++) {
    const bytes = Buffer.from(sources[runs % sources.length] ?? '')
    for (let damage = 0; damage <= random() * 6; damage++) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    }
    const path = file(
      'damaged',
      random() < 0.2 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes,
    )
    try {
      await counted(path)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  expect(runs).toBeGreaterThan(20)
})

function noise(bytes: number): Buffer {
  const random = randomly(3)
  return Buffer.from(Array.from({ length: bytes }, () => Math.floor(random() * 256)))
}

function makeRows(count: number): string {
  const random = randomly(5)
  return Array.from(
    { length: count },
    (_, i) => `p${Math.floor(i / 3)},2022,${i % 3},Institute ${Math.floor(random() * 4)},Beijing,CN`,
  ).join('\n')
}
