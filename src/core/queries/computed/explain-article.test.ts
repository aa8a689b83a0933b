/** How articles are counted: fractions by hand, duplicates, refused works and those never read. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/edition.ts'
import { importFiles, queriesOf } from '../../../../tests/support/index.ts'
import type { ExplainedArticle } from '../../../shared/contract/articles.ts'

const root = temporaryFolder()
const { call, close } = queriesOf(root)
const dataset = 'asked'
const explain = (article: string, of = dataset) => call('articles.explain', { dataset: of, article })

type Author = { institutions?: number[]; country?: string }
const work = (id: number, authors: Author[], more: object = {}) => ({
  id: `https://openalex.org/W${id}`,
  title: `The ${id}th "quoted" title`,
  publication_year: 2023,
  type: 'article',
  ni_subjects: ['chemistry'],
  updated_date: '2024-01-01',
  authorships: authors.map(({ institutions = [], country }, at) => ({
    author: { id: `https://openalex.org/A${id * 10 + at}`, display_name: `Author ${at + 1}` },
    institutions: institutions.map((each) => ({ id: `https://openalex.org/I${each}` })),
    countries: country ? [country] : [],
    raw_affiliation_strings: [],
  })),
  ...more,
})
const doi = (text: string) => ({ doi: `https://doi.org/10.1234/${text}` })
const WORKS = [
  // Author 1: two of Beijing and one of Boston; author 2: Boston; author 3: none.
  work(1, [{ institutions: [1, 2, 3] }, { institutions: [3] }, {}], doi('One')),
  work(2, [{ institutions: [1] }], { ...doi('two'), updated_date: '2024-01-01' }),
  work(2, [{ institutions: [3] }], { ...doi('two'), updated_date: '2024-05-01' }),
  work(3, [{ institutions: [1] }], { ...doi('two'), updated_date: '2023-01-01' }),
  work(4, [{ institutions: [1] }], { is_retracted: true, ...doi('four') }),
  work(5, [{ institutions: [1] }], { updated_date: '2023-01-01' }),
  work(5, [{ institutions: [1] }], { updated_date: '2024-02-02', is_retracted: true }),
  work(41, [{ institutions: [1] }], { type: 'dataset' }),
  work(6, [{ country: 'US' }]),
]
const INSTITUTIONS = [
  [1, 'Alpha University', 'Beijing', 'CN'],
  [2, 'Beta Institute', 'Beijing', 'CN'],
  [3, 'Gamma University', 'Boston', 'US'],
].map(([id, name, city, country]) => ({
  id: `https://openalex.org/I${id}`,
  display_name: name,
  country_code: country,
  type: 'education',
  geo: { city, country_code: country, latitude: null, longitude: null },
}))
const TABLE = `article_id,year,title,author_name,institution,city,country
P-1,2022,A paper,Li,Alpha,Beijing,CN
P-1,2022,A paper,Smith,Delta,Leeds,GB
P-2,20x2,Another,Li,Alpha,Beijing,CN
`

beforeAll(async () => {
  const write = (file: string, text: string) => {
    writeFileSync(join(root, file), text)
    return join(root, file)
  }
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const works = write('works.jsonl', lines(WORKS))
  const institutions = write('institutions.jsonl', lines(INSTITUTIONS))
  await importFiles(root, dataset, [works, institutions])
  await importFiles(root, 'spread', [works, institutions], { spreadUnknown: true, keepWords: true })
  await importFiles(root, 'bare', [works, institutions], { keepWords: false })
  const many = Array.from({ length: 60 }, (_, at) =>
    work(at + 1, [{ country: 'US' }], { is_authors_truncated: true }),
  )
  const more = [...many, work(61, [{ country: 'US' }], { type: 'dataset' }), work(62, [{ country: 'US' }])]
  await importFiles(root, 'many', [write('many.jsonl', lines(more))])
  await importFiles(root, 'table', [write('table.csv', TABLE)])
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})

const partsOf = (article: ExplainedArticle | undefined) =>
  article?.parts.map(({ institution, city, region, fraction }) => [
    institution?.name ?? null,
    city?.name ?? null,
    region,
    fraction,
  ])

describe('an article that counts', () => {
  test('is divided by authors, then by affiliations, and adds up to 1', async () => {
    const answer = await explain('https://openalex.org/W1')
    expect([answer.standing, answer.by, answer.articles.length]).toEqual(['counts', 'id', 1])
    const [article] = answer.articles
    expect(article).toMatchObject({
      id: 'W1',
      title: 'The 1th "quoted" title',
      year: 2023,
      subjects: ['chemistry'],
      authorCount: 3,
      sum: '1',
      decidedBy: null,
    })
    // 1/3 · 1/3 for each of the first author's, 1/3 for the second's, 1/3 for the third without any.
    expect(
      article?.authors.map(({ fraction, affiliations }) => [
        fraction,
        affiliations.map((each) => [each.institution?.name, each.country?.id, each.fraction]),
      ]),
    ).toEqual([
      [
        '1/3',
        [
          ['Alpha University', 'CN', '1/9'],
          ['Beta Institute', 'CN', '1/9'],
          ['Gamma University', 'US', '1/9'],
        ],
      ],
      ['1/3', [['Gamma University', 'US', '1/3']]],
      ['1/3', []],
    ])
    expect(partsOf(article)).toEqual([
      ['Gamma University', 'Boston', 'US', '4/9'],
      [null, null, null, '1/3'],
      ['Alpha University', 'Beijing', 'CN', '1/9'],
      ['Beta Institute', 'Beijing', 'CN', '1/9'],
    ])
    expect(article?.parts.reduce((sum, { share }) => sum + share, 0)).toBe(1)
  })

  test('is found by DOI in any spelling, and by words of its title as they stand', async () => {
    for (const asked of ['10.1234/one', 'https://doi.org/10.1234/ONE', 'doi:10.1234/One']) {
      const { by, articles } = await explain(asked)
      expect([by, articles.map(({ id }) => id)]).toEqual(['doi', ['W1']])
    }
    const { by, articles } = await explain('the 1TH "quoted"')
    expect([by, articles.map(({ id }) => id)]).toEqual(['title', ['W1']])
    const several = await explain('"quoted" title')
    expect(several.articles.map(({ id, standing }) => `${id} ${standing}`).sort()).toEqual(
      ['W1 counts', 'W2 counts', 'W2 duplicate', 'W3 duplicate', 'W5 duplicate', 'W6 counts'].sort(),
    )
  })

  test('leaves nothing to authors without affiliation where that is spread', async () => {
    const [article] = (await explain('W1', 'spread')).articles
    // Two authors: 1/2 · 1/3 each of the first, 1/2 of the second.
    expect(article?.authors.map(({ fraction }) => fraction)).toEqual(['1/2', '1/2', '0'])
    expect(partsOf(article)?.map((part) => part[3])).toEqual(['2/3', '1/6', '1/6'])
    expect(article?.sum).toBe('1')
  })

  test('keeps its exact parts without words', async () => {
    const { hasWords, articles } = await explain('10.1234/one', 'bare')
    expect([hasWords, articles[0]?.title, articles[0]?.authors]).toEqual([false, null, []])
    expect(partsOf(articles[0])?.map((part) => part[3])).toEqual(['4/9', '1/3', '1/9', '1/9'])
  })

  test('of a table has the id of the table', async () => {
    const answer = await explain('P-1', 'table')
    expect([answer.by, answer.standing]).toEqual(['id', 'counts'])
    expect(partsOf(answer.articles[0])?.map((part) => part[3])).toEqual(['1/2', '1/2'])
  })
})

describe('a record that does not count', () => {
  test('is told as the duplicate of which, by id or by DOI', async () => {
    const byId = await explain('W2')
    expect(byId.standing).toBe('counts')
    expect(byId.articles.map(({ standing, decidedBy }) => [standing, decidedBy])).toEqual([
      ['counts', null],
      ['duplicate', { id: 'W2', by: 'id', counts: true }],
    ])
    const byDoi = await explain('W3')
    expect(byDoi.standing).toBe('duplicate')
    expect(byDoi.articles.map(({ id, decidedBy }) => [id, decidedBy])).toEqual([
      ['W3', { id: 'W2', by: 'doi', counts: true }],
      ['W2', null],
    ])
  })

  test('is refused with reason, file and line', async () => {
    const answer = await explain('W4')
    expect([answer.standing, answer.articles]).toEqual(['refused', []])
    expect(answer.refused).toEqual([
      {
        id: 'W4',
        reason: 'retracted',
        where: { file: 'works.jsonl', line: 5, detail: 'W4: is_retracted = true' },
      },
    ])
    expect(answer.rules).toEqual({
      types: ['article', 'review', 'journal-article'],
      retracted: false,
      truncated: false,
      spreadUnknown: false,
      journalLists: [],
    })
    expect((await explain('10.1234/FOUR')).refused.map(({ id }) => id)).toEqual(['W4'])
  })

  test('does not count where its newest record does not', async () => {
    const answer = await explain('W5')
    expect(answer.standing).toBe('refused')
    expect(answer.articles[0]?.decidedBy).toEqual({ id: 'W5', by: 'id', counts: false })
    expect(answer.refused.map(({ reason }) => reason)).toEqual(['retracted'])
  })

  test('for its cut list of authors is told so, though no report lists it', async () => {
    expect((await explain('W60', 'many')).refused).toEqual([
      { id: 'W60', reason: 'truncated-authors', where: null },
    ])
    // The last of another reason: only that it did not count is kept.
    expect((await explain('W61', 'many')).refused).toEqual([{ id: 'W61', reason: null, where: null }])
  })

  test('of a table is found in the list of the report', async () => {
    const answer = await explain('P-2', 'table')
    expect([answer.standing, answer.by, answer.unlisted]).toEqual(['refused', 'id', 0])
    expect(answer.refused).toMatchObject([
      { id: 'P-2', reason: 'year', where: { file: 'table.csv', line: 4 } },
    ])
    // Words of the report's own are no id.
    for (const word of ['article', 'P', 'year']) expect((await explain(word, 'table')).refused).toEqual([])
  })

  test('that was never read is unknown', async () => {
    for (const asked of ['W9', '10.1234/none']) {
      expect(await explain(asked)).toMatchObject({
        standing: 'unknown',
        articles: [],
        refused: [],
        unlisted: 0,
      })
    }
    expect(await explain('no such words')).toMatchObject({ standing: 'unknown', by: 'title' })
    expect(await explain('no such words', 'bare')).toMatchObject({ standing: 'unknown', hasWords: false })
  })
})
