/** Files that people really had and an import once got wrong: each comes out as it was worked out by hand, or is refused. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src/shared/contract/errors.ts'
import type { ImportWays } from '../support/imported-text.ts'
import { importPaths } from '../support/imported-text.ts'
import { temporaryFolder } from '../support/edition.ts'

const field = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures', 'field')
const present = existsSync(field)
const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const given = (files: string | string[], ways?: ImportWays) =>
  importPaths(
    dataDir,
    [files].flat().map((file) => join(field, file)),
    ways,
  )

async function refusal(files: string | string[], ways?: ImportWays): Promise<AppError> {
  try {
    await given(files, ways)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was not refused')
}

const half = (count = 1): [number, number] => [0.5, count]
const third: [number, number] = [0.333333, 1]
const quarter: [number, number] = [0.25, 1]

describe.skipIf(!present)(
  present ? 'files from the field' : 'files from the field (skipped: no ../shared)',
  () => {
    test('an organisation under two names is one affiliation of an author', async () => {
      const { institutions, report } = await given('01_same_org_two_names.csv')
      expect(Object.values(institutions)).toEqual([quarter, quarter, quarter, quarter])
      expect(report.institutions).toMatchObject({ matched: 0, unmatched: 4 })
    })

    test('words for missing are missing, and Namibia is where the row says so', async () => {
      const { cities, countries, institutions } = await given('02_r_na.csv')
      expect(cities).toEqual({ 'Windhoek, NA': half(), 'Sydney, AU': half() })
      expect(countries).toEqual({ NA: half(), AU: half() })
      expect(Object.keys(institutions).sort()).toEqual(['Macquarie University', 'University of Namibia'])
    })

    test('first, middle and last are no numbers of authors', async () => {
      const { report, countries } = await given('03_author_position_words.csv')
      expect(report).toMatchObject({ read: 9, stored: 9 })
      expect(Object.keys(countries).length).toBeGreaterThan(5)
      const known = Object.values(countries).reduce((sum, [share]) => sum + share, 0)
      expect(known).toBeLessThanOrEqual(9.000001)
    })

    test.each(['04_elasticsearch_hits.jsonl'])(
      '%s is refused or read, never stored as nothing',
      async (file) => {
        const error = await refusal(file)
        expect(error.code).toBe('import-rejected')
      },
    )

    test('JSON in UTF-16 is read', async () => {
      expect((await given('04d_powershell_utf16.json')).report.stored).toBeGreaterThan(0)
    })

    test('an empty last page holds no record', async () => {
      const { report, institutions } = await given('05_pages')
      expect(report).toMatchObject({ read: 2, stored: 2 })
      expect(Object.values(institutions)).toEqual([
        [1, 2],
        [1, 2],
      ])
    })

    test('joined cells are never one institution', async () => {
      expect((await refusal('06_openalex_web_export.csv')).code).toBe('import-rejected')
      const columns = JSON.parse(readFileSync(join(field, '06_map.json'), 'utf8')) as Record<string, string>
      expect((await refusal('06_openalex_web_export.csv', { options: { columns } })).code).toBe(
        'import-rejected',
      )
    })

    test('authors with affiliations of Scopus are paired', async () => {
      const { cities, institutions, rejected, report } = await given('07_scopus_export.csv')
      expect(report.stored + Object.values(rejected).reduce((a, b) => a + b, 0)).toBe(report.read)
      expect(cities).toMatchObject({ 'Uppsala, SE': half() })
      expect(institutions['University of Oslo']?.[0]).toBeCloseTo(0.25, 5)
      expect(institutions['Simula Research Laboratory']?.[0]).toBeCloseTo(0.25, 5)
      expect(cities['Changsha, CN']).toEqual([1, 1])
    })

    test('an organisation with affiliations in three cities has the seat of its record', async () => {
      const { cities, seats } = await given(['08_one_org_three_cities.csv', '08_institution.json'])
      expect(cities).toEqual({ 'Beijing, CN': half(), 'Redmond, US': [1.5, 2], 'Bengaluru, IN': [1, 1] })
      expect(Object.values(seats)).toEqual(['Redmond, US'])
      const alone = await given('08_one_org_three_cities.csv')
      expect(Object.values(alone.seats)).toEqual(['Bengaluru, IN'])
    })

    test('countries are known by every name that databases print', async () => {
      const { odd, seats } = await given('09_country_names.csv')
      expect(odd['affiliations-with-unknown-country'] ?? 0).toBe(0)
      const lines = readFileSync(join(field, '09_expected_codes.csv'), 'utf8').trim().split('\n').slice(1)
      for (const line of lines) {
        const [institution = '', code = ''] = [line.split(',')[0], line.split(',').at(-1)?.trim()]
        expect([line, seats[institution]?.split(', ').at(-1)]).toEqual([line, code])
      }
    })

    test('a city is one with and without its letters', async () => {
      const { cities } = await given('10_city_spellings.csv')
      expect(Object.values(cities)).toEqual(Array(7).fill([1, 1]))
      expect(Object.keys(cities)).toContain('Beijing, CN')
    })

    test('texts in other encodings come out whole or are asked about', async () => {
      const japanese = await given('11_shift_jis.csv', { options: { encoding: 'shift_jis' } })
      expect(Object.values(japanese.cities)).toEqual([third, third, third])
      expect(Object.keys(japanese.countries)).not.toContain('ZZ')
      const russian = await given('11_windows_1251.csv', { options: { encoding: 'windows-1251' } })
      expect(JSON.stringify(russian)).toMatch(/[А-я]{4}/)
      const western = await given('11_windows_1252.csv')
      expect(western.cities).toEqual({ 'Köln, DE': half(), 'Montréal, CA': half() })
    })

    test.each(['11_shift_jis.csv', '11_windows_1251.csv'])('%s is not stored garbled', async (file) => {
      const stored = await given(file).catch((error: unknown) => error)
      if (stored instanceof AppError) expect(stored.code).toBe('import-rejected')
      else expect(JSON.stringify(stored)).toMatch(/[А-я]{4}|[\u3040-\u9fff]{2}/)
      expect(JSON.stringify(stored)).not.toContain('\uFFFD')
    })

    test('a line that tells the separator is no head', async () => {
      const { cities } = await given('12_sep_line.csv')
      expect(cities).toEqual({ 'Köln, DE': half(), 'Zürich, CH': half() })
    })

    test('an article under two spellings of its id is one', async () => {
      const { report, cities } = await given('13_id_forms.csv')
      expect(report).toMatchObject({ read: 1, stored: 1 })
      expect(cities).toEqual({ 'Burnaby, CA': half(), 'Ottawa, CA': half() })
    })

    test('a country by name makes one Kyoto', async () => {
      const { cities } = await given(['15_works.jsonl', '15_institutions_no_country_code.jsonl'])
      expect(cities).toEqual({ 'Kyoto, JP': [2, 2] })
    })

    test('a dump of ROR as CSV gives the cities', async () => {
      const { cities } = await given(['16_works.json', '16_ror_dump.csv'])
      expect(cities).toEqual({ 'Ann Arbor, US': [1, 2], 'Oxford, GB': [1, 2] })
    })

    test('rows of commas only are no records', async () => {
      const { report, cities } = await given('17_excel_trailing.csv')
      expect(report).toMatchObject({ read: 2, stored: 2, rejected: [] })
      expect(cities).toEqual({ 'Oslo, NO': half(), 'Uppsala, SE': [1, 1] })
    })

    test('names that look like formulas are names', async () => {
      const { cities, report } = await given('18_formula_names.csv')
      expect(report).toMatchObject({ read: 1, stored: 1 })
      expect(cities['Zürich, CH']).toEqual([0.142857, 1])
      expect(cities['北京, CN'] ?? cities['Beijing, CN']).toEqual([0.142857, 1])
    })

    test('pages in one array are read', async () => {
      const { report, institutions } = await given('20_pages_array.json')
      expect(report).toMatchObject({ read: 2, stored: 2 })
      expect(Object.values(institutions)).toEqual([
        [1, 2],
        [1, 2],
      ])
    })
  },
)
