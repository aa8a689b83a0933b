import { deepStrictEqual } from 'node:assert'
import { isUtf8 } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { createScanner } from './create-scanner.ts'
import { JsScanner } from './js-scanner.ts'
import { ParseScanner } from './parse-scanner.ts'
import { array, compileProjection, leaf, object } from './projection.ts'
import { REFUSED } from './scanner.ts'
import type { Scanner } from './scanner.ts'
import { SAMPLE, decodeTape, fixtureLines, fixtures, scanLine, seededNumbers } from './test-support.ts'
import { WasmScanner } from './wasm-scanner.ts'
import { WORK, workProjection } from './work-projection.ts'

const CAPACITY = 4 * 1024 * 1024
const wasm = new WasmScanner(workProjection, CAPACITY)
const js = new JsScanner(workProjection, CAPACITY)
const parse = new ParseScanner(workProjection, CAPACITY)

type Json = Record<string, unknown>
const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const objects = (value: unknown): Json[] => list(value).map(record)

/** The same again, written out by hand: values of a slot, in order, as JSON.parse sees them. */
function valuesBySlot(work: Json): Map<number, unknown[]> {
  const values = new Map<number, unknown[]>()
  const add = (slot: number, ...found: unknown[]) => found.forEach((value) => keep(values, slot, value))
  add(WORK.id, work.id)
  add(WORK.doi, work.doi)
  add(WORK.title, work.title)
  add(WORK.displayName, work.display_name)
  add(WORK.year, work.publication_year)
  add(WORK.publicationDate, work.publication_date)
  add(WORK.type, work.type)
  add(WORK.retracted, work.is_retracted)
  add(WORK.paratext, work.is_paratext)
  add(WORK.authorsTruncated, work.is_authors_truncated)
  add(WORK.updated, work.updated_date)
  add(WORK.authorsCount, work.authors_count)
  const source = record(record(work.primary_location).source)
  add(WORK.sourceId, source.id)
  add(WORK.sourceName, source.display_name)
  add(WORK.sourceIssnL, source.issn_l)
  add(WORK.sourceIssn, ...list(source.issn))
  const field = record(record(work.primary_topic).field)
  add(WORK.fieldId, field.id)
  add(WORK.fieldName, field.display_name)
  add(WORK.topicFieldId, ...objects(work.topics).map((topic) => record(topic.field).id))
  for (const concept of objects(work.concepts)) {
    add(WORK.conceptId, concept.id)
    add(WORK.conceptLevel, concept.level)
    add(WORK.conceptScore, concept.score)
  }
  add(WORK.subject, ...list(work.ni_subjects))
  for (const authorship of objects(work.authorships)) {
    add(WORK.authorId, record(authorship.author).id)
    add(WORK.authorName, record(authorship.author).display_name)
    for (const institution of objects(authorship.institutions)) {
      add(WORK.institutionId, institution.id)
      add(WORK.institutionRor, institution.ror)
      add(WORK.institutionCountry, institution.country_code)
      add(WORK.institutionName, institution.display_name)
    }
    add(WORK.country, ...list(authorship.countries))
    add(WORK.rawAffiliation, ...list(authorship.raw_affiliation_strings))
    add(WORK.rawAffiliations, authorship.raw_affiliation_string)
    for (const found of objects(authorship.affiliations)) {
      add(WORK.affiliationText, found.raw_affiliation_string)
      add(WORK.affiliationInstitution, ...list(found.institution_ids))
    }
  }
  return values
}

function tapeBySlot(scanner: Scanner, triples: number): Map<number, unknown[]> {
  const values = new Map<number, unknown[]>()
  for (const [slot, value] of decodeTape(scanner, triples)) keep(values, slot, value)
  return values
}

function keep(values: Map<number, unknown[]>, slot: number, value: unknown): void {
  if (value === undefined) return
  const known = values.get(slot)
  if (known) known.push(value)
  else values.set(slot, [value])
}

const sorted = (values: Map<number, unknown[]>) => [...values].sort(([a], [b]) => a - b)

/** Triples with places counted from the start of the input. */
function rawTape(scanner: Scanner, triples: number): number[] {
  return Array.from(scanner.tape.subarray(0, 3 * triples), (word, i) =>
    i % 3 === 0 ? word : word - scanner.inputAt,
  )
}

function shuffle(value: unknown, random: (below: number) => number): unknown {
  if (Array.isArray(value)) return value.map((element) => shuffle(element, random))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(
    ([key, part]) => [random(1e6), key, shuffle(part, random)] as const,
  )
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, part]) => [key, part]))
}

function checkLine(line: string): void {
  const expected = sorted(valuesBySlot(JSON.parse(line) as Json))
  const triples = scanLine(wasm, line)
  expect(triples).toBeGreaterThan(0)
  expect(scanLine(js, line)).toBe(triples)
  expect(scanLine(parse, line)).toBe(triples)
  // Several times faster than `expect`, and there are many lines.
  deepStrictEqual(rawTape(js, triples), rawTape(wasm, triples))
  deepStrictEqual(decodeTape(parse, triples), decodeTape(wasm, triples))
  deepStrictEqual(sorted(tapeBySlot(wasm, triples)), expected)
}

