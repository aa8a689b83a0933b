import { describe, expect, it } from 'vitest'
import { createScanner } from './create-scanner.ts'
import {
  fieldNumber,
  leafBoolean,
  leafInteger,
  leafNumber,
  leafText,
  openAlexNumber,
  slotOf,
} from './leaves.ts'
import type { OpenAlexKind } from './leaves.ts'
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
