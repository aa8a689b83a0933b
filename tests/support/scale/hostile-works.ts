/**
 * Works in the forms that real files have and broken ones could: each in a year of its own (or in none), so that figures
 * of a year tell what became of it.
 */
import type { ScaleEngine } from '../../../src/shared/domain/scale-engines.ts'

export interface HostileWork {
  name: string
  lines: string[]
  /** Engines that treat it otherwise than an import on the laptop, as the plan's README says. */
  differs: readonly ScaleEngine[]
}

const FIRST_YEAR = 1600
const authors = (...institutions: string[][]) =>
  institutions.map((ids) => ({ institutions: ids.map((id) => ({ id })) }))
const usual = authors(['https://openalex.org/I1'], ['https://openalex.org/I2', 'https://openalex.org/I3'])

type Fields = Record<string, unknown>
interface Case {
  name: string
  records: (year: number, id: number) => (Fields | string)[]
}

const BOTH = ['duckdb', 'clickhouse'] as const

/** A type that is no text, an author who is null, a text in the place of a record. */
const DIFFERENT: Readonly<Record<string, readonly ScaleEngine[]>> = {
  'type = 5': BOTH,
  'author null': ['clickhouse'],
  'primary_topic = "x"': ['clickhouse'],
}

const record = (id: number, year: number, fields: Fields = {}): Fields => ({
  id: `https://openalex.org/W${id}`,
  publication_year: year,
  type: 'article',
  authorships: usual,
  ...fields,
})

/** One record with a field in another form. */
const form = (field: string, values: readonly unknown[]): Case[] =>
  values.map((value) => ({
    name: `${field} = ${JSON.stringify(value) ?? (typeof value === 'function' ? 'another form' : 'not there')}`,
    records: (year, id) => [
      record(id, year, { [field]: typeof value === 'function' ? value(year, id) : value }),
    ],
  }))

const authorForm = (values: readonly unknown[]): Case[] =>
  values.map((value) => ({
    name: `author ${JSON.stringify(value)}`,
    records: (year, id) => [record(id, year, { authorships: [value, ...usual] })],
  }))

const raw = (name: string, text: (year: number, id: number) => string): Case => ({
  name,
  records: (year, id) => [text(year, id)],
})

const several = (name: string, records: Case['records']): Case => ({ name, records })

type Told = (year: number, id: number) => unknown
const told = (tell: Told) => tell

