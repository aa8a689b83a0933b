import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appRoot } from '../../app-info.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { loadCountries } from '../places/countries.ts'
import type { ArticleRecord } from './article-record.ts'
import { resourcesDir, TestFolder } from '../text/test-files.ts'
import { isAffiliations } from './fields.ts'
import { readMapFile } from './map-file.ts'
import { previewAffiliations } from './preview-affiliations.ts'
import type { AffiliationsOptions } from './read-affiliations.ts'
import { readAffiliations } from './read-affiliations.ts'

const countries = loadCountries(resourcesDir)

async function read(path: string, options: Partial<AffiliationsOptions> = {}) {
  const articles: ArticleRecord[] = []
  const rejected: [number, string][] = []
  const report = await readAffiliations(
    path,
    { countries, ...options },
    {
      onArticle: (article) => void articles.push(article),
      onRejected: (line, reason) => void rejected.push([line, reason]),
    },
  )
  const total = Object.values(report.rows.rejected).reduce((sum, count) => sum + count, report.rows.stored)
  expect(total, 'rows read = stored + rejected').toBe(report.rows.read)
  return { articles, rejected, report }
}

async function readText(text: string | Uint8Array, options: Partial<AffiliationsOptions> = {}) {
  using folder = new TestFolder()
  return await read(folder.write('a.csv', text), options)
}

async function issuesOf(promise: Promise<unknown>): Promise<unknown[]> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error('no failure of the app', { cause: error })
  return (error.details.issues ?? []).map(({ code, line }) => [code, line])
}

/** Authors in short: name and places. */
function inShort({ authors }: ArticleRecord): string[] {
  return authors.map(({ id, name, affiliations }) => {
    const places = affiliations.map(({ institution, city, country }) =>
      [institution?.id ?? institution?.name, city, country].filter(Boolean).join('/'),
    )
    return `${name ?? id}: ${places.join(' + ')}`
  })
}

