import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../columns.ts'
import { writeCsvForExcel } from './csv-excel.ts'

const file = (rows: Cell[][]) => ({
  table: {
    name: 't',
    columns: [
      { id: 'a', head: 'A' },
      { id: 'b', head: 'B' },
    ],
    rows,
    records: [],
    filters: [],
    filtersJson: {},
  },
  citation: [['Source', '=cmd'] as const],
})
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('CSV for spreadsheets', () => {
  test('without a choice has commas and points, as English and Chinese spreadsheets read it', () => {
    expect(text(writeCsvForExcel(file([['北京', 4259.39]])))).toBe(
      "\ufeffA,B\r\n北京,4259.39\r\n\r\nSource,'=cmd\r\n",
    )
  })

  test('with semicolons and decimal commas, as German and French ones do', () => {
    const written = writeCsvForExcel({
      ...file([
        ['Köln; Bonn', -1570.8],
        ['-', null],
      ]),
      separator: 'semicolon',
      decimal: 'comma',
    })
    expect(text(written)).toBe('\ufeffA;B\r\n"Köln; Bonn";-1570,8\r\n\'-;\r\n\r\nSource;\'=cmd\r\n')
  })

  test('a decimal comma between commas is quoted', () => {
    const written = writeCsvForExcel({ ...file([['x', 1.5]]), decimal: 'comma' })
    expect(text(written)).toContain('x,"1,5"')
  })

  test('every number reads back, whatever the signs', () => {
    const separators = { comma: ',', semicolon: ';', tab: '\t' } as const
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
        fc.constantFrom('comma', 'semicolon', 'tab'),
        fc.constantFrom('point', 'comma'),
        (number, separator, decimal) => {
          const bytes = writeCsvForExcel({ ...file([['x', number]]), separator, decimal })
          const rows = parse(text(bytes), {
            bom: true,
            delimiter: separators[separator],
            relax_column_count: true,
          }) as string[][]
          expect(Number(rows[1]?.[1]?.replace(',', '.'))).toBe(number + 0)
        },
      ),
    )
  })
})
