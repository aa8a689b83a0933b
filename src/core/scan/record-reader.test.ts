import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScanner } from './create-scanner.ts'
import type { Layout } from './layout.ts'
import { createRecordReader } from './record-reader.ts'
import { collect } from './test-support.ts'
import { workProjection } from './work-projection.ts'

/** Reads a text in pieces of the given sizes, the last of them over and over. */
function read(
  layout: Layout,
  text: string | Buffer,
  sizes = [1 << 20],
  capacity = 64,
  maxLineBytes = 1 << 20,
) {
  const sink = collect()
  const scanner = createScanner(workProjection, { capacity })
  const reader = createRecordReader(layout, { scanner, sink, maxLineBytes })
  const bytes = Buffer.from(text)
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[Math.min(i, sizes.length - 1)] ?? 1
    reader.push(bytes.subarray(at, at + size))
    at += size
  }
  const counts = reader.end()
  expect(counts.bytes).toBe(bytes.length)
  expect(counts.records).toBe(sink.records.length)
  expect(counts.bad).toBe(sink.bad.length)
  return { records: sink.records, bad: sink.bad, messages: sink.messages, counts }
}

const ids = ({ records }: { records: [unknown, number][] }) => records.map(([id]) => id)

describe('lines', () => {
  it('bears byte-order mark, CRLF, blank lines, a last line without newline', () => {
    const text = '\ufeff{"id":"W1"}\r\n\r\n  \t\n{"id":"W2"}\n{"id":"W3"}'
    for (const size of [1, 2, 5, 100]) {
      const { records, bad, counts } = read('lines', text, [size])
      expect(records).toEqual([
        ['W1', 1],
        ['W2', 4],
        ['W3', 5],
      ])
      expect(bad).toEqual([])
      expect(counts.lines).toBe(5)
    }
  })

  it('names broken lines and goes on', () => {
    const found = read('lines', '{"id":"W1"}\n{"id":"W2",,}\n[]\n{"id":"W3"}\n{"id"')
    expect(ids(found)).toEqual(['W1', 'W3'])
    expect(found.bad).toEqual([
      [2, 'json'],
      [3, 'not-object'],
      [5, 'cut-off'],
    ])
  })

  it('names lines that are no UTF-8, and only those, wherever pieces are cut', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":"W1","title":"Zürich 北京"}\n{"id":"W2","title":"'),
      Buffer.from([0xff, 0xc0]),
      Buffer.from('"}\n{"id":"W3","title":"é"}'),
    ])
    for (let size = 1; size < bytes.length; size++) {
      const found = read('lines', bytes, [size])
      expect(ids(found)).toEqual(['W1', 'W3'])
      expect(found.bad).toEqual([[2, 'encoding']])
    }
  })

  it('grows for long lines; gives up one that is too long, and no other', () => {
    const long = (length: number) => `{"id":"${'x'.repeat(length - 9)}"}`
    const text = `${long(5000)}\n${long(1023)}\n${long(1024)}\n{"id":"W4"}\n${long(3000)}`
    for (const size of [7, 64, 1000, 20_000]) {
      expect(read('lines', text, [size], 64).counts).toMatchObject({ lines: 5, records: 5, bad: 0 })
      const limited = read('lines', text, [size], 64, 1024)
      expect(limited.bad).toEqual([
        [1, 'too-long'],
        [3, 'too-long'],
        [5, 'too-long'],
      ])
      expect(limited.records.map(([, line]) => line)).toEqual([2, 4])
      expect(limited.counts.lines).toBe(5)
    }
  })

  it('in strict mode also faults in what is not used', () => {
    const text = '{"id":"W1","x":[1 2]}\n{"id":"W2","x":"\\q"}\n{"id":"W3"}'
    expect(ids(read('lines', text))).toEqual(['W1', 'W2', 'W3'])
    const sink = collect()
    const reader = createRecordReader('lines', {
      scanner: createScanner(workProjection, { strict: true }),
      sink,
    })
    reader.push(Buffer.from(text))
    expect(reader.end()).toMatchObject({ records: 1, bad: 2 })
    expect(sink.messages[0]).toMatch(/JSON/)
  })
})

describe('lines in strict mode', () => {
  it('survive the scanner moving its memory between them', () => {
    const works = [10, 300_000, 10, 900_000, 10].map((length, i) => ({
      id: `W${i}`,
      title: 'é'.repeat(length),
    }))
    const bytes = Buffer.from(works.map((work) => `${JSON.stringify(work)}\n`).join(''))
    for (const size of [1000, 700_000, 10_000_000]) {
      const sink = collect()
      const scanner = createScanner(workProjection, { strict: true, capacity: 4 << 20 })
      const reader = createRecordReader('lines', { scanner, sink })
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size))
      expect(reader.end()).toMatchObject({ records: 5, bad: 0, lines: 5 })
      expect(ids(sink)).toEqual(works.map(({ id }) => id))
    }
  })
})