describe('a table of affiliations', () => {
  const example = join(appRoot, 'docs', 'examples', 'affiliations.csv')

  it('becomes articles, authors in their order', async () => {
    const { articles, report } = await read(example)
    expect(articles.map(inShort)).toEqual([
      [
        'Li Wei: Peking University/Beijing/CN',
        'Zhang Min: 北京大学/北京/CN + ETH Zurich/Zürich/CH',
        'Keller Anna: ETH Zurich/Zürich/CH',
      ],
      [
        'Okafor Ada: University of Oxford/Oxford/GB',
        'Dubois Luc: Grenoble/FR',
        'Sato Ken: JP',
        'Novak Eva: ',
      ],
      [
        'Smith Jo: University of Cambridge/Cambridge/GB',
        'Garcia Eva: Harvard University/Cambridge/US + Broad Institute/Cambridge/US',
        'Chen Li: Tsinghua University/Beijing/CN',
      ],
    ])
    expect(articles[2]).toMatchObject({
      id: 'A3',
      doi: '10.5555/sc.003',
      title: 'A switch in the immune response',
      year: 2022,
      journal: { id: null, name: 'Example Medicine', issns: ['2434-561X'] },
      subjects: ['biological-sciences', 'health-sciences'],
      line: 10,
    })
    expect(report.rows).toEqual({ read: 12, stored: 12, rejected: {} })
    expect(report.articles).toEqual({ read: 3, stored: 3, rejected: {} })
  })

  it('is previewed without being read whole', async () => {
    const preview = await previewAffiliations(example)
    expect(preview.form).toMatchObject({ encoding: 'utf-8', delimiter: ',' })
    expect(preview.records).toHaveLength(5)
    expect(preview.records[1]?.['city']).toBe('北京')
    expect(preview.issues).toEqual([])
  })

  const ROWS = [
    ['论文编号', '年份', '作者', '机构', '城市', '国家'],
    ['1', '2023', '李伟', '北京大学', '北京', '中国'],
    ['1', '2023', 'Ana', 'ETH', 'Zürich', 'Switzerland'],
  ]
  const table = (delimiter: string, end = '\n') => ROWS.map((row) => row.join(delimiter)).join(end)
  const utf16 = Buffer.from(`\uFEFF${table(',')}`, 'utf16le')

  it.each([
    ['UTF-8', ',', Buffer.from(table(','))],
    ['UTF-8 with a mark and CRLF', ';', Buffer.from(`\uFEFF${table(';', '\r\n')}\r\n`)],
    ['UTF-8 with CR', '\t', Buffer.from(table('\t', '\r'))],
    ['UTF-8', '|', Buffer.from(table('|'))],
    ['UTF-16', ',', utf16],
    ['UTF-16, big end first', ',', Buffer.from(utf16).swap16()],
    ['packed', '\t', gzipSync(Buffer.from(table('\t')))],
  ])('%s, parted by %j', async (_, delimiter, bytes) => {
    const { articles, report } = await readText(bytes)
    expect(articles.map(inShort)).toEqual([['李伟: 北京大学/北京/CN', 'Ana: ETH/Zürich/CH']])
    expect(report.form.delimiter).toBe(delimiter)
  })

  it('GB18030 and Latin-1 are told apart, and an encoding that is given is used', async () => {
    const head = Buffer.from('id,year,author,city,country\n')
    const beijing = Buffer.concat([
      head,
      Buffer.from('1,2023,', 'latin1'),
      Buffer.from('c0eeceb02cb1b1bea92cd6d0b9fa0a', 'hex'),
    ])
    const zurich = Buffer.concat([head, Buffer.from('1,2023,M\xfcller,Z\xfcrich,CH\n', 'latin1')])
    expect((await readText(beijing)).articles.map(inShort)).toEqual([['李伟: 北京/CN']])
    expect((await readText(zurich)).articles.map(inShort)).toEqual([['Müller: Zürich/CH']])
    const { articles } = await readText(zurich, { encoding: 'gb18030' })
    expect(inShort(articles[0] as ArticleRecord)[0]).not.toContain('Müller')
  })

  it('columns are mapped by a map file', async () => {
    using folder = new TestFolder()
    const map = folder.write('map.json', '{"article_id": "Key", "author_name": "Who", "city": "Where"}')
    const columns = await readMapFile(map)
    const path = folder.write('t.csv', 'Key,Year,Who,Where,City\nk,2020,Ana,Bonn,x\n')
    const { articles, report } = await read(path, { columns })
    expect(articles.map(inShort)).toEqual([['Ana: Bonn']])
    expect(report.columns.at(-1)).toEqual({ name: 'City', field: null })
    expect(await issuesOf(read(path, { columns: { city: 'None' } }))).toContainEqual(['column-missing', 1])
    expect(await issuesOf(readMapFile(folder.write('w.json', '{"town": "x"}')))).toEqual([
      ['map-field', null],
    ])
    expect(await issuesOf(readMapFile(folder.write('x.json', '{')))).toEqual([['map-file', null]])
  })

  it('the order of rows changes nothing but lines', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `W${at % 4},2020,${1 + (at >> 2)},A${at >> 2},I${at},Bonn,DE`,
    )
    const head = 'article_id,year,author_seq,author_name,institution,city,country\n'
    const shorts = async (lines: readonly string[]) =>
      (await readText(head + lines.join('\n'))).articles.map(inShort)
    const wanted = await shorts(rows)
    expect(wanted).toHaveLength(4)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (lines) => {
        expect(await shorts(lines)).toEqual(wanted)
      }),
      { seed: 1, numRuns: 20 },
    )
  })
})

