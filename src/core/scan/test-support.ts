/** Records and helpers for the tests of scanners. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { appRoot } from '../app-info.ts'
import { leafJson, slotOf } from './leaves.ts'
import type { BadReason, RecordSink } from './record-judge.ts'
import type { Scanner } from './scanner.ts'

const folder = join(appRoot, '..', 'shared', 'fixtures')
/** Folder of real files; null where the checkout stands alone. */
export const fixtures = existsSync(folder) ? folder : null

/** A record with what is awkward in real ones: escapes, keys of no use, null, old and new fields beside each other. */
export const SAMPLE = {
  abstract_inverted_index: { 'a "quoted" {word}': [0, 12], '\\': [3], ']': [4] },
  id: 'https://openalex.org/W2741809807',
  doi: null,
  title: 'On "Straße" \\ \u0001 and\n中文',
  publication_year: 2021,
  is_retracted: false,
  authors_count: 2,
  authorships: [
    {
      author: { id: 'https://openalex.org/A5023888391', display_name: 'Ana Šimić', orcid: null },
      institutions: [
        { id: 'https://openalex.org/I27837315', ror: null, country_code: 'US', lineage: [[], {}] },
        { id: null, display_name: 'Zhōngguó Kēxuéyuàn', country_code: 'CN' },
      ],
      countries: ['US', 'CN'],
      raw_affiliation_strings: ['Dept. of "X", Y', ''],
      affiliations: [
        { raw_affiliation_string: 'Dept. of "X", Y', institution_ids: ['https://openalex.org/I27837315'] },
        { raw_affiliation_string: null, institution_ids: [] },
      ],
    },
    { author: null, institutions: [], raw_affiliation_string: 'Somewhere/Else' },
  ],
  primary_location: { source: { id: 'https://openalex.org/S1983995261', issn_l: '2167-8359', issn: null } },
  primary_topic: { field: { id: 'https://openalex.org/fields/33', display_name: 'Social Sciences' } },
  topics: [{ field: { id: 'https://openalex.org/fields/17' } }, { field: null }, {}],
  concepts: [{ id: 'https://openalex.org/C2778805511', level: 2, score: 0.877e-1 }],
  ni_subjects: ['Chemistry'],
  updated_date: '2024-01-02T03:04:05.678901',
}

/** Lines of all fixtures that hold one record a line, bytes as they are. */
export function fixtureLines(): string[] {
  if (!fixtures) return []
  const files = readdirSync(fixtures).filter((name) => name.startsWith('works_'))
  return files.flatMap((name) => {
    const bytes = readFileSync(join(fixtures, name))
    if (name.endsWith('.gz')) return gunzipSync(bytes).toString().split('\n').filter(Boolean)
    return /\.jsonl$|single/.test(name) ? bytes.toString().split('\n').filter(Boolean) : []
  })
}

/** Puts a line into the scanner and scans it. */
export function scanLine(scanner: Scanner, line: string | Buffer): number {
  const bytes = Buffer.from(line)
  scanner.bytes.set(bytes, scanner.inputAt)
  scanner.bytes[scanner.inputAt + bytes.length] = 0x0a
  return scanner.scan(scanner.inputAt, scanner.inputAt + bytes.length)
}

/** The tape as pairs of slot and value; marks have none, containers are all one. */
export function decodeTape(scanner: Scanner, triples: number): [slot: number, value: unknown][] {
  return Array.from({ length: triples }, (_, i) => {
    const json = leafJson(scanner, i)
    const value = json === '' ? undefined : /^[[{]/.test(json) ? 'container' : (JSON.parse(json) as unknown)
    return [slotOf(scanner, i), value]
  })
}

/** Numbers that look random and are the same each time. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export interface Collected extends RecordSink {
  /** First leaf of each record, decoded, and its line. */
  records: [first: unknown, line: number][]
  bad: [line: number, reason: BadReason][]
  messages: string[]
}

/** A sink that keeps what it is told. */
export function collect(): Collected {
  const records: Collected['records'] = []
  const bad: Collected['bad'] = []
  const messages: string[] = []
  return {
    records,
    bad,
    messages,
    onRecord: (scanner, triples, line) => records.push([decodeTape(scanner, triples)[0]?.[1], line]),
    onBad: (line, reason, message) => {
      bad.push([line, reason])
      messages.push(message)
    },
  }
}