describe('arrays, pages and objects', () => {
  it('reads elements over many lines, and says on which line each begins', () => {
    const text = '\ufeff[\n {\n"id":"W1",\n"x":[{"y":"]}"}]\n}\n,{"id":"W2"}, {"id":\n"W3"}\n]\n'
    for (let size = 1; size < text.length; size++) {
      const { records, bad, counts } = read('array', text, [size])
      expect(records).toEqual([
        ['W1', 2],
        ['W2', 6],
        ['W3', 6],
      ])
      expect(bad).toEqual([])
      expect(counts.lines).toBe(8)
    }
  })

  it('reads results of pages: one, many, in an array; keys and strings of that name elsewhere do not mislead', () => {
    const page = (...names: string[]) =>
      JSON.stringify({
        meta: { results: ['no'], q: 'results": [' },
        x: 'results',
        y: [{ id: 'no' }],
        results: names.map((id) => ({ id, results: [{ id: 'no' }] })),
        group_by: [{ results: [1] }],
      })
    const text = `${page('W1', 'W2')}\n${page()}${page('W3')}`
    for (const size of [1, 2, 3, 10, 1000]) {
      for (const form of [text, `[${page('W1', 'W2')},\n${page()},${page('W3')}]`]) {
        const found = read('page', form, [size])
        expect(found.records).toEqual([
          ['W1', 1],
          ['W2', 1],
          ['W3', 2],
        ])
        expect(found.bad).toEqual([])
      }
    }
  })

  it('reads objects one after another', () => {
    const text = '{\n "id": "W1"\n}\n{"id":"W2"}{"id":\n"W3"}'
    expect(read('object', text, [1]).records).toEqual([
      ['W1', 1],
      ['W2', 4],
      ['W3', 4],
    ])
  })

  it('names elements that are no objects, once each', () => {
    const found = read('array', '[1, "a\\"]", null,[{"id":"no"}],\ntrue,{"id":"W1"},-2]', [1])
    expect(ids(found)).toEqual(['W1'])
    expect(found.bad.map(([line]) => line)).toEqual([1, 1, 1, 1, 2, 2])
    expect(new Set(found.bad.map(([, reason]) => reason))).toEqual(new Set(['not-object']))
  })

  it('recovers at a line break inside a string', () => {
    const found = read('array', '[\n{"id":"W1","title":"open},\n{"id":"W2"}\n]\n[{"id":"W3"}]')
    expect(found.bad[0]).toEqual([2, 'json'])
    expect(found.bad.length + found.records.length).toBeGreaterThan(0)
    const closed = read('array', '[{"id":"W1","title":"a\nb":1},{"id":"W2"}]')
    expect(closed.bad[0]).toEqual([1, 'cut-off'])
  })

  it.each([
    ['array', '[{"id":"W1"},{"id":"W2"', 'inside this record'],
    ['array', '[{"id":"W1"},', 'inside a list'],
    ['page', '{"meta":{},"results":[{"id":"W1"}', 'inside a list'],
    ['page', '{"meta":{},"results":[{"id":"W1"}],"group', 'inside a list'],
    ['array', '[{"id":"W1"},\n', 'inside a list'],
    ['page', '{"results":[{"id":"W1"}]}{"error":"x"}', 'without "results"'],
    ['array', '[{"id":"W1"}]]', 'closing bracket'],
  ] as const)('reports what is missing: %s %s', (layout, text, words) => {
    const found = read(layout, text, [1])
    expect(ids(found)).toEqual(['W1'])
    expect(found.messages).toEqual([expect.stringContaining(words)])
  })

  it('judges encoding and length record by record', () => {
    const bytes = Buffer.concat([
      Buffer.from('[{"id":"W1"},{"id":"'),
      Buffer.from([0xff]),
      Buffer.from(`"},{"id":"${'x'.repeat(3000)}"},{"id":"W4"}]`),
    ])
    for (const size of [1, 50, 5000]) {
      const found = read('array', bytes, [size], 64, 1024)
      expect(ids(found)).toEqual(['W1', 'W4'])
      expect(found.bad).toEqual([
        [1, 'encoding'],
        [1, 'too-long'],
      ])
    }
  })

  it('finds every record, on its line, however it is laid out and cut', () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const works = fc.array(fc.record({ id: fc.string(), x: value, 'r"\\': value }), { maxLength: 6 })
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        works,
        sizes,
        fc.constantFrom<Layout>('lines', 'array', 'page', 'object'),
        (list, cuts, layout) => {
          const indent = layout === 'lines' ? 0 : (cuts[0] ?? 0) % 3
          const texts = list.map((work) => JSON.stringify(work, null, indent))
          const before = layout === 'array' ? '[\n' : layout === 'page' ? '{"meta":{},\n"results":\n[' : ''
          const between = layout === 'lines' || layout === 'object' ? '\n' : ',\n'
          const text =
            before + texts.join(between) + (layout === 'array' ? ']' : layout === 'page' ? ']}' : '')
          const found = read(layout, text, cuts)
          let line = before.split('\n').length
          const expected = list.map((work, i) => {
            const at = line
            line += (texts[i] as string).split('\n').length
            return [work.id, at]
          })
          expect(found.bad).toEqual([])
          expect(found.records).toEqual(expected)
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })
})
