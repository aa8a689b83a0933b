import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import type { InstitutionRecord } from './institution-record.ts'
import { fixtures, TestFolder } from '../text/test-files.ts'
import { newestJson } from '../text/zip-entry.ts'
import { readInstitutions } from './read-institutions.ts'
import { zipOf } from './test-zip.ts'

async function read(path: string) {
  const records: InstitutionRecord[] = []
  const rejected: [number, string, string][] = []
  const report = await readInstitutions(path, {
    onRecord: (record) => void records.push(record),
    onRejected: (line, fault, text) => void rejected.push([line, fault, text]),
  })
  return { records, rejected, report }
}

const OPENALEX = {
  id: 'https://openalex.org/I27837315',
  ror: 'https://ror.org/00jmfr291',
  display_name: 'University of Michigan',
  country_code: 'US',
  type: 'education',
  lineage: ['https://openalex.org/I27837315', 'https://openalex.org/I1', 'https://openalex.org/I1'],
  geo: {
    city: 'Ann Arbor',
    geonames_city_id: '4984247',
    region: 'Michigan',
    latitude: 42.2,
    longitude: -83.7,
  },
  international: { display_name: { zh: '密西根大學', 'zh-hans': '密歇根大学', 'zh-tw': '密西根大學' } },
}
const ROR_V1 = {
  id: 'https://ror.org/02z5nhe81',
  name: 'Example Institute',
  status: 'withdrawn',
  types: ['Facility'],
  labels: [{ label: '示例研究所', iso639: 'zh' }],
  country: { country_code: 'CH' },
  addresses: [
    { lat: 47.4, lng: 8.5, city: 'Zuerich', geonames_city: { id: 2657896, city: 'Zürich' } },
    { city: 'Basel', geonames_city: null },
  ],
}
const ROR_V2 = {
  id: 'https://ror.org/03vek6s52',
  names: [
    { value: 'EI', lang: null, types: ['acronym'] },
    { value: '示例', lang: 'zh', types: ['label'] },
    { value: 'Example Institute', lang: 'en', types: ['ror_display', 'label'] },
  ],
  status: 'active',
  types: ['funder', 'education'],
  locations: [],
}

