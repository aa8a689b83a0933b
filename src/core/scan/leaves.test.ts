import { describe, expect, it } from 'vitest'
import { createScanner } from './create-scanner.ts'
import {
  fieldNumber,
  leafBoolean,
  leafInteger,
  leafNumber,
  leafText,
  leafValue,
  openAlexNumber,
  slotOf,
} from './leaves.ts'
import type { OpenAlexKind } from './leaves.ts'
import { LeafWords } from './leaf-words.ts'
import { array, compileProjection, leaf, object } from './projection.ts'
import { scanLine } from './test-support.ts'

const projection = compileProjection(object({ v: leaf(7), marks: array(object({}, 9)) }))

describe.each(['wasm', 'js', 'parse'] as const)('leaves, %s', (producer) => {
  const scanner = createScanner(projection, {
    capacity: 4096,
    ...(producer === 'parse' ? { strict: true } : { kind: producer }),
  })
  const put = (json: string) => expect(scanLine(scanner, `{"v":${json}}`)).toBe(1)

  it.each([
    ['"https://openalex.org/fields/13"', 13],
    ['"fields/13"', 13],
    ['"13"', 13],
    ['13', 13],
    ['13.0', 13],
    ['"13.5"', -1],
    ['13.5', -1],
    ['-13', -1],
    ['"F13"', -1],
    ['null', -1],
    ['{"id":13}', -1],
  ])('field of %s', (json, number) => {
    put(json)
    expect(fieldNumber(scanner, 0)).toBe(number)
  })

  it.each([
    ['"plain"', 'plain'],
    ['""', ''],
    ['"Z\\u00fcrich \\"\\/\\\\ \\n"', 'Zürich "/\\ \n'],
    ['"北京"', '北京'],
    ['null', null],
    ['12', null],
    ['["a"]', null],
  ])('text of %s', (json, text) => {
    put(json)
    expect(slotOf(scanner, 0)).toBe(7)
    expect(leafText(scanner, 0)).toBe(text)
  })

  it.each([
    ['2020', 2020, 2020],
    ['0', 0, 0],
    ['-5', -5, -5],
    ['2020.0', 2020, 2020],
    ['2e3', 2000, 2000],
    ['-0', 0, -0],
    ['0.5', null, 0.5],
    ['123456789012345678901234567890', null, 123456789012345678e12],
    ['1e999', null, null],
    ['"2020"', null, null],
    ['null', null, null],
    ['true', null, null],
    ['[1]', null, null],
  ])('numbers of %s', (json, integer, number) => {
    put(json)
    expect(leafInteger(scanner, 0)).toBe(integer)
    expect(leafNumber(scanner, 0)).toBe(number)
  })

  it.each([
    ...[
      '0',
      '0.3',
      '0.65231978',
      '12345.6789012345',
      '1234567890.12345',
      '0.299999999999999',
      '99999999999999.9',
    ],
    ...['-0.5', '1e-1', '2.5E3', '0.1234567890123456789', 'null', 'true', '"0.4"', '"x"', '[1]'],
    ...['{"$numberDouble":"0.25"}', '{"other":1}'],
  ])('value of %s', (json) => {
    put(json)
    const parsed = JSON.parse(json) as unknown
    const wrapped = (parsed as { $numberDouble?: string } | null)?.$numberDouble
    const plain = typeof parsed === 'number' || typeof parsed === 'string' ? Number(parsed) : NaN
    expect(leafValue(scanner, 0)).toBe(wrapped === undefined ? plain : Number(wrapped))
  })

  it('words that repeat are made once, and those of one place of the table do not mix', () => {
    let made = 0
    const words = new LeafWords((text) => {
      made++
      return text.toUpperCase()
    })
    const texts = [...Array.from({ length: 600 }, (_, i) => `word ${i}`), 'article', '', 'Zürich']
    for (const text of [...texts, 'article', '', 'Zürich']) {
      put(JSON.stringify(text))
      expect(words.of(scanner, 0)).toBe(text.toUpperCase())
    }
    expect(made).toBe(texts.length)
    put('"x\\u0041"')
    expect(words.of(scanner, 0)).toBe('XA')
    put(`"${'long '.repeat(20)}"`)
    expect(words.of(scanner, 0)).toBe('LONG '.repeat(20))
    put('null')
    expect(words.of(scanner, 0)).toBe(null)
    put('1')
    expect(words.of(scanner, 0)).toBe(null)
  })

  it.each([
    ['true', true],
    ['false', false],
    ['null', null],
    ['"true"', null],
    ['1', null],
  ])('truth of %s', (json, truth) => {
    put(json)
    expect(leafBoolean(scanner, 0)).toBe(truth)
  })

  it.each<[string, OpenAlexKind, number]>([
    ['"https://openalex.org/I27837315"', 'I', 27837315],
    ['"I27837315"', 'I', 27837315],
    ['"i5"', 'I', 5],
    ['"http://openalex.org/I5"', 'I', 5],
    ['"https://api.openalex.org/institutions/I5"', 'I', 5],
    ['"https://openalex.org/works/W5"', 'W', 5],
    ['"https:\\/\\/openalex.org\\/I5"', 'I', 5],
    ['"https://openalex.org/fields/33"', 'fields/', 33],
    ['"https://openalex.org/W27837315"', 'I', -1],
    ['"https://openalex.org/I"', 'I', -1],
    ['"https://openalex.org/I5x"', 'I', -1],
    ['"https://openelax.org/I5"', 'I', -1],
    ['"https://openalex.org/I1234567890123456789"', 'I', -1],
    ['"5"', 'I', -1],
    ['""', 'I', -1],
    ['null', 'I', -1],
    ['5', 'I', -1],
  ])('number of %s as %s', (json, kind, number) => {
    put(json)
    expect(openAlexNumber(scanner, 0, kind)).toBe(number)
  })

  it('marks have no value', () => {
    expect(scanLine(scanner, '{"marks":[{}]}')).toBe(1)
    expect(slotOf(scanner, 0)).toBe(9)
    expect([leafText(scanner, 0), leafInteger(scanner, 0), leafBoolean(scanner, 0)]).toEqual([
      null,
      null,
      null,
    ])
    expect(openAlexNumber(scanner, 0, 'I')).toBe(-1)
  })
})
