import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CsvRecord } from './csv-records.ts'
import { CsvRecords } from './csv-records.ts'
import { LineSplitter } from './line-splitter.ts'

function read(text: string, options: { size?: number; most?: number; end?: '\n' | '\r' } = {}) {
  const { size = text.length, most = 1000, end = '\n' } = options
  const faults: [number, string][] = []
  const lines = new LineSplitter(end, most)
  const records = new CsvRecords(',', most, (line, fault) => void faults.push([line, fault]))
  const out: CsvRecord[] = []
  for (let at = 0; at < text.length; at += size) {
    out.push(...records.push(lines.push(text.slice(at, at + size))))
  }
  out.push(...records.push(lines.flush()), ...records.flush())
  return { records: out.map(({ line, cells }) => [line, ...cells]), faults }
}

describe('records of a delimited text', () => {
  it('are counted past lines without anything, however many, which within quotes belong to a cell', () => {
    const text = `a,b${'\n'.repeat(300_001)}c,d\n"x\n\n\ny",z\n\ne,f`
    for (const size of [1000, text.length]) {
      expect(read(text, { size })).toEqual({
        records: [
          [1, 'a', 'b'],
          [300_002, 'c', 'd'],
          [300_003, 'x\n\n\ny', 'z'],
          [300_008, 'e', 'f'],
        ],
        faults: [],
      })
    }
  })

  it('know the line they begin on, with quotes, line breaks and any line end', () => {
    const text = 'a,b\r\n"x, ""y""","two\r\nlines"\r\n\r\nc,d'
    for (const size of [1, 3, 100]) {
      expect(read(text, { size })).toEqual({
        records: [
          [1, 'a', 'b'],
          [2, 'x, "y"', 'two\nlines'],
          [5, 'c', 'd'],
        ],
        faults: [],
      })
    }
    expect(read('a,b\rc,d\r', { end: '\r' }).records).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ])
  })

  it('lose one line to a stray quote, not the rest', () => {
    const { records, faults } = read('a,b\n1,5" pipe\n2,ok\n3,6" pipe\n4,ok\n5,"x"y\n6,ok\n7,"open\n8,ok\n')
    expect(records).toEqual([
      [1, 'a', 'b'],
      [3, '2', 'ok'],
      [5, '4', 'ok'],
      [7, '6', 'ok'],
      [9, '8', 'ok'],
    ])
    expect(faults).toEqual([
      [2, 'csv-syntax'],
      [4, 'csv-syntax'],
      [6, 'csv-syntax'],
      [8, 'quote-not-closed'],
    ])
  })

  it('pass over a line that is too long without holding it', () => {
    const { records, faults } = read(`a,b\n1,${'x'.repeat(5000)}\n2,ok\n`, { size: 64 })
    expect(records).toEqual([
      [1, 'a', 'b'],
      [3, '2', 'ok'],
    ])
    expect(faults).toEqual([[2, 'record-too-large']])
  })

  it('give back what was written, in chunks of any size', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'ü', '北'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 20 }), (rows, size) => {
        const text = rows
          .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join('\n')
        const { records, faults } = read(`${text}\n`, { size })
        expect(faults).toEqual([])
        expect(records.map((record) => record.slice(1))).toEqual(rows)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
