/**
 * Files in the exact shapes of OpenAlex, ROR and tables of affiliations, written for this test: no record, name or id in
 * them is real, and each oddity of real files stands in them once. Every figure is worked out on paper.
 */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import {
  askWritten,
  fractions,
  importWritten,
  round,
  sharesOf,
  unknownShare,
} from '../support/written-fixtures.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const WORKS = [
  'openalex/works-page-1.json',
  'openalex/works-page-2.json',
  'openalex/works-snapshot-part_000.gz',
]
const PLACES = [
  'openalex/institution-single.json',
  'openalex/institutions-page.json',
  'ror/ror-v1.json',
  'ror/ror-v2.json',
]
const [LINDENAU, MINGCHUAN, CHIARA, AOHARA, WATERLICHT] = [1, 2, 3, 4, 5].map((n) => `I499990000${n}`) as [
  string,
  string,
  string,
  string,
  string,
]

describe('works of API pages and of a snapshot, with institutions of OpenAlex and ROR', () => {
  let imported: Awaited<ReturnType<typeof importWritten>>
  beforeAll(async () => void (imported = await importWritten(dataDir, [...WORKS, ...PLACES])))

  test('each file is told by its content, each record stored or rejected for a reason', () => {
    const { report, rejected } = imported
    expect(report.files.map(({ file, kind, records }) => [file, kind, records])).toEqual([
      ['works-page-1.json', 'works', 7],
      ['works-page-2.json', 'works', 5],
      ['works-snapshot-part_000.gz', 'works', 4],
      ['institution-single.json', 'institutions', 1],
      ['institutions-page.json', 'institutions', 4],
      ['ror-v1.json', 'ror', 3],
      ['ror-v2.json', 'ror', 3],
    ])
    expect(report).toMatchObject({ read: 16, stored: 6, articles: 6, contradicting: 0 })
    expect(rejected).toEqual({
      retracted: 1,
      'truncated-authors': 2, // said by a mark, and by a count larger than the list
      type: 1,
      'no-authors': 2, // an empty list, and null
      year: 1,
      'no-id': 1,
      'duplicate-id': 1, // the older record of the same work
      'duplicate-doi': 1, // another id, the DOI in small letters
    })
  })

  test('what is odd about the others is told', () => {
    expect(imported.odd).toMatchObject({
      'authors-without-affiliation': 3,
      'affiliations-without-institution': 3, // JP and KR of one author, FR of an institution without id
      'institutions-without-id': 1,
      'repeated-affiliations': 1,
      'articles-without-doi': 1,
      'articles-without-subject': 1,
      'authors-without-id': 1,
    })
    expect(imported.report.unmatched.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Independent scholar, 京都', 'Werkplaats Nergens, Waterlicht']),
    )
    expect(imported.report.institutions).toMatchObject({ read: 11, unmatched: 1 })
  })

  test('Shares of institutions are those worked out by hand', () => {
    expect(sharesOf(dataDir, 'institution', 2023)).toEqual(
      fractions({
        // 1: half of one of two authors, and the other, who names it twice; 11: one of four, and a third of another
        [LINDENAU]: 1 / 4 + 1 / 2 + 1 / 4 + 1 / 12,
        [MINGCHUAN]: 1 / 4 + 1 / 12,
        [CHIARA]: 1 / 3,
        [AOHARA]: 1 / 4 + 1 / 4 + 1 / 12,
      }),
    )
    expect(sharesOf(dataDir, 'institution', 2019)).toEqual(fractions({ [MINGCHUAN]: 1, [WATERLICHT]: 1 / 2 }))
  })

  test('so are those of cities and countries, and the rest is unknown', () => {
    expect(sharesOf(dataDir, 'city', 2023)).toEqual(
      fractions({ lindenau: 13 / 12, mingchuan: 1 / 3, 'citta-chiara': 1 / 3, aohara: 7 / 12 }),
    )
    expect(sharesOf(dataDir, 'region', 2023)).toEqual(
      fractions({ DE: 13 / 12, CN: 1 / 3, IT: 1 / 3, JP: 7 / 12 + 1 / 6, KR: 1 / 6, FR: 1 / 2 }),
    )
    expect(unknownShare(dataDir, 2023)).toBe(round(1 / 3 + 1 / 2))
    expect(sharesOf(dataDir, 'city', 2019)).toEqual(fractions({ mingchuan: 1 }))
    expect(sharesOf(dataDir, 'region', 2019)).toEqual(fractions({ CN: 1, NL: 1 / 2 }))
    expect(unknownShare(dataDir, 2019)).toBe(1 / 2)
  })

  test('ROR gives what OpenAlex lacks: country and city of one, Chinese names, the first of two places', () => {
    const rows = askWritten(
      dataDir,
      `SELECT institution_id AS id, i.name, i.name_zh AS zh, city_id AS city, geonames
       FROM institutions i LEFT JOIN cities USING (city_id) ORDER BY institution_id`,
    )
    expect(rows).toEqual([
      {
        id: LINDENAU,
        name: 'Lindenau Institute of Technology',
        zh: '林登瑙理工学院',
        city: 'lindenau',
        geonames: 99900001,
      },
      { id: MINGCHUAN, name: 'Mingchuan University', zh: '明川大学', city: 'mingchuan', geonames: 99900002 },
      {
        id: CHIARA,
        name: 'Università di Città Chiara',
        zh: '基亚拉市大学',
        city: 'citta-chiara',
        geonames: 99900003,
      },
      { id: AOHARA, name: '蒼原大学', zh: null, city: 'aohara', geonames: 99900004 },
      { id: WATERLICHT, name: 'Stichting Waterlicht', zh: null, city: null, geonames: null },
    ])
  })
})

test('a table of affiliations: places by id, by name, by country alone; articles that are not whole do not count', async () => {
  const { report, rejected, odd } = await importWritten(dataDir, ['tables/affiliations.csv', ...PLACES])
  expect(report.files[0]).toMatchObject({ file: 'affiliations.csv', kind: 'affiliations' })
  expect(report.articles).toBe(2)
  expect(report).toMatchObject({ read: 5, stored: 2 })
  expect(rejected).toEqual({ contradiction: 1, 'truncated-authors': 1, year: 1 })
  // The first cell with a line break in it moves the lines after it by one.
  expect(report.listed.map(({ line, reason }) => [line, reason]).sort()).toEqual([
    [11, 'contradiction'],
    [12, 'truncated-authors'],
    [14, 'year'], // one row, and
    [14, 'year'], // the article because of it
  ])
  expect(odd).toEqual({
    'authors-without-affiliation': 1,
    'affiliations-without-institution': 2,
    'affiliations-without-city': 1,
    'articles-without-subject': 1,
    'authors-without-id': 5,
  })
  expect(sharesOf(dataDir, 'institution', 2022)).toEqual(
    fractions({ [LINDENAU]: 1 / 4, [CHIARA]: 1 / 4, I4999900004: 1 / 2 }), // 蒼原大学: its record's Chinese name
  )
  expect(sharesOf(dataDir, 'city', 2022)).toEqual(
    fractions({ lindenau: 1 / 4 + 1 / 3, 'citta-chiara': 1 / 4, aohara: 1 / 2 }),
  )
  expect(sharesOf(dataDir, 'region', 2022)).toEqual(
    fractions({ DE: 1 / 4 + 1 / 3, IT: 1 / 4, JP: 1 / 2, KR: 1 / 3 }),
  )
  expect(unknownShare(dataDir, 2022)).toBe(round(1 / 3))
})