describe('what is wrong with a table', () => {
  const HEAD = 'article_id,year,author_seq,author_name,institution,country\n'

  it('is told by row, and an article with a rejected row is rejected whole', async () => {
    const { articles, rejected, report } = await readText(
      `${HEAD}good,2020,1,Ana,X,DE\n` +
        'zero,0,1,Ana,X,DE\nword,NaN,1,Ana,X,DE\ntext,20x0,1,Ana,X,DE\n,2020,1,Ana,X,DE\n' +
        'nul,2020,1,An\0a,X,DE\nwide,2020,1,Ana,X,DE,more\nseq,2020,first,Ana,X,DE\nwho,2020,,,X,DE\n' +
        'quote,2020,1,"Ana" B,X,DE\nhalf,2020,1,Ana,X,DE\nhalf,-1,2,Eva,Y,DE\nfloat,2020.0,1,Ana,X,Atlantis\n',
    )
    expect(articles.map(({ id }) => id)).toEqual(['float', 'good'])
    expect(report.rows).toMatchObject({ read: 13, stored: 2 })
    expect(report.rows.rejected).toEqual({
      year: 4,
      'article-missing': 1,
      'nul-byte': 1,
      columns: 1,
      'author-seq': 1,
      'author-missing': 1,
      'csv-syntax': 1,
      'article-incomplete': 1,
    })
    expect(rejected.filter(([, reason]) => reason === 'year').map(([line]) => line)).toEqual([3, 4, 5, 13])
    expect(report.unknownCountries).toEqual([{ text: 'Atlantis', count: 1 }])
    expect(articles[0]?.authors[0]?.affiliations[0]?.country).toBeNull()
  })

  it('rows that contradict each other reject the article', async () => {
    const { articles, rejected } = await readText(
      `${HEAD}years,2020,1,Ana,X,DE\nyears,2021,2,Eva,X,DE\n` +
        'names,2020,1,Ana,X,DE\nnames,2020,1,Eva,X,DE\n' +
        'gap,2020,1,Ana,X,DE\ngap,2020,3,Eva,X,DE\n' +
        'same,2020,1,ANA,X,DE\nsame,2020,1,Ana,X,DE\n',
    )
    expect(articles.map(inShort)).toEqual([['ANA: X/DE']])
    expect(rejected).toEqual([
      [6, 'truncated-authors'],
      [5, 'author-contradiction'],
      [3, 'contradiction'],
    ])
    const counted = await readText(
      'id,year,author,authors_count,city\na,2020,Ana,2,Bonn\nb,2020,Ana,1,Bonn\n',
    )
    expect(counted.report.articles.rejected).toEqual({ 'truncated-authors': 1 })
  })

  it('a table that cannot be used is rejected as a whole', async () => {
    expect(await issuesOf(readText('a,b\n1,2\n'))).toEqual([
      ['column-missing', 1],
      ['column-missing', 1],
      ['column-missing', 1],
      ['column-missing', 1],
    ])
    expect(await issuesOf(readText('id,year,author,city,City\n'))).toEqual([['column-twice', 1]])
    expect(await issuesOf(readText(' \n'))).toEqual([['empty-file', null]])
    expect(await issuesOf(readText(new Uint8Array(5000)))).toEqual([['not-text', null]])
    expect(await issuesOf(readText('"id,year\n1,2\n'))).toEqual([['csv-syntax', 1]])
    const packed = gzipSync(Buffer.from(HEAD + 'a,2020,1,Ana,X,DE\n'.repeat(1000)))
    expect(await issuesOf(readText(packed.subarray(0, 100)))).toEqual([['gzip-truncated', null]])
    expect(isAffiliations(['id', 'PY', '作者', '机构'])).toBe(true)
    expect(isAffiliations(['issn', 'title', 'subjects'])).toBe(false)
  })

  it('a line of megabytes is passed over, and 50,000 authors are not', async () => {
    const many = Array.from({ length: 50_000 }, (_, at) => `big,2020,${at + 1},A${at},X,DE\n`)
    const { articles, rejected } = await readText(
      `${HEAD}long,2020,1,"${'x'.repeat(3_000_000)}",X,DE\nlong,2020,2,Eva,X,DE\n${many.join('')}`,
    )
    expect(rejected).toEqual([
      [2, 'record-too-large'],
      [2, 'article-incomplete'],
    ])
    expect(articles[0]?.authors).toHaveLength(50_000)
  })

  it('stops when the signal says so', async () => {
    using folder = new TestFolder()
    const path = folder.write('a.csv', HEAD + 'a,2020,1,Ana,X,DE\n'.repeat(100_000))
    const stop = new AbortController()
    const run = readAffiliations(
      path,
      { countries },
      { onArticle: () => undefined, signal: stop.signal, progress: () => stop.abort(new Error('stopped')) },
    )
    await expect(run).rejects.toThrow('stopped')
  })

  it('any bytes end in articles, rejected rows or a failure of the app', async () => {
    using folder = new TestFolder()
    const noise = fc.uint8Array({ maxLength: 60 })
    const words = fc.array(fc.constantFrom('a', '2020', '1', ',', '"', '\n', '\0', '北京', '\r'), {
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(noise, words, async (bytes, text) => {
        const content = Buffer.concat([
          Buffer.from('id,year,author,city\n'),
          Buffer.from(text.join('')),
          bytes,
        ])
        const ended = await read(folder.write('n.csv', content)).catch((error: unknown) => error)
        if (ended instanceof Error) expect(ended).toBeInstanceOf(AppError)
      }),
      { seed: 23, numRuns: 200 },
    )
  })
})

describe('one article under several spellings of its id', () => {
  const HEAD = 'article_id,doi,year,author_seq,author_name,city\n'
  const idsOf = async (rows: string) => {
    const { articles, rejected } = await readText(HEAD + rows)
    return [articles.map(({ id, authors }) => [id, authors.length]), rejected.map(([, reason]) => reason)]
  }

  it.each([
    ['https://openalex.org/W27', 'w27', 'W27'],
    ['http://api.openalex.org/works/W27', 'openalex.org/W27', 'W27'],
    ['https://doi.org/10.5555/AbC', '10.5555/abc', '10.5555/abc'],
    ['DOI: 10.5555/ABC', 'http://dx.doi.org/10.5555/abc', '10.5555/abc'],
    ['info:doi/10.5555/abc', 'https://www.doi.org/10.5555/aBc', '10.5555/abc'],
  ])('%s and %s are one', async (one, other, id) => {
    expect(await idsOf(`${one},,2018,1,A,Leeds\n${other},,2018,2,B,Leeds\n`)).toEqual([[[id, 2]], []])
  })

  it('is rejected whole where a row of either spelling is', async () => {
    expect(await idsOf('W27,,2018,1,A,Leeds\nhttps://openalex.org/W27,,x,2,B,Leeds\n')).toEqual([
      [],
      ['year', 'article-incomplete'],
    ])
    expect(await idsOf('W27,,2018,1,A,Leeds\nhttps://openalex.org/W27,,2018,"2"x,B,Leeds\n')).toEqual([
      [],
      ['csv-syntax', 'article-incomplete'],
    ])
  })

  it('is not stored by one id where rows of the same DOI were rejected under another', async () => {
    const rows = 'W27,10.5555/a,2018,1,A,Leeds\nmy-27,https://doi.org/10.5555/A,2018,2,B,Leeds\n'
    expect(await idsOf(rows)).toEqual([[], ['article-incomplete', 'truncated-authors']])
    expect(await idsOf('W27,10.5555/a,2018,1,A,Leeds\nmy-27,10.5555/A,x,2,B,Leeds\n')).toEqual([
      [],
      ['year', 'article-incomplete', 'article-incomplete'],
    ])
    const whole = 'W27,10.5555/a,2018,1,A,Leeds\nmy-27,10.5555/a,2018,1,A,Leeds\n'
    expect(await idsOf(whole)).toEqual([
      [
        ['W27', 1],
        ['my-27', 1],
      ],
      [],
    ])
  })
})