describe('institutions of OpenAlex and ROR', () => {
  it('are read alike', async () => {
    using folder = new TestFolder()
    const path = folder.write(
      'mixed.jsonl',
      [OPENALEX, ROR_V1, ROR_V2].map((r) => JSON.stringify(r)).join('\n'),
    )
    const { records, report } = await read(path)
    expect(records).toEqual([
      {
        openalex: 27837315,
        ror: '00jmfr291',
        name: 'University of Michigan',
        nameZh: '密歇根大学',
        city: {
          name: 'Ann Arbor',
          nameZh: null,
          geonames: 4984247,
          division: 'Michigan',
          latitude: 42.2,
          longitude: -83.7,
        },
        country: 'US',
        sector: 'education',
        lineage: [1],
        active: true,
        names: ['密西根大學', '密歇根大学'],
      },
      {
        openalex: null,
        ror: '02z5nhe81',
        name: 'Example Institute',
        nameZh: '示例研究所',
        city: {
          name: 'Zürich',
          nameZh: null,
          geonames: 2657896,
          division: null,
          latitude: 47.4,
          longitude: 8.5,
        },
        country: 'CH',
        sector: 'facility',
        lineage: [],
        active: false,
        names: ['示例研究所'],
      },
      {
        openalex: null,
        ror: '03vek6s52',
        name: 'Example Institute',
        nameZh: '示例',
        city: null,
        country: null,
        sector: 'education',
        lineage: [],
        active: true,
        names: ['示例'],
        acronyms: ['EI'],
      },
    ])
    expect(report).toEqual({
      file: 'mixed.jsonl',
      kinds: { openalex: 1, 'ror-v1': 1, 'ror-v2': 1 },
      read: 3,
      stored: 3,
      rejected: {},
      inactive: 1,
      withoutCity: 1,
      withoutCountry: 1,
      severalLocations: 1,
    })
  })

  it('that are broken, nameless or of another kind are rejected by line', async () => {
    using folder = new TestFolder()
    const lines = [
      JSON.stringify(OPENALEX),
      '{"id": "https://openalex.org/I5", "display_name": ',
      '{"id": "https://openalex.org/I6", "display_name": " ", "geo": 7, "lineage": "x"}',
      '{"id": "https://openalex.org/W7", "title": "a work"}',
      '17',
    ]
    const { rejected, report } = await read(folder.write('a.gz', gzipSync(Buffer.from(lines.join('\n')))))
    expect(rejected.map(([line, fault]) => [line, fault])).toEqual([
      [2, 'json-syntax'],
      [3, 'name-missing'],
      [4, 'kind-unknown'],
      [5, 'kind-unknown'],
    ])
    expect([report.read, report.stored]).toEqual([5, 1])
  })

  it('come out of the newest entry of a zip, and a damaged zip is told', async () => {
    using folder = new TestFolder()
    const zip = zipOf({
      'v1.50-2024-07-29-ror-data.json': JSON.stringify([ROR_V1]),
      'v1.50-2024-07-29-ror-data_schema_v2.json': JSON.stringify([ROR_V2]),
      'v1.50-2024-07-29-ror-data.csv': 'id\n',
    })
    const { report } = await read(folder.write('ror.zip', zip))
    expect(report.kinds).toEqual({ 'ror-v2': 1 })
    const issueOf = async (name: string, bytes: Uint8Array) => {
      const error: unknown = await read(folder.write(name, bytes)).catch((reason: unknown) => reason)
      return error instanceof AppError ? error.details.issues?.[0]?.code : error
    }
    expect(await issueOf('cut.zip', zip.subarray(0, zip.length - 30))).toBe('zip-damaged')
    expect(await issueOf('csv.zip', zipOf({ 'a.pdf': 'id\n' }))).toBe('zip-without-json')
    expect(await issueOf('two.zip', zipOf({ 'a.json': '[]', 'b.csv': 'id\n' }))).toBe('zip-several')
    expect(await issueOf('none.zip', zipOf({}))).toBe('zip-without-json')
    expect(await issueOf('works.jsonl', Buffer.from('{"id":"https://openalex.org/W1"}'))).toBe('kind-unknown')
  })

  it('of two versions of a dump the newer is chosen', () => {
    const choose = (...names: string[]) => newestJson(names.map((fileName) => ({ fileName })))?.fileName
    expect(choose('v1.9-ror-data.json', 'v1.10-ror-data.json')).toBe('v1.10-ror-data.json')
    expect(choose('x/v2.0-ror-data.json', 'v1.58-ror-data_schema_v2.json')).toBe('x/v2.0-ror-data.json')
    expect(choose('__MACOSX/v3.0.json', '.v3.json', 'a.csv')).toBeUndefined()
  })
})

/** read, inactive, without country, several locations; each record is stored and has a city. */
const REAL: [string, number, number, number, number][] = [
  ['openalex_institution_I27837315.json', 1, 0, 0, 0],
  ['openalex_institution_single.json', 1, 0, 0, 0],
  ['openalex_institutions_api_page_1.json', 50, 0, 0, 0],
  ['openalex_institutions_api_page_2.json', 50, 0, 0, 0],
  ['openalex_institutions_api_page_3.json', 20, 0, 0, 0],
  ['openalex_institutions_snapshot_2023-09-04_part_000.jsonl.gz', 678, 0, 0, 0],
  ['ror_v1_for_given_works.json', 411, 7, 0, 0],
  ['ror_v1_release_v1.50.json', 543, 19, 0, 0],
  ['ror_v2_for_given_works.json', 336, 3, 0, 1],
  ['ror_v2_release_v2.0.json', 477, 10, 0, 5],
]

it.skipIf(!fixtures)(`real files are read whole${fixtures ? '' : ' (skipped: no ../shared)'}`, async () => {
  for (const [file, count, inactive, withoutCountry, severalLocations] of REAL) {
    const { report, records } = await read(join(fixtures ?? '', file))
    expect(records).toHaveLength(count)
    expect(report).toMatchObject({ read: count, stored: count, rejected: {}, inactive, withoutCity: 0 })
    expect(report).toMatchObject({ withoutCountry, severalLocations })
  }
  const dump = readFileSync(join(fixtures ?? '', 'ror_v2_release_v2.0.json'), 'utf8')
  using folder = new TestFolder()
  const { report } = await read(folder.write('dump.zip', zipOf({ 'v2.0-ror-data.json': dump })))
  expect(report.stored).toBe(477)
})
