import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pastedRows } from './pasted.ts'

const cells = (text: string) => pastedRows(text).map(({ line, cells: row }) => [line, ...row])

test('a column, with the lines as an editor counts them', () => {
  expect(cells('Beijing\r\n\r\n  New\u00A0York \r\n上海\r\n')).toEqual([
    [1, 'Beijing'],
    [3, 'New York'],
    [4, '上海'],
  ])
  expect(cells('\uFEFFBeijing\rLeeds')).toEqual([
    [1, 'Beijing'],
    [2, 'Leeds'],
  ])
})

test('columns of a spreadsheet, a cell with a line end and marks in it too', () => {
  expect(cells('Leeds\tUK\t3\n"Rio\nde ""Janeiro"""\tBrazil\t4\nLund\t\t5')).toEqual([
    [1, 'Leeds', 'UK', '3'],
    [2, 'Rio de "Janeiro"', 'Brazil', '4'],
    [4, 'Lund', '', '5'],
  ])
})

test('a typed list in one line, and a table with semicolons', () => {
  expect(cells('Leeds; Lund；上海')).toEqual([
    [1, 'Leeds'],
    [1, 'Lund'],
    [1, '上海'],
  ])
  expect(cells('Leeds;UK\nLund;SE')).toEqual([
    [1, 'Leeds', 'UK'],
    [2, 'Lund', 'SE'],
  ])
  expect(cells('Washington, D.C.\nCambridge, MA')).toEqual([
    [1, 'Washington, D.C.'],
    [2, 'Cambridge, MA'],
  ])
})

test('no text loses a name, however it is quoted', () => {
  const name = fc.stringMatching(/^[A-Za-z"]{1,8}$/).filter((text) => !text.startsWith('"'))
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
      expect(pastedRows(names.join('\n')).map((row) => row.cells[0])).toEqual(names)
    }),
  )
  // A mark that opens and never closes takes no more than the lines after it into one cell.
  expect(pastedRows('"Leeds\nLund').flatMap((row) => row.cells)).toEqual(['"Leeds Lund'])
})
