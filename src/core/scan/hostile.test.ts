import { describe, expect, it } from 'vitest'
import { JsScanner } from './js-scanner.ts'
import { LineReader } from './line-reader.ts'
import { REFUSED } from './scanner.ts'
import { collect, decodeTape, scanLine } from './test-support.ts'
import { WasmScanner } from './wasm-scanner.ts'
import { workProjection } from './work-projection.ts'

const MEBI = 1024 * 1024
const scanners = [
  ['wasm', new WasmScanner(workProjection, MEBI)],
  ['js', new JsScanner(workProjection, MEBI)],
] as const

const used = (json: string) => `{"id":"W1","title":${json},"authorships":[]}`
const unused = (json: string) => `{"id":"W1","abstract_inverted_index":${json},"authorships":[]}`

function read(kind: 'wasm' | 'js', text: string | Buffer, capacity = MEBI) {
  const Kind = kind === 'wasm' ? WasmScanner : JsScanner
  const sink = collect()
  const reader = new LineReader({ scanner: new Kind(workProjection, capacity), sink })
  reader.push(Buffer.from(text))
  return { ...sink, counts: reader.end() }
}

describe.each(scanners)('hostile input, %s', (kind, scanner) => {
  it.each([
    ['number 01', used('01')],
    ['number 1.', used('1.')],
    ['number 1e', used('1e')],
    ['+1', used('+1')],
    ['nan', used('nan')],
    ['-', used('-')],
    ['a cut word', used('nul')],
    ['single quotes', used("'a'")],
    ['a comment', used('/*x*/1')],
    ['two trailing commas', '{"id":"W1",,}'],
    ['a missing colon', '{"id" "W1"}'],
    ['a bad escape in a leaf', used('"a\\x"')],
    ['a short \\u', used('"\\u12"')],
    ['a raw tab in a string', unused('"a\tb"')],
    ['NUL in a string', unused('"a\0b"')],
    ['NUL in a leaf', used('"a\0b"')],
    ['an unclosed string', used('"abc')],
    ['an unclosed string at the end', '{"id":"W1'],
    ['a backslash at the end', '{"id":"W1\\'],
    ['an unclosed list', unused('[[1]')],
    ['a list closed twice', unused('[1]]')],
    ['a backslash outside a string', unused('[\\"]')],
    ['two objects', '{"id":"W1"}{"id":"W2"}'],
    ['an end alone', '}'],
  ])('refuses %s, and JSON.parse says why', (_name, line) => {
    expect(scanLine(scanner, line)).toBeLessThan(0)
    const { records, bad, messages } = read(kind, `${line}\n{"id":"W2"}\n`)
    expect(bad).toEqual([[1, 'json']])
    expect(messages[0]).toMatch(/JSON/)
    expect(messages[0]?.length).toBeLessThanOrEqual(200)
    expect(records).toEqual([['W2', 2]])
  })

  it.each([
    ['keys twice: the last holds', '{"id":"W1","id":"W2"}', 'W2'],
    ['keys with escapes', '{"\\u0069d":"W3"}', 'W3'],
    ['unwanted keys with escapes', '{"a\\"b":1,"id":"W4"}', 'W4'],
    ['NaN', '{"id":"W5","title":NaN}', 'W5'],
    ['a trailing comma', '{"id":"W6",}', 'W6'],
  ])('leaves %s to JSON.parse', (_name, line, id) => {
    const { records, counts } = read(kind, line)
    expect(records).toEqual([[id, 1]])
    expect(counts).toMatchObject({ records: 1, bad: 0, reparsed: 1 })
  })

  it.each([
    ['an object for a list', '{"id":"W1","authorships":{"a":1}}', 1],
    ['a list of anything', '{"id":"W1","authorships":[null,1,"x",[{}]]}', 1],
    ['a leaf that is a container', '{"id":"W1","title":[{"a":"]"}]}', 2],
    ['__proto__', '{"__proto__":{"id":"W9"},"id":"W1"}', 1],
    ['lone surrogates', '{"id":"W1","title":"\\ud800"}', 2],
    ['CR at the end', '{"id":"W1"}\r', 1],
  ])('bears %s', (_name, line, triples) => {
    expect(scanLine(scanner, line)).toBe(triples)
    expect(decodeTape(scanner, triples)[0]?.[1]).toBe('W1')
  })

  it('tells lists, words and numbers from objects', () => {
    const { bad } = read(kind, '[1]\nnull\n"{}"\n7\n')
    expect(bad.map(([, reason]) => reason)).toEqual(Array(4).fill('not-object'))
  })

  it('does not recurse into nested lists', () => {
    const deep = '['.repeat(1e6) + ']'.repeat(1e6)
    const text = [unused(deep), used(deep), `{"id":"W1","authorships":${deep}}`, unused('['.repeat(1e6))]
    const { records, bad } = read(kind, text.join('\n'), 4 * MEBI)
    expect(records.map(([id]) => id)).toEqual(['W1', 'W1', 'W1'])
    expect(bad).toEqual([[4, 'cut-off']])
  })

  it('jumps over a string of many megabytes', () => {
    const { records, bad } = read(
      kind,
      `${unused(`"${'x'.repeat(kind === 'wasm' ? 64e6 : 16e6)}"`)}\n{"id":"W2"}`,
    )
    expect(records).toEqual([
      ['W1', 1],
      ['W2', 2],
    ])
    expect(bad).toEqual([])
  })

  it('hands a record with more entries than its tape to JSON.parse', () => {
    const { records, counts } = read(kind, `{"id":"W1","authorships":[${'{},'.repeat(300_000)}{}]}`)
    expect(records).toEqual([['W1', 1]])
    expect(counts.reparsed).toBe(1)
  })

  it('is not misled by runs of backslashes at any place', () => {
    for (let length = 0; length < 200; length++) {
      const title = `${'a'.repeat(length % 67)}${'\\'.repeat(length)}" {`
      const line = JSON.stringify({ x: title, id: 'W1', title })
      expect(decodeTape(scanner, scanLine(scanner, line)).map(([, value]) => value)).toEqual(['W1', title])
    }
  })

  it('refuses a full tape rather than cutting it', () => {
    const line = `{"authorships":[${'{},'.repeat(300_000)}{}]}`
    expect(scanLine(scanner, line)).toBe(REFUSED.tapeFull)
  })
})