/** The record as it is, with keys in another order, with white space. */
function checkForms(line: string, random: (below: number) => number): void {
  const work = JSON.parse(line) as Json
  checkLine(line)
  checkLine(JSON.stringify(shuffle(work, random)))
  checkLine(JSON.stringify(work, null, '\t').replaceAll('\n', '\r '))
}

describe('the three producers', () => {
  it('agree on a record, whatever the order of keys and white space', () => {
    const random = seededNumbers(1)
    for (let i = 0; i < 20; i++) checkForms(JSON.stringify(SAMPLE), random)
  })

  it.skipIf(!fixtures)('agree on real records (skipped: no ../shared)', () => {
    const lines = fixtureLines()
    expect(lines.length).toBeGreaterThan(700)
    const random = seededNumbers(2)
    for (const [i, line] of lines.entries()) if (i % 8 === 0 || line.length > 1e6) checkForms(line, random)
  })

  it('agree on mutated records: what all accept has the same values, what is refused is left to JSON.parse', () => {
    const random = seededNumbers(3)
    const lines = [JSON.stringify(SAMPLE), ...fixtureLines().filter((line) => line.length < 6000)]
    const seen = { accepted: 0, refused: 0, unused: 0 }
    for (let i = 0; i < 3000; i++) {
      const mutant = mutate(Buffer.from(lines[random(lines.length)] ?? ''), random)
      if (mutant.includes(0x0a)) continue
      const triples = scanLine(wasm, mutant)
      const again = scanLine(js, mutant)
      expect(again < 0 ? -1 : again, mutant.toString()).toBe(triples < 0 ? -1 : triples)
      if (triples >= 0) expect(rawTape(js, triples)).toEqual(rawTape(wasm, triples))
      if (!isUtf8(mutant)) continue
      const parsed = scanLine(parse, mutant)
      if (parsed === REFUSED.notObject) expect(triples).toBeLessThan(0)
      if (triples < 0) seen.refused++
      else {
        // Damage in a part that is not used goes unnoticed; leaves can be decoded all the same.
        const values = decodeTape(wasm, triples)
        if (parsed < 0) seen.unused++
        else {
          seen.accepted++
          expect(values).toEqual(decodeTape(parse, parsed))
        }
      }
    }
    expect(seen.accepted).toBeGreaterThan(500)
    expect(seen.refused).toBeGreaterThan(500)
    expect(seen.unused).toBeLessThan(300)
  })
})

function mutate(bytes: Buffer, random: (below: number) => number): Buffer {
  const at = random(bytes.length)
  const kind = random(4)
  if (kind === 0) bytes[at] = random(256)
  else if (kind === 1) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
  else if (kind === 2) {
    const sign = '"\\{}[],:0'[random(9)] ?? ''
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(sign), bytes.subarray(at)])
  } else if (random(4) === 0) return bytes.subarray(0, at)
  return bytes
}

describe('projection', () => {
  it('refuses what the tables cannot hold', () => {
    const many = Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`k${i}`, leaf(1)]))
    expect(() => compileProjection(object(many))).toThrow(/32/)
    expect(() => compileProjection(object({ ['k'.repeat(32)]: leaf(1) }))).toThrow(/31/)
    expect(() => compileProjection(array(leaf(1)))).toThrow(/object/)
  })

  it('takes keys of up to 31 bytes, also empty ones', () => {
    const name = 'k'.repeat(31)
    const projection = compileProjection(object({ [name]: leaf(1), '': leaf(2), ä: leaf(3) }))
    const line = JSON.stringify({ [name]: 1, [`${name}k`]: 2, '': 3, ä: 4, a: 5 })
    for (const kind of ['wasm', 'js'] as const) {
      const scanner = createScanner(projection, { kind, capacity: 4096 })
      expect(decodeTape(scanner, scanLine(scanner, line))).toEqual([
        [1, 1],
        [2, 3],
        [3, 4],
      ])
    }
  })
})

describe('createScanner', () => {
  it('takes the binary here, plain JavaScript on demand, JSON.parse when strict', () => {
    expect(createScanner(workProjection)).toBeInstanceOf(WasmScanner)
    expect(createScanner(workProjection, { kind: 'js' })).toBeInstanceOf(JsScanner)
    expect(createScanner(workProjection, { strict: true })).toBeInstanceOf(ParseScanner)
  })

  it.each([{ kind: 'wasm' }, { kind: 'js' }, { strict: true }] as const)('grows: %o', (options) => {
    const small = createScanner(workProjection, { ...options, capacity: 1024 })
    small.bytes.write('{"id":"half a ', small.inputAt)
    const large = small.grow()
    expect(large.capacity).toBe(2048)
    large.bytes.write('line"}\n', large.inputAt + 14)
    expect(large.scan(large.inputAt, large.inputAt + 20)).toBe(1)
    expect(decodeTape(large, 1)).toEqual([[WORK.id, 'half a line']])
  })
})