const CASES: Case[] = [
  ...form('id', [
    told((_, id) => `W${id}`),
    told((_, id) => `https://openalex.org/works/W${id}`),
    told((_, id) => `http://openalex.org/W${id}`),
    told((_, id) => `https://api.openalex.org/works/W${id}`),
    told((_, id) => `openalex.org/W${id}`),
    told((_, id) => `w${id}`),
    told((_, id) => ` W${id} `),
    told((_, id) => id),
    told((_, id) => `https://example.org/W${id}`),
    null,
    '',
    'W',
    'W12345678901234567',
    'I5',
  ]),
  ...form('publication_year', [
    told((year) => String(year)),
    told((year) => ` ${year} `),
    told((year) => `${year}-05-01`),
    told((year) => `${year}-05`),
    told((year) => `${year}-05-01T10:00:00Z`),
    told((year) => `${year}.0`),
    0,
    -5,
    1499,
    2201,
    20203,
    'x',
    true,
    null,
    '',
  ]),
  several('no year, a date', (year, id) => [
    record(id, year, { publication_year: null, publication_date: `${year}-01-02` }),
  ]),
  several('an empty year, a date', (year, id) => [
    record(id, year, { publication_year: '', publication_date: `${year}-01-02` }),
  ]),
  several('a strange year, a date', (year, id) => [
    record(id, year, { publication_year: 'x', publication_date: `${year}-01-02` }),
  ]),
  several('a year that is not there, a date', (year, id) => {
    const { publication_year: _, ...rest } = record(id, year, { publication_date: `${year}-01-02` })
    return [rest]
  }),
  ...form('type', ['Article', 'REVIEW', 'journal-article', null, undefined, '', 'dataset', ' article ', 5]),
  ...form('is_retracted', [true, 'true', 'TRUE', 1, '1', 'yes', 'no', null, 0, false, '']),
  ...form('is_authors_truncated', [true, 'true', 1, null, false]),
  ...form('authors_count', [2, 3, '3', '2', 2.0, 'x', null, -1]),
  ...form('authorships', [null, undefined, [], {}, 'x', 7]),
  ...authorForm([
    {},
    null,
    { institutions: null },
    { institutions: [] },
    { institutions: [null] },
    { institutions: [{}] },
    { institutions: [{ id: null }] },
    { institutions: [{ id: '' }] },
    { institutions: [{ id: 'I4' }, { id: 'https://openalex.org/I4' }] },
    { institutions: [{ id: 'https://openalex.org/institutions/I4' }, { id: 'i5' }] },
    { institutions: [{ id: 'https://ror.org/00jjx8s55' }] },
    { institutions: [{ id: 'X4' }], countries: ['PT'] },
    { institutions: [], countries: ['PT'] },
    { institutions: [], countries: ['pt', 'PT', 'ES'] },
    { institutions: [], countries: ['PRT', ' PT', 'P1', null, ''] },
    { institutions: [], countries: null },
    { institutions: [{ id: 'I4' }], countries: ['PT', 'ES'] },
    { countries: ['PT'] },
    { institutions: Array.from({ length: 13 }, (_, k) => ({ id: `I${100 + k}` })) },
    { institutions: [{ id: 'I0' }] },
    { institutions: [{ id: 'I999999999999999' }] },
    { institutions: [{ id: 'I9999999999999999' }] },
  ]),
  several('300 authors', (year, id) => [
    record(id, year, { authorships: Array.from({ length: 300 }, (_, k) => authors([`I${k % 7}`])[0]) }),
  ]),
  several('the newer of one id', (year, id) => [
    record(id, year, { updated_date: '2024-01-01', authorships: authors(['I1']) }),
    record(id, year, { updated_date: '2024-01-02', authorships: authors(['I2']) }),
  ]),
  several('the newer of one id by its time', (year, id) => [
    record(id, year, { updated_date: '2024-01-02T10:00:00.000001', authorships: authors(['I1']) }),
    record(id, year, { updated_date: '2024-01-02T09:59:59', authorships: authors(['I2']) }),
  ]),
  several('a newer record of one id that does not count', (year, id) => [
    record(id, year, { updated_date: '2024-01-01' }),
    record(id, year, { updated_date: '2024-01-02', is_retracted: true }),
  ]),
  several('an older record of one id that does not count', (year, id) => [
    record(id, year, { updated_date: '2024-01-02' }),
    record(id, year, { updated_date: '2024-01-01', is_retracted: true }),
  ]),
  several('one id and date: that which counts', (year, id) => [
    record(id, year, { updated_date: '2024-01-01', type: 'dataset' }),
    record(id, year, { updated_date: '2024-01-01' }),
  ]),
  several('one id and date: that with more institutions', (year, id) => [
    record(id, year, { updated_date: '2024-01-01', authorships: [{}, ...authors(['I1'])] }),
    record(id, year, { updated_date: '2024-01-01', authorships: authors(['I2'], ['I1']) }),
  ]),
  several('one id and date: that with known countries', (year, id) => [
    record(id, year, { authorships: [{}, {}] }),
    record(id, year, { authorships: [{ countries: ['PT'] }, {}] }),
  ]),
  several('the same record twice', (year, id) => [record(id, year), record(id, year)]),
  several('ids in two forms', (year, id) => [
    record(id, year, { authorships: authors(['I1']) }),
    record(id, year, { id: `W${id}`, updated_date: '2025-01-01', authorships: authors(['I9']) }),
  ]),
  several('one DOI: the newer', (year, id) => [
    record(id, year, {
      doi: `https://doi.org/10.1000/a${id}`,
      updated_date: '2024-01-01',
      authorships: authors(['I1']),
    }),
    record(id + 5000, year, {
      doi: `10.1000/A${id}`,
      updated_date: '2024-01-02',
      authorships: authors(['I2']),
    }),
  ]),
  several('one DOI and date: the lower id', (year, id) => [
    record(id + 5000, year, { doi: `doi:10.1000/B${id}`, authorships: authors(['I1']) }),
    record(id, year, { doi: ` http://dx.doi.org/10.1000/b${id} `, authorships: authors(['I2']) }),
  ]),
  several('one DOI with an escaped slash', (year, id) => [
    record(id, year, { doi: `https://doi.org/10.1000%2Fc${id}` }),
    record(id + 5000, year, { doi: `10.1000/C${id}` }),
  ]),
  several('one DOI with a plus and a broken escape', (year, id) => [
    record(id, year, { doi: `10.1000/d+%zz${id}` }),
    record(id + 5000, year, { doi: `10.1000/D+%ZZ${id}` }),
  ]),
  several('one DOI, the newer does not count', (year, id) => [
    record(id, year, { doi: `10.1000/e${id}`, updated_date: '2024-01-01' }),
    record(id + 5000, year, { doi: `10.1000/e${id}`, updated_date: '2024-01-02', is_retracted: true }),
  ]),
  several('two DOIs that differ in letters beyond A to Z', (year, id) => [
    record(id, year, { doi: `10.1000/é${id}` }),
    record(id + 5000, year, { doi: `10.1000/É${id}` }),
  ]),
  several('no DOI, twice', (year, id) => [
    record(id, year, { doi: '' }),
    record(id + 5000, year, { doi: null }),
  ]),
  ...form('doi', ['', null, 5, 'x', '10.']),
  ...form('primary_topic', [
    { field: { id: 'https://openalex.org/fields/27' } },
    { field: { id: '27' } },
    { field: { id: 27 } },
    { field: null },
    {},
    null,
    'x',
  ]),
  ...form('topics', [
    [
      { field: { id: 'https://openalex.org/fields/16' } },
      { field: { id: 'https://openalex.org/fields/31' } },
    ],
    [null, {}],
    null,
  ]),
  ...form('concepts', [
    [{ id: 'https://openalex.org/C185592680', level: 0, score: 0.9 }],
    [{ id: 'https://openalex.org/C185592680', level: 0, score: 0.29 }],
    [{ id: 'https://openalex.org/C185592680', level: 0, score: '0.3' }],
    [{ id: 'https://openalex.org/C185592680', level: '0' }],
    [{ id: 'https://openalex.org/C185592680', level: 1, score: 1 }],
  ]),
  ...form('ni_subjects', [['chemistry'], ['Chemistry', '化学', 'health-sciences'], ['nothing'], []]),
  ...form('updated_date', [5, 'x', null, '']),
  raw('cut off', (year, id) => JSON.stringify(record(id, year)).slice(0, -20)),
  raw('no object', () => '5'),
  raw('a text', () => '"x"'),
  raw('an empty object', () => '{}'),
  raw('a line of blanks', () => '   '),
  raw('a nested array, 2,000 deep, in a field not read', (year, id) =>
    JSON.stringify(record(id, year)).replace('{', `{"other":${'['.repeat(2000)}${']'.repeat(2000)},`),
  ),
  raw('a text of a megabyte in a field not read', (year, id) =>
    JSON.stringify(record(id, year, { abstract: 'x'.repeat(1e6) })),
  ),
  raw('keys in another order', (year, id) =>
    JSON.stringify({ authorships: usual, type: 'article', publication_year: year, id: `W${id}` }),
  ),
  raw('blanks between tokens', (year, id) => JSON.stringify(record(id, year), null, 1).replace(/\n/g, '\t')),
  raw('escapes in values', (year, id) =>
    JSON.stringify(record(id, year)).replace('article', '\\u0061rticle').replace('I1', '\\u00491'),
  ),
]

export function hostileWorks(): HostileWork[] {
  return CASES.map(({ name, records }, k) => ({
    name,
    lines: records(FIRST_YEAR + k, 10_000 + 3 * k).map((each) =>
      typeof each === 'string' ? each : JSON.stringify(each),
    ),
    differs: DIFFERENT[name] ?? [],
  }))
}

/** The year of a case, by its place. */
export const hostileYear = (place: number): number => FIRST_YEAR + place
