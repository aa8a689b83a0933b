/** Words by which programs write that a cell is empty: R, pandas, databases, spreadsheets and people. */

/** In any case. */
const ANY_CASE = new Set([
  ...['na', 'n/a', 'n.a.', '#n/a', '#na', '<na>', 'n/d', 'nan', '-nan', 'nat', 'none', 'null', '(null)'],
  ...[
    '<null>',
    '[null]',
    'nil',
    'undefined',
    '(empty)',
    '(blank)',
    String.raw`\n`,
    '-',
    '--',
    '---',
    '–',
    '—',
  ],
  ...['.', '?', '#value!', '#ref!', '#name?', '#null!', '#div/0!', '#num!', '无', '暂无', '缺失', '空值'],
])

/**
 * In a column of persons only what programs write, in their own case: Null, None and Na are surnames, `NULL`, `None`
 * of Python and `NA` of R are not. (`None` stands there so often that the surname has to be written out.)
 */
const OF_PERSONS = new Set([
  ...['NA', 'N/A', 'n/a', '#N/A', '<NA>', 'NaN', 'nan', 'NaT', 'None', 'NULL', 'null', '(null)', '<null>'],
  ...['undefined', String.raw`\N`, '-', '--', '---', '–', '—', '.', '?', '无', '暂无', '缺失', '空值'],
])

const LONGEST = 9

/** Whether a cell, trimmed, is a word for "missing". */
export function isMissingWord(cell: string): boolean {
  return cell.length <= LONGEST && cell !== '' && ANY_CASE.has(cell.toLowerCase())
}

/** The same of a cell with a person's name. */
export function isMissingPerson(cell: string): boolean {
  return cell.length <= LONGEST && OF_PERSONS.has(cell)
}
