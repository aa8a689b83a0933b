/** Damaged tables of institutions: what is stored stands so in the sound table, or the report tells that something is odd. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { KINDS } from '../../../src/core/import/kinds/index.ts'
import type { InstitutionRecord } from '../../../src/core/import/places/institution-record.ts'
import { detectFile } from '../../../src/core/import/run/detect.ts'
import { rejectedFor } from '../../../src/core/import/text/import-issue.ts'
import { gives } from '../../../src/shared/domain/file-kinds.ts'
import { temporaryFolder } from '../../support/edition.ts'
import { parseHere } from '../../support/parse-here.ts'
import type { FuzzTrial } from './judge.ts'
import { emptyTrial, figuresOf, judge } from './judge.ts'

const quoted = (cell: string) => (/[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')

const CITIES = [
  ['Ann Arbor', '4984247', 'Michigan', 'US', 'United States', '42.27', '-83.74'],
  ['Łódź', '3093133', 'Łódź Voivodeship', 'PL', 'Poland', '51.75', '19.46'],
  ['Xi’an', '1790630', 'Shaanxi', 'CN', 'China', '34.26', '108.94'],
  ['Washington, D.C.', '4140963', '', 'US', 'United States', '38.9', '-77.04'],
  ['São Paulo', '3448439', 'São Paulo', 'BR', 'Brazil', '-23.55', '-46.64'],
] as const
const cityOf = (i: number) => CITIES[i % CITIES.length] as (typeof CITIES)[number]
const nameOf = (i: number) => (i % 3 ? `University No. ${i}` : `College of Arts, Trade “${i}” and "Law"`)
const ROR_IDS = ['00jmfr291', '03yrm5c26', '052gg0110', '013meh722', '01an7q238', '042nb2s44', '00f54p054']
const places = (each: (i: number, city: (typeof CITIES)[number]) => string[]) =>
  ROR_IDS.map((_, i) => each(i, cityOf(i)))

const ror = [
  'id,domains,locations.geonames_id,locations.geonames_details.country_code,locations.geonames_details.country_name,locations.geonames_details.country_subdivision_name,locations.geonames_details.lat,locations.geonames_details.lng,locations.geonames_details.name,names.types.label,names.types.ror_display,status,types'.split(
    ',',
  ),
  ...places((i, [city, id, division, code, country, lat, lng]) => [
    `https://ror.org/${ROR_IDS[i]}`,
    i % 2 ? '' : `uni${i}.edu`,
    id,
    code,
    country,
    division,
    lat,
    lng,
    city,
    `en: ${nameOf(i)}; zh: 第${i}大学`,
    nameOf(i),
    'active',
    'education; funder',
  ]),
]
const geo = [
  'institution_id,city,geonames_city_id,region,country_code,country,latitude,longitude'.split(','),
  ...places((i, [city, id, division, code, country, lat, lng]) => [
    `https://openalex.org/I${i + 70}`,
    city,
    id,
    division,
    code,
    country,
    lat,
    lng,
  ]),
]
const names = [
  'id,ror,display_name,country_code,type,homepage_url,works_count'.split(','),
  ...places((i, [, , , code]) => [
    `https://openalex.org/I${i + 70}`,
    `https://ror.org/${ROR_IDS[i]}`,
    nameOf(i),
    code,
    'education',
    '',
    String(100 + i),
  ]),
]
const TABLES = { ror, geo, names }

const SIGNS = ['"', '""', ',', '\n', '\r', '\0', ';', '\t', '"\n', ',,', '\uFFFD', '1', 'x', '|']
const ENCODINGS = ['utf8', 'utf8', 'utf8', 'latin1', 'utf16le'] as const

interface Damage {
  kind: 'signs' | 'column-out' | 'head-renamed' | 'cell-out' | 'cell-more' | 'cut' | 'columns-turned'
  where: number
  other: number
  sign: string
  encoding: (typeof ENCODINGS)[number]
}

/** @param many damaged files */
export async function institutionTablesTrial(many: number, seed: number): Promise<FuzzTrial> {
  const folder = temporaryFolder()
  const trial = emptyTrial()
  const path = join(folder, 'institutions.csv')
  const part = fc.integer({ min: 0, max: 999_999 }).map((share) => share / 1e6)
  const damage: fc.Arbitrary<Damage> = fc.record({
    kind: fc.constantFrom(
      'signs',
      'signs',
      'column-out',
      'head-renamed',
      'cell-out',
      'cell-more',
      'cut',
      'columns-turned',
    ),
    where: part,
    other: part,
    sign: fc.constantFrom(...SIGNS),
    encoding: fc.constantFrom(...ENCODINGS),
  })
  const table = fc.constantFrom(...(Object.keys(TABLES) as (keyof typeof TABLES)[]))
  try {
    const sound = new Map<keyof typeof TABLES, Outcome>()
    for (const name of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
      writeFileSync(path, csv(TABLES[name]))
      sound.set(name, await read(path))
    }
    for (const [name, each] of fc.sample(fc.tuple(table, damage), { numRuns: many, seed })) {
      writeFileSync(path, damaged(TABLES[name], each))
      const expected = sound.get(name) as Outcome
      const done = `${name} ${JSON.stringify(each)}`
      await judge(trial, { done, sound: textOf(expected), mayDiffer: true }, async () => {
        const found = await read(path)
        return { text: textOf(found), wrong: wrongIn(found, expected, TABLES[name]) }
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return trial
}

interface Outcome {
  records: Pick<InstitutionRecord, 'openalex' | 'ror' | 'name' | 'nameZh' | 'city' | 'country' | 'sector'>[]
  /** Whether the report tells that anything is odd. */
  told: boolean
}

const textOf = ({ records }: Outcome) => JSON.stringify(records)

/** As an import reads the file; a file of another kind is refused, or no article of it is stored. */
async function read(path: string): Promise<Outcome> {
  const detected = await detectFile(path)
  if (gives('institutions')(detected)) {
    const { records, odd } = await KINDS[detected.kind].read(
      path,
      new AbortController().signal,
      detected.form,
    )
    return { records, told: Object.values(odd).some((count) => count > 0) }
  }
  if (gives('articles')(detected)) {
    const { counts } = await parseHere(path)
    if (counts.stored > 0) throw new Error(`${counts.stored} articles in a table of institutions`)
    figuresOf({ counts, chunks: [] })
  }
  throw rejectedFor(detected.file, null, 'file-kind-unknown', { kind: detected.kind })
}

/** A value that stands elsewhere in the sound table: under another head, or in another row. */
function wrongIn(found: Outcome, sound: Outcome, rows: readonly (readonly string[])[]): string | undefined {
  if (found.told) return undefined
  const cells = new Set(rows.flat().filter((cell) => cell !== ''))
  const known = new Map(sound.records.map((record) => [record.openalex ?? record.ror, record]))
  for (const record of found.records) {
    const meant = known.get(record.openalex ?? record.ror)
    if (!meant) continue // another id: its cell was changed
    const pairs = [
      [record.name, meant.name],
      [record.nameZh, meant.nameZh],
      [record.country, meant.country],
      [record.city?.name, meant.city?.name],
      [record.city?.division, meant.city?.division],
      [record.city?.geonames, meant.city?.geonames],
      [record.city?.latitude, meant.city?.latitude],
      [record.city?.longitude, meant.city?.longitude],
    ]
    for (const [value, right] of pairs) {
      if (value === right || value === null || value === undefined) continue
      if (cells.has(String(value))) return `${String(value)} for ${String(right)}`
    }
  }
  return undefined
}

function damaged(
  sound: readonly (readonly string[])[],
  { kind, where, other, sign, encoding }: Damage,
): Buffer {
  const rows = sound.map((row) => [...row])
  const head = rows[0] as string[]
  const column = Math.floor(where * head.length)
  const row = rows[1 + Math.floor(other * (rows.length - 1))] as string[]
  if (kind === 'column-out') for (const each of rows) each.splice(column, 1)
  else if (kind === 'head-renamed') head[column] = sign.trim() === '' ? 'x' : `x${sign}`
  else if (kind === 'cell-out') row.splice(column, 1)
  else if (kind === 'cell-more') row.splice(column, 0, sign)
  else if (kind === 'columns-turned') for (const each of rows) each.push(...each.splice(0, column))
  let text = csv(rows)
  if (kind === 'signs') {
    const at = Math.floor(where * text.length)
    text = text.slice(0, at) + sign + text.slice(at + Math.floor(other * 4))
  } else if (kind === 'cut') text = text.slice(0, Math.floor(where * text.length))
  return Buffer.from(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding)
}
